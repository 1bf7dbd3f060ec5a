// Correcting one field by hand: each kind of field with the editor that fits it. The reason is kept with the change.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useResource } from '../api/resource';
import type { Incident } from '../api/contract';
import { BecauseDialog } from '../design/BecauseDialog';
import { Checkbox, Select, TextField } from '../design/Field';
import { codes } from '../words/vocabulary';
import { language } from '../words/language';
import { t } from '../words/words';
import { fieldName, tollFields } from './fieldWords';
import { PlaceChoice } from './PlaceChoice';

interface EditorProps {
  value: string;
  onValue: (value: string) => void;
}

interface EditFieldProps {
  field: string;
  incident: Incident;
  onDone: (value: string, because: string) => void;
  onClose: () => void;
}

export function EditField({ field, incident, onDone, onClose }: EditFieldProps) {
  const now = incident.fields.find((one) => one.field === field)?.value ?? 'unknown';
  const [value, setValue] = useState(now);
  return (
    <BecauseDialog title={t('edit.title', { field: fieldName(field) })} action={t('edit.correct')} usual={t('because.read')} onClose={onClose}
      onDone={(because) => onDone(value.trim() || 'unknown', because)}>
      {editor(field, incident, { value, onValue: setValue })}
    </BecauseDialog>
  );
}

/** The editor of a field, without its dialog: the second reader codes with the same ones. */
export function editor(field: string, incident: Incident | null, props: EditorProps): ComponentChildren {
  if (tollFields.has(field)) return <TollEditor {...props} field={field} />;
  switch (field) {
    case 'kind': return <CodeEditor {...props} field={field} list="kinds" />;
    case 'status': return <CodeEditor {...props} field={field} list="statuses" />;
    case 'target_class': return <CodeEditor {...props} field={field} list="target_classes" unknown />;
    case 'weapon': return <CodeEditor {...props} field={field} list="weapon_classes" unknown />;
    case 'place': return <PlaceChoice {...props} incident={incident} />;
    case 'perpetrator': return <ActorEditor {...props} />;
    case 'date': return <TextField label={fieldName(field)} hint={t('edit.date_hint')} value={props.value === 'unknown' ? '' : props.value} onInput={props.onValue} dir="ltr" placeholder="2024-03-05" />;
    case 'admiralty_source': return <LetterEditor {...props} letters={['A', 'B', 'C', 'D', 'E', 'F']} prefix="admiralty_source" label={fieldName(field)} />;
    case 'admiralty_item': return <LetterEditor {...props} letters={['1', '2', '3', '4', '5', '6']} prefix="admiralty_item" label={fieldName(field)} />;
    default: return <TextField label={fieldName(field)} value={props.value === 'unknown' ? '' : props.value} onInput={props.onValue} />;
  }
}

function CodeEditor({ value, onValue, field, list, unknown }: EditorProps & { field: string; list: 'kinds' | 'statuses' | 'target_classes' | 'weapon_classes'; unknown?: boolean }) {
  const known = codes(list).map((one) => ({ value: one.code, label: one[language.value] }));
  const options = known.some((one) => one.value === 'unknown') || !unknown ? known : [{ value: 'unknown', label: t('value.unknown') }, ...known];
  return <Select label={fieldName(field)} value={value} onChange={onValue} options={options} />;
}

function LetterEditor({ value, onValue, letters, prefix, label }: EditorProps & { letters: readonly string[]; prefix: 'admiralty_source' | 'admiralty_item'; label: string }) {
  return (
    <Select label={label} value={value} onChange={onValue} options={[{ value: 'unknown', label: t('admiralty.not_set') },
      ...letters.map((one) => ({ value: one, label: `${one} · ${t(`${prefix}.${one}` as 'admiralty_source.A')}` }))]} />
  );
}

/** "3-5" from two numbers; one number where both are the same. */
function TollEditor({ value, onValue, field }: EditorProps & { field: string }) {
  const [low = '', high = low] = value === 'unknown' ? [''] : value.split('-');
  const unknown = value === 'unknown';
  const put = (min: string, max: string) => onValue(min === '' ? 'unknown' : max === '' || max === min ? min : `${min}-${max}`);
  return (
    <fieldset class="row">
      <legend>{fieldName(field)}</legend>
      <TextField label={t('edit.at_least')} type="number" value={unknown ? '' : low} onInput={(min) => put(min, Number(high) < Number(min) ? min : high)} dir="ltr" />
      <TextField label={t('edit.at_most')} type="number" value={unknown ? '' : high} onInput={(max) => put(low || max, max)} dir="ltr" />
      <Checkbox label={t('value.unknown')} checked={unknown} onChange={(checked) => onValue(checked ? 'unknown' : '0')} />
    </fieldset>
  );
}

function ActorEditor({ value, onValue }: EditorProps) {
  const words = value === 'unknown' ? '' : value;
  const found = useResource('GET /actors', words.trim().length >= 2 ? { query: { words: words.trim(), limit: 12 } } : null);
  return (
    <>
      <TextField label={fieldName('perpetrator')} hint={t('edit.actor_hint')} value={words} onInput={onValue} list="actors-found" />
      <datalist id="actors-found">{found.data?.items.map((actor) => <option key={actor.name} value={actor.name}>{actor.name_ar ?? actor.names_ar[0] ?? ''}</option>)}</datalist>
    </>
  );
}
