// The style of the map: outlines of our own server, labels in the browser's fonts, no tile and no glyph from anywhere.
import type { StyleSpecification } from 'maplibre-gl';
import type { FeatureCollection } from 'geojson';
import type { Language } from '../words/language';
import type { MapColours } from './colours';
import { small_area_km } from './scene';

export const empty: FeatureCollection = { type: 'FeatureCollection', features: [] };

/** Sources of the style that are filled from elsewhere. */
export type SourceName = 'countries' | 'governorates' | 'districtOutlines' | 'districts' | 'areas' | 'points' | 'names' | 'candidates';
export type SourceData = Partial<Record<SourceName, unknown>>;

/** Small areas are drawn from this zoom on where there are many: farther away a hundred of them are one blot. Ten kilometres are 12 px here. */
export const small_areas_zoom = 6.3;

/** Names of districts are read from this zoom on: a district is about a hundred pixels wide here. */
const district_names_zoom = 7;

const fonts = ['IBM Plex Sans', 'IBM Plex Sans Arabic', 'Noto Sans Arabic', 'sans-serif'];

/** Grows slowly with how many stand there: ten times as many are half as wide again. */
const markRadius = (one: number, deadly: number) => ['*', ['case', ['>', ['get', 'killed'], 4], deadly, one], ['+', 1, ['*', 0.5, ['log10', ['get', 'count']]]]];

export function mapStyle(colours: MapColours, language: Language, data: SourceData = {}): StyleSpecification {
  const source = (of: SourceName) => ({ type: 'geojson' as const, data: (data[of] ?? empty) as FeatureCollection });
  const name = language === 'ar' ? ['coalesce', ['get', 'nameAr'], ['get', 'name_ar'], ['get', 'name']] : ['get', 'name'];
  const label = (id: string, of: string, size: number, more: object = {}) => ({
    id, type: 'symbol' as const, source: of,
    layout: { 'text-field': name as never, 'text-font': fonts, 'text-size': size, 'text-max-width': 7, 'text-padding': 4, ...more },
    paint: { 'text-color': colours.label, 'text-halo-color': colours.halo, 'text-halo-width': 1.4 },
  });
  const tints = ['match', ['get', 'step'], ...colours.steps.flatMap((colour, i) => (i === 0 ? [] : [i, colour])), colours.land];
  return {
    version: 8,
    sources: {
      countries: source('countries'), governorates: source('governorates'), districtOutlines: source('districtOutlines'), districts: source('districts'), areas: source('areas'), points: source('points'),
      names: source('names'), candidates: source('candidates'),
    },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': colours.sea } },
      // Every edge of a fill is drawn over by a line: smoothing it too would draw each outline twice.
      { id: 'land', type: 'fill', source: 'countries', paint: { 'fill-color': colours.land, 'fill-antialias': false } },
      { id: 'governorates', type: 'fill', source: 'governorates', paint: { 'fill-color': tints as never, 'fill-antialias': false } },
      { id: 'district-fills', type: 'fill', source: 'districtOutlines', paint: { 'fill-color': tints as never, 'fill-antialias': false } },
      { id: 'district-borders', type: 'line', source: 'districtOutlines', paint: { 'line-color': colours.inner, 'line-width': 0.6 } },
      { id: 'inner-borders', type: 'line', source: 'governorates', paint: { 'line-color': colours.inner, 'line-width': 0.8 } },
      { id: 'borders', type: 'line', source: 'countries', paint: { 'line-color': colours.border, 'line-width': 1.3 } },
      ...[['areas', '>='], ['small-areas', '<']].flatMap(([id, than]) => [
        { id, type: 'fill', source: 'areas', filter: [than, ['get', 'radius'], small_area_km], paint: { 'fill-color': colours.area, 'fill-opacity': 0.09, 'fill-antialias': false } },
        { id: `${id}-edges`, type: 'line', source: 'areas', filter: [than, ['get', 'radius'], small_area_km], paint: { 'line-color': colours.area, 'line-width': 1.1, 'line-dasharray': [3, 2.5] } },
      ]),
      { id: 'districts', type: 'circle', source: 'districts', paint: {
        'circle-radius': ['min', 26, ['+', 4, ['*', 2.4, ['sqrt', ['get', 'incidents']]]]] as never,
        'circle-color': colours.area, 'circle-opacity': 0.16, 'circle-stroke-color': colours.area, 'circle-stroke-width': 1, 'circle-stroke-opacity': 0.75,
      } },
      { id: 'points', type: 'circle', source: 'points', paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 4, markRadius(2.4, 3.4), 9, markRadius(5.5, 8)] as never,
        'circle-color': colours.point, 'circle-opacity': ['case', ['==', ['get', 'precision'], 1], 0.9, 0.35] as never,
        'circle-stroke-color': colours.pointEdge, 'circle-stroke-width': 0.8,
      } },
      { id: 'candidates', type: 'circle', source: 'candidates', paint: {
        'circle-radius': ['case', ['get', 'chosen'], 9, 6] as never, 'circle-color': ['case', ['get', 'chosen'], colours.point, colours.halo] as never,
        'circle-stroke-color': colours.point, 'circle-stroke-width': 2,
      } },
      { ...label('district-counts', 'districts', 10.5, { 'text-field': ['to-string', ['get', 'incidents']] as never }), minzoom: 5 },
      { ...label('district-names', 'districtOutlines', 10.5), minzoom: district_names_zoom },
      { ...label('country-names', 'names', 12.5, { 'text-letter-spacing': language === 'ar' ? 0 : 0.08 }), filter: ['==', ['get', 'level'], 'country'] },
      { ...label('governorate-names', 'names', 11.5), filter: ['==', ['get', 'level'], 'governorate'] },
      { ...label('candidate-names', 'candidates', 12, { 'text-offset': [0, 1.2] }) },
    ] as StyleSpecification['layers'],
  };
}
