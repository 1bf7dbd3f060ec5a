// A spelling that the gazetteer lacks, or a place that it lacks.
import { useState } from 'preact/hooks';
import { call } from '../api/client';
import type { Operations, Place } from '../api/contract';
import { Button } from '../design/Button';
import { Dialog } from '../design/Dialog';
import { Select, TextField } from '../design/Field';
import { problemWords } from '../design/Notice';
import { placeWords } from '../words/values';
import { t } from '../words/words';

type Body = Operations['POST /places/spellings']['body'];
type OwnKind = NonNullable<Body['place']>['kind'];
const kinds: readonly OwnKind[] = ['settlement', 'site', 'region', 'water', 'road'];

export function SpellingDialog({ place, onClose, onDone }: { place: Place | null; onClose: () => void; onDone: () => void }) {
  const [spelling, setSpelling] = useState('');
  const [language, setLanguage] = useState<Body['language']>('ar');
  const [own, setOwn] = useState({ name: '', name_ar: '', country: 'SY', lat: '', lon: '', kind: 'settlement' as OwnKind });
  const [problem, setProblem] = useState<string | null>(null);
  const put = (part: Partial<typeof own>) => setOwn({ ...own, ...part });
  const ready = place ? spelling.trim().length >= 2 : own.name.trim().length >= 2 && own.lat !== '' && own.lon !== '' && own.country.length === 2;
  const submit = async () => {
    const body: Body = place
      ? { gazetteer_id: place.gazetteer_id ?? '', spelling: spelling.trim(), language }
      : { spelling: (spelling || own.name).trim(), language, place: { name: own.name.trim(), ...(own.name_ar ? { name_ar: own.name_ar.trim() } : {}), country: own.country.toUpperCase(), lat: Number(own.lat), lon: Number(own.lon), kind: own.kind } };
    try {
      await call('POST /places/spellings', { body });
      onDone();
    } catch (reason) {
      setProblem(problemWords(reason));
    }
  };
  return (
    <Dialog title={place ? t('places.spelling_of', { name: placeWords(place) }) : t('places.add')} onClose={onClose} actions={<>
      <Button onClick={onClose}>{t('action.cancel')}</Button>
      <Button look="main" disabled={!ready} onClick={() => void submit()}>{t('action.save')}</Button>
    </>}>
      <form class="stack" onSubmit={(event) => { event.preventDefault(); if (ready) void submit(); }}>
        {!place && <>
          <TextField label={t('places.name')} value={own.name} onInput={(name) => put({ name })} required maxLength={200} />
          <TextField label={t('places.name_ar')} value={own.name_ar} onInput={(name_ar) => put({ name_ar })} maxLength={200} />
          <div class="row">
            <TextField label={t('places.country')} value={own.country} onInput={(country) => put({ country })} dir="ltr" maxLength={2} />
            <TextField label={t('places.lat')} type="number" value={own.lat} onInput={(lat) => put({ lat })} dir="ltr" required />
            <TextField label={t('places.lon')} type="number" value={own.lon} onInput={(lon) => put({ lon })} dir="ltr" required />
          </div>
          <Select label={t('places.kind')} value={own.kind} onChange={(kind) => put({ kind: kind as OwnKind })} options={kinds.map((kind) => ({ value: kind, label: t(`place_kind.${kind}`) }))} />
        </>}
        <TextField label={t('places.spelling')} value={spelling} onInput={setSpelling} hint={place ? undefined : t('places.spelling_hint')} maxLength={200} error={problem} />
        <Select label={t('places.language')} value={language} onChange={(value) => setLanguage(value as Body['language'])}
          options={[{ value: 'ar', label: 'العربية' }, { value: 'en', label: 'English' }, { value: 'ku', label: 'Kurdî' }]} />
      </form>
    </Dialog>
  );
}
