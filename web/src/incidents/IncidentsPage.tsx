// The record as a table: filtered, searched in both languages, with columns to choose, views to save and rows to act on.
import { useCallback, useState } from 'preact/hooks';
import { navigate, route, setQuery } from '../app/route';
import { usePages } from '../api/pages';
import type { Operations } from '../api/contract';
import { Button } from '../design/Button';
import { Checkbox } from '../design/Field';
import { Empty, ProblemNotice, Waiting } from '../design/Notice';
import { Page } from '../design/Page';
import { useKeys } from '../keys/keymap';
import { mayEdit, mayReview } from '../session/session';
import { t } from '../words/words';
import { BulkBar } from './BulkBar';
import { columns, columnsAtFirst, shownColumns } from './columns';
import { ExportButton } from './ExportButton';
import { FilterBar } from './FilterBar';
import { filtersOf, isFiltered, queryOf } from './filters';
import { IncidentTable } from './IncidentTable';
import { Views } from './Views';

type Sort = NonNullable<Operations['GET /incidents']['query']['sort']>;
const sorts: readonly Sort[] = ['-date', 'date', '-dead', 'doubt', '-id', 'id'];

export function IncidentsPage() {
  const query = route.value.query;
  const filters = filtersOf(query);
  const asked = query.get('sort') as Sort | null;
  const sort: Sort = asked && sorts.includes(asked) ? asked : '-date';
  const list = usePages('GET /incidents', { query: { ...filters, sort } }, { live: true, limit: 200 });
  const [ids, setIds] = useKeptColumns();
  const [picking, setPicking] = useState(false);
  const [at, setAt] = useState(0);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [searchTurn, setSearchTurn] = useState(0);
  const rows = list.items;
  const row = rows[at];
  const choose = (id: string, on: boolean) => setChosen((before) => {
    const next = new Set(before);
    if (on) next.add(id);
    else next.delete(id);
    return next;
  });
  const onEnd = useCallback(() => list.hasMore && list.more(), [list.hasMore, list.more]);

  useKeys('keys.incidents', [
    { keys: 'j', word: 'keys.next_row', run: () => setAt(Math.min(rows.length - 1, at + 1)), also: ['ArrowDown'] },
    { keys: 'k', word: 'keys.previous_row', run: () => setAt(Math.max(0, at - 1)), also: ['ArrowUp'] },
    { keys: 'Enter', word: 'keys.open', run: () => row && navigate(`/incidents/${row.id}`), also: ['o'] },
    { keys: '/', word: 'keys.search', run: () => setSearchTurn(searchTurn + 1) },
    ...(mayReview() ? [{ keys: 'x', word: 'keys.choose' as const, run: () => row && choose(row.id, !chosen.has(row.id)) }] : []),
  ]);

  return (
    <Page title={t('nav.incidents')} fills aside={<span role="status">{t('incidents.count', { count: list.total })}</span>}
      actions={<>
        <Button icon="columns" expanded={picking} onClick={() => setPicking(!picking)}>{t('incidents.columns')}</Button>
        {mayEdit() && <ExportButton filters={filters} />}
      </>}>
      <FilterBar filters={filters} searchTurn={searchTurn}>
        <Views page="incidents" query={Object.fromEntries(queryOf(filters))} columns={ids} onColumns={setIds} />
      </FilterBar>
      {picking && (
        <div class="column-choice" role="group" aria-label={t('incidents.columns')}>
          {columns.map((column) => (
            <Checkbox key={column.id} label={t(column.word)} checked={ids.includes(column.id)}
              onChange={(on) => setIds(on ? [...ids, column.id] : ids.filter((one) => one !== column.id))} />
          ))}
        </div>
      )}
      {chosen.size > 0 && mayReview() && (
        <BulkBar chosen={rows.filter((one) => chosen.has(one.id))} onClear={() => setChosen(new Set())} onDone={() => { setChosen(new Set()); list.reload(); }} />
      )}
      {list.problem && <ProblemNotice problem={list.problem} onRetry={list.reload} />}
      {list.loading && rows.length === 0 && <Waiting />}
      {!list.loading && !list.problem && rows.length === 0 && <Empty title={isFiltered(filters) ? t('list.none_found') : t('incidents.empty')} />}
      {rows.length > 0 && (
        <IncidentTable rows={rows} total={list.total} columns={shownColumns(ids)} sort={sort} onSort={(next) => setQuery({ sort: next === '-date' ? null : next })}
          at={Math.min(at, rows.length - 1)} onAt={setAt} chosen={chosen} onChoose={choose}
          onChooseAll={(on) => setChosen(on ? new Set(rows.map((one) => one.id)) : new Set())} onEnd={onEnd} label={t('nav.incidents')} />
      )}
    </Page>
  );
}

const kept_under = 'sitrep.columns';

/** The columns a person last chose, kept on this machine. */
function useKeptColumns(): [readonly string[], (ids: readonly string[]) => void] {
  const [ids, setIds] = useState<readonly string[]>(() => {
    const kept = window.localStorage.getItem(kept_under);
    return kept ? kept.split(',') : columnsAtFirst;
  });
  return [ids, (next) => {
    window.localStorage.setItem(kept_under, next.join(','));
    setIds(next);
  }];
}
