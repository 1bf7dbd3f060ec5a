// Where a report comes from: publisher and its letter, day, language, and the way to the original.
import type { ReportText } from '../api/contract';
import { Icon } from '../design/Icon';
import { Tag } from '../design/Tag';
import { label } from '../words/vocabulary';
import { moment, partialDate } from '../words/values';
import { t } from '../words/words';

export function ReportHead({ report }: { report: ReportText }) {
  return (
    <div class="report-head">
      <span class="report-publisher" dir="auto">{report.publisher || t('report.no_publisher')}</span>
      <Tag title={t('report.reliability')}>{report.reliability}</Tag>
      <span>{report.published ? partialDate(report.published) : t('report.no_day')}</span>
      <span>{label('languages', report.language)}</span>
      {!report.was_read && <Tag tone="doubt">{t('inbox.not_read')}</Tag>}
      <span class="report-ways">
        {report.url && <a href={safeLink(report.url)} target="_blank" rel="noreferrer noopener">{t('report.page')} <Icon name="external" /></a>}
        <a href={`/api/v1/reports/${report.id}/original`} download title={`SHA-256 ${report.sha256} · ${moment(report.received_at)}`}>{t('report.original')} <Icon name="download" /></a>
        <a href={`/reports/${report.id}`}>{t('report.whole')}</a>
      </span>
    </div>
  );
}

/** Addresses come from documents: only those of the web become links. */
export function safeLink(url: string): string | undefined {
  return /^https?:\/\//i.test(url) ? url : undefined;
}
