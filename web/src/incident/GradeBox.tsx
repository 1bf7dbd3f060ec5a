// The grade with its rule, and the Admiralty code as two fields that are judged apart.
import type { Incident } from '../api/contract';
import { Button } from '../design/Button';
import { Tag } from '../design/Tag';
import { label } from '../words/vocabulary';
import { said } from '../words/said';
import { t } from '../words/words';

export function GradeBox({ incident, onEdit }: { incident: Incident; onEdit: ((field: string) => void) | null }) {
  const { admiralty } = incident;
  const line = (field: 'admiralty_source' | 'admiralty_item', set: string | null, proposed: string) => (
    <div class="admiralty-line">
      <dt>{t(`field.${field}`)}</dt>
      <dd>
        <span class="admiralty-letter">{set ?? '–'}</span>
        {set ? <span>{t(`${field}.${set}` as 'admiralty_source.A')}</span> : <span class="soft">{t('admiralty.proposed', { code: proposed })} {t(`${field}.${proposed}` as 'admiralty_source.A')}</span>}
        {onEdit && <Button look="quiet" onClick={() => onEdit(field)} label={t('incident.correct_field', { field: t(`field.${field}`) })}>{t('review.edit')}</Button>}
      </dd>
    </div>
  );
  return (
    <section>
      <h2>{t('incident.grade')}</h2>
      <p><Tag tone={incident.grade === 'confirmed' ? 'good' : incident.grade === 'contested' ? 'doubt' : 'plain'}>{label('grades', incident.grade)}</Tag> <span class="soft">{t('incident.independent', { count: incident.independent_sources })}</span></p>
      {incident.grade_rule && <p class="soft" dir="auto">{said(incident.grade_rule)}</p>}
      <dl class="admiralty">
        {line('admiralty_source', admiralty.source, admiralty.proposed_source)}
        {line('admiralty_item', admiralty.item, admiralty.proposed_item)}
      </dl>
    </section>
  );
}
