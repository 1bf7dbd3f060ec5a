// Every field with every value that is stated, and by whom. Conflicts stay visible until a person has decided.
import type { Account, Field, Incident } from '../api/contract';
import { Button } from '../design/Button';
import { Tag } from '../design/Tag';
import { t } from '../words/words';
import { fieldName, fieldWords, valueWords } from './fieldWords';

interface ValuesTableProps {
  incident: Incident;
  onEdit: ((field: string) => void) | null;
}

export function ValuesTable({ incident, onEdit }: ValuesTableProps) {
  const byId = new Map(incident.accounts.map((account) => [account.id, account]));
  return (
    <section>
      <h2>{t('incident.values')}</h2>
      <table class="table values">
        <thead><tr><th scope="col">{t('list.field')}</th><th scope="col">{t('incident.value')}</th><th scope="col">{t('incident.who_says')}</th>{onEdit && <th scope="col"><span class="unseen">{t('list.actions')}</span></th>}</tr></thead>
        <tbody>
          {incident.fields.map((field) => (
            <tr key={field.field} class={isOpen(field) ? 'differs-row' : undefined}>
              <th scope="row">{fieldName(field.field)}</th>
              <td class={field.value === 'unknown' ? 'soft' : 'value'}>
                <bdi>{fieldWords(field, incident)}</bdi> {isOpen(field) && <Tag tone="doubt">{t('review.conflict')}</Tag>} {field.corrected && <Tag tone="info">{t('review.corrected')}</Tag>}
              </td>
              <td><SaidBy field={field} accounts={byId} /></td>
              {onEdit && <td class="cell-actions"><Button look="quiet" onClick={() => onEdit(field.field)} label={t('incident.correct_field', { field: fieldName(field.field) })}>{t('review.edit')}</Button></td>}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Sources differ, and no person has decided yet. */
const isOpen = (field: Field) => field.in_conflict && !field.corrected;

function SaidBy({ field, accounts }: { field: Field; accounts: ReadonlyMap<number, Account> }) {
  if (field.said.length === 0) return <span class="soft">{t('review.said_by_none')}</span>;
  const alone = field.said.length === 1;
  return (
    <ul class="plain-list said-by">
      {field.said.map((said) => {
        const publishers = [...new Set(said.accounts.map((id) => accounts.get(id)?.publisher || t('report.no_publisher')))];
        return <li key={said.value}>{!alone && <><strong><bdi>{valueWords(field.field, said.value)}</bdi></strong>: </>}<bdi>{publishers.join(' · ')}</bdi></li>;
      })}
    </ul>
  );
}
