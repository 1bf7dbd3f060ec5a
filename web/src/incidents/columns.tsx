// The columns of the table: which there are, which are shown at first, and what stands in each.
import type { ComponentChildren } from 'preact';
import type { IncidentRow } from '../api/contract';
import { Icon } from '../design/Icon';
import { Tag, type Tone } from '../design/Tag';
import { dateWords, number, placeName, placeWords, range } from '../words/values';
import { areaName, label } from '../words/vocabulary';
import { t, type Word } from '../words/words';

export interface Column {
  id: string;
  word: Word;
  /** In rem; the last text column takes what is left. */
  width: number;
  isNumber?: boolean;
  cell: (row: IncidentRow) => ComponentChildren;
}

const gradeTones: Record<IncidentRow['grade'], Tone> = { confirmed: 'good', fair: 'plain', weak: 'plain', contested: 'doubt', claimed_only: 'doubt', discounted: 'plain' };

export const columns: readonly Column[] = [
  { id: 'id', word: 'column.id', width: 4.6, cell: (row) => <a class="id-link" href={`/incidents/${row.id}`}>{row.id}</a> },
  { id: 'date', word: 'field.date', width: 11, cell: (row) => dateWords(row.date) },
  { id: 'kind', word: 'field.kind', width: 12, cell: (row) => label('kinds', row.kind) },
  { id: 'place', word: 'field.place', width: 13, cell: (row) => <bdi>{placeWords(row.place)}</bdi> },
  { id: 'town', word: 'column.town', width: 9, cell: (row) => (row.place ? <bdi>{placeName(row.place)}</bdi> : t('value.place_unknown')) },
  { id: 'admin1', word: 'column.admin1', width: 9, cell: (row) => <bdi>{row.place?.admin1_code ? areaName(row.place.admin1_code) : row.place?.admin1 ?? '–'}</bdi> },
  { id: 'perpetrator', word: 'field.perpetrator', width: 9, cell: (row) => <bdi>{row.perpetrator.name ?? t('value.unknown')}</bdi> },
  { id: 'status', word: 'field.status', width: 7, cell: (row) => label('statuses', row.perpetrator.status) },
  { id: 'target_class', word: 'field.target_class', width: 7, cell: (row) => label('target_classes', row.target_class) },
  { id: 'killed', word: 'field.killed', width: 4.6, isNumber: true, cell: (row) => range(row.tolls.killed) },
  { id: 'injured', word: 'field.injured', width: 4.9, isNumber: true, cell: (row) => range(row.tolls.injured) },
  { id: 'abducted', word: 'field.abducted', width: 5.4, isNumber: true, cell: (row) => range(row.tolls.abducted) },
  { id: 'arrested', word: 'field.arrested', width: 5.4, isNumber: true, cell: (row) => range(row.tolls.arrested) },
  { id: 'grade', word: 'column.grade', width: 7.6, cell: (row) => <Tag tone={gradeTones[row.grade]}>{label('grades', row.grade)}</Tag> },
  { id: 'sources', word: 'column.sources', width: 4.8, isNumber: true, cell: (row) => number(row.independent_sources) },
  { id: 'accounts', word: 'column.accounts', width: 5.2, isNumber: true, cell: (row) => number(row.accounts) },
  { id: 'conflicts', word: 'column.conflicts', width: 5.4, isNumber: true, cell: (row) => (row.conflicts > 0 ? <span class="doubt">{number(row.conflicts)}</span> : '–') },
  { id: 'read', word: 'column.read', width: 6.2, cell: (row) => readMark(row) },
  { id: 'second', word: 'column.second', width: 7, cell: (row) => t(`second.state_${row.second_reader}`) },
  { id: 'lead', word: 'column.lead', width: 24, cell: (row) => <bdi>{row.lead}</bdi> },
];

export const columnsAtFirst: readonly string[] = ['id', 'date', 'kind', 'place', 'perpetrator', 'killed', 'injured', 'grade', 'sources', 'read', 'lead'];

function readMark(row: IncidentRow): ComponentChildren {
  if (row.withdrawn) return <Tag tone="bad">{t('incident.withdrawn')}</Tag>;
  if (row.accepted) return <span class="good"><Icon name="check" /> {t('column.read_yes')}</span>;
  return <span class="soft">{t('column.read_no')}</span>;
}

/** Known columns among those asked for, in the table's own order; the first set where none is. */
export function shownColumns(ids: readonly string[]): Column[] {
  const found = columns.filter((column) => ids.includes(column.id));
  return found.length > 0 ? found : columns.filter((column) => columnsAtFirst.includes(column.id));
}
