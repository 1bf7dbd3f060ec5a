// Dragging where no graphics card draws: a finished picture follows the hand at once, and the map is drawn anew when the hand rests.
import type { GlMap } from './gl';

/** The hand rests when it has not moved for so long. */
const rest_ms = 140;
/** Of the map's width: farther than this the empty margin would be wide, and the map is drawn anew while the hand still moves. */
const margin_share_max = 0.4;

/** True where the browser says that its drawing is done by the processor. One that hides the name is taken for a graphics card. */
export function isDrawnByProcessor(map: GlMap): boolean {
  const gl = map.getCanvas().getContext('webgl2');
  const named = gl?.getExtension('WEBGL_debug_renderer_info');
  return named ? isProcessorName(String(gl?.getParameter(named.UNMASKED_RENDERER_WEBGL))) : false;
}

export function isProcessorName(renderer: string): boolean {
  return /swiftshader|llvmpipe|softpipe|software|basic render/i.test(renderer);
}

/** Takes dragging over from MapLibre, which draws every frame of it: a quarter of a second each, without a card. */
export function followHand(map: GlMap): void {
  map.dragPan.disable();
  const place = map.getCanvasContainer();
  place.style.touchAction = 'none'; // else the page would scroll under the finger
  let from: { x: number; y: number; pointer: number } | null = null;
  let offset = { x: 0, y: 0 };
  let asked = { x: 0, y: 0 }; // the map has been told to go there, and its picture is not drawn yet
  let resting = 0;
  const lay = () => {
    const [x, y] = [asked.x + offset.x, asked.y + offset.y];
    map.getCanvas().style.transform = x === 0 && y === 0 ? '' : `translate(${x}px, ${y}px)`;
  };
  map.on('render', () => {
    asked = { x: 0, y: 0 };
    lay();
  });
  const settle = () => {
    clearTimeout(resting);
    const { x, y } = offset;
    if (!from) place.style.cursor = '';
    if (x === 0 && y === 0) return;
    if (from) from = { ...from, x: from.x + x, y: from.y + y };
    offset = { x: 0, y: 0 };
    asked = { x: asked.x + x, y: asked.y + y };
    map.panBy([-x, -y], { animate: false });
  };
  const move = (event: PointerEvent) => {
    if (!from || event.pointerId !== from.pointer) return;
    offset = { x: event.clientX - from.x, y: event.clientY - from.y };
    lay();
    clearTimeout(resting);
    if (Math.abs(offset.x) > margin_share_max * place.clientWidth || Math.abs(offset.y) > margin_share_max * place.clientHeight) settle();
    else resting = window.setTimeout(settle, rest_ms);
  };
  const end = () => {
    from = null;
    window.removeEventListener('pointermove', move);
    window.removeEventListener('pointerup', end);
    window.removeEventListener('pointercancel', end);
    settle();
  };
  place.addEventListener('pointerdown', (event) => {
    if (from) return end(); // a second finger: MapLibre's, to zoom with
    if (event.button !== 0 || event.shiftKey || event.ctrlKey) return; // a box to zoom into
    from = { x: event.clientX, y: event.clientY, pointer: event.pointerId };
    place.style.cursor = 'grabbing';
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', end);
    window.addEventListener('pointercancel', end);
  });
}
