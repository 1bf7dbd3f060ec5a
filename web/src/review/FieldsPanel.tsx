// The incident's fields at the right: value, the words it stands on, how sure the program is, and what else it could be.
import { useEffect, useRef } from 'preact/hooks';
import type { Candidate, Field, Incident } from '../api/contract';
import { Icon } from '../design/Icon';
import { Keys } from '../design/Keys';
import { Tag } from '../design/Tag';
import { language } from '../words/language';
import { share } from '../words/values';
import { t } from '../words/words';
import { fieldName, fieldWords, spanField, valueWords } from '../incident/fieldWords';

interface FieldsPanelProps {
  incident: Incident;
  active: string | null;
  onActive: (field: string) => void;
  onCandidate: (field: string, value: string) => void;
  onEdit: (field: string) => void;
  onUnknown: (field: string) => void;
  may: boolean;
}

export const candidates_max = 9;

export function FieldsPanel({ incident, active, onActive, onCandidate, onEdit, onUnknown, may }: FieldsPanelProps) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' });
  }, [active, incident.id]);
  return (
    <ul ref={list} class="fields" aria-label={t('review.fields')}>
      {incident.fields.map((field) => (
        <li key={field.field} class="field-row" data-active={field.field === active ? '' : undefined} data-span={spanField(field.field) ?? undefined}>
          <FieldHead field={field} incident={incident} active={field.field === active} onActive={onActive} />
          {field.field === active && (
            <div class="field-open">
              <Said field={field} />
              {may && <Candidates field={field} onCandidate={onCandidate} />}
              {may && (
                <div class="field-ways">
                  <button type="button" class="button button-quiet" onClick={() => onEdit(field.field)}>{t('review.edit')} <Keys of="e" /></button>
                  <button type="button" class="button button-quiet" onClick={() => onUnknown(field.field)} disabled={field.value === 'unknown'}>{t('value.unknown')} <Keys of="u" /></button>
                </div>
              )}
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

function FieldHead({ field, incident, active, onActive }: { field: Field; incident: Incident; active: boolean; onActive: (field: string) => void }) {
  const unknown = field.value === 'unknown' || field.value === '';
  return (
    <button type="button" class="field-head" aria-expanded={active} onClick={() => onActive(field.field)}>
      <span class="field-name">{fieldName(field.field)}</span>
      <span class={unknown ? 'field-value soft' : 'field-value'} dir="auto">{fieldWords(field, incident)}</span>
      <span class="field-marks">
        {field.in_conflict && !field.corrected && <Tag tone="doubt">{t('review.conflict')}</Tag>}
        {field.corrected ? <Tag tone="info">{t('review.corrected')}</Tag> : field.confidence !== null && <Confidence of={field.confidence} />}
      </span>
    </button>
  );
}

function Confidence({ of }: { of: number }) {
  return <span class="confidence" title={t('review.confidence', { share: share(of) })}><meter min={0} max={1} low={0.5} high={0.8} optimum={1} value={of} aria-label={t('review.confidence', { share: share(of) })} /></span>;
}

function Said({ field }: { field: Field }) {
  if (field.said.length === 0) return <p class="soft said-none">{t('review.said_by_none')}</p>;
  return (
    <ul class="said">
      {field.said.map((said) => (
        <li key={said.value}>
          {field.said.length > 1 && <span class="said-value"><bdi>{valueWords(field.field, said.value)}</bdi> <span class="soft">{t('review.said_by', { count: said.accounts.length })}</span></span>}
          {said.evidence.slice(0, 3).map((one) => <q key={`${one.report}-${one.start}`} dir="auto">{one.text}</q>)}
        </li>
      ))}
    </ul>
  );
}

/** Codes and days by their words in the person's language; names as the server gives them. */
function candidateWords(field: string, candidate: Candidate): string {
  if (candidate.label === candidate.value) return valueWords(field, candidate.value);
  return language.value === 'ar' && candidate.label_ar ? candidate.label_ar : candidate.label;
}

function Candidates({ field, onCandidate }: { field: Field; onCandidate: (field: string, value: string) => void }) {
  if (field.candidates.length === 0) return null;
  return (
    <ol class="candidates" aria-label={t('review.candidates')}>
      {field.candidates.slice(0, candidates_max).map((candidate, i) => (
        <li key={candidate.value}>
          <button type="button" class="candidate" aria-pressed={candidate.value === field.value} onClick={() => onCandidate(field.field, candidate.value)}>
            <Keys of={String(i + 1)} />
            <span class="candidate-label" dir="auto">{candidateWords(field.field, candidate)}</span>
            {candidate.value === field.value && <Icon name="check" />}
            {candidate.score !== null && <span class="soft">{share(candidate.score)}</span>}
            {candidate.because && <span class="candidate-because soft" dir="auto">{candidate.because}</span>}
          </button>
        </li>
      ))}
    </ol>
  );
}
