// What has just been done, with a way back: one line at the foot of the page, read out by screen readers.
import { signal } from '@preact/signals';
import { t } from '../words/words';
import { Keys } from './Keys';

interface Told {
  id: number;
  words: string;
  tone: 'done' | 'bad';
  undo?: (() => void) | undefined;
}

const toast_ms = 8000;
export const told = signal<Told | null>(null);
let count = 0;

export function tell(words: string, options: { tone?: 'done' | 'bad'; undo?: (() => void) | undefined } = {}): void {
  const id = ++count;
  told.value = { id, words, tone: options.tone ?? 'done', undo: options.undo };
  setTimeout(() => {
    if (told.value?.id === id) told.value = null;
  }, toast_ms);
}

export function Toast() {
  const now = told.value;
  return (
    <div class="toast-place" role={now?.tone === 'bad' ? 'alert' : 'status'} aria-live="polite">
      {now && (
        <div class={`toast toast-${now.tone}`}>
          <span dir="auto">{now.words}</span>
          {now.undo && (
            <button type="button" class="button button-quiet" onClick={() => { now.undo?.(); told.value = null; }}>{t('action.undo')} <Keys of="z" /></button>
          )}
        </div>
      )}
    </div>
  );
}
