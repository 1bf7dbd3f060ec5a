// The append-only log in which every entry hashes the one before, and the check that nobody touched it.
import { useEffect } from 'preact/hooks';
import { call } from '../api/client';
import { usePages } from '../api/pages';
import { useResource } from '../api/resource';
import { Button } from '../design/Button';
import { Icon } from '../design/Icon';
import { More } from '../design/More';
import { ProblemNotice, problemWords } from '../design/Notice';
import { tell } from '../design/Toast';
import { moment } from '../words/values';
import { t, tCode } from '../words/words';

const ask_again_ms = 1500;

export function AuditLeaf() {
  const list = usePages('GET /audit', {}, { limit: 100 });
  const check = useResource('GET /audit/verification', {});
  const running = check.data?.state === 'running';
  useEffect(() => {
    if (!running) return;
    const again = setInterval(check.reload, ask_again_ms);
    return () => clearInterval(again);
  }, [running]);
  const verify = () => call('POST /audit/verification').then(check.put).catch((reason: unknown) => tell(problemWords(reason), { tone: 'bad' }));
  const result = check.data;
  return (
    <section aria-label={t('desk.audit')}>
      <div class="gate-verdict" data-passed={result?.state === 'done' ? result.faults.length === 0 : undefined} role="status">
        {result?.state === 'done' && <Icon name={result.faults.length === 0 ? 'check' : 'warning'} />}
        <p>
          {result?.state === 'never' && t('audit.never')}
          {running && t('audit.running')}
          {result?.state === 'done' && (result.faults.length === 0
            ? t('audit.sound', { originals: result.originals, entries: result.log_entries, when: moment(result.at) }) : t('audit.faults', { count: result.faults.length }))}
        </p>
        {running && <progress class="progress" max={1} value={result?.progress ?? 0} aria-label={t('audit.running')} />}
        <Button disabled={running} onClick={() => void verify()}>{t('audit.verify')}</Button>
      </div>
      {result?.faults.map((fault) => <p key={fault} class="notice notice-bad" dir="auto">{fault}</p>)}
      {list.problem && <ProblemNotice problem={list.problem} onRetry={list.reload} />}
      <table class="table">
        <thead><tr><th scope="col" class="number">{t('log.number')}</th><th scope="col">{t('log.when')}</th><th scope="col">{t('log.what')}</th><th scope="col" class="number">{t('log.subject')}</th><th scope="col">{t('log.content')}</th><th scope="col">{t('log.hash')}</th></tr></thead>
        <tbody>
          {list.items.map((entry) => (
            <tr key={entry.id}>
              <td class="number">{entry.id}</td><td class="cell-short">{moment(entry.at)}</td><td>{tCode('log_entry', entry.action)}</td><td class="number">{entry.subject}</td>
              <td class="break"><bdi>{entry.content}</bdi></td><td class="mono" dir="ltr" title={entry.hash}>{entry.hash.slice(0, 12)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <More on={list.hasMore} loading={list.loading} onMore={list.more} />
    </section>
  );
}
