// Of the world's outlines those that reach into what has been looked at: the rest would be cut into tiles for nobody, and most of it is far away.
import type { Feature, FeatureCollection } from 'geojson';
import { boxAround, type Box } from './scene';

/** So many times its own width and height are added to a view on each side: a map that is moved a little needs nothing new. */
const margin_views = 1;

export function widened([west, south, east, north]: Box): Box {
  const [x, y] = [(east - west) * margin_views, (north - south) * margin_views];
  return [west - x, south - y, east + x, north + y];
}

export const isInside = (inner: Box, outer: Box): boolean => inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3];

export const union = (a: Box, b: Box): Box => [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];

const boxes = new WeakMap<Feature['geometry'], Box>();

function boxOfShape(feature: Feature): Box {
  const known = boxes.get(feature.geometry);
  if (known) return known;
  const made = boxAround([feature]) ?? [0, 0, 0, 0];
  boxes.set(feature.geometry, made);
  return made;
}

const meets = (a: Box, b: Box): boolean => a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1];

/** The collection that was shown `before`, when it holds the same. */
export function outlinesAround<One extends Feature>(all: FeatureCollection<One['geometry'], One['properties']>, looked: Box, before?: unknown): FeatureCollection {
  const features = all.features.filter((feature) => meets(boxOfShape(feature), looked));
  const shown = before as FeatureCollection | undefined;
  if (shown && shown.features.length === features.length && features.every((feature, i) => feature === shown.features[i])) return shown;
  return { type: 'FeatureCollection', features };
}
