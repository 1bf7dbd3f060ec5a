// MapLibre, with its worker as a file of our own, and whether this browser can draw with it.
import { prewarm, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import 'maplibre-gl/dist/maplibre-gl.css';

setWorkerUrl(workerUrl);

export { Map as GlMap, NavigationControl, Popup, ScaleControl } from 'maplibre-gl';
export type { GeoJSONSource, LngLatBoundsLike } from 'maplibre-gl';

/** MapLibre draws its labels from the page's fonts and keeps the letters: they have to be there first. */
export function lettersReady(): Promise<unknown> {
  return Promise.all([document.fonts.load('12px "IBM Plex Sans"', 'a'), document.fonts.load('12px "IBM Plex Sans Arabic"', 'ا')]);
}

let known: boolean | null = null;

export function hasWebGl(): boolean {
  if (known === null) {
    const canvas = document.createElement('canvas');
    known = canvas.getContext('webgl2') !== null;
    if (known) prewarm(); // its worker is read while the counts are still on their way
  }
  return known;
}
