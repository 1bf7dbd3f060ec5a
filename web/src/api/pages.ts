// A list that comes in pages: the first at once, the next when the person gets near its end. Changes of the record renew it quietly.
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { call, Refused } from './client';
import type { Operations } from './contract';
import { changeCount } from './events';

type Paged = {
  [Name in keyof Operations]: Operations[Name] extends { answer: { items: unknown[]; next: string | null; total: number }; path: {} } ? Name : never;
}[keyof Operations];

type Item<Name extends Paged> = Operations[Name]['answer'] extends { items: Array<infer One> } ? One : never;

export interface Pages<Name extends Paged> {
  items: readonly Item<Name>[];
  total: number;
  /** The newest page's answer, for what it says beside the items. */
  answer: Operations[Name]['answer'] | null;
  loading: boolean;
  problem: Refused | null;
  more: () => void;
  hasMore: boolean;
  reload: () => void;
}

interface State<Name extends Paged> {
  items: Item<Name>[];
  answer: Operations[Name]['answer'] | null;
  loading: boolean;
  problem: Refused | null;
}

interface Asked<Name extends Paged> {
  query?: Operations[Name]['query'];
  path?: Operations[Name]['path'];
}

export function usePages<Name extends Paged>(name: Name, asked: Asked<Name>, options: { live?: boolean; limit?: number } = {}): Pages<Name> {
  const limit = options.limit ?? 100;
  const key = `${name} ${JSON.stringify(asked)}`;
  const empty: State<Name> = { items: [], answer: null, loading: true, problem: null };
  const [state, setState] = useState<State<Name>>(empty);
  const [turn, setTurn] = useState(0);
  const generation = useRef(0);
  const shownKey = useRef('');
  const revision = options.live ? changeCount.value : 0;

  const fetchPage = useCallback(async (cursor: string | null, size: number) => {
    const mine = generation.current;
    setState((before) => ({ ...before, loading: true, problem: null }));
    try {
      const query = { ...asked.query, limit: size, ...(cursor ? { cursor } : {}) };
      const answer = (await call(name, { ...(asked.path ? { path: asked.path } : {}), query } as never)) as Operations[Name]['answer'];
      if (mine !== generation.current) return;
      const fresh = (answer as unknown as { items: Item<Name>[] }).items;
      setState((before) => ({ items: cursor ? [...before.items, ...fresh] : fresh, answer, loading: false, problem: null }));
    } catch (reason) {
      if (!(reason instanceof Refused)) throw reason;
      if (mine === generation.current) setState((before) => ({ ...before, loading: false, problem: reason }));
    }
  }, [key]);

  useEffect(() => {
    generation.current += 1;
    // The same question after a change of the record is asked for as much as is on screen, so that nothing jumps.
    const again = shownKey.current === key;
    const size = again ? Math.min(200, Math.max(limit, state.items.length)) : limit;
    shownKey.current = key;
    void fetchPage(null, size);
  }, [key, turn, revision]);

  const page = state.answer as { next: string | null; total: number } | null;
  const more = useCallback(() => {
    if (page?.next && !state.loading) void fetchPage(page.next, limit);
  }, [page?.next, state.loading, fetchPage]);
  return {
    items: state.items,
    total: page?.total ?? 0,
    answer: state.answer,
    loading: state.loading,
    problem: state.problem,
    more,
    hasMore: Boolean(page?.next),
    reload: useCallback(() => setTurn((n) => n + 1), []),
  };
}
