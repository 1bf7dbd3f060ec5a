// One map with its corner: what is shown, what could not be placed, and what the tints mean.
import { useEffect, useState } from 'preact/hooks';
import { desk } from '../api/events';
import { ProblemNotice, Waiting } from '../design/Notice';
import type { Filters } from '../incidents/filters';
import { language, look } from '../words/language';
import { number } from '../words/values';
import { t } from '../words/words';
import { mapColours } from './colours';
import { hasWebGl } from './gl';
import { GlMapView, type Camera } from './GlMapView';
import type { Box, Scene, Shading } from './scene';
import { SceneSvg } from './SceneSvg';
import { useScene } from './useScene';

interface MapPanelProps {
  filters: Filters;
  title?: string;
  camera: Camera | null;
  /** Told where one looks, while two maps move together. */
  onCamera?: (camera: Camera) => void;
  onUnit: (code: string) => void;
  onView?: (box: Box) => void;
  onScene?: (scene: Scene) => void;
  plain: boolean;
  shading: Shading;
}

export function MapPanel({ filters, title, camera, onCamera, onUnit, onView, onScene, plain, shading }: MapPanelProps) {
  const { scene, problem, reload } = useScene(filters, shading);
  useEffect(() => {
    if (scene) onScene?.(scene);
  }, [scene]);
  const drawn = plain || !hasWebGl();
  return (
    <section class="map-panel" aria-label={title ?? t('nav.map')}>
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {!scene && !problem && <Waiting />}
      {scene && (drawn
        ? <PlainMap scene={scene} look={look.value} title={title ?? t('nav.map')} />
        : <GlMapView scene={scene} label={title ?? t('nav.map')} camera={camera} {...(onCamera ? { onCamera } : {})} onUnit={onUnit} {...(onView ? { onView } : {})} look={`${look.value} ${language.value}`} />)}
      {title && <h2 class="map-title">{title}</h2>}
      {scene && <Corner scene={scene} />}
      {scene && desk.value?.attribution && <details class="map-source"><summary>{t('map.sources')}</summary><p>{desk.value.attribution}</p></details>}
    </section>
  );
}

function Corner({ scene }: { scene: Scene }) {
  return (
    <div class="map-corner">
      <p><strong>{t('map.shown', { count: scene.total })}</strong></p>
      <p class={scene.unlocated > 0 ? 'doubt' : 'soft'}>{t('map.unlocated', { count: scene.unlocated })}</p>
      <ul class="map-legend" aria-label={t('map.legend')}>
        {legendWords(scene.breaks).map((words, i) => <li key={words}><span class="swatch" data-step={i + 1} />{words}</li>)}
      </ul>
      <ul class="map-marks">
        <li><span class="mark-point" />{t('map.mark_point')}</li>
        <li><span class="mark-area" />{t('map.mark_area')}</li>
        {scene.fromCloseUp > 0 && <li class="soft">{t('map.from_close_up', { count: scene.fromCloseUp })}</li>}
      </ul>
    </div>
  );
}

/** "1", "2", "3–5" … for the classes of shading. */
export function legendWords(breaks: readonly number[]): string[] {
  return breaks.map((end, i) => {
    const begin = (i === 0 ? 0 : breaks[i - 1] ?? 0) + 1;
    return begin === end ? number(end) : `${number(begin)}–${number(end)}`;
  });
}

function PlainMap({ scene, look, title }: { scene: Scene; look: string; title: string }) {
  const [colours, setColours] = useState(() => mapColours(document.documentElement));
  useEffect(() => setColours(mapColours(document.documentElement)), [look]);
  return <div class="plain-map"><SceneSvg scene={scene} colours={colours} width={900} height={620} arabic={language.value === 'ar'} title={title} /></div>;
}
