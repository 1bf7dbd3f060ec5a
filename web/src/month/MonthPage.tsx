// The month: closing it, reading what it would say, seeing what would leave, releasing it. One leaf for each step.
import { navigate, route, setQuery } from '../app/route';
import { useResource } from '../api/resource';
import { Page } from '../design/Page';
import { Select } from '../design/Field';
import { Empty, ProblemNotice, Waiting } from '../design/Notice';
import { Tabs } from '../design/Tabs';
import { Tag } from '../design/Tag';
import { language } from '../words/language';
import { monthName, moment, number } from '../words/values';
import { vocabulary } from '../words/vocabulary';
import { t } from '../words/words';
import { ChangesLeaf } from './ChangesLeaf';
import { CloseLeaf } from './CloseLeaf';
import { EditionsLeaf } from './EditionsLeaf';
import { GateLeaf } from './GateLeaf';
import { PreviewLeaf } from './PreviewLeaf';

export function MonthPage({ month }: { month: string | null }) {
  const months = useResource('GET /months', {}, true);
  const open = month ?? months.data?.items[0]?.month ?? null;
  if (months.problem) return <Page title={t('nav.month')}><ProblemNotice problem={months.problem} onRetry={months.reload} /></Page>;
  if (!months.data) return <Page title={t('nav.month')}><Waiting /></Page>;
  if (!open) return <Page title={t('nav.month')}><Empty title={t('month.none')} /></Page>;
  return <OneMonth month={open} listed={months.data.items.map((one) => one.month)} />;
}

function OneMonth({ month, listed }: { month: string; listed: readonly string[] }) {
  const query = route.value.query;
  const area = query.get('area') ?? '';
  const leaf = query.get('leaf') ?? 'close';
  const asked = { path: { month }, query: area ? { area } : {} };
  const state = useResource('GET /months/{month}', asked, true);
  const link = (id: string) => `/month/${month}?${new URLSearchParams({ ...(area ? { area } : {}), ...(id === 'close' ? {} : { leaf: id }) })}`;
  const names = listed.includes(month) ? listed : [month, ...listed];
  const shown = state.data;
  return (
    <Page title={monthName(month)}
      aside={shown && <>
        {shown.state === 'closed' ? <Tag tone="good">{t('month.closed')}</Tag> : <Tag tone="doubt">{t('month.open')}</Tag>}
        {shown.closed_by && <span class="soft">{t('month.closed_by', { who: shown.closed_by, when: moment(shown.closed_at) })}</span>}
      </>}
      actions={<>
        <Select bare label={t('filter.month')} value={month} onChange={(to) => navigate(`/month/${to}${window.location.search}`)} options={names.map((one) => ({ value: one, label: monthName(one) }))} />
        <Select bare label={t('filter.area')} value={area} onChange={(to) => setQuery({ area: to })} options={[{ value: '', label: t('filter.all_areas') },
          ...(vocabulary.value?.areas ?? []).map((one) => ({ value: one.code, label: language.value === 'ar' ? one.name_ar || one.name : one.name }))]} />
      </>}>
      <Tabs label={t('month.leaves')} open={leaf} tabs={[
        { id: 'close', label: t('month.close_leaf'), href: link('close') },
        { id: 'preview', label: t('month.preview'), href: link('preview') },
        { id: 'changes', label: t('month.changes'), href: link('changes') },
        { id: 'gate', label: t('month.gate'), href: link('gate') },
        { id: 'editions', label: t('month.editions'), href: link('editions'), count: shown?.editions.length ? number(shown.editions.length) : undefined },
      ]} />
      {state.problem && <ProblemNotice problem={state.problem} onRetry={state.reload} />}
      {!shown && !state.problem && <Waiting />}
      {shown && leaf === 'close' && <CloseLeaf month={shown} onChanged={state.put} />}
      {shown && leaf === 'preview' && <PreviewLeaf month={shown} onChanged={state.put} />}
      {shown && leaf === 'changes' && <ChangesLeaf month={month} area={area} />}
      {shown && leaf === 'gate' && <GateLeaf month={shown} area={area} onReleased={state.reload} />}
      {shown && leaf === 'editions' && <EditionsLeaf editions={shown.editions} />}
    </Page>
  );
}
