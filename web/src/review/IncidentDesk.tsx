// One incident on the desk: at the left the report with its evidence, at the right the fields that follow from it.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useResource } from '../api/resource';
import type { Incident } from '../api/contract';
import { ProblemNotice, Waiting } from '../design/Notice';
import { useKeys, type Binding } from '../keys/keymap';
import { spanField } from '../incident/fieldWords';
import { ReportHead } from '../report/ReportHead';
import { ReportText } from '../report/ReportText';
import { mayReview } from '../session/session';
import { t } from '../words/words';
import { candidates_max, FieldsPanel } from './FieldsPanel';
import { Legend } from './Legend';

interface IncidentDeskProps {
  incident: Incident;
  /** The report to read first; else that of the first account. */
  firstReport: number | null;
  active: string | null;
  onActive: (field: string | null) => void;
  onSet: (field: string, value: string, because: string) => void;
  onEdit: (field: string) => void;
  actions: ComponentChildren;
  /** True while a dialog stands in front. */
  quiet: boolean;
}

export function IncidentDesk({ incident, firstReport, active, onActive, onSet, onEdit, actions, quiet }: IncidentDeskProps) {
  const reports = [...new Set(incident.accounts.map((account) => account.report))];
  const [chosen, setChosen] = useState<number | null>(null);
  const at = chosen ?? (firstReport !== null && reports.includes(firstReport) ? firstReport : reports[0]) ?? null;
  const report = useResource('GET /reports/{id}', at === null ? null : { path: { id: at } });
  const fields = incident.fields.map((field) => field.field);
  const field = incident.fields.find((one) => one.field === active) ?? null;
  const may = mayReview() && !incident.withdrawn;

  const stepField = (by: number) => {
    const next = fields[(fields.indexOf(active ?? '') + by + fields.length) % fields.length];
    if (next) onActive(active === null ? fields[by > 0 ? 0 : fields.length - 1] ?? null : next);
  };
  const stepReport = (by: number) => {
    const next = reports[(reports.indexOf(at ?? -1) + by + reports.length) % reports.length];
    if (next !== undefined) setChosen(next);
  };
  const choose = (name: string, value: string) => onSet(name, value, t('because.chosen'));
  const unknown = (name: string) => onSet(name, 'unknown', t('because.unknown'));
  const byNumber: Binding[] = (field?.candidates ?? []).slice(0, candidates_max).map((candidate, i) => ({
    keys: String(i + 1), word: 'keys.candidate', run: () => field && choose(field.field, candidate.value),
  }));
  useKeys('keys.fields', [
    { keys: 'j', word: 'keys.next_field', run: () => stepField(1), also: ['ArrowDown'] },
    { keys: 'k', word: 'keys.previous_field', run: () => stepField(-1), also: ['ArrowUp'] },
    { keys: ']', word: 'keys.next_report', run: () => stepReport(1) },
    { keys: '[', word: 'keys.previous_report', run: () => stepReport(-1) },
    ...(may && field ? [
      { keys: 'e', word: 'keys.edit' as const, run: () => onEdit(field.field), also: ['Enter'] },
      { keys: 'u', word: 'keys.unknown' as const, run: () => unknown(field.field) },
      ...byNumber,
    ] : []),
  ], { on: !quiet });

  return (
    <div class="incident-desk">
      <section class="desk-report" aria-label={t('review.report')}>
        {reports.length > 1 && (
          <div class="report-tabs" role="group" aria-label={t('review.reports')}>
            {reports.map((id) => {
              const account = incident.accounts.find((one) => one.report === id);
              return <button key={id} type="button" aria-pressed={id === at} onClick={() => setChosen(id)} dir="auto">{account?.publisher || `#${id}`}</button>;
            })}
          </div>
        )}
        {report.problem && <ProblemNotice problem={report.problem} onRetry={report.reload} />}
        {!report.data && !report.problem && <Waiting />}
        {report.data && <ReportHead report={report.data} />}
        {report.data && <ReportText report={report.data} incident={incident.id} active={active ? spanField(active) : null}
          onField={(name) => onActive(fields.find((one) => spanField(one) === name) ?? active)} />}
        <Legend />
      </section>
      <section class="desk-fields" aria-label={t('review.fields')}>
        {actions}
        <FieldsPanel incident={incident} active={active} onActive={(name) => onActive(name === active ? null : name)} onCandidate={choose} onEdit={onEdit} onUnknown={unknown} may={may} />
      </section>
    </div>
  );
}
