// Releasing an edition: provisional while the month is open, final when it is closed. What was released stays as it was.
import { useState } from 'preact/hooks';
import { call } from '../api/client';
import type { Month } from '../api/contract';
import { Button } from '../design/Button';
import { Dialog } from '../design/Dialog';
import { Select } from '../design/Field';
import { problemWords } from '../design/Notice';
import { tell } from '../design/Toast';
import { monthName } from '../words/values';
import { areaName } from '../words/vocabulary';
import { t } from '../words/words';

interface ReleaseDialogProps {
  month: Month;
  area: string;
  onClose: () => void;
  onDone: () => void;
}

export function ReleaseDialog({ month, area, onClose, onDone }: ReleaseDialogProps) {
  const closed = month.state === 'closed';
  const [stage, setStage] = useState<'provisional' | 'final'>(closed ? 'final' : 'provisional');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const release = async () => {
    setBusy(true);
    try {
      const edition = await call('POST /months/{month}/release', { path: { month: month.month }, body: { stage, ...(area ? { area } : {}) } });
      tell(t('release.done', { count: edition.incidents }));
      onDone();
    } catch (reason) {
      setBusy(false);
      setProblem(problemWords(reason));
    }
  };
  return (
    <Dialog title={t('release.title', { month: monthName(month.month) })} onClose={onClose} actions={<>
      <Button onClick={onClose}>{t('action.cancel')}</Button>
      <Button look="main" disabled={busy} onClick={() => void release()}>{t('gate.release')}</Button>
    </>}>
      <div class="stack">
        <p>{t('release.what', { area: area ? areaName(area) : t('filter.all_areas') })}</p>
        <Select label={t('release.stage')} value={stage} onChange={(value) => setStage(value as typeof stage)} hint={closed ? undefined : t('release.only_provisional')}
          options={[{ value: 'provisional', label: t('stage.provisional') }, ...(closed ? [{ value: 'final', label: t('stage.final') }] : [])]} />
        {problem && <p class="field-error" role="alert" dir="auto">{problem}</p>}
      </div>
    </Dialog>
  );
}
