// A real desk for a test: `sitrep serve` over a fresh library on a free port of this machine, and a browser that sits down at it.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const require = createRequire(import.meta.url);
const axePath = require.resolve('axe-core/axe.min.js');

export const root = resolve(import.meta.dirname, '../..');
export const program = process.env.SITREP ?? join(root, 'build/release/bin/sitrep');
export const pictures = process.env.PICTURES ?? null;
/** Generous: a test that passes never waits so long, and a busy machine is no fault of the desk. */
export const wait_ms_max = 120_000;
export const editor = { name: 'nour', password: 'truffles grow after thunder' };

/** Starts the server; answers its address, the word for the set-up, and how to end it. `places` are files put on the gazetteer before. */
export async function openDesk(library = null, places = []) {
  const folder = mkdtempSync(join(tmpdir(), 'sitrep-desk-'));
  const file = library ?? join(folder, 'desk.sitrep');
  if (places.length > 0) execFileSync(program, ['gazetteer', 'import', '--library', file, ...places], { stdio: 'ignore' });
  const server = spawn(program, ['serve', '--library', file, '--listen', '127.0.0.1:0', '--json'], { stdio: ['ignore', 'pipe', 'pipe'] });
  let talk = '';
  server.stderr.on('data', (bytes) => (talk += bytes));
  const told = await new Promise((done, failed) => {
    let text = '';
    server.stdout.on('data', (bytes) => {
      text += bytes;
      const line = text.split('\n').find((one) => one.trim().startsWith('{'));
      if (line) done(JSON.parse(line));
    });
    server.on('exit', (code) => failed(new Error(`sitrep serve ended with ${code}: ${talk}`)));
  });
  const stop = async () => {
    const ended = new Promise((done) => server.on('exit', done));
    server.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  return { address: told.address.replace(/\/$/, ''), word: told.set_up_word, file, folder, stop };
}

export async function openBrowser() {
  const executablePath = process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
  if (!executablePath) throw new Error('no Chromium here: apt-get install chromium, or set CHROMIUM to one');
  return chromium.launch({ executablePath, args: ['--no-sandbox'] });
}

/** A page of 1280×720 that fails the test when the page itself fails: errors, refused requests of the policy, calls to anywhere else. */
export async function openPage(browser, desk, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, locale: 'en-GB', timezoneId: 'UTC', reducedMotion: 'reduce', ...options });
  context.setDefaultTimeout(wait_ms_max);
  const page = await context.newPage();
  const faults = [];
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of (4\d\d)/.test(message.text())) faults.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(desk.address) && !/^(blob|data):/.test(request.url())) faults.push(`asks elsewhere: ${request.url()}`);
  });
  return { page, context, faults };
}

/** Serious and critical findings of axe, each in one line. */
export async function axeFindings(page) {
  // The page's policy lets no foreign script in; axe comes in through the debugger and not through the page.
  await page.evaluate(await import('node:fs').then((fs) => fs.readFileSync(axePath, 'utf8')));
  const result = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] }));
  return result.violations
    .filter((one) => ['serious', 'critical'].includes(one.impact))
    .flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.target.join(' ')} — ${node.failureSummary?.split('\n')[1]?.trim() ?? ''}`));
}

/** A picture for docs/, when PICTURES names a folder. */
export async function picture(page, name) {
  if (!pictures) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`) });
}

export async function setUp(page, desk) {
  await page.goto(desk.address);
  await page.getByLabel('Set-up word').fill(desk.word);
  await page.getByLabel('Name', { exact: true }).fill(editor.name);
  await page.getByLabel('Password', { exact: true }).fill(editor.password);
  await page.getByLabel('Password again').fill(editor.password);
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByRole('heading', { name: 'Inbox' }).waitFor();
}

/** What is typed on a keyboard: "g r", "a", "Shift+Tab". */
export async function keys(page, ...presses) {
  for (const press of presses) for (const chord of press.split(' ')) await page.keyboard.press(chord);
}
