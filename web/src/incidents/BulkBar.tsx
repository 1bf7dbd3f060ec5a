// What is done with all chosen incidents at once; each by its version, and what fails is said one by one.
import { useState } from 'preact/hooks';
import { call } from '../api/client';
import type { BulkResult, IncidentRow } from '../api/contract';
import { BecauseDialog } from '../design/BecauseDialog';
import { Button } from '../design/Button';
import { Dialog } from '../design/Dialog';
import { Select } from '../design/Field';
import { problemWords } from '../design/Notice';
import { tell } from '../design/Toast';
import { editor } from '../incident/EditField';
import { fieldName } from '../incident/fieldWords';
import { mayEdit } from '../session/session';
import { t } from '../words/words';

type Asking = 'withdraw' | 'set' | null;
const settable = ['kind', 'status', 'target_class', 'perpetrator'] as const;

export function BulkBar({ chosen, onDone, onClear }: { chosen: readonly IncidentRow[]; onDone: () => void; onClear: () => void }) {
  const [asking, setAsking] = useState<Asking>(null);
  const [failed, setFailed] = useState<BulkResult['items'] | null>(null);
  const run = async (body: { action: 'accept' | 'withdraw' | 'set'; set?: Record<string, string>; because?: string }) => {
    setAsking(null);
    try {
      const result = await call('POST /incidents/bulk', { body: { ...body, incidents: chosen.map((row) => ({ id: row.id, version: row.version })) } });
      const bad = result.items.filter((item) => !item.done);
      tell(t('bulk.done', { count: result.items.length - bad.length }));
      if (bad.length > 0) setFailed(bad);
      onDone();
    } catch (reason) {
      tell(problemWords(reason), { tone: 'bad' });
    }
  };
  return (
    <div class="bulk" role="group" aria-label={t('bulk.label')}>
      <span role="status">{t('bulk.chosen', { count: chosen.length })}</span>
      <Button icon="check" onClick={() => void run({ action: 'accept' })}>{t('bulk.accept')}</Button>
      <Button onClick={() => setAsking('set')}>{t('bulk.set')}</Button>
      {mayEdit() && <Button onClick={() => setAsking('withdraw')}>{t('bulk.withdraw')}</Button>}
      <Button look="quiet" onClick={onClear}>{t('bulk.clear')}</Button>
      {asking === 'withdraw' && (
        <BecauseDialog title={t('bulk.withdraw_title', { count: chosen.length })} action={t('bulk.withdraw')} danger onClose={() => setAsking(null)}
          onDone={(because) => void run({ action: 'withdraw', because })} />
      )}
      {asking === 'set' && <SetDialog count={chosen.length} onClose={() => setAsking(null)} onDone={(set, because) => void run({ action: 'set', set, because })} />}
      {failed && (
        <Dialog title={t('bulk.failed', { count: failed.length })} onClose={() => setFailed(null)}>
          <ul class="plain-list">{failed.map((item) => <li key={item.id}><a class="id-link" href={`/incidents/${item.id}`}>{item.id}</a> <bdi>{item.problem}</bdi></li>)}</ul>
        </Dialog>
      )}
    </div>
  );
}

function SetDialog({ count, onDone, onClose }: { count: number; onDone: (set: Record<string, string>, because: string) => void; onClose: () => void }) {
  const [field, setField] = useState<string>('kind');
  const [value, setValue] = useState('unknown');
  return (
    <BecauseDialog title={t('bulk.set_title', { count })} action={t('bulk.set')} onClose={onClose} onDone={(because) => onDone({ [field]: value }, because)}>
      <Select label={t('list.field')} value={field} onChange={(name) => { setField(name); setValue('unknown'); }} options={settable.map((name) => ({ value: name, label: fieldName(name) }))} />
      {editor(field, null, { value, onValue: setValue })}
    </BecauseDialog>
  );
}
