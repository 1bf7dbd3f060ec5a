// All changes of the record, the newest first; each can be taken back, and the taking back too.
import { useState } from 'preact/hooks';
import { call } from '../api/client';
import { usePages } from '../api/pages';
import { BecauseDialog } from '../design/BecauseDialog';
import { Button } from '../design/Button';
import { More } from '../design/More';
import { Empty, ProblemNotice, problemWords } from '../design/Notice';
import { tell } from '../design/Toast';
import { fieldName, isKnownField, valueWords } from '../incident/fieldWords';
import { mayReview } from '../session/session';
import { moment } from '../words/values';
import { said } from '../words/said';
import { t, tCode } from '../words/words';

export function ChangesLog() {
  const list = usePages('GET /revisions', {}, { live: true, limit: 100 });
  const [undoing, setUndoing] = useState<number | null>(null);
  const undo = (id: number, because: string) => call('POST /revisions/{id}/undo', { path: { id }, body: { because } })
    .then(() => { tell(t('change.undone')); list.reload(); }).catch((reason: unknown) => tell(problemWords(reason), { tone: 'bad' }));
  return (
    <section aria-label={t('desk.changes')}>
      {list.problem && <ProblemNotice problem={list.problem} onRetry={list.reload} />}
      {!list.loading && !list.problem && list.items.length === 0 && <Empty title={t('desk.changes_none')} />}
      {list.items.length > 0 && (
        <table class="table">
          <thead><tr>
            <th scope="col">{t('log.when')}</th><th scope="col">{t('log.who')}</th><th scope="col">{t('log.what')}</th><th scope="col">{t('column.id')}</th><th scope="col">{t('log.change')}</th><th scope="col">{t('because.label')}</th>
            <th scope="col"><span class="unseen">{t('list.actions')}</span></th>
          </tr></thead>
          <tbody>
            {list.items.map((one) => (
              <tr key={one.id} class={one.undone ? 'undone' : undefined}>
                <td class="cell-short">{moment(one.at)}</td>
                <td><bdi>{one.who}</bdi></td>
                <td>{tCode('revision', one.action)}</td>
                <td><a class="id-link" href={`/incidents/${one.incident}`}>{one.incident}</a></td>
                <td>{one.field && isKnownField(one.field) ? <>{fieldName(one.field)}: <bdi>{valueWords(one.field, one.before ?? '')}</bdi> → <bdi>{valueWords(one.field, one.after ?? '')}</bdi></> : ''}</td>
                <td><bdi>{said(one.because ?? '')}</bdi></td>
                <td class="cell-actions">{mayReview() && !one.undone && !['new', 'join'].includes(one.action) && <Button look="quiet" icon="undo" onClick={() => setUndoing(one.id)}>{t('action.undo')}</Button>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <More on={list.hasMore} loading={list.loading} onMore={list.more} />
      {undoing !== null && <BecauseDialog title={t('action.undo')} action={t('action.undo')} onClose={() => setUndoing(null)} onDone={(because) => { const id = undoing; setUndoing(null); void undo(id, because); }} />}
    </section>
  );
}
