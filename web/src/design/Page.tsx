// A screen: its title, what can be done with it, and the content. The title is the page's heading for screen readers.
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';

interface PageProps {
  title: string;
  aside?: ComponentChildren;
  actions?: ComponentChildren;
  /** Content fills the screen and scrolls by itself, as tables, maps and the review do. */
  fills?: boolean;
  children: ComponentChildren;
}

export function Page({ title, aside, actions, fills, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Sitrep`;
  }, [title]);
  return (
    <div class={fills ? 'page page-fills' : 'page'}>
      <header class="page-head">
        <h1 dir="auto">{title}</h1>
        {aside && <div class="page-aside">{aside}</div>}
        {actions && <div class="page-actions">{actions}</div>}
      </header>
      {children}
    </div>
  );
}
