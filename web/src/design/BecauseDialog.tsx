// Asks for the reason of a change: it is kept in the record beside who and when.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../words/words';
import { Button } from './Button';
import { Dialog } from './Dialog';
import { TextArea } from './Field';

interface BecauseProps {
  title: string;
  action: string;
  danger?: boolean;
  /** A reason that most often holds; can be changed. */
  usual?: string;
  onDone: (because: string) => void;
  onClose: () => void;
  children?: ComponentChildren;
}

export function BecauseDialog({ title, action, danger, usual = '', onDone, onClose, children }: BecauseProps) {
  const [because, setBecause] = useState(usual);
  const ready = because.trim().length > 0;
  const done = () => ready && onDone(because.trim());
  return (
    <Dialog title={title} onClose={onClose} actions={<>
      <Button onClick={onClose}>{t('action.cancel')}</Button>
      <Button look={danger ? 'danger' : 'main'} disabled={!ready} onClick={done} keys="Ctrl+Enter">{action}</Button>
    </>}>
      <form class="stack" onSubmit={(event) => { event.preventDefault(); done(); }}
        onKeyDown={(event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) { event.preventDefault(); done(); } }}>
        {children}
        <TextArea label={t('because.label')} hint={t('because.hint')} value={because} onInput={setBecause} rows={2} maxLength={1000} autofocus required />
      </form>
    </Dialog>
  );
}
