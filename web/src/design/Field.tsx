// Labelled things to fill in. The label always stands above; a hint or an error below, tied to the field for screen readers.
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface FieldProps {
  label: string;
  hint?: string | undefined;
  error?: string | null | undefined;
}

interface TextProps extends FieldProps {
  value: string;
  onInput: (value: string) => void;
  type?: 'text' | 'password' | 'search' | 'number' | 'date' | 'month' | 'url';
  autocomplete?: string;
  required?: boolean;
  minLength?: number;
  maxLength?: number;
  autofocus?: boolean;
  dir?: 'auto' | 'ltr';
  placeholder?: string;
  list?: string;
}

export function TextField({ label, hint, error, value, onInput, type = 'text', dir = 'auto', ...rest }: TextProps) {
  const id = useId();
  return (
    <Labelled id={id} label={label} hint={hint} error={error}>
      <input id={id} type={type as 'text'} class="input" value={value} dir={dir} onInput={(event) => onInput(event.currentTarget.value)} aria-invalid={error ? true : undefined}
        aria-describedby={hint || error ? `${id}-more` : undefined} {...rest} />
    </Labelled>
  );
}

interface AreaProps extends FieldProps {
  value: string;
  onInput: (value: string) => void;
  rows?: number;
  maxLength?: number;
  autofocus?: boolean;
  required?: boolean;
}

export function TextArea({ label, hint, error, value, onInput, rows = 4, ...rest }: AreaProps) {
  const id = useId();
  return (
    <Labelled id={id} label={label} hint={hint} error={error}>
      <textarea id={id} class="input" rows={rows} dir="auto" value={value} onInput={(event) => onInput(event.currentTarget.value)}
        aria-describedby={hint || error ? `${id}-more` : undefined} {...rest} />
    </Labelled>
  );
}

export interface Option {
  value: string;
  label: string;
}

interface SelectProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  options: readonly Option[];
  /** The label is read out, but not shown: where a row of them says enough by itself. */
  bare?: boolean;
}

export function Select({ label, hint, error, value, onChange, options, bare }: SelectProps) {
  const id = useId();
  const box = (
    <select id={id} class="input select" value={value} onChange={(event) => onChange(event.currentTarget.value)} aria-label={bare ? label : undefined}
      aria-describedby={hint || error ? `${id}-more` : undefined}>
      {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
    </select>
  );
  return bare ? box : <Labelled id={id} label={label} hint={hint} error={error}>{box}</Labelled>;
}

export function Checkbox({ label, checked, onChange, bare }: { label: string; checked: boolean; onChange: (checked: boolean) => void; bare?: boolean }) {
  return (
    <label class="checkbox">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} aria-label={bare ? label : undefined} />
      {!bare && <span>{label}</span>}
    </label>
  );
}

function Labelled({ id, label, hint, error, children }: FieldProps & { id: string; children: ComponentChildren }) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children}
      {(error || hint) && <p id={`${id}-more`} class={error ? 'field-error' : 'field-hint'} role={error ? 'alert' : undefined}>{error || hint}</p>}
    </div>
  );
}
