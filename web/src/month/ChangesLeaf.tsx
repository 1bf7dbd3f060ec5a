// What changed since the last edition: corrections are made in the open.
import { useResource } from '../api/resource';
import { Empty, ProblemNotice, Waiting } from '../design/Notice';
import { Tag } from '../design/Tag';
import { fieldName, valueWords } from '../incident/fieldWords';
import { language } from '../words/language';
import { moment } from '../words/values';
import { t } from '../words/words';

export function ChangesLeaf({ month, area }: { month: string; area: string }) {
  const changes = useResource('GET /months/{month}/changes', { path: { month }, query: area ? { area } : {} }, true);
  if (changes.problem) return <ProblemNotice problem={changes.problem} onRetry={changes.reload} />;
  if (!changes.data) return <Waiting />;
  if (changes.data.first_edition) return <Empty title={t('changes.first')}><p>{t('changes.first_more')}</p></Empty>;
  if (changes.data.items.length === 0) return <Empty title={t('changes.none', { when: moment(changes.data.since) })} />;
  return (
    <section class="leaf-page" aria-label={t('month.changes')}>
      <p class="soft">{t('changes.since', { when: moment(changes.data.since) })}</p>
      <table class="table">
        <thead><tr><th scope="col">{t('column.id')}</th><th scope="col">{t('changes.what')}</th><th scope="col">{t('changes.words')}</th><th scope="col">{t('changes.fields')}</th></tr></thead>
        <tbody>
          {changes.data.items.map((one) => (
            <tr key={one.incident}>
              <td><a class="id-link" href={`/incidents/${one.incident}`}>{one.incident}</a></td>
              <td><Tag tone={one.what === 'new' ? 'good' : one.what === 'gone' ? 'bad' : 'info'}>{t(`changes.${one.what}`)}</Tag></td>
              <td><bdi>{language.value === 'ar' ? one.words_ar : one.words}</bdi></td>
              <td>{one.fields.map((field) => <div key={field.field}>{fieldName(field.field)}: <bdi>{valueWords(field.field, field.before)}</bdi> → <bdi>{valueWords(field.field, field.after)}</bdi></div>)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
