// Choosing a place: by name in either script, or by pointing at the map; always with why the gazetteer thinks so.
import { useEffect, useState } from 'preact/hooks';
import { useResource } from '../api/resource';
import type { Incident, PlaceFound } from '../api/contract';
import { lazy } from '../app/lazy';
import { TextField } from '../design/Field';
import { label } from '../words/vocabulary';
import { number, placeWords } from '../words/values';
import { t } from '../words/words';

const PointMap = lazy(() => import('../map/PointMap').then((file) => file.PointMap));
const typing_ms = 200;

interface PlaceChoiceProps {
  value: string;
  onValue: (value: string) => void;
  incident: Incident | null;
}

export function PlaceChoice({ value, onValue, incident }: PlaceChoiceProps) {
  const said = incident?.accounts.flatMap((account) => account.places).find((one) => one.text)?.text ?? '';
  const [typed, setTyped] = useState(incident?.place?.name ?? said);
  const [words, setWords] = useState(typed);
  const [near, setNear] = useState<string | null>(null);
  useEffect(() => {
    const later = setTimeout(() => setWords(typed), typing_ms);
    return () => clearTimeout(later);
  }, [typed]);
  const country = incident?.place?.country ?? undefined;
  // The gazetteer is asked by name; a point on the map puts those near it first.
  const name = words.trim().length >= 2 ? words.trim() : said;
  const asked = name.length >= 2 ? { query: { name, limit: 12, ...(near ? { near } : {}), ...(country && !near ? { country } : {}) } } : null;
  const found = useResource('GET /places', asked);
  const items = found.data?.items ?? [];
  const start = incident?.place;
  return (
    <div class="place-choice">
      <div class="stack">
        <TextField label={t('place.name')} type="search" value={typed} onInput={(name) => { setTyped(name); setNear(null); }} autofocus
          hint={near ? t('place.near_point', { point: near }) : said ? t('place.report_says', { words: said }) : undefined} />
        <ul class="choice-list" role="listbox" aria-label={t('place.found')}>
          {items.map((one) => <PlaceLine key={one.place.gazetteer_id} found={one} chosen={one.place.gazetteer_id === value} onChoose={onValue} />)}
          <li role="option" aria-selected={value === 'unknown'}>
            <button type="button" onClick={() => onValue('unknown')}>{t('place.unknown')}</button>
          </li>
        </ul>
      </div>
      <PointMap start={start?.lat != null && start.lon != null ? { lat: start.lat, lon: start.lon } : null} country={start?.country ?? null}
        places={items.map((one) => one.place)} chosen={value} onChoose={onValue}
        onPoint={(lat, lon) => setNear(`${lat.toFixed(4)},${lon.toFixed(4)}`)} />
    </div>
  );
}

function PlaceLine({ found, chosen, onChoose }: { found: PlaceFound; chosen: boolean; onChoose: (id: string) => void }) {
  const { place } = found;
  const id = place.gazetteer_id;
  return (
    <li role="option" aria-selected={chosen}>
      <button type="button" disabled={id === null} onClick={() => id !== null && onChoose(id)}>
        <strong>{placeWords(place)}</strong>{place.name_ar && place.name && <span class="soft" lang="ar" dir="rtl"> {place.name_ar}</span>}
        <span class="soft">{[place.country, place.admin2, place.population ? t('place.people', { count: place.population }) : null, label('precisions', String(place.precision))].filter(Boolean).join(' · ')}</span>
        {found.because && <span class="soft" dir="auto">{found.because} ({number(Math.round(found.score * 100) / 100)})</span>}
      </button>
    </li>
  );
}
