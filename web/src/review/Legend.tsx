// Which tint stands for which field.
import type { FieldOfSpan } from '../report/spans';
import { t, tCode } from '../words/words';

const shown: readonly FieldOfSpan[] = ['kind', 'date', 'place', 'perpetrator', 'target', 'weapon', 'killed', 'injured', 'attribution'];

export function Legend() {
  return (
    <ul class="legend" aria-label={t('review.legend')}>
      {shown.map((field) => <li key={field}><mark data-field={field} data-own="">{tCode('field', field)}</mark></li>)}
    </ul>
  );
}
