// Places: find one by any spelling, and teach the desk another spelling or a place of its own.
import { useState } from 'preact/hooks';
import { call } from '../api/client';
import { useResource } from '../api/resource';
import type { Place } from '../api/contract';
import { Button } from '../design/Button';
import { TextField } from '../design/Field';
import { Empty, ProblemNotice, problemWords } from '../design/Notice';
import { Tag } from '../design/Tag';
import { tell } from '../design/Toast';
import { mayReview } from '../session/session';
import { moment, number, placeWords } from '../words/values';
import { locale } from '../words/language';
import { t, tCode } from '../words/words';
import { SpellingDialog } from './SpellingDialog';
import { useTyped } from './useTyped';

/** Its incidents, found by its name: the list has no filter for one place. */
function incidentsLink(place: Place, count: number) {
  return place.name ? <a href={`/incidents?words=${encodeURIComponent(`"${place.name}"`)}`}>{number(count)}</a> : number(count);
}

export function Places() {
  const search = useTyped();
  const [teaching, setTeaching] = useState<Place | 'new' | null>(null);
  const found = useResource('GET /places', { query: search.words.length >= 2 ? { name: search.words, limit: 25 } : { limit: 50 } });
  const searched = search.words.length >= 2;
  const spellings = useResource('GET /places/spellings', {});
  const drop = (id: number) => call('DELETE /places/spellings/{id}', { path: { id } }).then(spellings.reload).catch((reason: unknown) => tell(problemWords(reason), { tone: 'bad' }));
  const degrees = (value: number | null) => (value === null ? '–' : new Intl.NumberFormat(locale(), { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value));
  return (
    <section aria-label={t('registers.places')}>
      <p class="intro">{t('places.intro')}</p>
      <div class="filters">
        <TextField label={t('places.search')} type="search" value={search.typed} onInput={search.type} placeholder={t('places.search_hint')} />
        {mayReview() && <Button icon="plus" onClick={() => setTeaching('new')}>{t('places.add')}</Button>}
      </div>
      {found.problem && <ProblemNotice problem={found.problem} />}
      {found.data?.items.length === 0 && <Empty title={searched ? t('places.none', { name: search.words }) : t('places.of_record_none')} />}
      {found.data && found.data.items.length > 0 && (
        <table class="table">
          {!searched && <caption>{t('places.of_record')}</caption>}
          <thead><tr>
            <th scope="col">{t('places.name')}</th><th scope="col">{t('places.name_ar')}</th><th scope="col">{t('places.country')}</th><th scope="col">{t('places.kind')}</th>
            <th scope="col" class="number">{t('places.people')}</th><th scope="col" class="number">{t('places.position')}</th><th scope="col" class={searched ? undefined : 'number'}>{t(searched ? 'places.because' : 'places.incidents')}</th><th scope="col"><span class="unseen">{t('list.actions')}</span></th>
          </tr></thead>
          <tbody>
            {found.data.items.map(({ place, because, incidents }) => (
              <tr key={place.gazetteer_id}>
                <th scope="row"><bdi>{placeWords(place)}</bdi></th>
                <td lang="ar" dir="rtl">{place.name_ar}</td>
                <td dir="ltr">{place.country}</td>
                <td>{tCode('place_kind', place.kind)}</td>
                <td class="number">{place.population === null ? '–' : new Intl.NumberFormat(locale()).format(place.population)}</td>
                <td class="number" dir="ltr">{degrees(place.lat)} {degrees(place.lon)}</td>
                {incidents === null ? <td class="soft"><bdi>{because}</bdi></td> : <td class="number">{incidentsLink(place, incidents)}</td>}
                <td class="cell-actions">{mayReview() && place.gazetteer_id && <Button look="quiet" onClick={() => setTeaching(place)}>{t('places.add_spelling')}</Button>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <section class="section">
        <h2>{t('places.own')}</h2>
        {spellings.problem && <ProblemNotice problem={spellings.problem} onRetry={spellings.reload} />}
        {spellings.data?.items.length === 0 && <p class="soft">{t('places.own_none')}</p>}
        {spellings.data && spellings.data.items.length > 0 && (
          <table class="table">
            <thead><tr><th scope="col">{t('places.spelling')}</th><th scope="col">{t('places.stands_for')}</th><th scope="col">{t('places.state')}</th><th scope="col">{t('places.by')}</th><th scope="col"><span class="unseen">{t('list.actions')}</span></th></tr></thead>
            <tbody>
              {spellings.data.items.map((one) => (
                <tr key={one.id}>
                  <th scope="row"><bdi>{one.spelling}</bdi></th>
                  <td><bdi>{one.name}</bdi></td>
                  <td>{one.in_use ? <Tag tone="good">{t('places.in_use')}</Tag> : <Tag>{t('places.not_yet')}</Tag>}</td>
                  <td><bdi>{one.by} <span class="soft">{moment(one.at)}</span></bdi></td>
                  <td class="cell-actions">{mayReview() && <Button look="quiet" icon="close" label={t('places.drop', { name: one.spelling })} onClick={() => void drop(one.id)} />}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
      {teaching && <SpellingDialog place={teaching === 'new' ? null : teaching} onClose={() => setTeaching(null)} onDone={() => { setTeaching(null); spellings.reload(); }} />}
    </section>
  );
}
