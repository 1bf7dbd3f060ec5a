// Feeds that the desk follows: add one, fetch, pause, drop.
import { useState } from 'preact/hooks';
import { call } from '../api/client';
import type { Feed } from '../api/contract';
import { keepBatch } from '../api/events';
import { useResource } from '../api/resource';
import { Button } from '../design/Button';
import { Dialog } from '../design/Dialog';
import { TextField } from '../design/Field';
import { Empty, ProblemNotice, problemWords } from '../design/Notice';
import { Tag } from '../design/Tag';
import { tell } from '../design/Toast';
import { mayReview } from '../session/session';
import { moment } from '../words/values';
import { t } from '../words/words';

export function Feeds() {
  const feeds = useResource('GET /feeds', {});
  const [adding, setAdding] = useState(false);
  const run = (doing: Promise<unknown>) => doing.then(feeds.reload).catch((reason: unknown) => tell(problemWords(reason), { tone: 'bad' }));
  const fetchAll = () => run(call('POST /feeds/fetch').then(keepBatch));
  return (
    <section aria-label={t('inbox.feeds')}>
      {mayReview() && (
        <div class="filters">
          <Button icon="plus" onClick={() => setAdding(true)}>{t('feeds.add')}</Button>
          <Button icon="feed" disabled={!feeds.data?.items.length} onClick={fetchAll}>{t('feeds.fetch_all')}</Button>
        </div>
      )}
      {feeds.problem && <ProblemNotice problem={feeds.problem} onRetry={feeds.reload} />}
      {feeds.data?.items.length === 0 && <Empty title={t('feeds.empty')}><p>{t('feeds.empty_more')}</p></Empty>}
      {feeds.data && feeds.data.items.length > 0 && (
        <table class="table">
          <thead><tr>
            <th scope="col">{t('feeds.name')}</th><th scope="col">{t('feeds.address')}</th><th scope="col">{t('feeds.fetched')}</th><th scope="col">{t('feeds.result')}</th><th scope="col"><span class="unseen">{t('list.actions')}</span></th>
          </tr></thead>
          <tbody>{feeds.data.items.map((feed) => <FeedRow key={feed.id} feed={feed} run={run} />)}</tbody>
        </table>
      )}
      {adding && <AddFeed onClose={() => setAdding(false)} onDone={() => { setAdding(false); feeds.reload(); }} />}
    </section>
  );
}

function FeedRow({ feed, run }: { feed: Feed; run: (doing: Promise<unknown>) => void }) {
  const path = { id: feed.id };
  return (
    <tr>
      <td><bdi>{feed.name || feed.publisher} {feed.paused && <Tag>{t('feeds.paused')}</Tag>}</bdi></td>
      <td class="break" dir="ltr">{feed.url}</td>
      <td class="cell-short">{moment(feed.fetched_at)}</td>
      <td><bdi>{feed.last_result ?? '–'}</bdi></td>
      <td class="cell-actions">
        {mayReview() && <>
          <Button look="quiet" onClick={() => run(call('POST /feeds/{id}/fetch', { path }).then(keepBatch))}>{t('feeds.fetch')}</Button>
          <Button look="quiet" icon={feed.paused ? 'play' : 'pause'} label={feed.paused ? t('feeds.resume') : t('feeds.pause')}
            onClick={() => run(call('PATCH /feeds/{id}', { path, body: { paused: !feed.paused } }))} />
          <Button look="quiet" icon="close" label={t('feeds.drop')} onClick={() => run(call('DELETE /feeds/{id}', { path }))} />
        </>}
      </td>
    </tr>
  );
}

function AddFeed({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  const [url, setUrl] = useState('');
  const [name, setName] = useState('');
  const [publisher, setPublisher] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const submit = async () => {
    try {
      await call('POST /feeds', { body: { url: url.trim(), ...(name ? { name } : {}), ...(publisher ? { publisher } : {}) } });
      onDone();
    } catch (reason) {
      setProblem(problemWords(reason));
    }
  };
  return (
    <Dialog title={t('feeds.add')} onClose={onClose} actions={<>
      <Button onClick={onClose}>{t('action.cancel')}</Button>
      <Button look="main" disabled={url.trim().length < 8} onClick={() => void submit()}>{t('feeds.add')}</Button>
    </>}>
      <form class="stack" onSubmit={(event) => { event.preventDefault(); void submit(); }}>
        <TextField label={t('feeds.address')} hint={t('feeds.address_hint')} type="url" value={url} onInput={setUrl} dir="ltr" required error={problem} />
        <TextField label={t('feeds.name')} value={name} onInput={setName} maxLength={200} />
        <TextField label={t('feeds.publisher')} value={publisher} onInput={setPublisher} maxLength={200} />
      </form>
    </Dialog>
  );
}
