import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { language } from '../src/words/language';
import { said } from '../src/words/said';

describe('what the program says in the record', () => {
  beforeEach(() => (language.value = 'ar'));

  it('is read out in Arabic, with its numbers and names', () => {
    expect(said('3 sources that do not quote each other')).toBe('3 مصادر لا ينقل بعضها عن بعض');
    expect(said('the accused side denies it')).toBe('ينفيه الطرف المتهم');
    expect(said('ISIS denies it')).toBe('ينفيه: ISIS');
  });
  it('is told apart from what a person wrote', () => expect(said('Called the monitor in Homs, one source')).toBe('Called the monitor in Homs, one source'));
  it('holds every reason that grading gives', () => {
    const source = readFileSync(resolve(import.meta.dirname, '../../src/merge/grade.cpp'), 'utf8');
    const reasons = [...source.matchAll(/return \{Grade::\w+, "([^"]+)"\}/g)].map((found) => found[1] ?? '');

    expect(reasons.length).toBeGreaterThan(4);
    for (const reason of reasons) expect(said(reason)).not.toMatch(/[a-z]{3}/);
  });
});
