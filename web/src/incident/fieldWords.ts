// Fields of an incident as the record names them: how a value reads, and which words of a report stand for it.
import type { Field, Incident } from '../api/contract';
import type { FieldOfSpan } from '../report/spans';
import { partialDate, placeWords } from '../words/values';
import { areaName, label } from '../words/vocabulary';
import { number } from '../words/values';
import { isWord, t, tCode } from '../words/words';

const spanFields: Record<string, FieldOfSpan> = {
  kind: 'kind', date: 'date', place: 'place', perpetrator: 'perpetrator', status: 'perpetrator', target_class: 'target', target: 'target', weapon: 'weapon',
  killed: 'killed', injured: 'injured', abducted: 'abducted', arrested: 'arrested', perpetrators_killed: 'perpetrators_killed',
};

export function spanField(field: string): FieldOfSpan | null {
  return spanFields[field] ?? null;
}

export const tollFields: ReadonlySet<string> = new Set(['killed', 'injured', 'abducted', 'arrested', 'perpetrators_killed']);

export function fieldName(field: string): string {
  return isWord(`field.${field}`) ? tCode('field', field) : label('fields', field);
}

/** False for what the record calls a field but no person sets: the accounts of an incident, for instance. */
export function isKnownField(field: string): boolean {
  return isWord(`field.${field}`);
}

/** A value as set() takes it, in words: a code's label, a day, "3–5"; "unknown" where it is. */
export function valueWords(field: string, value: string): string {
  if (value === '' || value === 'unknown') return t('value.unknown');
  if (field === 'kind') return label('kinds', value);
  if (field === 'status') return label('statuses', value);
  if (field === 'target_class' || field === 'target') return label('target_classes', value);
  if (field === 'weapon') return label('weapon_classes', value);
  if (field === 'admin1') return areaName(value);
  if (field === 'grade') return label('grades', value);
  if (field === 'date') return value.split('..').map(partialDate).join(' – ');
  if (tollFields.has(field)) return value.split('-').map((one) => (/^\d+$/.test(one) ? number(Number(one)) : one)).join('–');
  return value;
}

/** A field of the incident on screen; the place by its name rather than by its number in the gazetteer. */
export function fieldWords(field: Field, incident: Incident): string {
  if (field.field === 'place') return placeWords(incident.place);
  return valueWords(field.field, field.value);
}
