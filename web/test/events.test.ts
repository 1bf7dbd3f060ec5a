import { expect, it } from 'vitest';
import type { Batch } from '../src/api/contract';
import { batches, keepBatch } from '../src/api/events';

const batch = (state: Batch['state'], ended_at: string | null): Batch => ({
  id: 'B1', by: 'nour', what: '1 pasted text', state, started_at: '2024-03-01T07:00:00Z', ended_at, bytes_done: 0, bytes_total: 0, read: 0, already: 0, not_read: 0, refused: 0,
  accounts: 0, tallies: 0, new_incidents: 0, joined: 0, refusals: [], error: null,
});

it('a batch that is done stays done, even when the answer to its request comes late', () => {
  keepBatch(batch('done', '2024-03-01T07:00:01Z'));
  keepBatch(batch('waiting', null));

  expect(batches.value.get('B1')?.state).toBe('done');
});
