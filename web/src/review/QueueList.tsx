// The queue: what waits for a person, the most doubtful and weightiest first.
import { useEffect, useRef } from 'preact/hooks';
import type { QueueItem } from '../api/contract';
import { More } from '../design/More';
import { Empty, ProblemNotice, Waiting } from '../design/Notice';
import { Tag } from '../design/Tag';
import type { Refused } from '../api/client';
import { dateWords, number, placeWords, range } from '../words/values';
import { label } from '../words/vocabulary';
import { t, tCode } from '../words/words';

interface QueueListProps {
  items: readonly QueueItem[];
  total: number;
  at: string | null;
  onOpen: (id: string) => void;
  loading: boolean;
  hasMore: boolean;
  onMore: () => void;
  problem: Refused | null;
  onRetry: () => void;
  empty: string;
  /** For the second reader, who must not see what the first one coded. */
  blind?: boolean;
}

export function QueueList({ items, total, at, onOpen, loading, hasMore, onMore, problem, onRetry, empty, blind = false }: QueueListProps) {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  return (
    <section class="queue" aria-label={t('review.queue')}>
      <p class="queue-count" role="status">{t('review.left', { count: total })}</p>
      {problem && <ProblemNotice problem={problem} onRetry={onRetry} />}
      {loading && items.length === 0 && <Waiting />}
      {!loading && !problem && items.length === 0 && <Empty title={empty} />}
      <ol ref={list} class="queue-list">
        {items.map((item) => <Line key={item.incident.id} item={item} open={item.incident.id === at} onOpen={onOpen} blind={blind} />)}
      </ol>
      <More on={hasMore} loading={loading} onMore={onMore} />
    </section>
  );
}

const reasons_shown_max = 3;

function Line({ item, open, onOpen, blind }: { item: QueueItem; open: boolean; onOpen: (id: string) => void; blind: boolean }) {
  const { incident } = item;
  if (blind) {
    return (
      <li>
        <button type="button" class="queue-line" aria-current={open ? 'true' : undefined} onClick={() => onOpen(incident.id)}>
          <span class="queue-top"><strong>{incident.id}</strong><span class="queue-when">{t('review.accounts_short', { count: incident.accounts })}</span></span>
          <span class="queue-lead" dir="auto">{incident.lead}</span>
        </button>
      </li>
    );
  }
  const killed = incident.tolls.killed;
  return (
    <li>
      <button type="button" class="queue-line" aria-current={open ? 'true' : undefined} onClick={() => onOpen(incident.id)}>
        <span class="queue-top">
          <strong>{label('kinds', incident.kind)}</strong>
          <span class="id">{incident.id}</span>
        </span>
        <span class="queue-where" dir="auto">{placeWords(incident.place)}</span>
        <span class="queue-when">
          {dateWords(incident.date)}
          {killed && <span> · {t('review.killed_short', { range: range(killed) })}</span>}
          {incident.accounts > 1 && <span> · {t('review.accounts_short', { count: incident.accounts })}</span>}
        </span>
        <span class="queue-because">
          {item.because.slice(0, reasons_shown_max).map((why) => <Tag key={why} tone={why === 'conflict' || why === 'unsure' ? 'doubt' : 'plain'}>{tCode('why', why)}</Tag>)}
        </span>
        <meter class="doubt-meter" min={0} max={1} value={incident.doubt} aria-label={t('review.doubt', { share: number(Math.round(incident.doubt * 100)) })} />
      </button>
    </li>
  );
}
