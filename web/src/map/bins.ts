// The timeline's bins and the days that a brushed stretch of them means.
import type { Timeline } from '../api/contract';

export type By = Timeline['by'];

const day_ms = 86_400_000;
const days_by_day_max = 75;
const days_by_week_max = 420;

/** Days, weeks or months: whatever gives a row of bars one can still tell apart. */
export function byFor(from: string | null, until: string | null): By {
  if (!from || !until) return 'month';
  const days = (Date.parse(until) - Date.parse(from)) / day_ms + 1;
  return days <= days_by_day_max ? 'day' : days <= days_by_week_max ? 'week' : 'month';
}

/** The last day of the bin that begins on `start`. */
export function lastDayOf(start: string, by: By): string {
  const begin = new Date(`${start}T00:00:00Z`);
  if (by === 'day') return start;
  if (by === 'week') return new Date(begin.getTime() + 6 * day_ms).toISOString().slice(0, 10);
  return new Date(Date.UTC(begin.getUTCFullYear(), begin.getUTCMonth() + 1, 0)).toISOString().slice(0, 10);
}

/** From the first day of one bin to the last day of another, whichever way they were brushed. */
export function daysOf(starts: readonly string[], a: number, b: number, by: By): { from: string; until: string } | null {
  const from = starts[Math.min(a, b)];
  const last = starts[Math.max(a, b)];
  return from && last ? { from, until: lastDayOf(last, by) } : null;
}
