// Changing the record: one version at a time, told with a way back; where somebody else was faster, both versions are shown.
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { call, isStale, Refused } from '../api/client';
import type { Change, Stale } from '../api/contract';
import { problemWords } from '../design/Notice';
import { tell } from '../design/Toast';
import { t } from '../words/words';
import { StaleDialog } from './StaleDialog';

/** Sends the change against a version of the incident. */
export type Doing = (version: number) => Promise<Change>;

export interface Changing {
  /** Answers what came of it, or null when it was refused or waits for the person's word. */
  change: (doing: Doing, version: number, done: string) => Promise<Change | null>;
  undoLast: () => void;
  canUndo: boolean;
  busy: boolean;
  /** To be drawn somewhere on the screen. */
  dialog: ComponentChildren;
}

interface Late {
  problem: Stale;
  doing: Doing;
  done: string;
}

export function useChanges(onChanged: (change: Change) => void): Changing {
  const [late, setLate] = useState<Late | null>(null);
  const [busy, setBusy] = useState(false);
  const [revisions, setRevisions] = useState<readonly number[]>([]);
  const running = useRef(false);

  const take = (change: Change, done: string) => {
    const revision = change.revision;
    if (revision !== null) setRevisions((before) => [...before, revision]);
    tell(done, { undo: revision === null ? undefined : () => void undo(revision) });
    onChanged(change);
    return change;
  };

  const change = async (doing: Doing, version: number, done: string): Promise<Change | null> => {
    if (running.current) return null;
    running.current = true;
    setBusy(true);
    try {
      return take(await doing(version), done);
    } catch (reason) {
      if (isStale(reason)) setLate({ problem: reason.problem, doing, done });
      else if (reason instanceof Refused) tell(problemWords(reason), { tone: 'bad' });
      else throw reason;
      return null;
    } finally {
      running.current = false;
      setBusy(false);
    }
  };

  const undo = async (revision: number) => {
    try {
      const change = await call('POST /revisions/{id}/undo', { path: { id: revision }, body: { because: t('because.undo') } });
      setRevisions((before) => before.filter((one) => one !== revision));
      tell(t('change.undone'));
      onChanged(change);
    } catch (reason) {
      if (!(reason instanceof Refused)) throw reason;
      tell(problemWords(reason), { tone: 'bad' });
    }
  };

  const last = revisions.at(-1);
  return {
    change,
    busy,
    canUndo: last !== undefined,
    undoLast: () => (last === undefined ? tell(t('change.nothing_to_undo')) : void undo(last)),
    dialog: late && (
      <StaleDialog stale={late.problem}
        onMine={() => { setLate(null); void change(late.doing, late.problem.current.version, late.done); }}
        onTheirs={() => { setLate(null); onChanged({ revision: null, incident: late.problem.current, other: null }); }} />
    ),
  };
}
