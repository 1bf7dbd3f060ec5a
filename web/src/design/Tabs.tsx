// Leaves of one screen, as links: the address says which is open.

export interface Tab {
  id: string;
  label: string;
  href: string;
  count?: string | undefined;
}

export function Tabs({ label, tabs, open }: { label: string; tabs: readonly Tab[]; open: string }) {
  return (
    <nav class="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <a key={tab.id} href={tab.href} aria-current={tab.id === open ? 'page' : undefined}>
          {tab.label}{tab.count !== undefined && <span class="count">{tab.count}</span>}
        </a>
      ))}
    </nav>
  );
}
