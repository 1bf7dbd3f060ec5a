// Two people at the same incident: the second is told, shown both versions, and chooses; nothing is lost.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { axeFindings, openBrowser, openDesk, openPage, picture, root, setUp } from './desk.mjs';

let desk, browser, first, second, id;

before(async () => {
  desk = await openDesk();
  browser = await openBrowser();
  first = (await openPage(browser, desk)).page;
  await setUp(first, desk);
  await first.getByTestId('files').setInputFiles(join(root, 'examples/reports/reports.jsonl'));
  await first.locator('.batch[data-state="done"]').waitFor();
  await first.goto(`${desk.address}/desk/users`);
  await first.getByRole('button', { name: 'Add a user' }).click();
  await first.locator('dialog').getByLabel('Name').fill('sam');
  await first.locator('dialog').getByLabel('Password').fill('thunder over the desert');
  await first.locator('dialog').getByRole('button', { name: 'Add a user' }).click();
  await first.locator('td', { hasText: 'Monitor' }).first().waitFor({ state: 'attached' });
  second = (await openPage(browser, desk)).page;
  await second.goto(desk.address);
  await second.getByLabel('Name').fill('sam');
  await second.getByLabel('Password').fill('thunder over the desert');
  await second.getByRole('button', { name: 'Sign in' }).click();
  await second.getByRole('heading', { name: 'Inbox' }).waitFor();
  id = await first.evaluate(async () => (await (await fetch('/api/v1/incidents?limit=1')).json()).items[0].id);
});
after(async () => {
  await browser?.close();
  await desk?.stop();
});

/** Opens the dialog that corrects the killed, and fills it in without sending. */
async function beginKilled(page, low) {
  await page.goto(`${desk.address}/incidents/${id}`);
  await page.getByRole('button', { name: 'Correct: Killed' }).click();
  const dialog = page.locator('dialog[open]');
  await dialog.getByLabel('unknown').uncheck();
  await dialog.getByLabel('At least').fill(String(low));
  await dialog.getByLabel('At most').fill(String(low));
}

test('the second is told and shown both', async () => {
  // The record's own news must not reach the second reader's page, or it would already know.
  await second.route('**/api/v1/events', (route) => route.abort());
  await beginKilled(second, 7);
  await beginKilled(first, 4);
  await first.keyboard.press('Control+Enter');
  await first.locator('.toast', { hasText: `${id} corrected` }).waitFor();

  await second.keyboard.press('Control+Enter');

  await second.getByRole('heading', { name: `${id} was changed meanwhile` }).waitFor();
  const rows = await second.locator('dialog[open] tbody tr').allTextContents();
  assert.match(rows.join(), /Killed74/);
  assert.deepEqual(await axeFindings(second), []);
  await picture(second, 'two-editors');
});

test('what the second chooses is done, and both stand in the history', async () => {
  await second.getByRole('button', { name: 'Apply mine as well' }).click();
  await second.locator('.toast', { hasText: `${id} corrected` }).waitFor();

  const history = await second.evaluate(async (asked) => (await (await fetch(`/api/v1/incidents/${asked}/history`)).json()).items, id);

  assert.deepEqual(history.filter((one) => one.field === 'killed').map((one) => [one.who, one.after]).slice(0, 2), [['sam', '7'], ['nour', '4']]);
});
