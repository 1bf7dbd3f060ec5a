// The questions that a list of incidents can be asked, as they stand in the address: the table, the map and the timeline share them.
import type { Operations } from '../api/contract';

export type Filters = Operations['GET /timeline']['query'];
type Name = Exclude<keyof Filters, 'by'>;

const texts = ['month', 'from', 'until', 'area', 'district', 'kind', 'status', 'target', 'grade', 'actor', 'within', 'words'] as const;
const choices: Partial<Record<Name, readonly string[]>> = {
  reviewed: ['yes', 'no'],
  second: ['needed', 'done', 'disagrees'],
  conflicts: ['yes', 'no'],
  background: ['yes', 'no'],
  withdrawn: ['yes', 'no'],
};

export const filterNames: readonly Name[] = [...texts, ...(Object.keys(choices) as Name[]), 'dead'];

const shapes: Partial<Record<Name, RegExp>> = {
  month: /^\d{4}-\d{2}$/,
  from: /^\d{4}-\d{2}-\d{2}$/,
  until: /^\d{4}-\d{2}-\d{2}$/,
  within: /^-?[\d.]+,-?[\d.]+,-?[\d.]+,-?[\d.]+$/,
};

/** Reads the filters of an address; what the server would refuse is left out. */
export function filtersOf(query: URLSearchParams): Filters {
  const found: Record<string, string | number> = {};
  for (const name of filterNames) {
    const value = query.get(name)?.trim();
    if (!value) continue;
    if (name === 'dead') {
      const least = Number(value);
      if (Number.isInteger(least) && least > 0) found.dead = least;
      continue;
    }
    if (shapes[name] && !shapes[name].test(value)) continue;
    if (choices[name] && !choices[name].includes(value)) continue;
    found[name] = value;
  }
  return found as Filters;
}

/** The other way: the filters as they go into an address, in a fixed order so that equal filters make equal links. */
export function queryOf(filters: Filters): URLSearchParams {
  const query = new URLSearchParams();
  for (const name of filterNames) {
    const value = filters[name];
    if (value !== undefined && value !== '') query.set(name, String(value));
  }
  return query;
}

export function isFiltered(filters: Filters): boolean {
  return Object.keys(filters).length > 0;
}

/** One value of a list with commas, put in or taken out. */
export function toggled(list: string | undefined, code: string): string | null {
  const all = list ? list.split(',') : [];
  const next = all.includes(code) ? all.filter((one) => one !== code) : [...all, code];
  return next.length > 0 ? next.join(',') : null;
}

/** First and last day of a month. */
export function monthDays(month: string): { from: string; until: string } {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return { from: `${month}-01`, until: `${month}-${String(last).padStart(2, '0')}` };
}

export function monthBefore(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`;
}
