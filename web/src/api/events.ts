// What the server tells unasked: batches being read, a new revision, the desk's counts. Screens read these signals.
import { signal } from '@preact/signals';
import type { Batch, Desk } from './contract';

export const batches = signal<ReadonlyMap<string, Batch>>(new Map());
/** Grows with every change of the record; lists that show it ask again. */
export const newestRevision = signal(0);
export const desk = signal<Desk | null>(null);
/** False while the line to the server is down. */
export const connected = signal(true);

let stream: EventSource | null = null;

export function listen(): void {
  if (stream || typeof EventSource === 'undefined') return;
  stream = new EventSource('/api/v1/events');
  stream.addEventListener('open', () => (connected.value = true));
  stream.addEventListener('error', () => (connected.value = false));
  stream.addEventListener('batch', (event) => keepBatch(JSON.parse(event.data) as Batch));
  stream.addEventListener('changed', (event) => {
    const told = JSON.parse(event.data) as { revision?: number };
    newestRevision.value = told.revision ?? newestRevision.value + 1;
  });
  stream.addEventListener('desk', (event) => {
    const counts = JSON.parse(event.data) as Desk['counts'] | Desk;
    if (desk.value) desk.value = 'counts' in counts ? counts : { ...desk.value, counts };
  });
}

export function stopListening(): void {
  stream?.close();
  stream = null;
}

export function keepBatch(batch: Batch): void {
  const next = new Map(batches.value);
  next.set(batch.id, batch);
  batches.value = next;
}
