// The inbox: what came in, what is being read, what was refused and why.
import { useEffect, useState } from 'preact/hooks';
import { route, setQuery } from '../app/route';
import { batches, desk, keepBatch } from '../api/events';
import { useResource } from '../api/resource';
import { Page } from '../design/Page';
import { Tabs } from '../design/Tabs';
import { useKeys } from '../keys/keymap';
import { mayReview } from '../session/session';
import { bytes, number } from '../words/values';
import { t } from '../words/words';
import { DropPlace, PasteDialog } from './AddReports';
import { BatchLine } from './BatchLine';
import { Feeds } from './Feeds';
import { Refusals } from './Refusals';
import { ReportList } from './ReportList';
import { sending } from './uploads';

const leaves = ['reports', 'feeds', 'refused'] as const;
type Leaf = (typeof leaves)[number];

export function InboxPage() {
  const [pasting, setPasting] = useState(false);
  const asked = route.value.query.get('leaf') as Leaf | null;
  const leaf: Leaf = asked && leaves.includes(asked) ? asked : 'reports';
  const counts = desk.value?.counts;
  useKeys('keys.inbox', mayReview() ? [{ keys: 'p', word: 'inbox.paste', run: () => setPasting(true) }] : []);
  return (
    <Page title={t('nav.inbox')} aside={counts && <span>{t('inbox.held', { count: counts.reports })}</span>}>
      {mayReview() && <DropPlace onPaste={() => setPasting(true)} />}
      <Progress />
      <Tabs label={t('inbox.leaves')} open={leaf} tabs={[
        { id: 'reports', label: t('inbox.reports'), href: '/inbox', count: counts && number(counts.reports) },
        { id: 'feeds', label: t('inbox.feeds'), href: '/inbox?leaf=feeds' },
        { id: 'refused', label: t('inbox.refused'), href: '/inbox?leaf=refused', count: counts && number(counts.refused) },
      ]} />
      {leaf === 'reports' && <ReportList state={route.value.query.get('state') ?? 'all'} words={route.value.query.get('words') ?? ''}
        onState={(state) => setQuery({ state: state === 'all' ? null : state })} onWords={(words) => setQuery({ words })} />}
      {leaf === 'feeds' && <Feeds />}
      {leaf === 'refused' && <Refusals />}
      {pasting && <PasteDialog onClose={() => setPasting(false)} />}
    </Page>
  );
}

const batches_shown_max = 4;

function Progress() {
  const last = useResource('GET /inbox/batches', {});
  useEffect(() => last.data?.items.forEach((batch) => {
    if (!batches.value.has(batch.id)) keepBatch(batch);
  }), [last.data]);
  const shown = [...batches.value.values()].sort((a, b) => b.started_at.localeCompare(a.started_at)).slice(0, batches_shown_max);
  const out = sending.value;
  if (shown.length === 0 && out.length === 0) return null;
  const sent = out.reduce((sum, one) => sum + one.sent, 0);
  const size = out.reduce((sum, one) => sum + one.size, 0);
  return (
    <section class="batches" aria-label={t('inbox.progress')}>
      {out.length > 0 && (
        <p class="batch-line" role="status">
          {t('inbox.sending', { count: out.length })} <progress class="progress" max={size || 1} value={sent} aria-label={t('inbox.progress')} />
          <span class="soft">{bytes(sent)} / {bytes(size)}</span>
        </p>
      )}
      <ul class="plain-list">{shown.map((batch) => <BatchLine key={batch.id} batch={batch} />)}</ul>
    </section>
  );
}
