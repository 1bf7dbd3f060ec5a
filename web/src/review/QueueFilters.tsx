// Narrowing the queue: a month, a kind, an area. They live in the address.
import { setQuery } from '../app/route';
import { desk } from '../api/events';
import { Select } from '../design/Field';
import { language } from '../words/language';
import { monthName } from '../words/values';
import { codes, vocabulary } from '../words/vocabulary';
import { monthsBetween } from '../month/months';
import { t } from '../words/words';

export interface QueueFilterValues {
  month?: string;
  kind?: string;
  area?: string;
}

export function queueFiltersOf(query: URLSearchParams): QueueFilterValues {
  const found: QueueFilterValues = {};
  for (const name of ['month', 'kind', 'area'] as const) {
    const value = query.get(name);
    if (value) found[name] = value;
  }
  return found;
}

export function QueueFilters({ filters }: { filters: QueueFilterValues }) {
  const put = (name: keyof QueueFilterValues) => (value: string) => setQuery({ [name]: value || null, at: null });
  const months = desk.value ? monthsBetween(desk.value.months.first, desk.value.months.last) : [];
  return (
    <div class="queue-filters">
      <Select bare label={t('filter.month')} value={filters.month ?? ''} onChange={put('month')}
        options={[{ value: '', label: t('filter.all_months') }, ...months.map((month) => ({ value: month, label: monthName(month) }))]} />
      <Select bare label={t('filter.kind')} value={filters.kind ?? ''} onChange={put('kind')}
        options={[{ value: '', label: t('filter.all_kinds') }, ...codes('kinds').map((one) => ({ value: one.code, label: one[language.value] }))]} />
      <Select bare label={t('filter.area')} value={filters.area ?? ''} onChange={put('area')}
        options={[{ value: '', label: t('filter.all_areas') }, ...(vocabulary.value?.areas ?? []).map((one) => ({ value: one.code, label: language.value === 'ar' ? one.name_ar || one.name : one.name }))]} />
    </div>
  );
}
