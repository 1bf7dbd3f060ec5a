// The codes of the record with their labels in both languages, as the server names them.
import { signal } from '@preact/signals';
import { call } from '../api/client';
import type { Labelled, Vocabulary } from '../api/contract';
import { language } from './language';

export const vocabulary = signal<Vocabulary | null>(null);

type CodeList = Exclude<keyof Vocabulary, 'areas'>;

export async function loadVocabulary(): Promise<void> {
  vocabulary.value = await call('GET /vocabulary');
}

export function codes(list: CodeList): readonly Labelled[] {
  return vocabulary.value?.[list] ?? [];
}

export function label(list: CodeList, code: string | null): string {
  if (code === null) return '–';
  const found = codes(list).find((one) => one.code === code);
  if (!found) return code;
  const words = found[language.value];
  return list === 'kinds' ? words.charAt(0).toUpperCase() + words.slice(1) : words;
}

export function areaName(code: string): string {
  const found = vocabulary.value?.areas.find((one) => one.code === code);
  if (!found) return code;
  return language.value === 'ar' && found.name_ar ? found.name_ar : found.name;
}
