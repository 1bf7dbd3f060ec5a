import { describe, expect, it } from 'vitest';
import { arabic } from '../src/words/ar';
import { english } from '../src/words/en';
import { fill, type Message } from '../src/words/words';
import { language } from '../src/words/language';

const forms = (message: Message): string[] => (typeof message === 'string' ? [message] : Object.values(message));
const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1] as string);
const entries = (catalogue: Record<string, Message>) => Object.entries(catalogue);

describe('the two catalogues', () => {
  it('have the same keys', () => {
    expect(Object.keys(arabic).sort()).toEqual(Object.keys(english).sort());
  });

  it('fill in the same things: an Arabic form may say the number in words', () => {
    for (const [key, message] of entries(english)) {
      const wanted = new Set(forms(message).flatMap(places));
      const given = new Set(forms(arabic[key as keyof typeof arabic]).flatMap(places));
      given.delete('count');
      wanted.delete('count');
      expect([key, [...given].sort()]).toEqual([key, [...wanted].sort()]);
    }
  });

  it('have a form for every number of their language', () => {
    for (const [key, message] of [...entries(english), ...entries(arabic)]) {
      if (typeof message !== 'string') expect([key, typeof message.other]).toEqual([key, 'string']);
    }
  });

  it('are never empty', () => {
    for (const [key, message] of [...entries(english), ...entries(arabic)]) expect([key, forms(message).every((text) => text.trim() !== '')]).toEqual([key, true]);
  });

  it('write Arabic in Arabic letters, but for names and formats', () => {
    const latin = entries(arabic).filter(([, message]) => forms(message).some((text) => !/[\u0600-\u06ff]/.test(text.replace(/\{\w+\}/g, ''))));
    expect(latin.map(([key]) => key).sort()).toEqual(['editions.by', 'key.Ctrl', 'key.Escape']);
  });

  it('speak of documentation, never of whom or where to strike', () => {
    const banned = /\b(hot ?target|high-value|strike list|kill list|neutrali[sz]e|eliminate|hunt)\b|\btargets?\b/i;
    for (const [key, message] of entries(english)) expect([key, forms(message).filter((text) => banned.test(text))]).toEqual([key, []]);
  });
});

describe('numbers in words', () => {
  it('take the dual and the few of Arabic', () => {
    language.value = 'ar';
    const count = (value: number) => fill(arabic['incidents.count'], { count: value });

    expect([0, 1, 2, 3, 11, 100].map(count)).toEqual(['لا حوادث', 'حادث واحد', 'حادثان', '3 حوادث', '11 حادثًا', '100 حادث']);
    language.value = 'en';
    expect(fill(english['incidents.count'], { count: 1 })).toBe('1 incident');
    expect(fill(english['incidents.count'], { count: 1200 })).toBe('1,200 incidents');
  });

  it('leave alone what nobody filled in', () => expect(fill('{who} at {place}', { who: 'A' })).toBe('A at {place}'));
});
