// The second reading: the report alone, without the first reader's values; what is coded here is compared afterwards.
import { useState } from 'preact/hooks';
import { call, Refused } from '../api/client';
import { setQuery } from '../app/route';
import { usePages } from '../api/pages';
import { useResource } from '../api/resource';
import type { Incident, SecondReading as Reading } from '../api/contract';
import { BecauseDialog } from '../design/BecauseDialog';
import { Button } from '../design/Button';
import { TextArea } from '../design/Field';
import { problemWords, ProblemNotice, Waiting } from '../design/Notice';
import { Tag } from '../design/Tag';
import { tell } from '../design/Toast';
import { editor } from '../incident/EditField';
import { fieldName, valueWords } from '../incident/fieldWords';
import { ReportHead } from '../report/ReportHead';
import { ReportText } from '../report/ReportText';
import { mayEdit, mayReview } from '../session/session';
import { t, tCode } from '../words/words';
import { QueueList } from './QueueList';
import { usePinned } from './usePinned';

/** What a second reader codes: the fields that the agreement is counted over. */
export const second_fields = ['kind', 'date', 'place', 'perpetrator', 'status', 'target_class', 'killed', 'injured'] as const;

export function SecondReading() {
  const queue = usePages('GET /review/queue', { query: { stage: 'second' } }, { live: true, limit: 50 });
  const at = usePinned(queue.items);
  const incident = useResource('GET /incidents/{id}', at ? { path: { id: at } } : null);
  return (
    <div class="review">
      <div class="review-queue">
        <QueueList items={queue.items} total={queue.total} at={at} onOpen={(id) => setQuery({ at: id })} loading={queue.loading} hasMore={queue.hasMore} onMore={queue.more}
          problem={queue.problem} onRetry={queue.reload} empty={t('second.empty')} blind />
      </div>
      <div class="review-desk">
        {incident.problem && <ProblemNotice problem={incident.problem} onRetry={incident.reload} />}
        {incident.data && <Blind key={incident.data.id} incident={incident.data} onChanged={(fresh) => { incident.put(fresh); queue.reload(); }} />}
        {!incident.data && !incident.problem && at && <Waiting />}
      </div>
    </div>
  );
}

function Blind({ incident, onChanged }: { incident: Incident; onChanged: (incident: Incident) => void }) {
  const first = incident.accounts[0]?.report ?? null;
  const [at, setAt] = useState(first);
  const report = useResource('GET /reports/{id}', at === null ? null : { path: { id: at } });
  const reports = [...new Set(incident.accounts.map((account) => account.report))];
  // The evidence sentences help to find the incident in a long report; the values are not shown.
  const bare = report.data && { ...report.data, accounts: report.data.accounts.map((one) => ({ ...one, spans: one.spans.filter((span) => span.field === 'evidence') })) };
  return (
    <div class="incident-desk">
      <section class="desk-report" aria-label={t('review.report')}>
        {reports.length > 1 && (
          <div class="report-tabs" role="group" aria-label={t('review.reports')}>
            {reports.map((id) => <button key={id} type="button" aria-pressed={id === at} onClick={() => setAt(id)} dir="auto">{incident.accounts.find((one) => one.report === id)?.publisher || `#${id}`}</button>)}
          </div>
        )}
        {report.problem && <ProblemNotice problem={report.problem} onRetry={report.reload} />}
        {bare && <><ReportHead report={bare} /><ReportText report={bare} incident={incident.id} /></>}
      </section>
      <section class="desk-fields" aria-label={t('second.coding')}>
        <p class="second-why">{t('second.why')} {incident.second_reader.because.map((why) => <Tag key={why}>{tCode('second', why)}</Tag>)}</p>
        {incident.second_reader.readings.map((reading) => <Compared key={reading.id} reading={reading} onChanged={onChanged} />)}
        {incident.second_reader.state === 'needed' && mayReview() && <Coding incident={incident} onChanged={onChanged} />}
      </section>
    </div>
  );
}

function Coding({ incident, onChanged }: { incident: Incident; onChanged: (incident: Incident) => void }) {
  const [values, setValues] = useState<Record<string, string>>(Object.fromEntries(second_fields.map((name) => [name, name === 'kind' ? 'other_violence' : 'unknown'])));
  const [note, setNote] = useState('');
  const hidden: Incident = { ...incident, place: null, fields: [] };
  const submit = async () => {
    try {
      onChanged(await call('POST /incidents/{id}/second-reading', { path: { id: incident.id }, body: { values, ...(note ? { note } : {}) } }));
      tell(t('second.kept'));
    } catch (reason) {
      if (!(reason instanceof Refused)) throw reason;
      tell(problemWords(reason), { tone: 'bad' });
    }
  };
  return (
    <form class="stack" onSubmit={(event) => { event.preventDefault(); void submit(); }}>
      <p class="soft">{t('second.blind')}</p>
      {second_fields.map((name) => <div key={name}>{editor(name, hidden, { value: values[name] ?? 'unknown', onValue: (value) => setValues((before) => ({ ...before, [name]: value })) })}</div>)}
      <TextArea label={t('second.note')} value={note} onInput={setNote} rows={2} maxLength={1000} />
      <Button look="main" type="submit">{t('second.keep')}</Button>
    </form>
  );
}

function Compared({ reading, onChanged }: { reading: Reading; onChanged: (incident: Incident) => void }) {
  const [deciding, setDeciding] = useState(false);
  const decide = async (because: string) => {
    setDeciding(false);
    try {
      onChanged(await call('POST /second-readings/{id}/decide', { path: { id: reading.id }, body: { because } }));
    } catch (reason) {
      if (!(reason instanceof Refused)) throw reason;
      tell(problemWords(reason), { tone: 'bad' });
    }
  };
  const disagrees = reading.values.some((value) => !value.agrees);
  return (
    <div class="stack">
      <table class="table">
        <thead><tr><th scope="col">{t('list.field')}</th><th scope="col"><bdi>{reading.first_by}</bdi></th><th scope="col"><bdi>{reading.by}</bdi></th></tr></thead>
        <tbody>
          {reading.values.map((value) => (
            <tr key={value.field} class={value.agrees ? undefined : 'differs-row'}>
              <th scope="row">{fieldName(value.field)}{!value.agrees && <span class="unseen"> ({t('compare.differs')})</span>}</th>
              <td><bdi>{valueWords(value.field, value.first)}</bdi></td>
              <td><bdi>{valueWords(value.field, value.second)}</bdi></td>
            </tr>
          ))}
        </tbody>
      </table>
      {reading.note && <p dir="auto">{reading.note}</p>}
      {reading.decided_by ? <p class="soft">{t('second.decided_by', { who: reading.decided_by })}</p>
        : disagrees && mayEdit() && <Button onClick={() => setDeciding(true)}>{t('second.decide')}</Button>}
      {deciding && <BecauseDialog title={t('second.decide')} action={t('second.decide')} onClose={() => setDeciding(false)} onDone={(because) => void decide(because)}><p>{t('second.decide_what')}</p></BecauseDialog>}
    </div>
  );
}
