// Splitting: which accounts tell another incident.
import { useState } from 'preact/hooks';
import type { Incident } from '../api/contract';
import { BecauseDialog } from '../design/BecauseDialog';
import { Checkbox } from '../design/Field';
import { dateWords, partialDate } from '../words/values';
import { label } from '../words/vocabulary';
import { t } from '../words/words';

interface SplitDialogProps {
  incident: Incident;
  onDone: (accounts: number[], because: string) => void;
  onClose: () => void;
}

export function SplitDialog({ incident, onDone, onClose }: SplitDialogProps) {
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const whole = chosen.length === incident.accounts.length;
  const toggle = (id: number, on: boolean) => setChosen(on ? [...chosen, id] : chosen.filter((one) => one !== id));
  return (
    <BecauseDialog title={t('split.title', { id: incident.id })} action={t('action.split')} usual={t('because.split')} onClose={onClose}
      onDone={(because) => chosen.length > 0 && !whole && onDone([...chosen], because)}>
      <p>{t('split.which')}</p>
      <ul class="plain-list account-choice">
        {incident.accounts.map((account) => (
          <li key={account.id}>
            <Checkbox label={`${account.publisher || t('report.no_publisher')} · ${account.published ? partialDate(account.published) : t('report.no_day')}`}
              checked={chosen.includes(account.id)} onChange={(on) => toggle(account.id, on)} />
            <span class="soft">{label('kinds', account.kind)} · {dateWords(account.date)}</span>
            <blockquote dir="auto" lang={account.language}>{account.evidence[0]?.text}</blockquote>
          </li>
        ))}
      </ul>
      {whole && <p class="field-error" role="alert">{t('split.not_all')}</p>}
    </BecauseDialog>
  );
}
