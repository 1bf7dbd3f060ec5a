// Reports as they came in, newest first: what was told, in which language, what could not be read.
import { useEffect, useState } from 'preact/hooks';
import { usePages } from '../api/pages';
import type { InboxItem } from '../api/contract';
import { Select, TextField } from '../design/Field';
import { More } from '../design/More';
import { Empty, ProblemNotice, Waiting } from '../design/Notice';
import { Tag } from '../design/Tag';
import { label } from '../words/vocabulary';
import { moment, partialDate } from '../words/values';
import { t } from '../words/words';

const states = ['all', 'with_incident', 'no_incident', 'not_read'] as const;
type State = (typeof states)[number];
const typing_ms = 250;

interface ReportListProps {
  state: string;
  words: string;
  onState: (state: string) => void;
  onWords: (words: string) => void;
}

export function ReportList({ state, words, onState, onWords }: ReportListProps) {
  const [typed, setTyped] = useState(words);
  useEffect(() => {
    const later = setTimeout(() => typed !== words && onWords(typed), typing_ms);
    return () => clearTimeout(later);
  }, [typed]);
  const known = (states as readonly string[]).includes(state) ? (state as State) : 'all';
  const list = usePages('GET /inbox', { query: { state: known, ...(words ? { words } : {}) } }, { live: true });
  return (
    <section aria-label={t('inbox.reports')}>
      <div class="filters">
        <TextField label={t('inbox.search')} type="search" value={typed} onInput={setTyped} />
        <Select label={t('inbox.state')} value={known} onChange={onState} options={states.map((one) => ({ value: one, label: t(`inbox.state_${one}`) }))} />
        <p class="filters-count" role="status">{t('inbox.found', { count: list.total })}</p>
      </div>
      {list.problem && <ProblemNotice problem={list.problem} onRetry={list.reload} />}
      {!list.loading && !list.problem && list.items.length === 0 && <Empty title={words || known !== 'all' ? t('list.none_found') : t('inbox.empty')}>{!words && known === 'all' && <p>{t('inbox.empty_more')}</p>}</Empty>}
      {list.loading && list.items.length === 0 && <Waiting />}
      {list.items.length > 0 && (
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{t('inbox.column_report')}</th>
              <th scope="col">{t('inbox.column_source')}</th>
              <th scope="col">{t('inbox.column_published')}</th>
              <th scope="col">{t('inbox.column_language')}</th>
              <th scope="col">{t('inbox.column_tells')}</th>
              <th scope="col">{t('inbox.column_received')}</th>
            </tr>
          </thead>
          <tbody>{list.items.map((item) => <Row key={item.id} item={item} />)}</tbody>
        </table>
      )}
      <More on={list.hasMore} loading={list.loading} onMore={list.more} />
    </section>
  );
}

const incidents_named_max = 3;

function Row({ item }: { item: InboxItem }) {
  return (
    <tr>
      <td class="cell-wide"><a class="two-lines" href={`/reports/${item.id}`} dir="auto" lang={item.language}>{item.title || item.origin || t('report.untitled')}</a></td>
      <td><bdi>{item.publisher || <span class="soft">{t('report.no_publisher')}</span>}</bdi></td>
      <td class="cell-short">{item.published ? partialDate(item.published) : <span class="soft">{t('report.no_day')}</span>}</td>
      <td class="cell-short">{item.was_read ? label('languages', item.language) : <Tag tone="doubt">{t('inbox.not_read')} · {label('languages', item.language)}</Tag>}</td>
      <td class="cell-short">
        {item.incidents.slice(0, incidents_named_max).map((id) => <a key={id} class="id-link" href={`/incidents/${id}`}>{id}</a>)}
        {item.incidents.length > incidents_named_max && <span class="soft"> {t('list.and_more', { count: item.incidents.length - incidents_named_max })}</span>}
        {item.tallies > 0 && <span class="soft">{item.incidents.length > 0 ? ' · ' : ''}{t('inbox.tallies', { count: item.tallies })}</span>}
        {item.incidents.length === 0 && item.tallies === 0 && <span class="soft">–</span>}
      </td>
      <td class="cell-short soft">{moment(item.received_at)}</td>
    </tr>
  );
}
