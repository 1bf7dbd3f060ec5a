// Where we are: the path and the question mark, as a signal; and the ways to go elsewhere.
import { signal } from '@preact/signals';

export interface Route {
  path: readonly string[];
  query: URLSearchParams;
}

export function readRoute(url: URL): Route {
  return { path: url.pathname.split('/').filter(Boolean).map(decodeURIComponent), query: url.searchParams };
}

export const route = signal<Route>(readRoute(new URL(window.location.href)));

window.addEventListener('popstate', () => (route.value = readRoute(new URL(window.location.href))));

export function navigate(to: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'push') window.history.pushState(null, '', to);
  else window.history.replaceState(null, '', to);
  route.value = readRoute(new URL(window.location.href));
}

/** Changes the question mark only; null drops a name. Filters live in the address, so that a link carries them. */
export function setQuery(changes: Record<string, string | null>, how: 'push' | 'replace' = 'replace'): void {
  const query = new URLSearchParams(route.value.query);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') query.delete(name);
    else query.set(name, value);
  }
  const tail = query.toString();
  navigate(window.location.pathname + (tail ? `?${tail}` : ''), how);
}

/** For a click on a plain link: stay in the page, unless the person wants a new tab. */
export function followLink(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = (event.target as Element | null)?.closest?.('a');
  if (!link || link.target || link.hasAttribute('download') || link.origin !== window.location.origin) return;
  if (link.pathname.startsWith('/api/')) return;
  event.preventDefault();
  navigate(link.pathname + link.search);
}
