// The rail at the edge: where one can go, how much waits there, and who is signed in.
import { useState } from 'preact/hooks';
import { connected, desk } from '../api/events';
import { Icon, type IconName } from '../design/Icon';
import { session, settings } from '../session/session';
import { number } from '../words/values';
import { t, type Word } from '../words/words';
import { Choices } from './Choices';

interface Stop {
  id: string;
  word: Word;
  icon: IconName;
  href: string;
  count?: number | undefined;
}

export function stops(): Stop[] {
  const counts = desk.value?.counts;
  const lastMonth = desk.value?.months.last;
  return [
    { id: 'inbox', word: 'nav.inbox', icon: 'inbox', href: '/inbox', count: counts?.not_read },
    { id: 'review', word: 'nav.review', icon: 'review', href: '/review', count: counts?.queue },
    { id: 'incidents', word: 'nav.incidents', icon: 'list', href: '/incidents' },
    { id: 'map', word: 'nav.map', icon: 'map', href: lastMonth ? `/map?month=${lastMonth}` : '/map' },
    { id: 'month', word: 'nav.month', icon: 'month', href: '/month' },
    { id: 'registers', word: 'nav.registers', icon: 'registers', href: '/registers/sources' },
    { id: 'tallies', word: 'nav.tallies', icon: 'tallies', href: '/tallies' },
    { id: 'desk', word: 'nav.desk', icon: 'desk', href: '/desk' },
  ];
}

export function Rail({ open, onKeys }: { open: string; onKeys: () => void }) {
  const [choosing, setChoosing] = useState(false);
  const name = settings.value?.desk_name || desk.value?.name || 'Sitrep';
  return (
    <nav class="rail" aria-label={t('nav.label')}>
      <a class="rail-brand" href="/inbox" title={name}>
        <img src="/icon.svg" alt="" width="22" height="22" />
        <span dir="auto">{name}</span>
      </a>
      <ul>
        {stops().map((stop) => (
          <li key={stop.id}>
            <a href={stop.href} aria-current={stop.id === open ? 'page' : undefined} title={t(stop.word)}>
              <Icon name={stop.icon} />
              <span class="rail-word">{t(stop.word)}</span>
              {stop.count ? <span class="count">{number(stop.count)}</span> : null}
            </a>
          </li>
        ))}
      </ul>
      <div class="rail-foot">
        {!connected.value && <p class="rail-offline" role="status"><Icon name="warning" /> <span class="rail-word">{t('nav.offline')}</span></p>}
        {desk.value?.reading && <p class="rail-reading" role="status"><span class="pulse" /> <span class="rail-word">{t('nav.reading')}</span></p>}
        <button type="button" class="rail-button" onClick={onKeys} title={t('keys.title')}><Icon name="keyboard" /><span class="rail-word">{t('nav.keys')}</span></button>
        <button type="button" class="rail-button" onClick={() => setChoosing(!choosing)} aria-expanded={choosing} title={t('nav.account')}>
          <Icon name="user" /><span class="rail-word" dir="ltr">{session.value?.user?.name}</span>
        </button>
        {choosing && <Choices onClose={() => setChoosing(false)} />}
      </div>
    </nav>
  );
}
