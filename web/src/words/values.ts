// Numbers, ranges, days and places as a person reads them. Unknown is a word of its own, never a blank or a zero.
import type { Date as StatedDate, Place, Range } from '../api/contract';
import { language, locale } from './language';
import { areaName } from './vocabulary';
import { t } from './words';

export function number(value: number): string {
  return new Intl.NumberFormat(locale()).format(value);
}

export function share(value: number): string {
  return new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: 0 }).format(value);
}

/** "3–5", "4", or a dash where nobody states a number. */
export function range(of: Range | null): string {
  if (!of) return '–';
  return of.min === of.max ? number(of.min) : `${number(of.min)}–${number(of.max)}`;
}

/** A full or partial ISO date: 2024-03-05, 2024-03, 2024, --03-05, --03. */
export function partialDate(iso: string): string {
  const found = /^(\d{4}|-)(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(iso);
  if (!found) return iso;
  const [, year, month, day] = found;
  const known = { year: year !== '-', month: month !== undefined, day: day !== undefined };
  const at = new Date(Date.UTC(known.year ? Number(year) : 2000, month ? Number(month) - 1 : 0, day ? Number(day) : 1));
  return new Intl.DateTimeFormat(locale(), {
    timeZone: 'UTC', calendar: 'gregory',
    ...(known.day ? { day: 'numeric' } : {}),
    ...(known.month ? { month: known.day ? 'short' : 'long' } : {}),
    ...(known.year ? { year: 'numeric' } : {}),
  }).format(at);
}

/** A day of an incident: one day, a span of days, a month; "date unknown" where it is. */
export function dateWords(date: StatedDate): string {
  if (!date.start && !date.end) return t('value.date_unknown');
  const start = date.start ?? date.end ?? '';
  const end = date.end ?? start;
  if (date.precision === 'week') return t('value.week_of', { day: partialDate(start) });
  return start === end ? partialDate(start) : `${partialDate(start)} – ${partialDate(end)}`;
}

/** A moment in UTC, as day and minute. */
export function moment(iso: string | null): string {
  if (!iso) return '–';
  return new Intl.DateTimeFormat(locale(), { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', calendar: 'gregory' }).format(new Date(iso));
}

export function monthName(month: string): string {
  return partialDate(month);
}

export function placeName(place: Pick<Place, 'name' | 'name_ar'>): string {
  return (language.value === 'ar' ? place.name_ar ?? place.name : place.name ?? place.name_ar) ?? t('value.place_unknown');
}

/** "al-Busayrah, Deir ez-Zor": the place and its governorate, where they differ. */
export function placeWords(place: Place | null): string {
  if (!place) return t('value.place_unknown');
  // "A village of Homs" names no village: what is known is the governorate.
  if (!place.name && !place.name_ar) return (place.admin1_code ? areaName(place.admin1_code) : place.admin1) || (place.country ? areaName(place.country) : t('value.place_unknown'));
  const name = placeName(place);
  const within = place.admin1_code ? areaName(place.admin1_code) : place.admin1;
  const unit = within && within !== place.admin1_code ? within : place.admin1;
  return unit && unit !== name && place.admin1 !== place.name ? `${name}${t('value.comma')}${unit}` : name;
}

export function bytes(count: number): string {
  const [value, unit] = count < 1e3 ? [count, 'byte'] : count < 1e6 ? [count / 1e3, 'kilobyte'] : count < 1e9 ? [count / 1e6, 'megabyte'] : [count / 1e9, 'gigabyte'];
  return new Intl.NumberFormat(locale(), { style: 'unit', unit: unit as string, unitDisplay: 'short', maximumFractionDigits: 1 }).format(value as number);
}
