// The desk: door or rail and screen, and the keys that work everywhere.
import { lazy, Suspense } from './lazy';
import { useState } from 'preact/hooks';
import { Toast } from '../design/Toast';
import { Waiting } from '../design/Notice';
import { KeySheet, layersNow } from '../keys/KeySheet';
import { useKeys, type Layer } from '../keys/keymap';
import { FirstRun } from '../session/FirstRun';
import { session } from '../session/session';
import { SignIn } from '../session/SignIn';
import { t } from '../words/words';
import { Rail } from './Rail';
import { navigate, route } from './route';

const Inbox = lazy(() => import('../inbox/InboxPage').then((file) => file.InboxPage));
const Review = lazy(() => import('../review/ReviewPage').then((file) => file.ReviewPage));
const Incidents = lazy(() => import('../incidents/IncidentsPage').then((file) => file.IncidentsPage));
const OneIncident = lazy(() => import('../incident/IncidentPage').then((file) => file.IncidentPage));
const Report = lazy(() => import('../report/ReportPage').then((file) => file.ReportPage));
const Map = lazy(() => import('../map/MapPage').then((file) => file.MapPage));
const Month = lazy(() => import('../month/MonthPage').then((file) => file.MonthPage));
const Registers = lazy(() => import('../registers/RegistersPage').then((file) => file.RegistersPage));
const Tallies = lazy(() => import('../tallies/TalliesPage').then((file) => file.TalliesPage));
const Desk = lazy(() => import('../desk/DeskPage').then((file) => file.DeskPage));

export function App() {
  if (session.value === null) return <Waiting />;
  if (session.value.set_up_needed) return <FirstRun />;
  if (!session.value.signed_in) return <SignIn />;
  return <SignedIn />;
}

function SignedIn() {
  const [sheet, setSheet] = useState<readonly Layer[] | null>(null);
  const openSheet = () => setSheet(layersNow());
  useKeys('keys.everywhere', [
    { keys: '?', word: 'keys.sheet', run: openSheet },
    { keys: 'g i', word: 'keys.go_inbox', run: () => navigate('/inbox') },
    { keys: 'g r', word: 'keys.go_review', run: () => navigate('/review') },
    { keys: 'g l', word: 'keys.go_incidents', run: () => navigate('/incidents') },
    { keys: 'g m', word: 'keys.go_map', run: () => navigate('/map') },
    { keys: 'g c', word: 'keys.go_month', run: () => navigate('/month') },
    { keys: 'g s', word: 'keys.go_registers', run: () => navigate('/registers/sources') },
    { keys: 'g t', word: 'keys.go_tallies', run: () => navigate('/tallies') },
    { keys: 'g d', word: 'keys.go_desk', run: () => navigate('/desk') },
  ]);
  const [open = 'inbox', id] = route.value.path;
  return (
    <div class="shell">
      <a class="skip" href="#content" onClick={(event) => { event.preventDefault(); document.getElementById('content')?.focus(); }}>{t('nav.skip')}</a>
      <Rail open={open === 'reports' ? 'inbox' : open} onKeys={openSheet} />
      <main id="content" class="content" tabIndex={-1}>
        <Suspense waiting={<Waiting />}>{screen(open, id)}</Suspense>
      </main>
      {sheet && <KeySheet layers={sheet} onClose={() => setSheet(null)} />}
      <Toast />
    </div>
  );
}

function screen(open: string, id: string | undefined) {
  switch (open) {
    case 'review': return <Review />;
    case 'incidents': return id ? <OneIncident key={id} id={id} /> : <Incidents />;
    case 'reports': return id ? <Report key={id} id={Number(id)} /> : <Inbox />;
    case 'map': return <Map />;
    case 'month': return <Month month={id ?? null} />;
    case 'registers': return <Registers open={id ?? 'sources'} />;
    case 'tallies': return <Tallies />;
    case 'desk': return <Desk open={id ?? 'settings'} />;
    default: return <Inbox />;
  }
}
