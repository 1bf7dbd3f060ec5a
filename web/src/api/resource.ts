// An answer of the server as a value that a component shows: fetched, kept while it is renewed, dropped when nobody looks.
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { call, Refused } from './client';
import type { Operations } from './contract';
import { changeCount } from './events';

export interface Resource<Answer> {
  data: Answer | null;
  problem: Refused | null;
  loading: boolean;
  reload: () => void;
  /** Shows an answer that came another way, with a change for instance. */
  put: (answer: Answer) => void;
}

type Get = Extract<keyof Operations, `GET ${string}`>;

/** `asked` null: nothing is asked yet. `live`: asked again whenever the record changes. */
export function useResource<Name extends Get>(
  name: Name,
  asked: { path?: Operations[Name]['path']; query?: Operations[Name]['query'] } | null,
  live = false,
): Resource<Operations[Name]['answer']> {
  type Answer = Operations[Name]['answer'];
  const key = asked === null ? null : `${name} ${JSON.stringify(asked)}`;
  const [state, setState] = useState<{ key: string | null; data: Answer | null; problem: Refused | null; loading: boolean }>({
    key: null, data: null, problem: null, loading: key !== null,
  });
  const [turn, setTurn] = useState(0);
  const revision = live ? changeCount.value : 0;
  const askedNow = useRef(asked);
  askedNow.current = asked;

  useEffect(() => {
    if (key === null) return;
    const stop = new AbortController();
    setState((before) => ({ ...before, loading: true, problem: null, data: before.key === key ? before.data : keepFor(name, before) }));
    call(name, { ...askedNow.current, signal: stop.signal } as never)
      .then((data) => setState({ key, data: data as Answer, problem: null, loading: false }))
      .catch((reason: unknown) => {
        if (stop.signal.aborted) return;
        if (!(reason instanceof Refused)) throw reason;
        setState((before) => ({ ...before, key, problem: reason, loading: false }));
      });
    return () => stop.abort();
  }, [key, turn, revision]);

  const reload = useCallback(() => setTurn((n) => n + 1), []);
  const put = useCallback((data: Answer) => setState({ key, data, problem: null, loading: false }), [key]);
  // Of one thing (a path with an id) only that very thing is shown; of a list the old answer stands until the new one is there.
  const shown = key !== null && (state.key === key || !name.includes('{')) ? state.data : null;
  return { data: shown, problem: state.problem, loading: state.loading, reload, put };
}

/** The old answer stays on screen while a list is asked with other filters, but never under another incident's name. */
function keepFor<Answer>(name: string, before: { data: Answer | null }): Answer | null {
  return name.includes('{') ? null : before.data;
}
