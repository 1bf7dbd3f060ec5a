// Counts for the filters and outlines of the countries that they touch, put together.
import { useEffect, useMemo, useState } from 'preact/hooks';
import { call, Refused } from '../api/client';
import { useResource } from '../api/resource';
import type { Kind, Outlines } from '../api/contract';
import type { Filters } from '../incidents/filters';
import { settings } from '../session/session';
import { codes } from '../words/vocabulary';
import { buildScene, type Scene } from './scene';

const outlinesOf = new Map<string, Promise<Outlines>>();

/** Outlines never change while the server runs: each is asked for once. */
export function fetchOutlines(level: 'country' | 'governorate', country?: string): Promise<Outlines> {
  const key = `${level} ${country ?? ''}`;
  const known = outlinesOf.get(key);
  if (known) return known;
  const asked = call('GET /map/outlines', { query: { level, ...(country ? { country } : {}) } as never });
  outlinesOf.set(key, asked);
  asked.catch(() => outlinesOf.delete(key));
  return asked;
}

interface Basemap {
  world: Outlines | null;
  inner: readonly Outlines[];
  problem: Refused | null;
  /** All asked for has come, or could not: from then on a new country's outlines come in while the map stands. */
  ready: boolean;
}

/** `countries` is null until it is known which are needed. */
function useOutlines(countries: readonly string[] | null, turn: number): Basemap {
  const [problem, setProblem] = useState<Refused | null>(null);
  const [world, setWorld] = useState<Outlines | null>(null);
  const [inner, setInner] = useState<readonly Outlines[]>([]);
  const [ready, setReady] = useState(false);
  const key = countries?.join(',');
  useEffect(() => {
    const world_first = fetchOutlines('country');
    if (!countries) {
      world_first.catch(() => null); // asked for again, and then told
      return;
    }
    let here = true;
    const world_asked = world_first.then((found) => here && setWorld(found));
    const inner_asked = Promise.all(countries.map((country) => fetchOutlines('governorate', country))).then((found) => here && setInner(found));
    Promise.all([world_asked, inner_asked]).then(() => here && setProblem(null)).catch((reason: unknown) => {
      if (!(reason instanceof Refused)) throw reason;
      if (here) setProblem(reason);
    }).finally(() => here && setReady(true));
    return () => {
      here = false;
    };
  }, [key, turn]);
  return { world, inner, problem, ready };
}

export function useScene(filters: Filters): { scene: Scene | null; problem: Refused | null; reload: () => void } {
  const map = useResource('GET /map', { query: filters }, true);
  const countries = useMemo(() => {
    if (!map.data) return null;
    const found = new Set(map.data.units.map((unit) => unit.country).filter(Boolean));
    if (settings.value?.country) found.add(settings.value.country);
    return [...found].sort();
  }, [map.data, settings.value]);
  const [turn, setTurn] = useState(0);
  const { world, inner, problem, ready } = useOutlines(countries, turn);
  const scene = useMemo(() => (map.data && ready ? buildScene(map.data, world, inner, codes('kinds').map((one) => one.code as Kind)) : null), [map.data, world, inner, ready]);
  const reload = () => {
    setTurn(turn + 1);
    map.reload();
  };
  return { scene, problem: map.problem ?? problem, reload };
}
