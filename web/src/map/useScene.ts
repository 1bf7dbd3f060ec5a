// Counts for the filters and outlines of the countries that they touch, put together.
import { useEffect, useMemo, useState } from 'preact/hooks';
import { call, Refused } from '../api/client';
import { useResource } from '../api/resource';
import type { Kind, Map as MapAnswer, Outlines } from '../api/contract';
import type { Filters } from '../incidents/filters';
import { settings } from '../session/session';
import { codes } from '../words/vocabulary';
import { buildScene, share_looked_at, type Divisions, type Scene, type Shading } from './scene';

const outlinesOf = new Map<string, Promise<Outlines>>();

/** Outlines never change while the server runs: each is asked for once. */
export function fetchOutlines(level: 'country' | 'governorate' | 'district', country?: string): Promise<Outlines> {
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
  divisions: Divisions;
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

const undivided: Divisions = { governorates: [], districts: [] };

/** `countries` is null until it is known which are needed. */
function useOutlines(countries: Divided | null, turn: number): Basemap {
  const [problem, setProblem] = useState<Refused | null>(null);
  const [world, setWorld] = useState<Outlines | null>(null);
  const [divisions, setDivisions] = useState<Divisions>(undivided);
  const [ready, setReady] = useState(false);
  const key = countries && `${countries.first} ${countries.later}`;
  useEffect(() => {
    const world_first = fetchOutlines('country');
    if (!countries) {
      world_first.catch(() => null); // asked for again, and then told
      return;
    }
    let here = true;
    const asked = (some: readonly string[], level: Shading = 'governorate') => Promise.all(some.map((country) => fetchOutlines(level, country)));
    const tell = (reason: unknown) => {
      if (!(reason instanceof Refused)) throw reason;
      if (here) setProblem(reason);
    };
    const world_asked = world_first.then((found) => here && setWorld(found));
    const first_asked = asked(countries.first).then((found) => {
      if (here) setDivisions({ governorates: found, districts: [] });
      return found;
    });
    const rest_of = (first: readonly Outlines[]) => Promise.all([asked(countries.later), asked(countries.first, 'district'), asked(countries.later, 'district')])
      .then(([later, ...districts]) => ({ governorates: [...first, ...later], districts: districts.flat() }));
    Promise.all([world_asked, first_asked]).then(() => here && setProblem(null)).catch(tell).finally(() => here && setReady(true))
      .then(() => (here ? first_asked.then(rest_of) : null)).then((all) => here && all && setDivisions(all)).catch(tell);
    return () => {
      here = false;
    };
  }, [key, turn]);
  return { world, divisions, problem, ready };
}

export function useScene(filters: Filters, shading: Shading): { scene: Scene | null; problem: Refused | null; reload: () => void } {
  const map = useResource('GET /map', { query: filters }, true);
  const countries = useMemo(() => map.data && dividedOf(map.data, settings.value?.country), [map.data, settings.value]);
  const [turn, setTurn] = useState(0);
  const { world, divisions, problem, ready } = useOutlines(countries, turn);
  const scene = useMemo(() => (map.data && ready ? buildScene(map.data, world, divisions, codes('kinds').map((one) => one.code as Kind), shading) : null), [map.data, world, divisions, ready, shading]);
  const reload = () => {
    setTurn(turn + 1);
    map.reload();
  };
  return { scene, problem: map.problem ?? problem, reload };
}
