// Pairs that are likely the same, one after the other: the same, different, or not sure.
import { useState } from 'preact/hooks';
import { call } from '../api/client';
import { usePages } from '../api/pages';
import { Button } from '../design/Button';
import { Empty, ProblemNotice, Waiting } from '../design/Notice';
import { useChanges } from '../incident/changes';
import { CompareTable } from '../incident/CompareTable';
import type { Verdict } from '../incident/MergeDialog';
import { useKeys } from '../keys/keymap';
import { mayReview } from '../session/session';
import { t } from '../words/words';

export function PairsLeaf() {
  const list = usePages('GET /review/proposals', {}, { live: true, limit: 50 });
  const [at, setAt] = useState(0);
  const changes = useChanges(() => list.reload());
  const index = Math.min(at, Math.max(0, list.items.length - 1));
  const pair = list.items[index];
  const decide = (verdict: Verdict) => {
    if (!pair) return;
    void changes.change((version) => call('POST /review/decide', {
      body: { a: pair.a.id, b: pair.b.id, verdict, because: t(`because.${verdict}`), version_a: version, version_b: pair.b.version },
    }), pair.a.version, t(`change.${verdict}`, { a: pair.a.id, b: pair.b.id })).then((change) => change && list.reload());
  };
  const step = (by: number) => setAt(Math.min(list.items.length - 1, Math.max(0, index + by)));
  useKeys('keys.pairs', [
    { keys: 'n', word: 'keys.next', run: () => step(1), also: ['ArrowDown', 'j'] },
    { keys: 'p', word: 'keys.previous', run: () => step(-1), also: ['ArrowUp', 'k'] },
    ...(mayReview() ? [
      { keys: 'm', word: 'merge.same' as const, run: () => decide('same') },
      { keys: 'd', word: 'merge.different' as const, run: () => decide('different') },
      { keys: 'u', word: 'merge.unsure' as const, run: () => decide('unsure') },
      { keys: 'z', word: 'action.undo' as const, run: changes.undoLast },
    ] : []),
  ]);
  if (list.problem) return <ProblemNotice problem={list.problem} onRetry={list.reload} />;
  if (!pair) return list.loading ? <Waiting /> : <Empty title={t('pairs.empty')} />;
  return (
    <div class="leaf">
      <div class="leaf-head">
        <p role="status">{t('pairs.at', { at: index + 1, count: list.total })}</p>
        {mayReview() && (
          <div class="action-buttons">
            <Button look="main" keys="m" disabled={changes.busy} onClick={() => decide('same')}>{t('merge.same')}</Button>
            <Button keys="d" disabled={changes.busy} onClick={() => decide('different')}>{t('merge.different')}</Button>
            <Button keys="u" disabled={changes.busy} onClick={() => decide('unsure')}>{t('merge.unsure')}</Button>
            <Button icon="undo" keys="z" disabled={!changes.canUndo} onClick={changes.undoLast}>{t('action.undo')}</Button>
          </div>
        )}
        <div class="row">
          <Button icon="back" label={t('keys.previous')} onClick={() => step(-1)} disabled={index === 0} />
          <Button icon="next" label={t('keys.next')} onClick={() => { step(1); if (index + 2 >= list.items.length) list.more(); }} disabled={index + 1 >= list.items.length} />
        </div>
      </div>
      <CompareTable pair={pair} />
      {changes.dialog}
    </div>
  );
}
