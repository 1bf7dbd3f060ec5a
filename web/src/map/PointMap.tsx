// A small map to choose a place on: candidates as rings, a click asks what lies near.
import { useEffect, useRef } from 'preact/hooks';
import type { Place } from '../api/contract';
import { language } from '../words/language';
import { t } from '../words/words';
import { mapColours } from './colours';
import { GlMap, hasWebGl, lettersReady, type GeoJSONSource } from './gl';
import { mapStyle } from './mapStyle';
import { fetchOutlines } from './useScene';

interface PointMapProps {
  start: { lat: number; lon: number } | null;
  country: string | null;
  places: readonly Place[];
  chosen: string;
  onChoose: (id: string) => void;
  onPoint: (lat: number, lon: number) => void;
}

export function PointMap({ start, country, places, chosen, onChoose, onPoint }: PointMapProps) {
  const box = useRef<HTMLDivElement>(null);
  const map = useRef<GlMap | null>(null);
  const now = useRef({ onChoose, onPoint, places, chosen });
  now.current = { onChoose, onPoint, places, chosen };
  const shown = hasWebGl();

  useEffect(() => {
    const place = box.current;
    if (!place || !shown) return;
    let here = true;
    void lettersReady().then(() => here && begin(place));
    return () => {
      here = false;
      map.current?.remove();
      map.current = null;
    };
  }, []);

  const begin = (place: HTMLDivElement) => {
    const made = new GlMap({
      container: place, style: mapStyle(mapColours(document.documentElement), language.value), attributionControl: false, dragRotate: false,
      center: start ? [start.lon, start.lat] : [40.5, 34.5], zoom: start ? 7 : 4.5, maxZoom: 12,
    });
    made.on('load', () => {
      const put = (name: string, data: unknown) => {
        if (map.current === made) void (made.getSource(name) as GeoJSONSource | undefined)?.setData(data as never);
      };
      // Without outlines the candidates still stand in their places; the list beside the map says all that it says.
      const world = fetchOutlines('country').then((found) => put('countries', found)).catch(() => null);
      const inner = country ? fetchOutlines('governorate', country).then((found) => put('governorates', found)).catch(() => null) : null;
      void Promise.all([world, inner]).then(() => map.current === made && made.once('idle', () => (place.dataset.drawn = 'yes')));
      showCandidates(made, now.current.places, now.current.chosen);
    });
    made.on('click', (event) => {
      const hit = made.queryRenderedFeatures(event.point, { layers: ['candidates'] })[0];
      if (hit) now.current.onChoose(String((hit.properties as { id: string }).id));
      else now.current.onPoint(event.lngLat.lat, event.lngLat.lng);
    });
    map.current = made;
  };

  useEffect(() => {
    if (map.current?.getSource('candidates')) showCandidates(map.current, places, chosen);
  }, [places, chosen]);

  if (!shown) return <p class="soft">{t('map.no_webgl')}</p>;
  return <div ref={box} class="point-map" role="region" aria-label={t('place.map')} />;
}

function showCandidates(map: GlMap, places: readonly Place[], chosen: string): void {
  const features = places.filter((place) => place.lat !== null && place.lon !== null).map((place) => ({
    type: 'Feature', geometry: { type: 'Point', coordinates: [place.lon, place.lat] },
    properties: { id: place.gazetteer_id, name: place.name ?? place.name_ar, nameAr: place.name_ar ?? place.name, chosen: place.gazetteer_id === chosen },
  }));
  (map.getSource('candidates') as GeoJSONSource | undefined)?.setData({ type: 'FeatureCollection', features } as never);
}
