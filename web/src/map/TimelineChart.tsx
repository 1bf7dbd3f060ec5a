// Incidents over time, attacks and operations apart. A stretch of it can be brushed, with the pointer or with the arrow keys.
import { useEffect, useRef, useState } from 'preact/hooks';
import * as Plot from '@observablehq/plot';
import type { Timeline } from '../api/contract';
import { direction } from '../words/language';
import { number, partialDate } from '../words/values';
import { t } from '../words/words';
import { daysOf } from './bins';

interface TimelineChartProps {
  timeline: Timeline;
  from: string | null;
  until: string | null;
  onBrush: (days: { from: string; until: string } | null) => void;
}

const height_px = 118;
const margins = { left: 34, right: 12, top: 8, bottom: 22 };

export function TimelineChart({ timeline, from, until, onBrush }: TimelineChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const plot = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(800);
  const [drag, setDrag] = useState<{ a: number; b: number } | null>(null);
  const starts = timeline.bins.map((bin) => bin.start);
  const rtl = direction() === 'rtl';

  useEffect(() => {
    if (!box.current) return;
    const watch = new ResizeObserver(([entry]) => entry && setWidth(Math.max(240, Math.round(entry.contentRect.width))));
    watch.observe(box.current);
    return () => watch.disconnect();
  }, []);
  useEffect(() => {
    if (!plot.current) return;
    plot.current.replaceChildren(draw(timeline, width, rtl));
  }, [timeline, width, rtl]);

  const inner = width - margins.left - margins.right;
  const step = inner / Math.max(1, starts.length);
  const binAt = (clientX: number) => {
    const x = clientX - (box.current?.getBoundingClientRect().left ?? 0) - margins.left;
    const raw = Math.floor((rtl ? inner - x : x) / step);
    return Math.max(0, Math.min(starts.length - 1, raw));
  };
  const brushed = drag ?? brushOf(starts, from, until);
  const lay = (brush: { a: number; b: number }) => {
    const [first, last] = [Math.min(brush.a, brush.b), Math.max(brush.a, brush.b)];
    const x = rtl ? inner - (last + 1) * step : first * step;
    return { insetInlineStart: undefined, left: `${margins.left + x}px`, width: `${(last - first + 1) * step}px` };
  };
  const put = (brush: { a: number; b: number } | null) => onBrush(brush && daysOf(starts, brush.a, brush.b, timeline.by));
  const byKeys = (event: KeyboardEvent) => {
    const forward = event.key === (rtl ? 'ArrowLeft' : 'ArrowRight');
    const back = event.key === (rtl ? 'ArrowRight' : 'ArrowLeft');
    if (event.key === 'Escape') put(null);
    else if (forward || back) {
      const now = brushed ?? { a: forward ? -1 : starts.length, b: forward ? -1 : starts.length };
      const to = Math.max(0, Math.min(starts.length - 1, now.b + (forward ? 1 : -1)));
      put(event.shiftKey ? { a: Math.max(0, Math.min(starts.length - 1, now.a)), b: to } : { a: to, b: to });
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const words = brushed ? daysOf(starts, brushed.a, brushed.b, timeline.by) : null;
  return (
    <div ref={box} class="timeline" onPointerDown={(event) => { event.currentTarget.setPointerCapture(event.pointerId); const a = binAt(event.clientX); setDrag({ a, b: a }); }}
      onPointerMove={(event) => drag && setDrag({ a: drag.a, b: binAt(event.clientX) })}
      onPointerUp={() => { if (drag) put(drag.a === drag.b && brushed && from ? null : drag); setDrag(null); }}>
      <div ref={plot} aria-hidden="true" />
      <div class="timeline-brush" style={brushed ? lay(brushed) : { display: 'none' }} aria-hidden="true" />
      <div class="timeline-handle" tabIndex={0} role="slider" aria-label={t('map.brush')} aria-valuemin={0} aria-valuemax={Math.max(0, starts.length - 1)}
        aria-valuenow={brushed?.b ?? 0} aria-valuetext={words ? `${partialDate(words.from)} – ${partialDate(words.until)}` : t('map.brush_none')} onKeyDown={byKeys} />
    </div>
  );
}

function brushOf(starts: readonly string[], from: string | null, until: string | null): { a: number; b: number } | null {
  if (!from || !until || starts.length === 0) return null;
  const a = starts.findIndex((start, i) => start >= from || (starts[i + 1] ?? '9999') > from);
  let b = -1;
  starts.forEach((start, i) => {
    if (start <= until) b = i;
  });
  return a < 0 || b < a || (a === 0 && b === starts.length - 1) ? null : { a, b };
}

function draw(timeline: Timeline, width: number, rtl: boolean): Element {
  const bars = timeline.bins.flatMap((bin, i) => [
    { i, what: 'attacks', count: bin.attacks, below: 0 },
    { i, what: 'operations', count: bin.operations, below: bin.attacks },
    { i, what: 'other', count: Math.max(0, bin.incidents - bin.attacks - bin.operations), below: bin.attacks + bin.operations },
  ]).filter((bar) => bar.count > 0);
  const labelled = ticks(timeline);
  const figure = Plot.plot({
    width, height: height_px, marginLeft: margins.left, marginRight: margins.right, marginTop: margins.top, marginBottom: margins.bottom, className: 'timeline-plot',
    x: { domain: [0, Math.max(1, timeline.bins.length)], reverse: rtl, axis: null },
    y: { grid: true, ticks: 3, tickFormat: (value: number) => (Number.isInteger(value) ? number(value) : ''), label: null, tickSize: 0 },
    marks: [
      Plot.rect(bars, { x1: (bar) => bar.i + 0.08, x2: (bar) => bar.i + 0.92, y1: 'below', y2: (bar) => bar.below + bar.count, fill: (bar) => `var(--chart-${bar.what})` }),
      Plot.ruleY([0]),
      Plot.text(labelled, { x: (tick) => tick.i + 0.5, frameAnchor: 'bottom', dy: 14, text: 'words', fontSize: 11 }),
    ],
  });
  // Plot's own <style> would be refused by the page's policy; style.css holds what it says.
  figure.querySelectorAll('style').forEach((style) => style.remove());
  return figure;
}

const ticks_max = 12;

function ticks(timeline: Timeline): { i: number; words: string }[] {
  const every = Math.max(1, Math.ceil(timeline.bins.length / ticks_max));
  return timeline.bins.map((bin, i) => ({ i, words: partialDate(timeline.by === 'month' ? bin.start.slice(0, 7) : bin.start).replace(/ \d{4}$/, timeline.by === 'month' ? '$&' : '') })).filter((_, i) => i % every === 0);
}
