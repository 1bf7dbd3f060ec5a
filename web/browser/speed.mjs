// How fast the pages are over a large library, in a real browser: node browser/speed.mjs ADDRESS NAME PASSWORD
// A measurement and no test: it says milliseconds of the wall, which on a shared machine are what the machine gives.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const [address, name, password] = process.argv.slice(2);
if (!password) throw new Error('usage: node browser/speed.mjs ADDRESS NAME PASSWORD');
const executablePath = process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync);
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const say = (what, values) => console.log(`${what.padEnd(58)} median ${Math.round(median(values))} ms, of ${values.map(Math.round).join(' ')}`);

/** CPU seconds of all processes of the browser so far (Linux): what a busy machine does not change. */
function browserCpu() {
  const seen = new Map();
  for (const pid of existsSync('/proc') ? readdirSync('/proc').filter((name) => /^\d+$/.test(name)) : []) {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ');
      seen.set(pid, { parent: fields[1], seconds: (Number(fields[11]) + Number(fields[12])) / 100 });
    } catch {
      // It has ended.
    }
  }
  const isOurs = (pid) => pid === String(process.pid) || (seen.has(pid) && isOurs(seen.get(pid).parent));
  return [...seen].filter(([pid, { parent }]) => pid !== String(process.pid) && isOurs(parent)).reduce((sum, [, { seconds }]) => sum + seconds, 0);
}

async function signedIn() {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, locale: 'en-GB' });
  const answer = await context.request.post(`${address}/api/v1/session`, { data: { name, password } });
  if (!answer.ok()) throw new Error(await answer.text());
  return context;
}

const cold = [];
for (let i = 0; i < 5; ++i) {
  const context = await signedIn(); // nothing in its cache
  const page = await context.newPage();
  const begin = performance.now();
  await page.goto(`${address}/incidents`, { waitUntil: 'commit' });
  await page.locator('.grid tbody tr td .id-link').first().waitFor();
  cold.push(performance.now() - begin);
  await context.close();
}
say('first screen, nothing cached: the table with its rows', cold);

const context = await signedIn();
const page = await context.newPage();
await page.goto(`${address}/incidents`);
await page.locator('.grid tbody tr td .id-link').first().waitFor();
const months = (await page.locator('.filter-bar select').first().locator('option').evaluateAll((all) => all.map((one) => one.value))).filter(Boolean);
const filter = [];
const middle = Math.floor(months.length / 2);
for (const month of months.slice(middle, middle + 9)) {
  const took = page.evaluate((chosen) => new Promise((done) => {
    const select = document.querySelector('.filter-bar select');
    const shown = () => [...document.querySelectorAll('[role=status]')].map((one) => one.textContent).join(); // "812 incidents"
    const before = shown();
    const begin = performance.now();
    select.value = chosen;
    select.dispatchEvent(new Event('input', { bubbles: true }));
    select.dispatchEvent(new Event('change', { bubbles: true }));
    const look = () => {
      if (shown() !== before || performance.now() - begin > 5000) done(performance.now() - begin);
      else requestAnimationFrame(look);
    };
    look();
  }), month);
  filter.push(await took);
}
say('a filter chosen: the table shows what it finds', filter);

const [begin, cpu] = [performance.now(), browserCpu()];
await page.goto(`${address}/map`, { waitUntil: 'commit' });
await page.locator('.gl-map[data-drawn=yes]').waitFor({ timeout: 120000 });
const [took, spent] = [performance.now() - begin, browserCpu() - cpu];
const points = await page.evaluate(async () => (await (await fetch('/api/v1/map')).json()).points.id.length);
console.log(`${'the map with everything on it is drawn'.padEnd(58)} ${Math.round(took)} ms, ${spent.toFixed(1)} s of the browser's CPU, ${points} points`);
const box = await page.locator('.gl-map canvas').boundingBox();
const frames = page.evaluate(() => new Promise((done) => {
  const times = [];
  let last = performance.now();
  const tick = (now) => {
    times.push(now - last);
    last = now;
    if (times.length < 60) requestAnimationFrame(tick);
    else done(times.slice(1));
  };
  requestAnimationFrame(tick);
}));
const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
await page.mouse.move(x, y);
await page.mouse.down();
for (let i = 1; i <= 40; ++i) await page.mouse.move(x + 4 * i, y + 2 * i);
await page.mouse.up();
say('a frame while the map is dragged', (await frames).slice(0, 12));
await browser.close();
