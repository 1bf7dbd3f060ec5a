// A word or sentence of the interface in the person's language: t('review.left', { count: 12 }).
import { arabic } from './ar';
import { english } from './en';
import { language, locale } from './language';

export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };
export type Message = string | Plural;
export type Word = keyof typeof english;

const catalogues: Record<'en' | 'ar', Record<Word, Message>> = { en: english, ar: arabic };

export function t(word: Word, values: Record<string, string | number> = {}): string {
  return fill(catalogues[language.value][word], values);
}

/** True where a code made at run time has a word ("action.merge"). */
export function isWord(word: string): word is Word {
  return word in english;
}

/** The word of a code, or the code itself where the catalogue has none yet. */
export function tCode(prefix: string, code: string): string {
  const word = `${prefix}.${code}`;
  return isWord(word) ? t(word) : code;
}

export function fill(message: Message, values: Record<string, string | number>): string {
  const text = typeof message === 'string' ? message : pick(message, Number(values.count ?? 0));
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return typeof value === 'number' ? new Intl.NumberFormat(locale()).format(value) : value;
  });
}

function pick(message: Plural, count: number): string {
  const rule = new Intl.PluralRules(language.value).select(count);
  return message[rule] ?? message.other;
}
