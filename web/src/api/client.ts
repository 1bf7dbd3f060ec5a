// One way to ask the server: typed by the contract, with the CSRF word on every change and problems as values to show.
import type { Operations, Problem, Stale } from './contract';

type Asked<Name extends keyof Operations> = {
  path?: Operations[Name]['path'];
  query?: Operations[Name]['query'];
  body?: Operations[Name]['body'];
  /** The incident's version as it was read: goes out as If-Match. */
  version?: number;
  signal?: AbortSignal;
};

/** Why the server said no. `problem.detail` says what to do next. */
export class Refused extends Error {
  constructor(readonly problem: Problem | Stale) {
    super(problem.detail || problem.title);
  }
  get status(): number {
    return this.problem.status;
  }
}

/** Somebody else changed the incident meanwhile: both versions are in here. */
export function isStale(problem: unknown): problem is Refused & { problem: Stale } {
  return problem instanceof Refused && problem.status === 412 && 'current' in problem.problem;
}

let csrfWord: string | null = null;
let onSignedOut: () => void = () => {};

/** The session sets both: the word for changes, and what happens when the server no longer knows us. */
export function useSession(csrf: string | null, signedOut: () => void): void {
  csrfWord = csrf;
  onSignedOut = signedOut;
}

export function address(template: string, path: Record<string, unknown> = {}, query: Record<string, unknown> = {}): string {
  const filled = template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(path[name])));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  }
  const tail = search.toString();
  return `/api/v1${filled}${tail ? `?${tail}` : ''}`;
}

export async function call<Name extends keyof Operations>(name: Name, asked: Asked<Name> = {}): Promise<Operations[Name]['answer']> {
  const response = await send(name, asked);
  if (response.status === 204) return null as Operations[Name]['answer'];
  return (await response.json()) as Operations[Name]['answer'];
}

/** For answers that are files: the text or bytes as a blob, with the name the server gives it. */
export async function fetchFile<Name extends keyof Operations>(name: Name, asked: Asked<Name> = {}): Promise<{ blob: Blob; fileName: string | null }> {
  const response = await send(name, asked);
  const disposition = response.headers.get('Content-Disposition') ?? '';
  const named = /filename="?([^";]+)"?/.exec(disposition);
  return { blob: await response.blob(), fileName: named?.[1] ?? null };
}

async function send<Name extends keyof Operations>(name: Name, asked: Asked<Name>): Promise<Response> {
  const [method = 'GET', template = ''] = name.split(' ');
  const headers: Record<string, string> = { Accept: 'application/json, */*;q=0.5' };
  if (method !== 'GET' && csrfWord) headers['X-CSRF-Token'] = csrfWord;
  if (asked.version !== undefined) headers['If-Match'] = `"${asked.version}"`;
  const hasBody = asked.body !== undefined && asked.body !== null;
  if (hasBody) headers['Content-Type'] = 'application/json';
  return request(address(template, asked.path, asked.query), {
    method,
    headers,
    ...(hasBody ? { body: JSON.stringify(asked.body) } : {}),
    ...(asked.signal ? { signal: asked.signal } : {}),
  });
}

/** Parts of a file: bytes, not JSON. */
export function sendBytes(path: string, query: Record<string, unknown>, bytes: Blob): Promise<Response> {
  const headers: Record<string, string> = { 'Content-Type': 'application/octet-stream' };
  if (csrfWord) headers['X-CSRF-Token'] = csrfWord;
  return request(address(path, {}, query), { method: 'PUT', headers, body: bytes });
}

async function request(url: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, { ...init, credentials: 'same-origin' });
  } catch (reason) {
    if (reason instanceof DOMException && reason.name === 'AbortError') throw reason;
    throw new Refused({ type: 'unreachable', title: 'The desk does not answer', status: 0, detail: '' });
  }
  if (response.ok) return response;
  const problem = await readProblem(response);
  if (problem.status === 401 && !url.endsWith('/session')) onSignedOut();
  throw new Refused(problem);
}

async function readProblem(response: Response): Promise<Problem> {
  try {
    const problem = (await response.json()) as Problem;
    return { ...problem, status: response.status };
  } catch {
    return { type: 'unknown', title: response.statusText, status: response.status, detail: '' };
  }
}
