// All reports that tell the incident, each with its own sentence and what it states.
import type { Account, Incident } from '../api/contract';
import { Icon } from '../design/Icon';
import { Tag } from '../design/Tag';
import { safeLink } from '../report/ReportHead';
import { dateWords, number, partialDate } from '../words/values';
import { label } from '../words/vocabulary';
import { t } from '../words/words';
import { fieldName } from './fieldWords';

const tolls = ['killed', 'injured', 'abducted', 'arrested', 'perpetrators_killed'] as const;

export function Accounts({ incident }: { incident: Incident }) {
  return (
    <section>
      <h2>{t('incident.accounts', { count: incident.accounts.length })}</h2>
      <ol class="accounts">{incident.accounts.map((account) => <AccountCard key={account.id} account={account} />)}</ol>
    </section>
  );
}

function AccountCard({ account }: { account: Account }) {
  const url = account.url ? safeLink(account.url) : undefined;
  return (
    <li class="account">
      <p class="account-head">
        <strong dir="auto">{account.publisher || t('report.no_publisher')}</strong> <Tag title={t('report.reliability')}>{account.reliability}</Tag>
        <span class="soft">{account.published ? partialDate(account.published) : t('report.no_day')} · {label('languages', account.language)}</span>
        {account.background && <Tag>{t('incident.background')}</Tag>}
        {account.denied && <Tag tone="doubt">{t('incident.denied')}</Tag>}
        <span class="report-ways">
          <a href={`/reports/${account.report}`}>{t('incident.report')}</a>
          <a href={`/api/v1/reports/${account.report}/original`} download>{t('report.original')} <Icon name="download" /></a>
          {url && <a href={url} target="_blank" rel="noreferrer noopener">{t('report.page')} <Icon name="external" /></a>}
        </span>
      </p>
      {account.evidence.map((one) => <blockquote key={one.start} dir="auto" lang={account.language}>{one.text}</blockquote>)}
      <ul class="account-facts">
        <li>{label('kinds', account.kind)}</li>
        <li>{dateWords(account.date)}{account.date_text && <span class="soft"> «<bdi>{account.date_text}</bdi>»</span>}</li>
        {account.places.map((one, i) => <li key={i}><bdi>{one.place.name ?? one.text}</bdi>{one.text !== one.place.name && <span class="soft"> «<bdi>{one.text}</bdi>»</span>}</li>)}
        {account.perpetrator.name && <li><bdi>{account.perpetrator.name}</bdi> ({label('statuses', account.perpetrator.status)})</li>}
        {tolls.map((name) => {
          const toll = account[name];
          return toll && <li key={name}>{fieldName(name)}: {toll.high !== null && toll.high !== toll.low ? `${number(toll.low)}–${number(toll.high)}` : toll.high === null ? t('value.at_least', { count: toll.low }) : number(toll.low)}</li>;
        })}
        {account.attribution.map((one, i) => <li key={`by${i}`}>{t('incident.according_to')} <bdi>{one.name ?? one.text}</bdi></li>)}
      </ul>
    </li>
  );
}
