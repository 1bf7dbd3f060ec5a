// One batch: how far it is, what came of it, what was refused and why.
import { useState } from 'preact/hooks';
import { call } from '../api/client';
import type { Batch } from '../api/contract';
import { keepBatch } from '../api/events';
import { Button } from '../design/Button';
import { problemWords } from '../design/Notice';
import { tell } from '../design/Toast';
import { moment } from '../words/values';
import { t, tCode } from '../words/words';

export function BatchLine({ batch }: { batch: Batch }) {
  const [open, setOpen] = useState(false);
  const running = batch.state === 'reading' || batch.state === 'waiting';
  const done = batch.bytes_total > 0 ? batch.bytes_done / batch.bytes_total : 0;
  const stop = () => call('DELETE /inbox/batches/{id}', { path: { id: batch.id } }).then(keepBatch).catch((reason: unknown) => tell(problemWords(reason), { tone: 'bad' }));
  return (
    <li class="batch" data-state={batch.state}>
      <div class="batch-line">
        <span class="batch-what" dir="auto">{batch.what}</span>
        <span class="soft">{tCode('batch', batch.state)}{!running && batch.ended_at ? ` · ${moment(batch.ended_at)}` : ''}</span>
        {running && <progress class="progress" max={1} value={done} aria-label={t('inbox.progress')} />}
        <span class="batch-counts">
          <span>{t('inbox.batch_read', { count: batch.read })}</span>
          {batch.already > 0 && <span class="soft">{t('inbox.batch_already', { count: batch.already })}</span>}
          {batch.new_incidents > 0 && <span>{t('inbox.batch_new', { count: batch.new_incidents })}</span>}
          {batch.joined > 0 && <span>{t('inbox.batch_joined', { count: batch.joined })}</span>}
          {batch.not_read > 0 && <span class="doubt">{t('inbox.batch_not_read', { count: batch.not_read })}</span>}
        </span>
        {batch.refused > 0 && <Button look="quiet" expanded={open} onClick={() => setOpen(!open)}>{t('inbox.batch_refused', { count: batch.refused })}</Button>}
        {running && <Button look="quiet" onClick={() => void stop()}>{t('inbox.stop')}</Button>}
      </div>
      {batch.error && <p class="field-error" role="alert" dir="auto">{batch.error}</p>}
      {open && (
        <ul class="refusals">
          {batch.refusals.map((one) => <li key={one.id}><bdi class="refusal-where">{one.where}</bdi><bdi>{one.why}</bdi></li>)}
        </ul>
      )}
    </li>
  );
}
