// The desk itself: its settings, who sits at it, the scripts that may ask, and the log that nobody can rewrite.
import { desk } from '../api/events';
import { Page } from '../design/Page';
import { Tabs, type Tab } from '../design/Tabs';
import { mayAudit } from '../session/session';
import { t } from '../words/words';
import { AuditLeaf } from './AuditLeaf';
import { ChangesLog } from './ChangesLog';
import { SettingsLeaf } from './SettingsLeaf';
import { TokensLeaf } from './TokensLeaf';
import { UsersLeaf } from './UsersLeaf';

export function DeskPage({ open }: { open: string }) {
  const tabs: Tab[] = [
    { id: 'settings', label: t('desk.settings'), href: '/desk/settings' },
    { id: 'changes', label: t('desk.changes'), href: '/desk/changes' },
    ...(mayAudit() ? [
      { id: 'users', label: t('desk.users'), href: '/desk/users' },
      { id: 'tokens', label: t('desk.tokens'), href: '/desk/tokens' },
      { id: 'audit', label: t('desk.audit'), href: '/desk/audit' },
    ] : []),
  ];
  const now = tabs.some((tab) => tab.id === open) ? open : 'settings';
  return (
    <Page title={t('nav.desk')} aside={desk.value && <span dir="ltr">{desk.value.library} · Sitrep {desk.value.version}</span>}>
      <Tabs label={t('nav.desk')} open={now} tabs={tabs} />
      {now === 'settings' && <SettingsLeaf />}
      {now === 'changes' && <ChangesLog />}
      {now === 'users' && <UsersLeaf />}
      {now === 'tokens' && <TokensLeaf />}
      {now === 'audit' && <AuditLeaf />}
    </Page>
  );
}
