// The first picture where no graphics card draws: painted once when all of it is there, not anew with each tile that comes in.
import type { GlMap } from './gl';

/** Should something never come, what is there is shown. */
const patience_ms = 4000;

export function paintOnce(map: GlMap): void {
  const begin = performance.now();
  const painter = map.painter;
  const paint = painter.render.bind(painter);
  // Names are set in steps, a frame each; a MapLibre that says so no more only has its first picture painted a few times again.
  const isUnfinished = () => !map.loaded() || (map as unknown as { _placementDirty?: boolean })._placementDirty === true;
  let shown = false;
  painter.render = (...frame) => {
    if (!shown && isUnfinished() && performance.now() - begin < patience_ms) return;
    shown = true;
    paint(...frame);
  };
}
