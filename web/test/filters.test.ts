import { describe, expect, it } from 'vitest';
import { filterNames, filtersOf, monthBefore, monthDays, queryOf, toggled } from '../src/incidents/filters';

const asked = (text: string) => filtersOf(new URLSearchParams(text));

describe('filters and the address', () => {
  it('go there and back', () => {
    const text = 'month=2024-03&area=SY-DY%2CSY-HA&kind=ambush&words=%D8%A7%D9%84%D8%A8%D8%A7%D8%AF%D9%8A%D8%A9&conflicts=yes&dead=5';

    expect(queryOf(asked(text)).toString()).toBe(text);
  });

  it('leave out what the server would refuse', () => {
    expect(asked('month=March&from=2024-3-1&dead=-2&reviewed=perhaps&within=here&sort=-date&nonsense=1')).toEqual({});
  });

  it('keep hostile words as words', () => {
    const words = `"' OR 1=1 -- <script>&month=2024-01`;

    expect(asked(queryOf({ words }).toString())).toEqual({ words });
  });

  it('make equal links of equal filters', () => {
    expect(queryOf({ kind: 'ambush', month: '2024-03' }).toString()).toBe(queryOf({ month: '2024-03', kind: 'ambush' }).toString());
  });

  it('name each filter once', () => expect(new Set(filterNames).size).toBe(filterNames.length));

  it('put a code into a list and take it out again', () => {
    expect(toggled(undefined, 'ambush')).toBe('ambush');
    expect(toggled('ambush', 'clash')).toBe('ambush,clash');
    expect(toggled('ambush,clash', 'ambush')).toBe('clash');
    expect(toggled('clash', 'clash')).toBeNull();
  });
});

describe('months', () => {
  it('end on their last day, leap years included', () => {
    expect(monthDays('2024-02')).toEqual({ from: '2024-02-01', until: '2024-02-29' });
    expect(monthDays('2023-12')).toEqual({ from: '2023-12-01', until: '2023-12-31' });
  });
  it('go back over the new year', () => {
    expect(monthBefore('2024-01')).toBe('2023-12');
    expect(monthBefore('2024-11')).toBe('2024-10');
  });
});
