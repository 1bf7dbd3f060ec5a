// A person's first hour at a fresh desk, in a real browser against the real server: from the set-up word to a released month.
import assert from 'node:assert/strict';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { axeFindings, editor, keys, openBrowser, openDesk, openPage, picture, root, setUp } from './desk.mjs';

const month = '2025-11';
const files_max = 40;
let desk, browser, page, faults;

before(async () => {
  desk = await openDesk();
  browser = await openBrowser();
  ({ page, faults } = await openPage(browser, desk));
});
after(async () => {
  await browser?.close();
  await desk?.stop();
});

/** Forty files of every kind that the desk reads: all examples, without those pages that tell of other years. */
function mixedFiles() {
  const folder = join(root, 'examples/reports');
  const all = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort();
  return all.filter((name) => !/pages\/en-si-(04|05|11)/.test(name)).slice(0, files_max);
}

/** One hour is one story: after a step that failed, the rest of it has no ground to stand on. */
let broken = false;
function step(name, act) {
  test(name, async (context) => {
    if (broken) return context.skip('an earlier step failed');
    broken = true;
    try {
      await act();
    } catch (reason) {
      await picture(page, 'failed');
      throw reason;
    }
    broken = false;
  });
}

const status = () => page.locator('.queue-count').textContent();
const left = async () => Number((await status())?.replace(/\D/g, '') || 0);
const toast = (words) => page.locator('.toast', { hasText: words }).waitFor();
const idAt = () => page.locator('.action-state .id-link').textContent();

step('the set-up word from the terminal makes the first editor', async () => {
  await page.goto(desk.address);
  await page.getByRole('heading', { name: 'Set up the desk' }).waitFor();
  assert.deepEqual(await axeFindings(page), []);
  await picture(page, 'set-up');
  await page.getByLabel('Set-up word').fill('wrong-word');
  await page.getByLabel('Name', { exact: true }).fill(editor.name);
  await page.getByLabel('Password', { exact: true }).fill(editor.password);
  await page.getByLabel('Password again').fill(editor.password);
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByRole('alert').waitFor();

  await setUp(page, desk);

  await page.getByText('Nothing has come in yet.').waitFor();
});

step('forty mixed files are read in, a pasted text as well, and what is refused says why', async () => {
  const broken_file = join(desk.folder, 'broken.pdf');
  writeFileSync(broken_file, '%PDF-1.7\nthis ends here');
  await page.getByTestId('files').setInputFiles([...mixedFiles(), broken_file]);
  await page.locator('.batch[data-state="done"]').waitFor();
  await keys(page, 'p');
  await page.getByLabel('Text or links').fill(
    'Two residents of al-Masrab speak of fear. "They set up checkpoints out of nowhere," said Ali al-Ahmad, a pseudonym, a resident of the village.\n'
    + 'On 12 November 2025 gunmen killed a shepherd near al-Sukhna, Ali al-Ahmad told North Press.');
  await page.getByLabel('Published by').fill('North Press');
  await page.getByLabel('Published on').fill('2025-11-14');
  await keys(page, 'Control+Enter');
  await page.locator('.batch[data-state="done"]').nth(1).waitFor();

  const refused = page.getByRole('button', { name: /refused/ }).first();
  await refused.click();
  assert.match(await page.locator('.refusals').textContent(), /broken\.pdf.{10,}/);
  await page.locator('.table tbody tr').nth(40).waitFor();
  await picture(page, 'inbox');
  assert.deepEqual(await axeFindings(page), []);
});

step('the queue is worked through by keys alone: correct, take a candidate, unknown, merge, undo, split', async () => {
  await page.goto(`${desk.address}/review?month=${month}`);
  await page.locator('.report-text mark[data-own]').first().waitFor();
  const begin = await left();
  assert.ok(begin >= 12, `${begin} candidates wait`);
  await picture(page, 'review');
  assert.deepEqual(await axeFindings(page), []);

  // A field by its number, one to unknown, and both taken back.
  const first = await idAt();
  const other = page.locator('.field-row[data-active] .candidate[aria-pressed="false"]');
  const kindIsActive = () => page.locator('.field-row[data-active]', { hasText: /^Kind/ }).count(); // every incident has a kind: it is never unknown
  for (let field = 0; field < 12 && ((await other.count()) === 0 || (await kindIsActive()) > 0); ++field) await keys(page, 'j');
  await keys(page, (await other.first().locator('kbd').textContent()).trim());
  await toast(`${first} corrected`);
  await keys(page, 'z');
  await toast('Taken back');
  await keys(page, 'u');
  await toast(`${first} corrected`);
  await keys(page, 'z');
  await toast('Taken back');
  assert.equal(await idAt(), first);
});

step('two incidents are merged and the merging is taken back', async () => {
  const first = await idAt();
  const other = await page.locator('.queue-line .id').nth(1).textContent();
  await keys(page, 'm');
  await page.locator('dialog[open]').waitFor();
  await page.getByLabel('Another incident').fill(other);
  await keys(page, 'Enter');
  await page.locator('.compare-table').waitFor();
  await picture(page, 'merge');
  assert.deepEqual(await axeFindings(page), []);
  await page.locator('dialog[open]').focus();
  await keys(page, 'm');
  await page.locator('.toast', { hasText: 'merged into' }).waitFor();
  assert.ok(await page.locator('.report-tabs button').count() >= 2, 'both reports stand under one incident');

  await keys(page, 'z');
  await toast('Taken back');
  await page.locator('.queue-line .id', { hasText: new RegExp(`^${other}$`) }).waitFor();
  assert.ok(first);
});

step('an incident of several reports is split', async () => {
  const joined = await page.evaluate(async () => (await (await fetch('/api/v1/incidents?limit=200')).json()).items.find((one) => one.accounts > 1)?.id);
  await page.goto(`${desk.address}/review?month=${month}&at=${joined}`);
  await page.locator('.report-tabs button').nth(1).waitFor();
  await keys(page, 's');
  await page.locator('dialog[open] input[type=checkbox]').first().focus();
  await keys(page, 'Space');
  await keys(page, 'Control+Enter');
  await toast('split');
  await keys(page, 'z');
  await toast('Taken back');
  assert.ok(await page.locator('.report-tabs button').count() >= 2);
});

step('a place is corrected on the map', async () => {
  await page.goto(`${desk.address}/review?month=${month}`);
  await page.locator('.report-text mark[data-own]').first().waitFor();
  await page.locator('.field-head', { hasText: 'Place' }).click();
  await keys(page, 'e');
  const map = page.locator('.point-map canvas');
  await map.waitFor();
  const box = await map.boundingBox();
  await Promise.all([page.waitForResponse(/places\?.*near=/), page.mouse.click(box.x + box.width / 2 + 70, box.y + box.height / 2 + 50)]);
  await page.getByText(/^Near \d/).waitFor();
  await page.locator('.point-map[data-drawn=yes]').waitFor();
  await picture(page, 'place');
  await page.locator('.choice-list li[aria-selected="false"] button').first().click();
  await keys(page, 'Control+Enter');
  await page.locator('.toast', { hasText: 'corrected' }).waitFor();
});

step('all of the month is accepted by keys', async () => {
  await page.goto(`${desk.address}/review?month=${month}`);
  await page.locator('.action-state').waitFor();
  for (let waits = await left(); waits > 0; waits = await left()) {
    const id = await idAt();
    await keys(page, 'a');
    await page.waitForFunction((before) => Number(document.querySelector('.queue-count')?.textContent?.replace(/\D/g, '') || 0) < before, waits);
    if (waits > 1) await page.waitForFunction((before) => document.querySelector('.action-state .id-link')?.textContent !== before, id);
  }
  await page.getByText('The queue is empty.').waitFor();
});

step('the month closes when what differs has been decided', async () => {
  await page.goto(`${desk.address}/month/${month}`);
  await page.locator('.checks').waitFor();
  await picture(page, 'month');
  assert.deepEqual(await axeFindings(page), []);
  const open = await page.evaluate(async (asked) => (await (await fetch(`/api/v1/incidents?month=${asked}&conflicts=yes&limit=200`)).json()).items.map((one) => one.id), month);
  for (const id of open) await decide(id);
  await page.goto(`${desk.address}/month/${month}`);

  await page.getByRole('button', { name: 'Close November 2025' }).click();

  await toast('November 2025 is closed');
});

/** Sets every field in conflict to what it is: a person has looked. */
async function decide(id) {
  await page.goto(`${desk.address}/review?month=${month}&at=${id}`);
  const rows = page.locator('.field-row', { has: page.locator('.tag-doubt') });
  await page.locator('.field-row').first().waitFor();
  for (let guard = 0; guard < 8 && (await rows.count()) > 0; ++guard) {
    const open = await rows.count();
    if ((await page.locator('.field-row[data-active] .tag-doubt').count()) === 0) await rows.first().locator('.field-head').click();
    await keys(page, '1');
    await page.waitForFunction((before) => document.querySelectorAll('.field-row .tag-doubt').length < before, open);
    }
}

step('the gate stops a planted name, names it, and lets the mended edition out', async () => {
  await page.goto(`${desk.address}/month/${month}?leaf=preview`);
  await page.getByRole('button', { name: 'Foreword' }).click();
  await page.getByLabel('Foreword in English').fill('We thank Ali al-Ahmad for what he saw.');
  await page.getByRole('button', { name: 'Save' }).click();
  await toast('Foreword saved');
  await page.goto(`${desk.address}/month/${month}?leaf=gate`);
  await page.getByText('Something would leave against a rule').waitFor();
  assert.match(await page.locator('mark.offending').first().textContent(), /Ahmad|Ali/);
  assert.ok(await page.getByRole('button', { name: 'Release' }).isDisabled());
  await picture(page, 'gate-stops');
  assert.deepEqual(await axeFindings(page), []);

  await page.goto(`${desk.address}/month/${month}?leaf=preview`);
  await page.getByRole('button', { name: 'Foreword' }).click();
  await page.getByLabel('Foreword in English').fill('Reporting from the desert was thin this month.');
  await page.getByRole('button', { name: 'Save' }).click();
  await toast('Foreword saved');
  await page.goto(`${desk.address}/month/${month}?leaf=gate`);
  await page.getByText('Every rule has passed').waitFor();
  await picture(page, 'gate');
  await page.getByRole('button', { name: 'Release' }).click();
  await page.locator('dialog[open]').getByRole('button', { name: 'Release' }).click();
  await toast('Released');
  await page.goto(`${desk.address}/month/${month}?leaf=editions`);
  await page.getByText('final', { exact: true }).first().waitFor();
  assert.ok(await page.locator('.editions a[download]').count() >= 2, 'both languages are there to take');
  await picture(page, 'editions');
});

step('nothing failed on the way, and nothing was asked of anybody else', () => assert.deepEqual(faults, []));
