// One incident with all that is known: every account with its sentence, every value with its source, every change with its reason.
import { useState } from 'preact/hooks';
import { navigate } from '../app/route';
import { useResource } from '../api/resource';
import { BecauseDialog } from '../design/BecauseDialog';
import { Button } from '../design/Button';
import { ProblemNotice, Waiting } from '../design/Notice';
import { Page } from '../design/Page';
import { Tag } from '../design/Tag';
import { useKeys } from '../keys/keymap';
import { actions, type Asking } from '../review/FirstReading';
import { mayEdit, mayReview } from '../session/session';
import { dateWords, placeWords } from '../words/values';
import { label } from '../words/vocabulary';
import { t, tCode } from '../words/words';
import { Accounts } from './Accounts';
import { useChanges } from './changes';
import { EditField } from './EditField';
import { GradeBox } from './GradeBox';
import { History } from './History';
import { MergeDialog } from './MergeDialog';
import { SplitDialog } from './SplitDialog';
import { ValuesTable } from './ValuesTable';
import { Why } from './Why';

export function IncidentPage({ id }: { id: string }) {
  const found = useResource('GET /incidents/{id}', { path: { id } }, true);
  const [asking, setAsking] = useState<Asking>(null);
  const changes = useChanges((change) => {
    found.put(change.incident);
    if (change.incident.id !== id) navigate(`/incidents/${change.incident.id}`, 'replace');
  });
  const acts = actions(found.data, changes, () => {});
  const close = () => setAsking(null);
  const incident = found.data;
  useKeys('keys.incident', incident && mayReview() ? [
    { keys: 'a', word: 'review.accept', run: () => void acts.accept() },
    { keys: 'm', word: 'review.merge', run: () => setAsking({ what: 'merge' }) },
    { keys: 's', word: 'review.split', run: () => setAsking({ what: 'split' }) },
    ...(mayEdit() ? [{ keys: 'x', word: 'review.reject' as const, run: () => setAsking({ what: 'reject' }) }] : []),
    { keys: 'z', word: 'action.undo', run: changes.undoLast },
  ] : []);
  if (found.problem) return <Page title={id}><ProblemNotice problem={found.problem} onRetry={found.reload} /></Page>;
  if (!incident) return <Page title={id}><Waiting /></Page>;
  return (
    <Page title={`${label('kinds', incident.kind)}${t('value.comma')}${placeWords(incident.place)}`}
      aside={<>
        <span class="id">{incident.id}</span>
        <span>{dateWords(incident.date)}</span>
        {incident.withdrawn ? <Tag tone="bad">{t('incident.withdrawn')}</Tag> : incident.accepted
          ? <Tag tone="good">{incident.accepted_by ? t('incident.accepted_by', { who: incident.accepted_by }) : t('incident.accepted')}</Tag> : <Tag tone="doubt">{t('incident.machine')}</Tag>}
        {incident.background_only && <Tag>{t('incident.background')}</Tag>}
        {incident.forwards_from.length > 0 && <span class="soft">{t('incident.forwards', { ids: incident.forwards_from.join(', ') })}</span>}
      </>}
      actions={mayReview() && <>
        <Button icon="review" onClick={() => navigate(`/review?at=${incident.id}`)}>{t('incident.to_review')}</Button>
        {!incident.accepted && !incident.withdrawn && <Button look="main" icon="check" keys="a" disabled={changes.busy} onClick={() => void acts.accept()}>{t('review.accept')}</Button>}
        <Button icon="undo" keys="z" disabled={!changes.canUndo} onClick={changes.undoLast}>{t('action.undo')}</Button>
      </>}>
      <div class="incident">
        <div class="incident-main">
          <ValuesTable incident={incident} onEdit={mayReview() ? (field) => setAsking({ what: 'edit', field }) : null} />
          <Accounts incident={incident} />
        </div>
        <aside class="incident-side">
          <GradeBox incident={incident} onEdit={mayReview() ? (field) => setAsking({ what: 'edit', field }) : null} />
          {incident.second_reader.state !== 'not_needed' && (
            <section>
              <h2>{t('second.title')}</h2>
              <p>{t(`second.state_${incident.second_reader.state}`)} {incident.second_reader.because.map((why) => <Tag key={why}>{tCode('second', why)}</Tag>)}</p>
              {incident.second_reader.state === 'needed' && <a href={`/review?leaf=second&at=${incident.id}`}>{t('second.go')}</a>}
            </section>
          )}
          {incident.likely_the_same.length > 0 && (
            <section>
              <h2>{t('incident.likely_the_same')}</h2>
              <p class="row">{incident.likely_the_same.map((one) => <a key={one} class="id-link" href={`/incidents/${one}`}>{one}</a>)}</p>
              {mayReview() && <Button keys="m" onClick={() => setAsking({ what: 'merge' })}>{t('incident.compare')}</Button>}
            </section>
          )}
          <History id={incident.id} version={incident.version} />
          <Why id={incident.id} />
        </aside>
      </div>
      {asking?.what === 'edit' && <EditField field={asking.field} incident={incident} onClose={close} onDone={(value, because) => { close(); acts.set(asking.field, value, because); }} />}
      {asking?.what === 'split' && <SplitDialog incident={incident} onClose={close} onDone={(accounts, because) => { close(); acts.split(accounts, because); }} />}
      {asking?.what === 'merge' && <MergeDialog incident={incident} onClose={close} onVerdict={(verdict, pair) => { close(); acts.decide(verdict, pair); }} />}
      {asking?.what === 'reject' && (
        <BecauseDialog title={t('reject.title', { id: incident.id })} action={t('review.reject')} danger usual={t('because.no_incident')} onClose={close}
          onDone={(because) => { close(); void acts.reject(because); }}><p>{t('reject.what')}</p></BecauseDialog>
      )}
      {changes.dialog}
    </Page>
  );
}
