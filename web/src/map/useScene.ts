// Counts for the filters and outlines of the countries that they touch, put together.
import { useEffect, useMemo, useState } from 'preact/hooks';
import { call, type Refused } from '../api/client';
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

export function useOutlines(countries: readonly string[]): { world: Outlines | null; inner: readonly Outlines[] } {
  const [world, setWorld] = useState<Outlines | null>(null);
  const [inner, setInner] = useState<readonly Outlines[]>([]);
  const key = countries.join(',');
  useEffect(() => {
    let here = true;
    void fetchOutlines('country').then((found) => here && setWorld(found));
    void Promise.all(countries.map((country) => fetchOutlines('governorate', country))).then((found) => here && setInner(found));
    return () => {
      here = false;
    };
  }, [key]);
  return { world, inner };
}

export function useScene(filters: Filters): { scene: Scene | null; problem: Refused | null; reload: () => void } {
  const map = useResource('GET /map', { query: filters }, true);
  const countries = useMemo(() => {
    const found = new Set((map.data?.units ?? []).map((unit) => unit.country).filter(Boolean));
    if (settings.value?.country) found.add(settings.value.country);
    return [...found].sort();
  }, [map.data, settings.value]);
  const { world, inner } = useOutlines(countries);
  const scene = useMemo(() => (map.data ? buildScene(map.data, world, inner, codes('kinds').map((one) => one.code as Kind)) : null), [map.data, world, inner]);
  return { scene, problem: map.problem, reload: map.reload };
}
