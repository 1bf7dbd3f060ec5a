// Who changed what, when and why, the newest first. Nothing is ever taken out of it.
import { useResource } from '../api/resource';
import { ProblemNotice, Waiting } from '../design/Notice';
import { moment } from '../words/values';
import { said } from '../words/said';
import { t, tCode } from '../words/words';
import { fieldName, isKnownField, valueWords } from './fieldWords';

export function History({ id, version }: { id: string; version: number }) {
  const history = useResource('GET /incidents/{id}/history', { path: { id } }, true);
  return (
    <section data-version={version}>
      <h2>{t('incident.history')}</h2>
      {history.problem && <ProblemNotice problem={history.problem} onRetry={history.reload} />}
      {!history.data && !history.problem && <Waiting />}
      <ol class="history">
        {history.data?.items.map((one) => (
          <li key={one.id} class={one.undone ? 'undone' : undefined}>
            <span class="soft">{moment(one.at)}</span> <strong dir="auto">{one.who}</strong> {tCode('revision', one.action)}
            {one.field && isKnownField(one.field) && <> · {fieldName(one.field)}: <bdi>{valueWords(one.field, one.before ?? '')}</bdi> → <bdi>{valueWords(one.field, one.after ?? '')}</bdi></>}
            {one.because && <q dir="auto">{said(one.because)}</q>}
            {one.undone && <span class="soft"> {t('incident.undone')}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}
