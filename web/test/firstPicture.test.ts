import { describe, expect, it } from 'vitest';
import type { Map as MapAnswer } from '../src/api/contract';
import type { GlMap } from '../src/map/gl';
import { isInside, outlinesAround, union, widened } from '../src/map/outlinesAround';
import { paintOnce } from '../src/map/paintOnce';
import { buildScene } from '../src/map/scene';
import { dividedOf } from '../src/map/useScene';

const square = (name: string, west: number, south: number) =>
  ({ type: 'Feature' as const, properties: { name }, geometry: { type: 'Polygon' as const, coordinates: [[[west, south], [west + 1, south], [west + 1, south + 1], [west, south]]] } });
const world = { type: 'FeatureCollection' as const, features: [square('here', 40, 34), square('beside', 43, 34), square('far', 139, 35)] };

describe('the outlines of a first picture', () => {
  const names = (box: [number, number, number, number]) => outlinesAround(world, box).features.map((one) => one.properties?.name);

  it('are those that reach into what is looked at, with as much again around it', () => {
    expect(widened([40, 34, 42, 35])).toEqual([38, 33, 44, 36]);
    expect(names(widened([40, 34, 42, 35]))).toEqual(['here', 'beside']);
    expect(names([-180, -90, 180, 90])).toEqual(['here', 'beside', 'far']);
  });
  it('stay the same object where nothing new is seen: nothing is cut into tiles again', () => {
    const before = outlinesAround(world, [40, 34, 42, 35]);
    expect(outlinesAround(world, [39, 33, 42, 35], before)).toBe(before);
    expect(outlinesAround(world, [40, 34, 44, 35], before)).not.toBe(before);
  });
  it('grow with the views', () => {
    expect(isInside([40, 34, 41, 35], [38, 33, 44, 36])).toBe(true);
    expect(isInside([40, 34, 45, 35], [38, 33, 44, 36])).toBe(false);
    expect(union([38, 33, 44, 36], [40, 30, 50, 34])).toEqual([38, 30, 50, 36]);
  });
});

describe('countries with governorates', () => {
  const country = (code: string, incidents: number) => ({ code, level: 'country', country: code, name: code, name_ar: code, incidents, attacks: 0, operations: 0, killed_min: 0, killed_max: 0, lat: null, lon: null });
  const map = { total: 0, unlocated: 0, units: [country('SY', 900), country('IQ', 95), country('JP', 5)], areas: [], points: { id: [], lat: [], lon: [], kind: [], day: [], precision: [], killed: [] } } as unknown as MapAnswer;

  it('come with the first picture where it happens, and later where a name was found once', () => expect(dividedOf(map, null)).toEqual({ first: ['IQ', 'SY'], later: ['JP'] }));
  it("hold the desk's own from the beginning", () => expect(dividedOf(map, 'LB')).toEqual({ first: ['IQ', 'LB', 'SY'], later: ['JP'] }));
  it('keep their shading when those of another come in: no outline is made anew', () => {
    const outlines = (code: string) => ({ type: 'FeatureCollection', attribution: '', features: [{ ...square(code, 40, 34), properties: { code, name: code, country: code.slice(0, 2) } }] }) as never;
    const [near, far] = [outlines('SY-DY'), outlines('JP-13')];
    const first = buildScene(map, null, { governorates: [near], districts: [] }, []).governorates.features[0];
    expect(buildScene(map, null, { governorates: [near, far], districts: [] }, []).governorates.features[0]).toBe(first);
  });
});

describe('a map without a graphics card', () => {
  const painted: boolean[] = [];
  const state = { loaded: false, placing: false };
  const map = { painter: { render: () => painted.push(true) }, loaded: () => state.loaded, get _placementDirty() { return state.placing; } } as unknown as GlMap;
  const frame = () => (map.painter.render as () => void)();

  it('is painted once all of it is there, and from then on as it comes', () => {
    paintOnce(map);
    frame();
    [state.loaded, state.placing] = [true, true];
    frame();
    expect(painted.length).toBe(0);

    state.placing = false;
    frame();
    [state.loaded, state.placing] = [false, true];
    frame();
    expect(painted.length).toBe(2);
  });
});
