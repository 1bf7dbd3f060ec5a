// The scene drawn by MapLibre.
import type { FeatureCollection } from 'geojson';
import { useEffect, useRef } from 'preact/hooks';
import { render } from 'preact';
import { language } from '../words/language';
import { t } from '../words/words';
import { mapColours } from './colours';
import { followHand, isDrawnByProcessor } from './followHand';
import { isInside, outlinesAround, union, widened } from './outlinesAround';
import { paintOnce } from './paintOnce';
import { GlMap, lettersReady, NavigationControl, Popup, ScaleControl, type GeoJSONSource } from './gl';
import { mapStyle, small_areas_zoom, type SourceData, type SourceName } from './mapStyle';
import { SpotList } from './SpotList';
import { boxOf, type Box, type Mark, type Scene } from './scene';

export interface Camera {
  center: [number, number];
  zoom: number;
}

interface GlMapViewProps {
  scene: Scene;
  label: string;
  /** Set from the other map when two stand side by side. */
  camera?: Camera | null;
  onCamera?: (camera: Camera) => void;
  onUnit?: (code: string) => void;
  onView?: (box: Box) => void;
  /** Changes with the light of the page: the style is made anew. */
  look: string;
}

const spots_listed_max = 8;

export function GlMapView({ scene, label, camera, onCamera, onUnit, onView, look }: GlMapViewProps) {
  const box = useRef<HTMLDivElement>(null);
  const map = useRef<GlMap | null>(null);
  const now = useRef({ scene, onCamera, onUnit, onView });
  now.current = { scene, onCamera, onUnit, onView };
  const moving = useRef(false);

  useEffect(() => {
    const place = box.current;
    if (!place) return;
    let here = true;
    void lettersReady().then(() => here && begin(place));
    return () => {
      here = false;
      delete place.dataset.drawn;
      map.current?.remove();
      map.current = null;
    };
  }, [look]);

  const begin = (place: HTMLDivElement) => {
    const first = now.current.scene;
    const around = camera ? null : boxOf(first);
    const begun = sourcesOf(first, around && widened(around));
    const made = new GlMap({
      // Without a graphics card every pixel is the processor's work: each is drawn once, not four times to be smoothed, and no second world stands beside the first.
      container: place, style: mapStyle(mapColours(document.documentElement), language.value, begun), fadeDuration: 0, renderWorldCopies: false,
      ...(around ? { bounds: around, fitBoundsOptions: { padding: 30, maxZoom: 8 } } : { center: camera?.center ?? [40.5, 34.5], zoom: camera?.zoom ?? 5 }),
      attributionControl: false, dragRotate: false, pitchWithRotate: false, touchPitch: false, maxZoom: 11, locale: controlWords(),
    });
    shown.set(made, begun);
    if (around) looked.set(made, widened(around));
    made.touchZoomRotate.disableRotation();
    if (isDrawnByProcessor(made)) {
      followHand(made);
      paintOnce(made);
    }
    made.addControl(new NavigationControl({ showCompass: false }), document.dir === 'rtl' ? 'top-left' : 'top-right');
    made.addControl(new ScaleControl({ maxWidth: 110 }), document.dir === 'rtl' ? 'bottom-left' : 'bottom-right');
    // What has come in meanwhile is added to the first picture, and does not keep it back.
    made.once('idle', () => {
      place.dataset.drawn = 'yes';
      if (!lookAround(made, now.current.scene)) show(made, now.current.scene);
    });
    made.on('move', () => {
      if (moving.current) return;
      const center = made.getCenter();
      now.current.onCamera?.({ center: [center.lng, center.lat], zoom: made.getZoom() });
    });
    made.on('moveend', () => {
      now.current.onView?.(viewOf(made));
      lookAround(made, now.current.scene);
    });
    listenToClicks(made, () => now.current.scene, () => now.current.onUnit);
    map.current = made;
  };

  useEffect(() => {
    const made = map.current;
    if (made && box.current?.dataset.drawn) show(made, scene);
  }, [scene]);

  useEffect(() => {
    const made = map.current;
    if (!made || !camera) return;
    const center = made.getCenter();
    if (Math.abs(center.lng - camera.center[0]) < 1e-6 && Math.abs(center.lat - camera.center[1]) < 1e-6 && Math.abs(made.getZoom() - camera.zoom) < 1e-6) return;
    moving.current = true;
    made.jumpTo(camera);
    moving.current = false;
  }, [camera]);

  return <div ref={box} class="gl-map" role="region" aria-label={label} data-testid="map" />;
}

/** `around`: only the outlines there; null: all of them. What was shown `before` is given again where it holds the same. */
function sourcesOf(scene: Scene, around: Box | null, before: SourceData = {}): SourceData {
  const near = (all: unknown, shown: unknown) => (around ? outlinesAround(all as FeatureCollection, around, shown) : all);
  return {
    ...(scene.countries ? { countries: near(scene.countries, before.countries) } : {}), governorates: near(scene.governorates, before.governorates),
    districtOutlines: near(scene.districtOutlines, before.districtOutlines), districts: scene.districts, areas: scene.areas, points: scene.points, names: scene.names,
  };
}

/** How far each map has been looked at; one that follows another is given all. */
const looked = new WeakMap<GlMap, Box>();

function viewOf(map: GlMap): Box {
  const view = map.getBounds();
  return [view.getWest(), view.getSouth(), view.getEast(), view.getNorth()];
}

/** True where the view has reached outlines that were not there yet. */
function lookAround(map: GlMap, scene: Scene): boolean {
  const before = looked.get(map);
  const view = viewOf(map);
  if (!before || isInside(view, before)) return false;
  looked.set(map, union(before, widened(view)));
  show(map, scene);
  return true;
}

/** What each map has been given: the outlines of the world are large, and go to its worker once. */
const shown = new WeakMap<GlMap, SourceData>();

function show(map: GlMap, scene: Scene): void {
  const before = shown.get(map) ?? {};
  const after = sourcesOf(scene, looked.get(map) ?? null, before);
  for (const name of Object.keys(after) as SourceName[])
    if (after[name] !== before[name]) void (map.getSource(name) as GeoJSONSource | undefined)?.setData(after[name] as never);
  shown.set(map, after);
  for (const layer of ['small-areas', 'small-areas-edges']) map.setLayerZoomRange(layer, scene.fromCloseUp > 0 ? small_areas_zoom : 0, 24);
}

function listenToClicks(map: GlMap, scene: () => Scene, onUnit: () => ((code: string) => void) | undefined): void {
  map.on('click', (event) => {
    const spots = map.queryRenderedFeatures(event.point, { layers: ['points'] });
    if (spots.length > 0) {
      const place = document.createElement('div');
      const listed = spots.flatMap((mark) => scene().spots.get((mark.properties as Mark).at) ?? []);
      render(<SpotList spots={listed.slice(0, spots_listed_max)} more={Math.max(0, listed.length - spots_listed_max)} />, place);
      new Popup({ closeButton: true, maxWidth: '20rem' }).setLngLat(event.lngLat).setDOMContent(place).addTo(map);
      return;
    }
    const unit = map.queryRenderedFeatures(event.point, { layers: ['district-fills', 'governorates'] })[0];
    if (unit) onUnit()?.(String((unit.properties as { code: string }).code));
  });
  for (const layer of ['points', 'district-fills', 'governorates']) {
    map.on('mouseenter', layer, () => (map.getCanvas().dataset.over = layer));
    map.on('mouseleave', layer, () => delete map.getCanvas().dataset.over);
  }
}

function controlWords(): Record<string, string> {
  return { 'NavigationControl.ZoomIn': t('map.zoom_in'), 'NavigationControl.ZoomOut': t('map.zoom_out'), 'Map.Title': t('nav.map'), 'Popup.Close': t('keys.close'),
    'ScaleControl.Meters': t('map.metres'), 'ScaleControl.Kilometers': t('map.kilometres') };
}
