// The map and the timeline over the same filters as the table: brush one, and the others follow.
import { useMemo, useState } from 'preact/hooks';
import { route, setQuery } from '../app/route';
import { usePages } from '../api/pages';
import { useResource } from '../api/resource';
import { desk } from '../api/events';
import { Button } from '../design/Button';
import { Page } from '../design/Page';
import { FilterBar } from '../incidents/FilterBar';
import { filtersOf, monthBefore, monthDays, queryOf, type Filters } from '../incidents/filters';
import { Views } from '../incidents/Views';
import { useKeys } from '../keys/keymap';
import { language } from '../words/language';
import { dateWords, monthName, partialDate, placeWords, range } from '../words/values';
import { label } from '../words/vocabulary';
import { t } from '../words/words';
import { byFor, withoutGaps } from './bins';
import type { Camera } from './GlMapView';
import { hasWebGl } from './gl';
import { legendWords, MapPanel } from './MapPanel';
import { savePng, saveSvg, type Picture } from './savePicture';
import type { Box, Scene } from './scene';
import { TimelineChart } from './TimelineChart';

export function MapPage() {
  const query = route.value.query;
  const filters = filtersOf(query);
  const [camera, setCamera] = useState<Camera | null>(null);
  const [scene, setScene] = useState<Scene | null>(null);
  const [box, setBox] = useState<Box | null>(null);
  const [searchTurn, setSearchTurn] = useState(0);
  const compared = query.get('beside') === 'yes' && filters.month !== undefined;
  const plain = query.get('plain') === 'yes';
  const shading = query.get('shade') === 'district' ? 'district' : 'governorate';
  const before = filters.month ? monthBefore(filters.month) : null;
  useKeys('keys.map', [
    { keys: '/', word: 'keys.search', run: () => setSearchTurn(searchTurn + 1) },
    { keys: 'b', word: 'map.beside', run: () => filters.month && setQuery({ beside: compared ? null : 'yes' }) },
  ]);
  const picture = (): Picture | null => scene && {
    scene, arabic: language.value === 'ar', box, title: periodWords(filters), legend: legendWords(scene.breaks),
    notes: [`${t('map.shown', { count: scene.total })} · ${t('map.unlocated', { count: scene.unlocated })}`, ...(scene.fromCloseUp > 0 ? [t('map.from_close_up', { count: scene.fromCloseUp })] : []), desk.value?.attribution ?? ''],
  };
  const save = (how: (picture: Picture, name: string) => void | Promise<void>) => {
    const made = picture();
    if (made) void how(made, `sitrep-map-${filters.month ?? 'all'}`);
  };
  // A district's code is its governorate's, a stroke, and its name.
  const unit = (code: string) => {
    const [area = '', district = null] = code.split('/');
    const same = filters.area === area && (filters.district ?? null) === district;
    setQuery(same ? { area: null, district: null } : { area, district });
  };
  return (
    <Page title={t('nav.map')} fills
      actions={<>
        <Button pressed={compared} disabled={!filters.month} onClick={() => setQuery({ beside: compared ? null : 'yes' })} keys="b">{t('map.beside')}</Button>
        {(scene?.shadings.length ?? 0) > 1 && <Button pressed={shading === 'district'} onClick={() => setQuery({ shade: shading === 'district' ? null : 'district' })}>{t('map.by_district')}</Button>}
        {hasWebGl() && <Button pressed={plain} onClick={() => setQuery({ plain: plain ? null : 'yes' })}>{t('map.plain')}</Button>}
        <Button icon="download" disabled={!scene} onClick={() => save(savePng)}>PNG</Button>
        <Button icon="download" disabled={!scene} onClick={() => save(saveSvg)}>SVG</Button>
      </>}>
      <FilterBar filters={filters} searchTurn={searchTurn}>
        <Views page="map" query={Object.fromEntries(queryOf(filters))} columns={[]} />
      </FilterBar>
      <div class={compared ? 'map-body map-beside' : 'map-body'}>
        {compared && before && <MapPanel filters={{ ...filters, month: before }} title={monthName(before)} camera={camera} onCamera={setCamera} onUnit={unit} plain={plain} shading={shading} />}
        <MapPanel filters={filters} {...(compared && filters.month ? { title: monthName(filters.month) } : {})} camera={compared ? camera : null} {...(compared ? { onCamera: setCamera } : {})} onUnit={unit}
          onView={setBox} onScene={setScene} plain={plain} shading={shading} />
        {!compared && <ListBeside filters={filters} />}
      </div>
      <Timeline filters={filters} />
    </Page>
  );
}

function periodWords(filters: Filters): string {
  if (filters.month) return monthName(filters.month);
  if (filters.from && filters.until) return `${partialDate(filters.from)} – ${partialDate(filters.until)}`;
  return t('filter.all_months');
}

/** The bars always show the whole month or the whole record; the brushed stretch lies over them. */
function Timeline({ filters }: { filters: Filters }) {
  const around = route.value.query.get('around');
  const { from, until, month, ...rest } = filters;
  const whole = month ?? around;
  const shown: Filters = whole ? { ...rest, month: whole } : rest;
  const days = whole ? monthDays(whole) : null;
  const by = byFor(days?.from ?? null, days?.until ?? null);
  const timeline = useResource('GET /timeline', { query: { ...shown, by } }, true);
  const row = useMemo(() => timeline.data && withoutGaps(timeline.data, days?.from ?? null, days?.until ?? null), [timeline.data, whole]);
  const undated = (timeline.data?.undated ?? 0) + (row?.outside ?? 0);
  const wider = timeline.data?.wider ?? 0;
  const brush = (brushed: { from: string; until: string } | null) =>
    setQuery(brushed ? { ...brushed, month: null, around: whole ?? null } : { from: null, until: null, month: whole ?? null, around: null });
  return (
    <section class="timeline-box" aria-label={t('map.timeline')}>
      <p class="timeline-head">
        <span><i class="key key-attacks" /> {t('map.attacks')}</span>
        <span><i class="key key-operations" /> {t('map.operations')}</span>
        <span><i class="key key-other" /> {t('map.other')}</span>
        {undated > 0 && <span class="doubt">{t('map.undated', { count: undated })}</span>}
        {wider > 0 && <span class="doubt">{t('map.wider', { count: wider })}</span>}
        <span class="soft">{from && until ? `${partialDate(from)} – ${partialDate(until)}` : t('map.brush_hint')}</span>
        {from && <Button look="quiet" onClick={() => brush(null)}>{t('map.brush_off')}</Button>}
      </p>
      {timeline.data && row && <TimelineChart timeline={{ ...timeline.data, bins: row.bins }} from={from ?? null} until={until ?? null} onBrush={brush} />}
    </section>
  );
}

function ListBeside({ filters }: { filters: Filters }) {
  const list = usePages('GET /incidents', { query: { ...filters, sort: '-date' } }, { live: true, limit: 60 });
  const link = useMemo(() => `/incidents?${queryOf(filters)}`, [filters]);
  return (
    <aside class="map-list" aria-label={t('nav.incidents')}>
      <p class="map-list-head"><strong>{t('incidents.count', { count: list.total })}</strong> <a href={link}>{t('map.as_table')}</a></p>
      <ol>
        {list.items.map((row) => (
          <li key={row.id}>
            <a href={`/incidents/${row.id}`}>{label('kinds', row.kind)}</a>
            <span dir="auto">{placeWords(row.place)}</span>
            <span class="soft">{dateWords(row.date)}{row.tolls.killed ? ` · ${t('review.killed_short', { range: range(row.tolls.killed) })}` : ''}</span>
          </li>
        ))}
      </ol>
      {list.hasMore && <a class="soft" href={link}>{t('map.all_in_table')}</a>}
    </aside>
  );
}
