// Filters in words: what is asked stands in one line, and each part can be taken off.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { setQuery } from '../app/route';
import { desk } from '../api/events';
import { Button } from '../design/Button';
import { Select, TextField, type Option } from '../design/Field';
import { Icon } from '../design/Icon';
import { monthsBetween } from '../month/months';
import { language } from '../words/language';
import { monthName, number, partialDate } from '../words/values';
import { areaName, codes, label, vocabulary } from '../words/vocabulary';
import { t, tCode } from '../words/words';
import { filterNames, toggled, type Filters } from './filters';

const typing_ms = 200;

interface FilterBarProps {
  filters: Filters;
  /** Focus goes into the search when this number changes. */
  searchTurn?: number;
  /** Stands at the end of the line: the saved views. */
  children?: ComponentChildren;
}

export function FilterBar({ filters, searchTurn = 0, children }: FilterBarProps) {
  const [open, setOpen] = useState(false);
  return (
    <div class="filter-bar">
      <div class="filters">
        <Search words={filters.words ?? ''} turn={searchTurn} />
        <MonthSelect month={filters.month ?? ''} />
        <Select bare label={t('filter.area')} value={filters.area ?? ''} onChange={(area) => setQuery({ area, district: null })} options={[all('filter.all_areas'),
          ...(vocabulary.value?.areas ?? []).map((one) => ({ value: one.code, label: areaName(one.code) }))]} />
        <Select bare label={t('filter.reviewed')} value={filters.reviewed ?? ''} onChange={(reviewed) => setQuery({ reviewed })}
          options={[all('filter.read_or_not'), { value: 'yes', label: t('filter.reviewed_yes') }, { value: 'no', label: t('filter.reviewed_no') }]} />
        <Button expanded={open} onClick={() => setOpen(!open)}>{t('filter.more')}</Button>
        {children}
      </div>
      {open && <MoreFilters filters={filters} />}
      <Chips filters={filters} />
    </div>
  );
}

const all = (word: 'filter.all_areas' | 'filter.read_or_not' | 'filter.any'): Option => ({ value: '', label: t(word) });

function Search({ words, turn }: { words: string; turn: number }) {
  const [typed, setTyped] = useState(words);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => setTyped(words), [words]);
  useEffect(() => {
    const later = setTimeout(() => typed !== words && setQuery({ words: typed }), typing_ms);
    return () => clearTimeout(later);
  }, [typed]);
  useEffect(() => {
    if (turn > 0) box.current?.querySelector('input')?.focus();
  }, [turn]);
  return <div ref={box} class="search"><TextField label={t('filter.words')} type="search" value={typed} onInput={setTyped} placeholder={t('filter.words_hint')} /></div>;
}

function MonthSelect({ month }: { month: string }) {
  const months = desk.value ? monthsBetween(desk.value.months.first, desk.value.months.last) : [];
  const options = month && !months.includes(month) ? [month, ...months] : months;
  return <Select bare label={t('filter.month')} value={month} onChange={(value) => setQuery({ month: value, from: null, until: null })}
    options={[{ value: '', label: t('filter.all_months') }, ...options.map((one) => ({ value: one, label: monthName(one) }))]} />;
}

function MoreFilters({ filters }: { filters: Filters }) {
  const yesNo = (name: 'conflicts' | 'background' | 'withdrawn') => (
    <Select label={t(`filter.${name}`)} value={filters[name] ?? ''} onChange={(value) => setQuery({ [name]: value })}
      options={[all('filter.any'), { value: 'yes', label: t(`filter.${name}_yes`) }, { value: 'no', label: t(`filter.${name}_no`) }]} />
  );
  return (
    <div class="filter-more">
      <CodeChoice name="kind" list="kinds" chosen={filters.kind} />
      <CodeChoice name="grade" list="grades" chosen={filters.grade} />
      <CodeChoice name="status" list="statuses" chosen={filters.status} />
      <CodeChoice name="target" list="target_classes" chosen={filters.target} />
      <div class="filter-row">
        <TextField label={t('filter.from')} type="date" dir="ltr" value={filters.from ?? ''} onInput={(from) => setQuery({ from, month: null })} />
        <TextField label={t('filter.until')} type="date" dir="ltr" value={filters.until ?? ''} onInput={(until) => setQuery({ until, month: null })} />
        <TextField label={t('filter.dead')} type="number" dir="ltr" value={filters.dead ? String(filters.dead) : ''} onInput={(dead) => setQuery({ dead })} />
        <TextField label={t('filter.actor')} value={filters.actor ?? ''} onInput={(actor) => setQuery({ actor })} />
        <Select label={t('filter.second')} value={filters.second ?? ''} onChange={(second) => setQuery({ second })}
          options={[all('filter.any'), ...(['needed', 'done', 'disagrees'] as const).map((one) => ({ value: one, label: t(`second.state_${one}`) }))]} />
        {yesNo('conflicts')}
        {yesNo('background')}
        {yesNo('withdrawn')}
      </div>
    </div>
  );
}

function CodeChoice({ name, list, chosen }: { name: 'kind' | 'grade' | 'status' | 'target'; list: 'kinds' | 'grades' | 'statuses' | 'target_classes'; chosen: string | undefined }) {
  const on = new Set(chosen?.split(',') ?? []);
  return (
    <fieldset class="code-choice">
      <legend>{t(`filter.${name}`)}</legend>
      {codes(list).map((one) => (
        <button key={one.code} type="button" aria-pressed={on.has(one.code)} onClick={() => setQuery({ [name]: toggled(chosen, one.code) })}>{one[language.value]}</button>
      ))}
    </fieldset>
  );
}

function Chips({ filters }: { filters: Filters }) {
  const shown = filterNames.filter((name) => filters[name] !== undefined && !['words', 'month'].includes(name));
  if (shown.length === 0) return null;
  return (
    <ul class="chips" aria-label={t('filter.active')}>
      {shown.map((name) => (
        <li key={name}>
          <button type="button" onClick={() => setQuery({ [name]: null })} title={t('filter.take_off')}>
            <span class="soft">{t(`filter.${name}`)}</span> <bdi>{chipWords(name, String(filters[name]))}</bdi> <Icon name="close" />
          </button>
        </li>
      ))}
      <li><Button look="quiet" onClick={() => setQuery(Object.fromEntries(filterNames.map((name) => [name, null])))}>{t('filter.take_all_off')}</Button></li>
    </ul>
  );
}

const lists = { kind: 'kinds', grade: 'grades', status: 'statuses', target: 'target_classes' } as const;

function chipWords(name: (typeof filterNames)[number], value: string): string {
  if (name in lists) return value.split(',').map((code) => label(lists[name as keyof typeof lists], code)).join(' · ');
  if (name === 'area') return value.split(',').map(areaName).join(' · ');
  if (name === 'from' || name === 'until') return partialDate(value);
  if (name === 'dead') return number(Number(value));
  if (name === 'within') return t('filter.within_view');
  if (name === 'actor') return value === 'unknown' ? t('value.unknown') : value;
  return tCode(`filter.${name}`, value) === value ? tCode(`filter`, `${name}_${value}`) : value;
}
