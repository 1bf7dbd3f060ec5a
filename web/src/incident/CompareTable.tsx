// Two incidents side by side, what differs marked in words and tint.
import type { IncidentRow, Pair } from '../api/contract';
import { dateWords, number, placeWords, range } from '../words/values';
import { label } from '../words/vocabulary';
import { Reasons } from './Reasons';
import { t, type Word } from '../words/words';

interface Line {
  field: string;
  word: Word;
  of: (row: IncidentRow) => string;
}

const lines: readonly Line[] = [
  { field: 'kind', word: 'field.kind', of: (row) => label('kinds', row.kind) },
  { field: 'date', word: 'field.date', of: (row) => dateWords(row.date) },
  { field: 'place', word: 'field.place', of: (row) => placeWords(row.place) },
  { field: 'perpetrator', word: 'field.perpetrator', of: (row) => row.perpetrator.name ?? t('value.unknown') },
  { field: 'status', word: 'field.status', of: (row) => label('statuses', row.perpetrator.status) },
  { field: 'target_class', word: 'field.target_class', of: (row) => (row.target_class ? label('target_classes', row.target_class) : t('value.unknown')) },
  { field: 'killed', word: 'field.killed', of: (row) => range(row.tolls.killed) },
  { field: 'injured', word: 'field.injured', of: (row) => range(row.tolls.injured) },
  { field: 'abducted', word: 'field.abducted', of: (row) => range(row.tolls.abducted) },
  { field: 'arrested', word: 'field.arrested', of: (row) => range(row.tolls.arrested) },
  { field: 'perpetrators_killed', word: 'field.perpetrators_killed', of: (row) => range(row.tolls.perpetrators_killed) },
];

export function CompareTable({ pair }: { pair: Pair }) {
  const shown = lines.filter((line) => line.of(pair.a) !== '–' || line.of(pair.b) !== '–');
  const differs = (line: Line) => pair.differs.includes(line.field) || line.of(pair.a) !== line.of(pair.b);
  return (
    <div class="compare">
      <table class="table compare-table">
        <thead>
          <tr>
            <th scope="col"><span class="unseen">{t('list.field')}</span></th>
            {[pair.a, pair.b].map((row) => <th key={row.id} scope="col"><a class="id-link" href={`/incidents/${row.id}`}>{row.id}</a> <span class="soft">{t('compare.accounts', { count: row.accounts })}</span></th>)}
          </tr>
        </thead>
        <tbody>
          {shown.map((line) => (
            <tr key={line.field} class={differs(line) ? 'differs-row' : undefined}>
              <th scope="row">{t(line.word)}{differs(line) && <span class="unseen"> ({t('compare.differs')})</span>}</th>
              <td><bdi>{line.of(pair.a)}</bdi></td>
              <td><bdi>{line.of(pair.b)}</bdi></td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t('compare.told')}</th>
            <td dir="auto">{pair.a.lead}</td>
            <td dir="auto">{pair.b.lead}</td>
          </tr>
        </tbody>
      </table>
      {pair.reasons.length > 0 && (
        <div>
          <h3>{t('compare.why', { score: number(Math.round(pair.score * 100) / 100) })}</h3>
          <Reasons reasons={pair.reasons} />
        </div>
      )}
    </div>
  );
}
