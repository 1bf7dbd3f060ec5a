// The gate: every rule passed or failed, every field that would leave beside what stays inside. An editor releases; nobody goes round it.
import { useState } from 'preact/hooks';
import { route, setQuery } from '../app/route';
import { usePages } from '../api/pages';
import type { Gate, GateIncident, Month } from '../api/contract';
import { Button } from '../design/Button';
import { Select } from '../design/Field';
import { Icon } from '../design/Icon';
import { More } from '../design/More';
import { ProblemNotice, Waiting } from '../design/Notice';
import { Tag, type Tone } from '../design/Tag';
import { fieldName, valueWords } from '../incident/fieldWords';
import { mayEdit } from '../session/session';
import { language } from '../words/language';
import { label } from '../words/vocabulary';
import { said } from '../words/said';
import { t } from '../words/words';
import { ReleaseDialog } from './ReleaseDialog';

const kinds = ['touched', 'failed', 'all'] as const;
type Only = (typeof kinds)[number];

interface GateLeafProps {
  month: Month;
  area: string;
  onReleased: () => void;
}

export function GateLeaf({ month, area, onReleased }: GateLeafProps) {
  const [releasing, setReleasing] = useState(false);
  const asked = route.value.query.get('only') as Only | null;
  const only: Only = asked && kinds.includes(asked) ? asked : 'touched';
  const gate = usePages('GET /months/{month}/gate' as never, { path: { month: month.month }, query: { only, ...(area ? { area } : {}) } } as never, { live: true, limit: 50 });
  const answer = gate.answer as Gate | null;
  if (gate.problem && !answer) return <ProblemNotice problem={gate.problem} onRetry={gate.reload} />;
  if (!answer) return <Waiting words={t('gate.waits')} />;
  return (
    <section class="leaf-page" aria-label={t('month.gate')}>
      <div class="gate-verdict" data-passed={answer.releasable} role="status">
        <Icon name={answer.releasable ? 'check' : 'warning'} />
        <p>{t(!answer.releasable ? 'gate.may_not_leave' : answer.rules.every((rule) => rule.passed) ? 'gate.may_leave' : 'gate.may_leave_provisional')}</p>
        {mayEdit() ? <Button look="main" disabled={!answer.releasable} onClick={() => setReleasing(true)}>{t('gate.release')}</Button> : <span class="soft">{t('month.editor_only')}</span>}
      </div>
      <Documents gate={answer} />
      <Rules gate={answer} />
      <div class="filters">
        <h2>{t('gate.fields')}</h2>
        <Select bare label={t('gate.only')} value={only} onChange={(value) => setQuery({ only: value === 'touched' ? null : value })} options={kinds.map((one) => ({ value: one, label: t(`gate.only_${one}`) }))} />
        <span class="soft" role="status">{t('incidents.count', { count: answer.total })}</span>
      </div>
      <ul class="gate-list">{(gate.items as readonly GateIncident[]).map((one) => <Line key={one.incident} one={one} />)}</ul>
      <More on={gate.hasMore} loading={gate.loading} onMore={gate.more} />
      {releasing && <ReleaseDialog month={month} area={area} onClose={() => setReleasing(false)} onDone={() => { setReleasing(false); onReleased(); }} />}
    </section>
  );
}

function Documents({ gate }: { gate: Gate }) {
  const failed = gate.documents.filter((one) => !one.passed);
  return (
    <>
      <p class="gate-documents">
        {gate.documents.map((one) => <Tag key={one.name} tone={one.passed ? 'good' : 'bad'}>{documentName(one.name)} · {one.passed ? t('gate.passed') : t('gate.failed')}</Tag>)}
      </p>
      {failed.map((one) => (
        <div key={one.name} class="notice notice-bad" role="alert">
          <Icon name="warning" />
          <div>
            <p><strong><bdi>{documentName(one.name)}</bdi></strong>: {one.rule ? ruleWords(gate, one.rule) : t('gate.failed')}</p>
            {one.offending && <p>{t('gate.offending')} <mark class="offending"><bdi>{one.offending}</bdi></mark></p>}
            {one.at && <p class="soft">… <bdi>{one.at}</bdi> …</p>}
          </div>
        </div>
      ))}
      {failed.length > 0 && <p>{t('gate.how_to_mend')}</p>}
    </>
  );
}

/** The forewords are looked at alone, before they stand in a file. */
function documentName(name: string): string {
  return name === 'foreword, English' ? t('month.foreword_en') : name === 'foreword, Arabic' ? t('month.foreword_ar') : name;
}

function ruleWords(gate: Gate, rule: string): string {
  const found = gate.rules.find((one) => one.rule === rule);
  if (found) return `${rule} · ${language.value === 'ar' ? found.ar : found.en}`;
  const words = label('rules', rule);
  return words === rule ? rule : `${rule} · ${words}`;
}

function Rules({ gate }: { gate: Gate }) {
  return (
    <table class="table rules">
      <caption>{t('gate.rules')}</caption>
      <thead><tr><th scope="col">{t('gate.rule')}</th><th scope="col">{t('gate.what')}</th><th scope="col" class="number">{t('gate.applied')}</th><th scope="col">{t('gate.state')}</th></tr></thead>
      <tbody>
        {gate.rules.map((rule) => (
          <tr key={rule.rule} class={rule.passed ? undefined : 'differs-row'}>
            <th scope="row" dir="ltr">{rule.rule}</th>
            <td>{language.value === 'ar' ? rule.ar : rule.en}</td>
            <td class="number">{rule.applied > 0 ? rule.applied : '–'}</td>
            <td>{rule.passed ? <span class="good"><Icon name="check" /> {t('gate.passed')}</span> : <Tag tone="bad">{t('gate.failed')}</Tag>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const tones: Record<GateIncident['fields'][number]['result'], Tone> = { passed: 'plain', coarsened: 'info', withheld: 'doubt', failed: 'bad' };

const words = (field: string, value: string | null) => (value ? said(valueWords(field, value)) : '–');

function Line({ one }: { one: GateIncident }) {
  return (
    <li class="gate-line" data-leaves={one.leaves}>
      <details open={one.fields.some((field) => field.result === 'failed')}>
        <summary>
          <span class="id">{one.incident}</span>
          {one.leaves ? <Tag tone="good">{t('gate.leaves')}</Tag> : <Tag tone="doubt">{t('gate.stays')}</Tag>}
          {one.rule && <span class="soft">{one.rule} · {label('rules', one.rule)}</span>}
          <span class="soft">{t('gate.touched', { count: one.fields.filter((field) => field.result !== 'passed').length })}</span>
        </summary>
        <p class="gate-way"><a href={`/incidents/${one.incident}`}>{t('gate.open_incident', { id: one.incident })}</a></p>
        <table class="table">
          <thead><tr><th scope="col">{t('list.field')}</th><th scope="col">{t('gate.inside')}</th><th scope="col">{t('gate.outside')}</th><th scope="col">{t('gate.result')}</th></tr></thead>
          <tbody>
            {one.fields.map((field) => (
              <tr key={field.field} class={field.result === 'failed' ? 'differs-row' : undefined}>
                <th scope="row">{field.field === 'sentences' ? t('gate.sentences') : fieldName(field.field)}</th>
                <td><bdi>{words(field.field, field.inside)}</bdi></td>
                <td><bdi>{words(field.field, field.outside)}</bdi></td>
                <td><Tag tone={tones[field.result]}>{t(`gate.${field.result}`)}</Tag> {field.rule && <span class="soft">{field.rule}</span>} {field.offending && <mark class="offending"><bdi>{words(field.field, field.offending)}</bdi></mark>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </li>
  );
}
