// Every screen in both languages and both lights: nothing serious for axe, nothing wider than the window, a heading, and no English left in Arabic.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { axeFindings, openBrowser, openDesk, openPage, picture, root, setUp } from './desk.mjs';
import { screens } from './screens.mjs';

const month = '2025-10';
let desk, browser, state, shown;

before(async () => {
  desk = await openDesk(null, [join(root, 'examples/boundaries/deir_ez_zor.geojson')]);
  browser = await openBrowser();
  const { page, context } = await openPage(browser, desk);
  await setUp(page, desk);
  await page.getByTestId('files').setInputFiles(['reports.jsonl', 'tables/monitoring.csv', 'feeds/arabic.rss', 'feeds/english.rss', 'telegram/result.json', 'archive/pages.zip'].map((name) => join(root, 'examples/reports', name)));
  await page.locator('.batch[data-state="done"]').waitFor();
  const ask = (path) => page.evaluate(async (asked) => (await fetch(`/api/v1${asked}`)).json(), path);
  const incident = (await ask(`/incidents?month=${month}&limit=1`)).items[0];
  const report = (await ask('/inbox?state=with_incident&limit=1')).items[0];
  shown = screens(month, incident.id, report.id);
  state = await context.storageState();
  await context.close();
});
after(async () => {
  await browser?.close();
  await desk?.stop();
});

/** Codes of the record that stand on the page as they are: "armed_attack". Names of files and addresses hold other signs. */
function codesLeft(page) {
  return page.evaluate(() => {
    const found = new Set();
    const walk = document.createTreeWalker(document.querySelector('main') ?? document.body, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode())
      if (/^[a-z]+(_[a-z]+)+$/.test(node.data.trim()) && !node.parentElement.closest('[lang]:not(html)')) found.add(node.data.trim());
    return [...found];
  });
}

// Desk size with axe, once in each language and light; a tablet upright and lying for what must not be wider than it.
for (const [language, light, size] of [['en', 'light', [1280, 720]], ['ar', 'dark', [1280, 720]], ['ar', 'light', [820, 1180]], ['en', 'dark', [1024, 768]]]) {
  const desk_size = size[0] === 1280;
  test(`in ${language}, ${light}, ${size.join('×')}`, async () => {
    const { page, context, faults } = await openPage(browser, desk, { storageState: state, viewport: { width: size[0], height: size[1] } });
    await context.addInitScript(([chosen, lit]) => {
      if (window.origin === 'null') return; // the frame of the preview has no storage
      localStorage.setItem('sitrep.language', chosen);
      localStorage.setItem('sitrep.light', lit);
    }, [language, light]);
    const found = [];
    for (const [name, path] of Object.entries(shown)) {
      await page.goto(desk.address + path);
      await page.locator('h1').waitFor();
      await page.waitForFunction(() => !document.querySelector('.waiting'), null);
      // A map says when its outlines are drawn: a picture before that shows the sea.
      await page.waitForFunction(() => [...document.querySelectorAll('.gl-map')].every((map) => map.dataset.drawn === 'yes'), null);
      if (desk_size) found.push(...(await axeFindings(page)).map((finding) => `${name}: ${finding}`));
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (wide > 0) found.push(`${name}: ${wide} px wider than the window`);
      assert.equal(await page.locator('html').getAttribute('dir'), language === 'ar' ? 'rtl' : 'ltr');
      if (language === 'ar') found.push(...(await codesLeft(page)).map((code) => `${name}: the code ${code} instead of its Arabic word`));
      if (desk_size) await picture(page, `${name}-${language}-${light}`);
    }
    assert.deepEqual(found, []);
    assert.deepEqual(faults, []);
    await context.close();
  });
}
