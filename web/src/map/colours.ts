// The map's colours, from the same tokens as the page: they follow its light.

export interface MapColours {
  land: string;
  sea: string;
  border: string;
  inner: string;
  label: string;
  halo: string;
  steps: readonly string[];
  point: string;
  pointEdge: string;
  area: string;
}

export const steps_max = 5;

export function mapColours(page: HTMLElement): MapColours {
  const style = getComputedStyle(page);
  const read = (name: string) => style.getPropertyValue(name).trim() || '#888888';
  return {
    land: read('--map-land'),
    sea: read('--map-sea'),
    border: read('--map-border'),
    inner: read('--map-inner'),
    label: read('--map-label'),
    halo: read('--map-halo'),
    steps: Array.from({ length: steps_max + 1 }, (_, i) => (i === 0 ? read('--map-land') : read(`--map-step-${i}`))),
    point: read('--map-point'),
    pointEdge: read('--map-point-edge'),
    area: read('--map-area'),
  };
}
