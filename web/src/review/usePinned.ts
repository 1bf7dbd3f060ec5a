// Which incident is on the desk. It stays there while the queue behind it changes its order, until the person goes on.
import { useEffect } from 'preact/hooks';
import { route, setQuery } from '../app/route';
import type { QueueItem } from '../api/contract';

export function usePinned(items: readonly QueueItem[]): string | null {
  const asked = route.value.query.get('at');
  const first = items[0]?.incident.id ?? null;
  useEffect(() => {
    if (asked === null && first !== null) setQuery({ at: first });
  }, [asked, first]);
  return asked ?? first;
}
