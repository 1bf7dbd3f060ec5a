// How far two readers agree, field by field: the plain share, and Cohen's kappa, which takes off what chance alone would give.
import { route, setQuery } from '../app/route';
import { desk } from '../api/events';
import { useResource } from '../api/resource';
import { Select } from '../design/Field';
import { Empty, ProblemNotice, Waiting } from '../design/Notice';
import { fieldName } from '../incident/fieldWords';
import { monthsBetween } from '../month/months';
import { monthName, number, share } from '../words/values';
import { locale } from '../words/language';
import { t } from '../words/words';

export function AgreementLeaf() {
  const month = route.value.query.get('month') ?? '';
  const agreement = useResource('GET /review/agreement', { query: month ? { month } : {} }, true);
  const months = desk.value ? monthsBetween(desk.value.months.first, desk.value.months.last) : [];
  return (
    <div class="leaf">
      <div class="leaf-head">
        <Select label={t('filter.month')} value={month} onChange={(value) => setQuery({ month: value || null })}
          options={[{ value: '', label: t('filter.all_months') }, ...months.map((one) => ({ value: one, label: monthName(one) }))]} />
        {agreement.data && <p role="status">{t('agreement.readings', { count: agreement.data.readings })}</p>}
      </div>
      {agreement.problem && <ProblemNotice problem={agreement.problem} onRetry={agreement.reload} />}
      {!agreement.data && !agreement.problem && <Waiting />}
      {agreement.data?.readings === 0 && <Empty title={t('agreement.empty')}><p>{t('agreement.empty_more')}</p></Empty>}
      {agreement.data && agreement.data.readings > 0 && (
        <table class="table table-narrow">
          <thead><tr>
            <th scope="col">{t('list.field')}</th><th scope="col" class="number">{t('agreement.pairs')}</th><th scope="col" class="number">{t('agreement.share')}</th><th scope="col" class="number">{t('agreement.kappa')}</th>
          </tr></thead>
          <tbody>
            {agreement.data.fields.map((field) => (
              <tr key={field.field}>
                <th scope="row">{fieldName(field.field)}</th>
                <td class="number">{number(field.pairs)}</td>
                <td class="number">{field.share === null ? '–' : share(field.share)}</td>
                <td class="number">{field.kappa === null ? '–' : new Intl.NumberFormat(locale(), { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(field.kappa)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p class="soft">{t('agreement.how')}</p>
    </div>
  );
}
