// What could not be taken in, where it stood, and why.
import { usePages } from '../api/pages';
import { More } from '../design/More';
import { Empty, ProblemNotice } from '../design/Notice';
import { moment } from '../words/values';
import { t } from '../words/words';

export function Refusals() {
  const list = usePages('GET /inbox/refused', {}, { live: true });
  if (list.problem) return <ProblemNotice problem={list.problem} onRetry={list.reload} />;
  if (!list.loading && list.items.length === 0) return <Empty title={t('inbox.refused_none')} />;
  return (
    <section aria-label={t('inbox.refused')}>
      <table class="table">
        <thead><tr><th scope="col">{t('inbox.refused_where')}</th><th scope="col">{t('inbox.refused_why')}</th><th scope="col">{t('inbox.refused_when')}</th></tr></thead>
        <tbody>
          {list.items.map((one) => (
            <tr key={one.id}><td class="break"><bdi>{one.where}</bdi></td><td><bdi>{one.why}</bdi></td><td class="cell-short soft">{moment(one.at)}</td></tr>
          ))}
        </tbody>
      </table>
      <More on={list.hasMore} loading={list.loading} onMore={list.more} />
    </section>
  );
}
