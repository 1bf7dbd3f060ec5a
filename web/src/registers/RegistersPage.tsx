// The registers: who publishes, where things lie, who acts.
import { Page } from '../design/Page';
import { Tabs } from '../design/Tabs';
import { t } from '../words/words';
import { Actors } from './Actors';
import { Places } from './Places';
import { Sources } from './Sources';

export function RegistersPage({ open }: { open: string }) {
  return (
    <Page title={t('nav.registers')}>
      <Tabs label={t('nav.registers')} open={open} tabs={['sources', 'places', 'actors'].map((id) => ({ id, label: t(`registers.${id as 'sources'}`), href: `/registers/${id}` }))} />
      {open === 'places' ? <Places /> : open === 'actors' ? <Actors /> : <Sources />}
    </Page>
  );
}
