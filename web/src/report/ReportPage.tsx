// One report by itself: its text with all evidence, what it tells, what it counts, what it calls a habit.
import { useResource } from '../api/resource';
import { Page } from '../design/Page';
import { ProblemNotice, Waiting } from '../design/Notice';
import { dateWords, moment, number } from '../words/values';
import { t } from '../words/words';
import { ReportHead } from './ReportHead';
import { ReportText } from './ReportText';

export function ReportPage({ id }: { id: number }) {
  const report = useResource('GET /reports/{id}', { path: { id } });
  if (report.problem) return <Page title={t('report.title')}><ProblemNotice problem={report.problem} onRetry={report.reload} /></Page>;
  if (!report.data) return <Page title={t('report.title')}><Waiting /></Page>;
  const text = report.data;
  const incidents = [...new Set(text.accounts.map((account) => account.incident))];
  return (
    <Page title={text.title || t('report.title')} fills>
      <div class="split split-report">
        <section class="split-main">
          <ReportHead report={text} />
          <ReportText report={text} incident={null} />
        </section>
        <aside class="split-side stack">
          <section>
            <h2>{t('report.tells')}</h2>
            {incidents.length === 0 && <p class="soft">{t('report.tells_none')}</p>}
            <ul class="plain-list">{incidents.map((one) => <li key={one}><a href={`/incidents/${one}`}>{one}</a></li>)}</ul>
          </section>
          {text.tallies.length > 0 && (
            <section>
              <h2>{t('nav.tallies')}</h2>
              <ul class="plain-list">
                {text.tallies.map((tally) => (
                  <li key={tally.id}>
                    <strong>{number(tally.quantity)}</strong> <bdi>{tally.unit}</bdi> · <bdi>{tally.scope ?? '–'}</bdi> · {tally.period_text ? <bdi>{tally.period_text}</bdi> : dateWords(tally.period)}
                  </li>
                ))}
              </ul>
            </section>
          )}
          {text.patterns.length > 0 && (
            <section>
              <h2>{t('report.patterns')}</h2>
              <ul class="plain-list">{text.patterns.map((pattern) => <li key={pattern.start} dir="auto">{pattern.what}</li>)}</ul>
            </section>
          )}
          <section>
            <h2>{t('report.kept')}</h2>
            <dl class="facts">
              <dt>{t('report.received')}</dt><dd>{moment(text.received_at)}</dd>
              <dt>{t('report.format')}</dt><dd dir="ltr">{text.format}</dd>
              <dt>{t('report.origin')}</dt><dd dir="auto" class="break">{text.origin}</dd>
              <dt>SHA-256</dt><dd dir="ltr" class="break mono">{text.sha256}</dd>
            </dl>
          </section>
        </aside>
      </div>
    </Page>
  );
}
