// Counts for the filters and outlines of the countries that they touch, put together.
import { useEffect, useMemo, useState } from 'preact/hooks';
import { call, Refused } from '../api/client';
import { useResource } from '../api/resource';
import type { Kind, Map as MapAnswer, Outlines } from '../api/contract';
import type { Filters } from '../incidents/filters';
import { settings } from '../session/session';
import { codes } from '../words/vocabulary';
import { buildScene, share_looked_at, type Scene } from './scene';

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

/** Which countries' governorates are drawn: those where it happens with the first picture, those with a name found in them now and then after it. */
export interface Divided {
  first: readonly string[];
  later: readonly string[];
}

export function dividedOf(map: MapAnswer, own: string | null | undefined): Divided {
  const found = new Map(map.units.filter((unit) => unit.country).map((unit) => [unit.country, 0]));
  for (const unit of map.units) if (unit.level === 'country') found.set(unit.country, unit.incidents);
  const all = [...found.values()].reduce((sum, count) => sum + count, 0);
  const isFirst = (country: string) => country === own || (found.get(country) ?? 0) >= share_looked_at * all;
  if (own && !found.has(own)) found.set(own, 0);
  const countries = [...found.keys()].sort();
  return { first: countries.filter(isFirst), later: countries.filter((country) => !isFirst(country)) };
}

/** `countries` is null until it is known which are needed. */
function useOutlines(countries: Divided | null, turn: number): Basemap {
  const [problem, setProblem] = useState<Refused | null>(null);
  const [world, setWorld] = useState<Outlines | null>(null);
  const [inner, setInner] = useState<readonly Outlines[]>([]);
  const [ready, setReady] = useState(false);
  const key = countries && `${countries.first} ${countries.later}`;
  useEffect(() => {
    const world_first = fetchOutlines('country');
    if (!countries) {
      world_first.catch(() => null); // asked for again, and then told
      return;
    }
    let here = true;
    const asked = (some: readonly string[]) => Promise.all(some.map((country) => fetchOutlines('governorate', country)));
    const tell = (reason: unknown) => {
      if (!(reason instanceof Refused)) throw reason;
      if (here) setProblem(reason);
    };
    const world_asked = world_first.then((found) => here && setWorld(found));
    const first_asked = asked(countries.first).then((found) => {
      if (here) setInner(found);
      return found;
    });
    Promise.all([world_asked, first_asked]).then(() => here && setProblem(null)).catch(tell).finally(() => here && setReady(true))
      .then(() => (here && countries.later.length > 0 ? Promise.all([first_asked, asked(countries.later)]) : null))
      .then((found) => here && found && setInner(found.flat())).catch(tell);
    return () => {
      here = false;
    };
  }, [key, turn]);
  return { world, inner, problem, ready };
}

export function useScene(filters: Filters): { scene: Scene | null; problem: Refused | null; reload: () => void } {
  const map = useResource('GET /map', { query: filters }, true);
  const countries = useMemo(() => map.data && dividedOf(map.data, settings.value?.country), [map.data, settings.value]);
  const [turn, setTurn] = useState(0);
  const { world, inner, problem, ready } = useOutlines(countries, turn);
  const scene = useMemo(() => (map.data && ready ? buildScene(map.data, world, inner, codes('kinds').map((one) => one.code as Kind)) : null), [map.data, world, inner, ready]);
  const reload = () => {
    setTurn(turn + 1);
    map.reload();
  };
  return { scene, problem: map.problem ?? problem, reload };
}
