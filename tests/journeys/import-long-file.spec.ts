import { writeFileSync } from 'node:fs';
import type { Page, TestInfo } from '@playwright/test';
import { demo, expect as plainExpect, scrollsSideways, signIn, test } from './support';

/** On a busy machine a page takes its time. */
const expect = plainExpect.configure({ timeout: 60_000 });

/** 300 schools by 100 years: as many figures as an indicator's file may well have, some 5 MB of text. */
function longFile(): Buffer {
  const lines = ['School,Year,Rate,Remark'];
  for (let year = 1990; year < 2090; year += 1) {
    for (let school = 0; school < 300; school += 1) {
      lines.push(`School ${school},${year},${school % 90}.5,${'as the district tells it '.repeat(5)}`);
    }
  }
  return Buffer.from(lines.join('\n'));
}

async function anIndicator(page: Page, name: string): Promise<string> {
  await signIn(page, demo.leader);
  await page.goto('/indicators/new');
  await page.getByLabel('What is it called?').fill(name);
  await page.getByLabel('Which outcome is it about?').selectOption({ label: 'High school graduation' });
  await page.locator('input[name=unit][value=percent]').check();
  await page.locator('input[name=direction][value=higher]').check();
  await page.locator('input[name=periodKind][value=year]').check();
  await page.getByRole('button', { name: 'Define the indicator' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  return new URL(page.url()).pathname;
}

/** What stands beside the bar, each time it changes, until the page has what it waits for. */
async function sayings(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    new MutationObserver(() => {
      const words = document.querySelector('progress.pb + span')?.textContent ?? '';
      if (words !== '' && words !== heard.at(-1)) heard.push(words);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  return () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
}

test('a long file tells how far it is while it is read and while it is saved', async ({ page }) => {
  test.slow();
  const place = await anIndicator(page, 'A long file');
  await page.goto(`${place}/import`);
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'long.csv', mimeType: 'text/csv', buffer: longFile() });
  const whileRead = await sayings(page);
  await page.getByRole('button', { name: 'Look at the file' }).click();
  await expect(page).toHaveURL(/\/imports\//);
  await expect(page.locator('p.lead')).toHaveText('30,000 values would be new.');
  expect(
    (await whileRead()).filter((words) => /^[\d,]+ of [\d,]+ rows (read|checked)\.$/.test(words)),
  ).not.toEqual([]);

  const whileSaved = await sayings(page);
  await page.getByRole('button', { name: 'Save 30,000 values' }).click();
  await expect(page.getByRole('status').filter({ hasText: /^Saved 30,000 values/ })).toBeVisible({
    timeout: 60_000,
  });
  expect(
    (await whileSaved()).filter((words) => /^[\d,]+ of 30,000 (numbers saved|rows \w+)\.$/.test(words)),
  ).not.toEqual([]);
});

const tooLarge = 'This file is 40 MB. At most 10 MB can be read: split it and try again.';
/** From a file on the disk: so many bytes by hand are more than a busy browser takes. */
async function choose40(page: Page, testInfo: TestInfo) {
  const file = testInfo.outputPath('large.csv');
  writeFileSync(file, Buffer.alloc(40 * 1024 * 1024, 'a'));
  await page.locator('input[type=file]').setInputFiles(file);
}

test('a file of 40 MB is said to be too large before it is sent', async ({ page }, testInfo) => {
  test.slow();
  const place = await anIndicator(page, 'A large file');
  await page.goto(`${place}/import`);
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') sent.push(request.url());
  });
  await choose40(page, testInfo);
  await page.getByRole('button', { name: 'Look at the file' }).click();
  await expect(page.getByText(tooLarge)).toBeVisible();
  await expect(page.locator('input[type=file]')).toHaveAttribute('aria-invalid', 'true');
  expect(sent).toEqual([]);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('a file of 40 MB comes back as the page of the form, with a sentence at the field', async ({
    page,
  }, testInfo) => {
    test.slow();
    const place = await anIndicator(page, 'A large file, plain');
    await page.goto(`${place}/import`);
    await choose40(page, testInfo);
    const answer = page.waitForResponse((response) => response.request().method() === 'POST');
    await page.getByRole('button', { name: 'Look at the file' }).click();
    expect((await answer).status()).toBe(413);
    await expect(page.getByText(tooLarge)).toBeVisible({ timeout: 30_000 });
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bring a file');
    await expect(page.getByRole('button', { name: 'Look at the file' })).toBeVisible();
    expect(await scrollsSideways(page)).toBe(0);
  });
});
