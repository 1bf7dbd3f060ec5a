// Tallies: what others count or claim, beside what we counted for the same place and time. Never added to ours.
import { route, setQuery } from '../app/route';
import { usePages } from '../api/pages';
import { desk } from '../api/events';
import type { Tally } from '../api/contract';
import { Select, TextField } from '../design/Field';
import { More } from '../design/More';
import { Empty, ProblemNotice, Waiting } from '../design/Notice';
import { Page } from '../design/Page';
import { monthsBetween } from '../month/months';
import { useTyped } from '../registers/useTyped';
import { dateWords, monthName, number, partialDate, placeName } from '../words/values';
import { areaName, vocabulary } from '../words/vocabulary';
import { t } from '../words/words';

export function TalliesPage() {
  const query = route.value.query;
  const month = query.get('month') ?? '';
  const area = query.get('area') ?? '';
  const search = useTyped();
  const list = usePages('GET /tallies', { query: { ...(month ? { month } : {}), ...(area ? { area } : {}), ...(search.words ? { words: search.words } : {}) } }, { live: true });
  const months = desk.value ? monthsBetween(desk.value.months.first, desk.value.months.last) : [];
  return (
    <Page title={t('nav.tallies')} aside={<span role="status">{t('tallies.count', { count: list.total })}</span>}>
      <p class="intro">{t('tallies.intro')}</p>
      <div class="filters">
        <TextField label={t('filter.words')} type="search" value={search.typed} onInput={search.type} />
        <Select label={t('filter.month')} value={month} onChange={(value) => setQuery({ month: value })} options={[{ value: '', label: t('filter.all_months') }, ...months.map((one) => ({ value: one, label: monthName(one) }))]} />
        <Select label={t('filter.area')} value={area} onChange={(value) => setQuery({ area: value })} options={[{ value: '', label: t('filter.all_areas') }, ...(vocabulary.value?.areas ?? []).map((one) => ({ value: one.code, label: areaName(one.code) }))]} />
      </div>
      {list.problem && <ProblemNotice problem={list.problem} onRetry={list.reload} />}
      {list.loading && list.items.length === 0 && <Waiting />}
      {!list.loading && !list.problem && list.items.length === 0 && <Empty title={t('tallies.empty')} />}
      {list.items.length > 0 && (
        <table class="table tallies">
          <thead><tr>
            <th scope="col">{t('tallies.claimant')}</th><th scope="col" class="number">{t('tallies.claimed')}</th><th scope="col">{t('tallies.unit')}</th><th scope="col">{t('tallies.scope')}</th><th scope="col">{t('tallies.period')}</th>
            <th scope="col">{t('tallies.ours')}</th><th scope="col">{t('tallies.report')}</th>
          </tr></thead>
          <tbody>{list.items.map((tally) => <Row key={tally.id} tally={tally} />)}</tbody>
        </table>
      )}
      <More on={list.hasMore} loading={list.loading} onMore={list.more} />
    </Page>
  );
}

function Row({ tally }: { tally: Tally }) {
  return (
    <tr>
      <th scope="row"><bdi>{tally.claimant ?? tally.actor ?? t('value.unknown')}</bdi></th>
      <td class="number tally-number">{number(tally.quantity)}</td>
      <td><bdi>{tally.unit}</bdi></td>
      <td><bdi>{tally.scope_place ? placeName(tally.scope_place) : tally.scope ?? '–'}</bdi></td>
      <td>{dateWords(tally.period)}{tally.period_text && <span class="soft"> «<bdi>{tally.period_text}</bdi>»</span>}</td>
      <td>{tally.ours ? <Ours tally={tally} /> : <span class="soft">{tally.why_code ? t(`tallies.why.${tally.why_code}`) : t('tallies.not_countable')}</span>}</td>
      <td class="cell-wide">
        <a href={`/reports/${tally.report}`} dir="auto">{tally.publisher || t('report.no_publisher')}</a> <span class="soft">{tally.published ? partialDate(tally.published) : ''}</span>
        <q dir="auto">{tally.evidence.text}</q>
      </td>
    </tr>
  );
}

/** Two bars on one scale: theirs outlined, ours filled, so that the gap is seen and the sum never made. */
function Ours({ tally }: { tally: Tally }) {
  const ours = tally.ours;
  if (!ours) return null;
  const most = Math.max(tally.quantity, ours.max, 1);
  const words = ours.min === ours.max ? number(ours.min) : `${number(ours.min)}–${number(ours.max)}`;
  return (
    <div class="tally-ours">
      <span class="tally-number">{words}</span>
      <svg viewBox="0 0 100 14" preserveAspectRatio="none" role="img" aria-label={t('tallies.beside', { theirs: tally.quantity, ours: words })}>
        <rect class="bar-theirs" x="0" y="1" width={(100 * tally.quantity) / most} height="5" />
        <rect class="bar-ours" x="0" y="8" width={(100 * ours.max) / most} height="5" />
      </svg>
      <span class="soft">{t('tallies.of_incidents', { count: ours.incidents })}{ours.claimed_only > 0 && ` · ${t('tallies.claimed_only', { count: ours.claimed_only })}`}</span>
    </div>
  );
}
