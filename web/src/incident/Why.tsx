// Why its reports were joined or kept apart, in words and weights. Asked for only when opened.
import { useState } from 'preact/hooks';
import { useResource } from '../api/resource';
import { ProblemNotice, Waiting } from '../design/Notice';
import { Reasons } from './Reasons';
import { t } from '../words/words';

export function Why({ id }: { id: string }) {
  const [open, setOpen] = useState(false);
  const why = useResource('GET /incidents/{id}/why', open ? { path: { id } } : null);
  return (
    <section>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{t('incident.why')}</summary>
        {why.problem && <ProblemNotice problem={why.problem} onRetry={why.reload} />}
        {open && !why.data && !why.problem && <Waiting />}
        {why.data?.items.length === 0 && <p class="soft">{t('incident.why_none')}</p>}
        {why.data?.items.map((judgement, i) => (
          <div key={i}>
            <p>{judgement.relation === 'joined' ? t('incident.joined') : t('incident.kept_apart')}</p>
            <Reasons reasons={judgement.reasons} />
          </div>
        ))}
      </details>
    </section>
  );
}
