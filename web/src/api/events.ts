// What the server tells unasked: batches being read, a new revision, the desk's counts. Screens read these signals.
import { signal } from '@preact/signals';
import { call } from './client';
import type { Batch, Desk } from './contract';

export const batches = signal<ReadonlyMap<string, Batch>>(new Map());
/** Grows with every change of the record; lists that show it ask again. */
export const changeCount = signal(0);
export const desk = signal<Desk | null>(null);
/** False while the line to the server is down. */
export const connected = signal(true);

let stream: EventSource | null = null;

export function listen(): void {
  if (stream || typeof EventSource === 'undefined') return;
  stream = new EventSource('/api/v1/events');
  stream.addEventListener('open', () => (connected.value = true));
  stream.addEventListener('error', listenAgain);
  stream.addEventListener('batch', (event) => {
    const batch = JSON.parse(event.data) as Batch;
    keepBatch(batch);
    if (batch.ended_at !== null) recordChanged();
  });
  stream.addEventListener('changed', recordChanged);
  stream.addEventListener('desk', (event) => {
    const counts = JSON.parse(event.data) as Desk['counts'] | Desk;
    if (desk.value) desk.value = 'counts' in counts ? counts : { ...desk.value, counts };
  });
}

export function stopListening(): void {
  if (waiting !== null) clearTimeout(waiting);
  waiting = null;
  stream?.close();
  stream = null;
}

const listen_again_ms = 4000;
let waiting: ReturnType<typeof setTimeout> | null = null;

/** A browser takes up a broken line by itself, but not one that the server has refused. */
function listenAgain(): void {
  connected.value = false;
  if (stream?.readyState !== EventSource.CLOSED || waiting !== null) return;
  stream = null;
  waiting = setTimeout(() => {
    waiting = null;
    listen();
  }, listen_again_ms);
}

/** The answer to a request can come after the news that the batch is done: what has ended stays ended. */
export function keepBatch(batch: Batch): void {
  if (batch.ended_at === null && batches.value.get(batch.id)?.ended_at) return;
  const next = new Map(batches.value);
  next.set(batch.id, batch);
  batches.value = next;
}

const settle_ms = 250;
let settling: ReturnType<typeof setTimeout> | null = null;

/** Many changes in a row, of a bulk action for instance, are one reason to ask again. */
export function recordChanged(): void {
  if (settling !== null) return;
  settling = setTimeout(() => {
    settling = null;
    changeCount.value += 1;
    void call('GET /desk').then((counts) => (desk.value = counts)).catch(() => (connected.value = false));
  }, settle_ms);
}
