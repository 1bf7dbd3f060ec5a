// The table of incidents: only the rows in view are drawn, the next page is fetched before the end is reached.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { IncidentRow } from '../api/contract';
import { Checkbox } from '../design/Field';
import { Icon } from '../design/Icon';
import { t } from '../words/words';
import type { Column } from './columns';
import { windowOf } from './window';

export const row_px = 33;
const rows_before_end = 60;
const check_px = 40;

interface IncidentTableProps {
  rows: readonly IncidentRow[];
  total: number;
  columns: readonly Column[];
  sort: string;
  onSort: (sort: string) => void;
  at: number;
  onAt: (index: number) => void;
  chosen: ReadonlySet<string>;
  onChoose: (id: string, on: boolean) => void;
  onChooseAll: (on: boolean) => void;
  onEnd: () => void;
  label: string;
}

/** Columns that the server can sort by, with the order of a first and a second press. */
const sorts: Record<string, readonly [string, string]> = { date: ['-date', 'date'], killed: ['-dead', '-dead'], id: ['-id', 'id'] };

export function IncidentTable({ rows, total, columns, sort, onSort, at, onAt, chosen, onChoose, onChooseAll, onEnd, label }: IncidentTableProps) {
  const box = useRef<HTMLDivElement>(null);
  const [scrolled, setScrolled] = useState(0);
  const [height, setHeight] = useState(600);
  const window = windowOf(rows.length, row_px, scrolled, height);

  useEffect(() => {
    const element = box.current;
    if (!element || typeof ResizeObserver === 'undefined') return;
    const watch = new ResizeObserver(() => setHeight(element.clientHeight));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  useEffect(() => {
    if (window.end + rows_before_end >= rows.length) onEnd();
  }, [window.end, rows.length, onEnd]);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const top = at * row_px;
    const head = row_px;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + row_px + head > element.scrollTop + element.clientHeight) element.scrollTop = top + row_px + head - element.clientHeight;
  }, [at]);

  const all = rows.length > 0 && rows.every((row) => chosen.has(row.id));
  return (
    <div ref={box} class="grid-box" data-keys="rows" tabIndex={0} role="region" aria-label={label} onScroll={(event) => setScrolled(event.currentTarget.scrollTop)}>
      <table class="table grid" aria-rowcount={total + 1} style={{ width: `calc(${check_px}px + ${columns.reduce((sum, column) => sum + column.width, 0)}rem)` }}>
        <colgroup>
          <col class="grid-check" />
          {columns.map((column) => <col key={column.id} style={{ width: `${column.width}rem` }} />)}
        </colgroup>
        <thead>
          <tr>
            <th scope="col"><Checkbox bare label={t('list.choose_all')} checked={all} onChange={onChooseAll} /></th>
            {columns.map((column) => <HeadCell key={column.id} column={column} sort={sort} onSort={onSort} />)}
          </tr>
        </thead>
        <tbody>
          {window.above > 0 && <tr aria-hidden="true" style={{ height: `${window.above}px` }}><td colSpan={columns.length + 1} /></tr>}
          {rows.slice(window.first, window.end).map((row, i) => (
            <Row key={row.id} row={row} index={window.first + i} columns={columns} isAt={window.first + i === at} isChosen={chosen.has(row.id)} onAt={onAt} onChoose={onChoose} />
          ))}
          {window.below > 0 && <tr aria-hidden="true" style={{ height: `${window.below}px` }}><td colSpan={columns.length + 1} /></tr>}
        </tbody>
      </table>
    </div>
  );
}

function HeadCell({ column, sort, onSort }: { column: Column; sort: string; onSort: (sort: string) => void }) {
  const orders = sorts[column.id];
  const classes = column.isNumber ? 'number' : undefined;
  if (!orders) return <th scope="col" class={classes}>{t(column.word)}</th>;
  const [first, second] = orders;
  const state = sort === first ? (first.startsWith('-') ? 'descending' : 'ascending') : sort === second ? 'ascending' : 'none';
  return (
    <th scope="col" class={classes} aria-sort={state}>
      <button type="button" class="sort" onClick={() => onSort(sort === first ? second : first)}>
        {t(column.word)}{state !== 'none' && <span class={state === 'ascending' ? 'sort-up' : undefined}><Icon name="down" /></span>}
      </button>
    </th>
  );
}

interface RowProps {
  row: IncidentRow;
  index: number;
  columns: readonly Column[];
  isAt: boolean;
  isChosen: boolean;
  onAt: (index: number) => void;
  onChoose: (id: string, on: boolean) => void;
}

function Row({ row, index, columns, isAt, isChosen, onAt, onChoose }: RowProps) {
  const classes = [row.withdrawn ? 'row-withdrawn' : '', isAt ? 'row-at' : '', isChosen ? 'row-chosen' : ''].filter(Boolean).join(' ');
  return (
    <tr class={classes || undefined} aria-rowindex={index + 2} onClick={() => onAt(index)}>
      <td><Checkbox bare label={t('list.choose', { id: row.id })} checked={isChosen} onChange={(on) => onChoose(row.id, on)} /></td>
      {columns.map((column) => <td key={column.id} class={column.isNumber ? 'number' : undefined}>{column.cell(row)}</td>)}
    </tr>
  );
}
