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

type Bin = Timeline['bins'][number];

const bins_max = 600;

/** The day after, the week after, the month after. */
function nextStart(start: string, by: By): string {
  const last = new Date(`${lastDayOf(start, by)}T00:00:00Z`);
  return new Date(last.getTime() + day_ms).toISOString().slice(0, 10);
}

/** A row without gaps: the server names only bins that hold something. What lies outside the days asked for is counted apart. */
export function withoutGaps(timeline: Timeline, from: string | null, until: string | null): { bins: Bin[]; outside: number } {
  const inside = timeline.bins.filter((bin) => (!from || lastDayOf(bin.start, timeline.by) >= from) && (!until || bin.start <= until));
  const outside = timeline.bins.reduce((sum, bin) => sum + (inside.includes(bin) ? 0 : bin.incidents), 0);
  const first = timeline.by === 'week' ? inside[0]?.start : from ?? inside[0]?.start;
  const end = until ?? inside.at(-1)?.start;
  if (!first || !end) return { bins: inside, outside };
  const known = new Map(inside.map((bin) => [bin.start, bin]));
  const bins: Bin[] = [];
  for (let start = first; start <= end && bins.length < bins_max; start = nextStart(start, timeline.by)) {
    bins.push(known.get(start) ?? { start, incidents: 0, attacks: 0, operations: 0, confirmed: 0, claimed_only: 0, killed_min: 0, killed_max: 0 });
  }
  return { bins, outside };
}
