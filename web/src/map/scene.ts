// What a map shows, worked out once for MapLibre, for the drawing without WebGL, and for the files one saves.
import type { Feature, FeatureCollection, Point, Polygon } from 'geojson';
import type { Kind, Map as MapAnswer, Outlines } from '../api/contract';

export interface Outline {
  code: string;
  name: string;
  nameAr: string;
  country: string;
  incidents: number;
  step: number;
}

export interface Spot {
  id: string;
  kind: Kind | null;
  /** Days since 1970-01-01; null when unknown. */
  day: number | null;
  precision: number;
  killed: number;
}

/** All incidents that stand on one spot and are known as exactly: one mark, so that a hundred thousand of them stay a few thousand drawings, and none hides another. */
export interface Mark {
  /** Of `spots` in the scene. */
  at: string;
  count: number;
  precision: number;
  /** In the deadliest of them. */
  killed: number;
}

export interface Scene {
  countries: Outlines | null;
  /** Governorates with their counts, as outlines; shaded by them unless districts are shaded. */
  governorates: FeatureCollection<Feature['geometry'], Outline>;
  /** Districts as outlines, shaded by their counts; none where the map is shaded by governorates, or where the desk has no outlines of districts. */
  districtOutlines: FeatureCollection<Feature['geometry'], Outline>;
  /** Districts without an outline as circles about their label point: an area, not a spot. */
  districts: FeatureCollection<Point, Outline>;
  /** What is known to a region, a desert or the surroundings of a town: an area as wide as the doubt. */
  areas: FeatureCollection<Polygon, { name: string; nameAr: string; incidents: number; precision: number; radius: number }>;
  /** So many of them are the surroundings of one village, and too many to be told apart from afar: they are drawn from close up. */
  fromCloseUp: number;
  points: FeatureCollection<Point, Mark>;
  /** What stands under each mark. */
  spots: { get: (at: string) => readonly Spot[] | undefined };
  /** Where the names of governorates and of the countries around them stand. */
  names: FeatureCollection<Point, { name: string; nameAr: string; level: 'country' | 'governorate' }>;
  total: number;
  unlocated: number;
  breaks: readonly number[];
  /** Which units the desk has outlines of: one can choose between them. */
  shadings: readonly Shading[];
}

export type Shading = 'governorate' | 'district';

/** Outlines of the countries that are divided, each country's own collection. */
export interface Divisions {
  governorates: readonly Outlines[];
  districts: readonly Outlines[];
}

/** Upper ends of the classes of shading, chosen from round numbers so that the fullest unit stands in the last but few are empty. */
export function breaksFor(most: number): number[] {
  const steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000, 100000];
  const until = steps.findIndex((step) => step >= most);
  const end = until < 0 ? steps.length - 1 : until;
  return steps.slice(Math.max(0, end - 4), end + 1);
}

/** 0 for none, else the class from 1. */
export function stepOf(count: number, breaks: readonly number[]): number {
  if (count === 0) return 0;
  const at = breaks.findIndex((end) => count <= end);
  return at < 0 ? breaks.length : at + 1;
}

/** Areas narrower than this are the surroundings of a village; wider ones a district or more. */
export const small_area_km = 28;
/** More small areas than this are drawn only from close up. */
const small_areas_max = 120;

const earth_km = 6371.0088;
const circle_corners = 64;

/** A circle on the globe as a polygon: destination points at equal bearings (spherical, Snyder 1987). */
export function circle(lat: number, lon: number, radius_km: number): Polygon {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const degrees = (value: number) => (value * 180) / Math.PI;
  const angle = radius_km / earth_km;
  const ring: [number, number][] = [];
  for (let i = 0; i <= circle_corners; ++i) {
    const bearing = (-2 * Math.PI * i) / circle_corners; // counter-clockwise, as RFC 7946 asks of an outer ring
    const to = Math.asin(Math.sin(radians(lat)) * Math.cos(angle) + Math.cos(radians(lat)) * Math.sin(angle) * Math.cos(bearing));
    const along = Math.atan2(Math.sin(bearing) * Math.sin(angle) * Math.cos(radians(lat)), Math.cos(angle) - Math.sin(radians(lat)) * Math.sin(to));
    ring.push([lon + degrees(along), degrees(to)]);
  }
  return { type: 'Polygon', coordinates: [ring] };
}

export function buildScene(map: MapAnswer, countries: Outlines | null, divisions: Divisions, kinds: readonly Kind[], wanted: Shading = 'governorate'): Scene {
  const known = new Set(divisions.districts.flatMap((one) => one.features.map((feature) => (feature.properties as { code: string }).code)));
  const shading = wanted === 'district' && known.size > 0 ? 'district' : 'governorate';
  const breaks = breaksFor(Math.max(1, ...map.units.filter((unit) => unit.level === shading).map((unit) => unit.incidents)));
  const governorates = divisions.governorates.flatMap((one) => shadedOf(one, map.units, 'governorate', shading === 'governorate' ? breaks : null));
  const { marks, spots } = marksOf(map.points, kinds);
  const small = map.areas.filter((area) => area.radius_km < small_area_km).length;
  return {
    countries,
    governorates: { type: 'FeatureCollection', features: governorates },
    districtOutlines: { type: 'FeatureCollection', features: shading === 'district' ? divisions.districts.flatMap((one) => shadedOf(one, map.units, 'district', breaks)) : [] },
    districts: { type: 'FeatureCollection', features: map.units.filter((unit) => unit.level === 'district' && !known.has(unit.code)).flatMap((unit) => circledOf(unit, breaks)) },
    areas: {
      type: 'FeatureCollection',
      features: map.areas.map((area) => ({
        type: 'Feature',
        geometry: circle(area.lat, area.lon, area.radius_km),
        properties: { name: area.name, nameAr: area.name_ar, incidents: area.incidents, precision: area.precision, radius: area.radius_km },
      })),
    },
    fromCloseUp: small > small_areas_max ? small : 0,
    points: marks,
    spots,
    names: { type: 'FeatureCollection', features: namesOf(countries, governorates) },
    total: map.total,
    unlocated: map.unlocated,
    breaks,
    shadings: known.size > 0 ? ['governorate', 'district'] : ['governorate'],
  };
}

function circledOf(unit: MapAnswer['units'][number], breaks: readonly number[]): Feature<Point, Outline>[] {
  if (unit.lat === null || unit.lon === null) return [];
  return [{
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [unit.lon, unit.lat] },
    properties: { code: unit.code, name: unit.name, nameAr: unit.name_ar, country: unit.country, incidents: unit.incidents, step: stepOf(unit.incidents, breaks) },
  }];
}

type Shaded = Feature<Feature['geometry'], Outline>;

/** By outlines, counts and classes: a country's outlines that come in later leave the others the features that they were. */
const shaded = new WeakMap<Outlines, { units: MapAnswer['units']; breaks: string; features: readonly Shaded[] }>();

/** Without `breaks` units keep their counts and have no tint. */
function shadedOf(outlines: Outlines, units: MapAnswer['units'], level: Shading, breaks: readonly number[] | null): readonly Shaded[] {
  const known = shaded.get(outlines);
  const classes = String(breaks);
  if (known?.units === units && known.breaks === classes) return known.features;
  const counts = new Map(units.filter((unit) => unit.level === level).map((unit) => [unit.code, unit.incidents]));
  const features = (outlines.features as unknown as Feature[]).map((feature) => {
    const of = feature.properties as { code: string; name: string; name_ar?: string; country: string };
    const incidents = counts.get(of.code) ?? 0;
    return { ...feature, properties: { code: of.code, name: of.name, nameAr: of.name_ar || of.name, country: of.country, incidents, step: breaks ? stepOf(incidents, breaks) : 0 } };
  });
  shaded.set(outlines, { units, breaks: classes, features });
  return features;
}

type Named = Feature<Point, { name: string; nameAr: string; level: 'country' | 'governorate' }>;

/** A country whose governorates are drawn needs no name of its own. */
function namesOf(countries: Outlines | null, governorates: readonly Feature<Feature['geometry'], Outline>[]): Named[] {
  const divided = new Set(governorates.map((one) => one.properties.country));
  const around = ((countries?.features ?? []) as unknown as Feature[]).map((feature) => ({ feature, of: feature.properties as { code: string; name: string; name_ar?: string } }))
    .filter(({ of }) => !divided.has(of.code))
    .map(({ feature, of }) => named(feature, of.name, of.name_ar ?? of.name, 'country'));
  return [...around, ...governorates.map((one) => named(one, one.properties.name, one.properties.nameAr, 'governorate'))];
}

function named(feature: Feature, name: string, nameAr: string, level: 'country' | 'governorate'): Named {
  return { type: 'Feature', geometry: { type: 'Point', coordinates: centre(feature.geometry) }, properties: { name, nameAr, level } };
}

/** The centroid of the largest ring of an outline, in degrees: good enough to stand a name on. */
export function centre(shape: Feature['geometry']): [number, number] {
  const polygons = shape.type === 'Polygon' ? [shape.coordinates] : shape.type === 'MultiPolygon' ? shape.coordinates : [];
  let best: [number, number] = [0, 0];
  let most = 0;
  for (const polygon of polygons) {
    const ring = polygon[0] ?? [];
    let [area, x, y] = [0, 0, 0];
    for (let i = 0; i + 1 < ring.length; ++i) {
      const [ax = 0, ay = 0] = ring[i] ?? [];
      const [bx = 0, by = 0] = ring[i + 1] ?? [];
      const cross = ax * by - bx * ay;
      area += cross;
      x += (ax + bx) * cross;
      y += (ay + by) * cross;
    }
    if (Math.abs(area) > most) {
      most = Math.abs(area);
      best = [x / (3 * area), y / (3 * area)];
    }
  }
  return best;
}

interface Marked {
  marks: FeatureCollection<Point, Mark>;
  spots: Scene['spots'];
}

/** Outlines come in after the counts, and the scene is built anew: what stands on the spots stays what it was. */
const marked = new WeakMap<MapAnswer['points'], Marked>();

function marksOf(columns: MapAnswer['points'], kinds: readonly Kind[]): Marked {
  const known = marked.get(columns);
  if (known) return known;
  const marks = new Map<number, Feature<Point, Mark>>();
  const under = new Map<string, number[]>(); // rows of the columns: spots are made of them when somebody asks
  const hundredths = (degrees: number) => Math.round(degrees * 100) + 18000; // coordinates come rounded to a hundredth
  columns.id.forEach((_, i) => {
    const [lon, lat, precision, killed] = [columns.lon[i] ?? 0, columns.lat[i] ?? 0, columns.precision[i] ?? 0, columns.killed[i] ?? 0];
    const spot = (hundredths(lat) * 40000 + hundredths(lon)) * 8 + precision;
    const mark = marks.get(spot)?.properties;
    if (mark) {
      mark.count += 1;
      mark.killed = Math.max(mark.killed, killed);
      under.get(mark.at)?.push(i);
      return;
    }
    const at = `${lat},${lon},${precision}`;
    marks.set(spot, { type: 'Feature', geometry: { type: 'Point', coordinates: [lon, lat] }, properties: { at, count: 1, precision, killed } });
    under.set(at, [i]);
  });
  const spotOf = (i: number): Spot => ({ id: `I${columns.id[i]}`, kind: kinds[columns.kind[i] ?? -1] ?? null, day: columns.day[i] ?? null, precision: columns.precision[i] ?? 0, killed: columns.killed[i] ?? 0 });
  const made: Marked = { marks: { type: 'FeatureCollection', features: [...marks.values()] }, spots: { get: (at) => under.get(at)?.map(spotOf) } };
  marked.set(columns, made);
  return made;
}

export type Box = [west: number, south: number, east: number, north: number];

/** A country with a smaller share of the incidents does not decide where one looks first: one name found in Japan is no reason to show the world. */
export const share_looked_at = 0.02;

/** The box around the governorates that have incidents, in the countries where they happen; around points and areas where no outline is known. */
export function boxOf(scene: Scene): Box | null {
  const counts = new Map<string, number>();
  for (const { properties: of } of scene.governorates.features) counts.set(of.country, (counts.get(of.country) ?? 0) + of.incidents);
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const full = scene.governorates.features.filter(({ properties: of }) => of.incidents > 0 && (counts.get(of.country) ?? 0) >= share_looked_at * all);
  if (full.length > 0) return boxAround(full);
  return boxAround([...scene.governorates.features, ...scene.points.features, ...scene.districts.features, ...scene.areas.features]);
}

export function boxAround(features: readonly Feature[]): Box | null {
  let box: Box | null = null;
  for (const { geometry } of features) {
    for (const [lon, lat] of corners(geometry)) {
      box = box ? [Math.min(box[0], lon), Math.min(box[1], lat), Math.max(box[2], lon), Math.max(box[3], lat)] : [lon, lat, lon, lat];
    }
  }
  return box;
}

export function* corners(shape: Feature['geometry']): Generator<[number, number]> {
  switch (shape.type) {
    case 'Point': yield [shape.coordinates[0] ?? 0, shape.coordinates[1] ?? 0]; break;
    case 'Polygon': for (const ring of shape.coordinates) for (const at of ring) yield [at[0] ?? 0, at[1] ?? 0]; break;
    case 'MultiPolygon': for (const polygon of shape.coordinates) for (const ring of polygon) for (const at of ring) yield [at[0] ?? 0, at[1] ?? 0]; break;
    default: break;
  }
}

/** The radius of a district's circle in pixels: its area grows with the count. */
export function districtRadius(incidents: number): number {
  return Math.min(26, 4 + 2.4 * Math.sqrt(incidents));
}
