// Who sits at the desk: signing in and out, and what their role may do.
import { signal } from '@preact/signals';
import { call, useSession } from '../api/client';
import type { Role, Session, Settings } from '../api/contract';
import { desk, listen, stopListening } from '../api/events';
import { loadVocabulary } from '../words/vocabulary';

export const session = signal<Session | null>(null);
export const settings = signal<Settings | null>(null);

export async function findSession(): Promise<void> {
  await take(await call('GET /session'));
}

export async function signIn(name: string, password: string): Promise<void> {
  await take(await call('POST /session', { body: { name, password } }));
}

export async function setUp(word: string, name: string, password: string): Promise<void> {
  await take(await call('POST /set-up', { body: { word, name, password } }));
}

export async function signOut(): Promise<void> {
  await call('DELETE /session');
  await leave();
}

/** The server no longer knows us: back to the sign-in, whatever was on screen. */
async function leave(): Promise<void> {
  stopListening();
  useSession(null, () => {});
  session.value = await call('GET /session');
}

async function take(found: Session): Promise<void> {
  useSession(found.csrf, () => void leave());
  if (found.signed_in) {
    const [counts, kept] = await Promise.all([call('GET /desk'), call('GET /settings'), loadVocabulary()]);
    desk.value = counts;
    settings.value = kept;
    listen();
  }
  session.value = found;
}

export function role(): Role | null {
  return session.value?.user?.role ?? null;
}

const is = (...roles: Role[]) => () => {
  const mine = role();
  return mine !== null && roles.includes(mine);
};

/** Reads in, accepts, corrects, merges, splits, undoes. */
export const mayReview = is('monitor', 'editor');
/** Withdraws, closes months, releases, exports, keeps users. */
export const mayEdit = is('editor');
export const mayKeepSources = is('editor', 'source_keeper');
export const mayAudit = is('editor', 'auditor');
