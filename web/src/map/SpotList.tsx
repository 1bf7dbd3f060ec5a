// What lies under a point of the map.
import { number, partialDate } from '../words/values';
import { label } from '../words/vocabulary';
import { t } from '../words/words';
import type { Spot } from './scene';

const day_ms = 86_400_000;

export function SpotList({ spots, more }: { spots: readonly Spot[]; more: number }) {
  return (
    <ul class="spot-list">
      {spots.map((spot) => (
        <li key={spot.id}>
          <a href={`/incidents/${spot.id}`}>{spot.id}</a> {label('kinds', spot.kind)}
          <span class="soft"> {spot.day == null ? t('value.date_unknown') : partialDate(new Date(spot.day * day_ms).toISOString().slice(0, 10))}</span>
          {spot.killed > 0 && <span> · {t('map.killed', { count: spot.killed })}</span>}
        </li>
      ))}
      {more > 0 && <li class="soft">{t('list.and_more', { count: more })} ({number(more)})</li>}
    </ul>
  );
}
