// The first reading: the queue, the report with its evidence, the fields. Everything by keys.
import { useState } from 'preact/hooks';
import { route, setQuery } from '../app/route';
import { usePages } from '../api/pages';
import { useResource } from '../api/resource';
import type { Change, Pair, QueueItem } from '../api/contract';
import { call } from '../api/client';
import { BecauseDialog } from '../design/BecauseDialog';
import { ProblemNotice, Waiting } from '../design/Notice';
import { useChanges, type Changing } from '../incident/changes';
import { EditField } from '../incident/EditField';
import { MergeDialog, type Verdict } from '../incident/MergeDialog';
import { SplitDialog } from '../incident/SplitDialog';
import { useKeys } from '../keys/keymap';
import { mayEdit, mayReview } from '../session/session';
import { t } from '../words/words';
import { IncidentDesk } from './IncidentDesk';
import { QueueFilters, queueFiltersOf } from './QueueFilters';
import { QueueList } from './QueueList';
import { usePinned } from './usePinned';
import { ActionBar } from './ActionBar';

export type Asking = { what: 'edit'; field: string } | { what: 'split' } | { what: 'merge' } | { what: 'reject' } | null;

export function FirstReading() {
  const query = route.value.query;
  const filters = queueFiltersOf(query);
  const queue = usePages('GET /review/queue', { query: { stage: 'first', ...filters } }, { live: true, limit: 50 });
  const at = usePinned(queue.items);
  const incident = useResource('GET /incidents/{id}', at ? { path: { id: at } } : null, true);
  const [asking, setAsking] = useState<Asking>(null);
  const [hidden, setHidden] = useState(false);
  const [active, setActive] = useState<string | null>(null);
  const open = (id: string | null) => setQuery({ at: id });

  const changes = useChanges((change) => {
    incident.put(change.incident);
    if (change.incident.id !== at) open(change.incident.id);
    queue.reload();
  });
  const acts = actions(incident.data, changes, () => open(after(queue.items, at)));

  const step = (by: number) => {
    const next = queue.items[Math.max(0, queue.items.findIndex((item) => item.incident.id === at) + by)];
    if (next) open(next.incident.id);
  };
  useKeys('keys.review', [
    { keys: 'n', word: 'keys.next', run: () => step(1), also: ['PageDown'] },
    { keys: 'p', word: 'keys.previous', run: () => step(-1), also: ['PageUp'] },
    { keys: 'q', word: 'keys.queue', run: () => setHidden(!hidden) },
    ...(mayReview() ? [
      { keys: 'a', word: 'review.accept' as const, run: () => void acts.accept() },
      { keys: 'm', word: 'review.merge' as const, run: () => incident.data && setAsking({ what: 'merge' }) },
      { keys: 's', word: 'review.split' as const, run: () => incident.data && setAsking({ what: 'split' }) },
      ...(mayEdit() ? [{ keys: 'x', word: 'review.reject' as const, run: () => incident.data && setAsking({ what: 'reject' }) }] : []),
      { keys: 'z', word: 'action.undo' as const, run: changes.undoLast },
    ] : []),
  ]);

  const close = () => setAsking(null);
  const shown = incident.data;
  return (
    <div class={hidden ? 'review review-no-queue' : 'review'}>
      {!hidden && (
        <div class="review-queue">
          <QueueFilters filters={filters} />
          <QueueList items={queue.items} total={queue.total} at={at} onOpen={open} loading={queue.loading} hasMore={queue.hasMore} onMore={queue.more}
            problem={queue.problem} onRetry={queue.reload} empty={t('review.empty')} />
        </div>
      )}
      <div class="review-desk">
        {incident.problem && <ProblemNotice problem={incident.problem} onRetry={incident.reload} />}
        {!shown && !incident.problem && (at ? <Waiting /> : <p class="review-done">{queue.loading ? t('notice.loading') : t('review.done')}</p>)}
        {shown && (
          <IncidentDesk key={shown.id} incident={shown} firstReport={queue.items.find((item) => item.incident.id === at)?.report ?? null}
            active={active} onActive={setActive} onSet={acts.set} onEdit={(field) => setAsking({ what: 'edit', field })} quiet={asking !== null}
            actions={<ActionBar incident={shown} busy={changes.busy} canUndo={changes.canUndo} onAccept={() => void acts.accept()} onAsk={setAsking} onUndo={changes.undoLast} />} />
        )}
      </div>
      {shown && asking?.what === 'edit' && (
        <EditField field={asking.field} incident={shown} onClose={close} onDone={(value, because) => { close(); acts.set(asking.field, value, because); }} />
      )}
      {shown && asking?.what === 'split' && (
        <SplitDialog incident={shown} onClose={close} onDone={(accounts, because) => { close(); acts.split(accounts, because); }} />
      )}
      {shown && asking?.what === 'merge' && (
        <MergeDialog incident={shown} onClose={close} onVerdict={(verdict, pair) => { close(); acts.decide(verdict, pair); }} />
      )}
      {shown && asking?.what === 'reject' && (
        <BecauseDialog title={t('reject.title', { id: shown.id })} action={t('review.reject')} danger usual={t('because.no_incident')} onClose={close}
          onDone={(because) => { close(); acts.reject(because); }}><p>{t('reject.what')}</p></BecauseDialog>
      )}
      {changes.dialog}
    </div>
  );
}

function after(items: readonly QueueItem[], at: string | null): string | null {
  const index = items.findIndex((item) => item.incident.id === at);
  return items[index + 1]?.incident.id ?? items.find((item) => item.incident.id !== at)?.incident.id ?? null;
}

/** What can be done with the incident on screen; `done` goes on to the next. */
export function actions(incident: Change['incident'] | null, changes: Changing, done: () => void) {
  const path = { id: incident?.id ?? '' };
  const version = incident?.version ?? 0;
  const goOn = (change: Change | null) => change && done();
  return {
    accept: async () => {
      if (incident) goOn(await changes.change((now) => call('POST /incidents/{id}/accept', { path, version: now }), version, t('change.accepted', { id: path.id })));
    },
    set: (field: string, value: string, because: string) =>
      void changes.change((now) => call('PATCH /incidents/{id}', { path, version: now, body: { set: { [field]: value }, because } }), version, t('change.set', { id: path.id })),
    split: (accounts: number[], because: string) =>
      void changes.change((now) => call('POST /incidents/{id}/split', { path, version: now, body: { accounts, because } }), version, t('change.split', { id: path.id })),
    reject: async (because: string) =>
      goOn(await changes.change((now) => call('POST /incidents/{id}/withdraw', { path, version: now, body: { because } }), version, t('change.withdrawn', { id: path.id }))),
    decide: (verdict: Verdict, pair: Pair) =>
      void changes.change((now) => call('POST /review/decide', {
        body: { a: pair.a.id, b: pair.b.id, verdict, because: t(`because.${verdict}`), version_a: now, version_b: pair.b.version },
      }), version, t(`change.${verdict}`, { a: pair.a.id, b: pair.b.id })),
  };
}
