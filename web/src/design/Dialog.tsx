// A question in front of the page. Escape closes it, the focus stays inside and goes back to where it was.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useKeys, type Binding } from '../keys/keymap';
import { t } from '../words/words';
import { Icon } from './Icon';

interface DialogProps {
  title: string;
  onClose: () => void;
  children: ComponentChildren;
  actions?: ComponentChildren;
  wide?: boolean;
  /** Keys of its own; the focus then starts on the dialog, so that they are heard at once. */
  keys?: readonly Binding[];
}

export function Dialog({ title, onClose, children, actions, wide, keys = [] }: DialogProps) {
  const box = useRef<HTMLDialogElement>(null);
  useKeys('keys.dialog', [{ keys: 'Escape', word: 'keys.close', run: onClose, whileTyping: true }, ...keys], { shuts: true });
  useEffect(() => {
    const before = document.activeElement;
    box.current?.showModal();
    const wanted = '[autofocus], .dialog-body input, .dialog-body textarea, .dialog-body select, .dialog-body button, .dialog-actions button';
    if (keys.length > 0) box.current?.focus();
    else (box.current?.querySelector<HTMLElement>('[autofocus]') ?? box.current?.querySelector<HTMLElement>(wanted))?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog ref={box} tabIndex={-1} class={wide ? 'dialog dialog-wide' : 'dialog'} aria-labelledby="dialog-title" onCancel={(event) => { event.preventDefault(); onClose(); }}>
      <header class="dialog-head">
        <h2 id="dialog-title">{title}</h2>
        <button type="button" class="button button-quiet button-icon" aria-label={t('keys.close')} onClick={onClose}><Icon name="close" /></button>
      </header>
      <div class="dialog-body">{children}</div>
      {actions && <footer class="dialog-actions">{actions}</footer>}
    </dialog>
  );
}
