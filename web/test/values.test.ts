import { beforeEach, describe, expect, it } from 'vitest';
import { digits, language } from '../src/words/language';
import { dateWords, partialDate, placeWords, range } from '../src/words/values';
import { addressesIn } from '../src/inbox/AddReports';
import { safeLink } from '../src/report/ReportHead';
import { windowOf } from '../src/incidents/window';
import { monthsBetween } from '../src/month/months';
import { address } from '../src/api/client';

beforeEach(() => {
  language.value = 'en';
  digits.value = 'latn';
});

describe('values in words', () => {
  it('say no more of a date than is known', () => {
    expect(['2024-03-05', '2024-03', '2024', '--03-05', '--03'].map(partialDate)).toEqual(['5 Mar 2024', 'March 2024', '2024', '5 Mar', 'March']);
  });
  it('name the months of the Levant, with the digits one chose', () => {
    language.value = 'ar';
    expect(partialDate('2024-02')).toBe('شباط 2024');
    digits.value = 'arab';
    expect(partialDate('2024-02')).toBe('شباط ٢٠٢٤');
  });
  it('call unknown unknown', () => {
    expect(dateWords({ start: null, end: null, precision: 'unknown' })).toBe('date unknown');
    expect(range(null)).toBe('–');
    expect(placeWords(null)).toBe('place unknown');
  });
  it('give a range where sources differ', () => expect(range({ min: 3, max: 5 })).toBe('3–5'));
});

describe('what is pasted', () => {
  it('is fetched when every line is a web address', () => {
    expect(addressesIn('https://a.example/1\n\n http://b.example/2 ')).toEqual(['https://a.example/1', 'http://b.example/2']);
  });
  it('is a report otherwise', () => {
    expect(addressesIn('See https://a.example/1')).toBeNull();
    expect(addressesIn('file:///etc/passwd')).toBeNull();
  });
});

describe('links of documents', () => {
  it('lead to the web or nowhere', () => {
    expect(safeLink('https://a.example')).toBe('https://a.example');
    expect(safeLink('javascript:alert(1)')).toBeUndefined();
    expect(safeLink(' data:text/html,x')).toBeUndefined();
  });
});

describe('addresses of the server', () => {
  it('escape what stands in a path and leave out what is not asked', () => {
    expect(address('/actors/{name}', { name: 'a/../b?c' }, { limit: 5, words: '' })).toBe('/api/v1/actors/a%2F..%2Fb%3Fc?limit=5');
  });
});

describe('a long list', () => {
  it('draws what is in view and keeps the height of the rest', () => {
    const view = windowOf(100000, 33, 33 * 5000, 660);
    expect(view.end - view.first).toBeLessThan(50);
    expect(view.above + view.below + (view.end - view.first) * 33).toBe(100000 * 33);
  });
  it('is nothing when it is empty', () => expect(windowOf(0, 33, 0, 600)).toEqual({ first: 0, end: 0, above: 0, below: 0 }));
});

describe('months of a record', () => {
  it('run from the last back to the first', () => expect(monthsBetween('2023-11', '2024-02')).toEqual(['2024-02', '2024-01', '2023-12', '2023-11']));
  it('are none where there is nothing', () => expect(monthsBetween(null, null)).toEqual([]));
});
