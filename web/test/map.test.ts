import { describe, expect, it } from 'vitest';
import { byFor, daysOf, lastDayOf, withoutGaps } from '../src/map/bins';
import { wrapped } from '../src/map/savePicture';
import { legendWords } from '../src/map/MapPanel';
import { isProcessorName } from '../src/map/followHand';
import { fitSheet } from '../src/map/projection';
import { breaksFor, buildScene, circle, stepOf, boxOf } from '../src/map/scene';
import { language } from '../src/words/language';
import type { Map as MapAnswer, Outlines } from '../src/api/contract';

const nothing: MapAnswer = { total: 3, unlocated: 2, units: [], points: { id: [], lat: [], lon: [], kind: [], day: [], precision: [], killed: [] }, areas: [] };

describe('shading', () => {
  it('ends with the fullest unit', () => {
    expect(breaksFor(7)).toEqual([1, 2, 5, 10]);
    expect(breaksFor(1)).toEqual([1]);
    expect(breaksFor(830)).toEqual([50, 100, 200, 500, 1000]);
  });
  it('gives nothing to nothing and the last class to the fullest', () => {
    const breaks = breaksFor(830);
    expect([0, 1, 50, 51, 830].map((count) => stepOf(count, breaks))).toEqual([0, 1, 1, 2, 5]);
  });
  it('is told in words', () => {
    language.value = 'en';
    expect(legendWords([1, 2, 5, 10])).toEqual(['1', '2', '3–5', '6–10']);
  });
});

describe('a circle of doubt', () => {
  it('has its radius in every direction', () => {
    const corners = circle(35, 40, 25).coordinates[0] ?? [];
    for (const [lon = 0, lat = 0] of corners) {
      const north = (lat - 35) * 111.195;
      const east = (lon - 40) * 111.195 * Math.cos((35 * Math.PI) / 180);
      expect(Math.hypot(north, east)).toBeCloseTo(25, 0);
    }
  });
});

describe('districts', () => {
  const square = { type: 'Polygon', coordinates: [[[40, 34], [41, 34], [41, 35], [40, 35], [40, 34]]] };
  const drawn = { type: 'FeatureCollection', attribution: '', features: [{ type: 'Feature', properties: { code: 'SY-DY/Abu Kamal', name: 'Abu Kamal', name_ar: 'البوكمال', country: 'SY' }, geometry: square }] } as unknown as Outlines;
  const unit = (code: string, level: string, incidents: number) => ({ code, level, country: 'SY', name: code, name_ar: code, incidents, attacks: 0, operations: 0, killed_min: 0, killed_max: 0, lat: 35, lon: 40 });
  const map = { ...nothing, units: [unit('SY-DY', 'governorate', 40), unit('SY-DY/Abu Kamal', 'district', 7), unit('SY-DY/Al Mayadin', 'district', 3)] } as MapAnswer;

  it('are shaded by their own counts where somebody asks for it and there is an outline', () => {
    const scene = buildScene(map, null, { governorates: [], districts: [drawn] }, [], 'district');
    expect(scene.districtOutlines.features.map((one) => [one.properties.name, one.properties.incidents, one.properties.step])).toEqual([['Abu Kamal', 7, 4]]);
    expect(scene.breaks).toEqual([1, 2, 5, 10]);
    expect(scene.districts.features.map((one) => one.properties.code)).toEqual(['SY-DY/Al Mayadin']);
  });
  it('leave the tints to governorates until then, and without outlines', () => {
    const scene = buildScene(map, null, { governorates: [], districts: [drawn] }, []);
    expect([scene.districtOutlines.features.length, scene.breaks.at(-1)]).toEqual([0, 50]);
    expect(buildScene(map, null, { governorates: [], districts: [] }, [], 'district').breaks.at(-1)).toBe(50);
    expect(buildScene(map, null, { governorates: [], districts: [] }, []).shadings).toEqual(['governorate']);
  });
});

describe('the scene', () => {
  it('keeps the count of what could not be placed', () => expect(buildScene(nothing, null, { governorates: [], districts: [] }, []).unlocated).toBe(2));

  it('reads points column by column', () => {
    const scene = buildScene({ ...nothing, points: { id: [42], lat: [35.1], lon: [40.2], kind: [1], day: [19000], precision: [1], killed: [3] } }, null, { governorates: [], districts: [] }, ['ambush', 'clash']);

    expect(scene.points.features[0]?.properties).toEqual({ at: '35.1,40.2,1', count: 1, precision: 1, killed: 3 });
    expect(scene.spots.get('35.1,40.2,1')).toEqual([{ id: 'I42', kind: 'clash', day: 19000, precision: 1, killed: 3 }]);
  });
  it('makes one mark of what stands on one spot, and keeps all of it under the mark', () => {
    const two = { id: [1, 2, 3], lat: [35.1, 35.1, 35.1], lon: [40.2, 40.2, 40.2], kind: [0, 1, 0], day: [1, 2, null], precision: [1, 1, 2], killed: [1, 7, 0] };
    const scene = buildScene({ ...nothing, points: two } as MapAnswer, null, { governorates: [], districts: [] }, ['ambush', 'clash']);
    expect(scene.points.features.map((one) => [one.properties.count, one.properties.killed])).toEqual([[2, 7], [1, 0]]);
    expect(scene.spots.get('35.1,40.2,1')?.map((spot) => spot.id)).toEqual(['I1', 'I2']);
    expect(boxOf(scene)).toEqual([40.2, 35.1, 40.2, 35.1]);
  });
});

describe('where one looks first', () => {
  const square = (west: number, south: number) => ({ type: 'Polygon' as const, coordinates: [[[west, south], [west + 1, south], [west + 1, south + 1], [west, south + 1], [west, south]]] });
  const outlines = (country: string, code: string, west: number, south: number) =>
    ({ type: 'FeatureCollection', attribution: '', features: [{ type: 'Feature', properties: { code, name: code, country }, geometry: square(west, south) }] }) as unknown as Outlines;
  const unit = (code: string, incidents: number) => ({ code, level: 'governorate', country: code.slice(0, 2), name: code, name_ar: code, incidents, attacks: 0, operations: 0, killed_min: 0, killed_max: 0, lat: null, lon: null });
  const near = outlines('SY', 'SY-DY', 40, 34);
  const far = outlines('JP', 'JP-13', 139, 35);

  it('is where nearly all of it happens: one name found in Japan does not show the world', () => {
    const map = { ...nothing, units: [unit('SY-DY', 400), unit('JP-13', 1)] } as MapAnswer;
    expect(boxOf(buildScene(map, null, { governorates: [near, far], districts: [] }, []))).toEqual([40, 34, 41, 35]);
  });
  it('is both, where both have their share', () => {
    const map = { ...nothing, units: [unit('SY-DY', 60), unit('JP-13', 40)] } as MapAnswer;
    expect(boxOf(buildScene(map, null, { governorates: [near, far], districts: [] }, []))).toEqual([40, 34, 140, 36]);
  });
});

describe('areas around villages', () => {
  const area = (precision: number, radius_km: number) => ({ name: '', name_ar: '', precision, lat: 35, lon: 40, radius_km, incidents: 1 });
  const fromCloseUp = (areas: ReturnType<typeof area>[]) => buildScene({ ...nothing, areas } as MapAnswer, null, { governorates: [], districts: [] }, []).fromCloseUp;

  it('are always drawn when they are few', () => expect(fromCloseUp(Array.from({ length: 40 }, () => area(1, 10)))).toBe(0));
  it('are drawn from close up when they are many, and counted until then', () =>
    expect(fromCloseUp([...Array.from({ length: 500 }, () => area(1, 10)), area(4, 80)])).toBe(500));
});

describe('a browser without a graphics card', () => {
  it('is known by what draws in its place', () => {
    expect(isProcessorName('ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)')).toBe(true);
    expect(isProcessorName('llvmpipe (LLVM 15.0.6, 256 bits)')).toBe(true);
    expect(isProcessorName('ANGLE (Intel, Mesa Intel(R) UHD Graphics 620 (KBL GT2), OpenGL 4.6)')).toBe(false);
  });
});

describe('the sheet', () => {
  it('puts north up, east right, and all within the margin', () => {
    const sheet = fitSheet([35, 32, 43, 38], 800, 600, 20);
    const [x1, y1] = sheet.project(35, 32);
    const [x2, y2] = sheet.project(43, 38);

    expect(x2).toBeGreaterThan(x1);
    expect(y2).toBeLessThan(y1);
    for (const [at, end] of [[x1, 800], [x2, 800], [y1, 600], [y2, 600]] as const) {
      expect(at).toBeGreaterThanOrEqual(19.9);
      expect(at).toBeLessThanOrEqual(end - 19.9);
    }
  });
});

describe('the timeline', () => {
  it('chooses bars one can tell apart', () => {
    expect(byFor('2024-03-01', '2024-03-31')).toBe('day');
    expect(byFor('2024-01-01', '2024-12-31')).toBe('week');
    expect(byFor(null, null)).toBe('month');
  });
  it('ends a bin on its last day', () => {
    expect(lastDayOf('2024-02-01', 'month')).toBe('2024-02-29');
    expect(lastDayOf('2024-12-30', 'week')).toBe('2025-01-05');
  });
  it('reads a stretch brushed backwards as one brushed forwards', () => {
    const starts = ['2024-03-01', '2024-03-02', '2024-03-03'];
    expect(daysOf(starts, 2, 0, 'day')).toEqual(daysOf(starts, 0, 2, 'day'));
  });
});

describe('a row of bars', () => {
  const bin = (start: string, incidents: number) => ({ start, incidents, attacks: 0, operations: 0, confirmed: 0, claimed_only: 0, killed_min: 0, killed_max: 0 });
  it('has a bar for every day of the month, and counts apart what is dated less exactly', () => {
    const row = withoutGaps({ by: 'day', undated: 0, wider: 0, bins: [bin('2025-01-01', 1), bin('2025-10-03', 2)], sources: [] }, '2025-10-01', '2025-10-31');
    expect([row.bins.length, row.bins[2]?.incidents, row.outside]).toEqual([31, 2, 1]);
  });
  it('goes on over the months between', () => {
    const row = withoutGaps({ by: 'month', undated: 0, wider: 0, bins: [bin('2023-11-01', 1), bin('2024-02-01', 1)], sources: [] }, null, null);
    expect(row.bins.map((one) => one.start)).toEqual(['2023-11-01', '2023-12-01', '2024-01-01', '2024-02-01']);
  });
});

describe('the notes under a saved map', () => {
  it('are cut between words', () => expect(wrapped('one two three four', 9)).toEqual(['one two', 'three', 'four']));
});
