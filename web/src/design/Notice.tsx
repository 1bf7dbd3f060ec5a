// What the person should know about this page: a problem and its next step, an empty list, a wait.
import type { ComponentChildren } from 'preact';
import { Refused } from '../api/client';
import { t } from '../words/words';
import { Icon } from './Icon';

export function ProblemNotice({ problem, onRetry }: { problem: unknown; onRetry?: () => void }) {
  return (
    <div class="notice notice-bad" role="alert">
      <Icon name="warning" />
      <p>{problemWords(problem)}</p>
      {onRetry && <button type="button" class="button button-plain" onClick={onRetry}>{t('notice.retry')}</button>}
    </div>
  );
}

/** The server's own sentence where it gave one; ours where the line is down. */
export function problemWords(problem: unknown): string {
  if (!(problem instanceof Refused)) return String(problem);
  if (problem.problem.type === 'unreachable') return t('notice.unreachable');
  if (problem.status === 403) return `${t('notice.not_allowed')} ${problem.problem.detail}`;
  return problem.problem.detail || problem.problem.title || t('notice.unknown', { status: problem.status });
}

export function Empty({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <p class="empty-title">{title}</p>
      {children && <div class="empty-more">{children}</div>}
    </div>
  );
}

export function Waiting({ words }: { words?: string }) {
  return <p class="waiting" role="status">{words ?? t('notice.loading')}</p>;
}
