import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { demo, expect as plainExpect, signIn, test } from './support';

/** On a busy machine a page takes its time. */
const expect = plainExpect.configure({ timeout: 60_000 });

const folder = path.resolve('../shared/data');
const files = existsSync(folder)
  ? readdirSync(folder).filter((name) => /\.(?:csv|tsv|xlsx)$/.test(name))
  : [];

interface Fit {
  /** What is kept of the file, and how its numbers come. */
  name: string;
  periodKind: 'school year' | 'year';
  direction: 'higher' | 'lower';
  /** What the groups are, where the page does not know. */
  groups?: string;
  /** What the page says of it before it is saved. */
  says: RegExp;
}

/** How each file is to be read: as their publishers export them, by the columns the page proposes. */
const fits: Record<string, Fit> = {
  'new-haven-graduation-all.csv': {
    name: 'Graduated, all',
    periodKind: 'school year',
    direction: 'higher',
    says: /^5 values would be new/,
  },
  'new-haven-graduation-by-race.csv': {
    name: 'Graduated, by race',
    periodKind: 'school year',
    direction: 'higher',
    says: /^15 values and 15 held back would be new/,
  },
  'new-haven-graduation-by-school-2016.csv': {
    name: 'Graduated, by school',
    periodKind: 'school year',
    direction: 'higher',
    groups: 'High school',
    says: /^8 values and 2 held back would be new/,
  },
  'new-haven-chronic-absence-by-grade.csv': {
    name: 'Chronic absence, by grade',
    periodKind: 'school year',
    direction: 'lower',
    groups: 'Grade',
    says: /^20 values would be new/,
  },
  'new-haven-health-trends.csv': {
    name: 'Health trends',
    periodKind: 'year',
    direction: 'lower',
    groups: 'Place',
    says: /^4 values would be new/,
  },
};

async function define(page: Page, { name, periodKind, direction }: Fit): Promise<string> {
  await page.goto('/indicators/new');
  await page.getByLabel('What is it called?').fill(name);
  await page.getByLabel('Which outcome is it about?').selectOption({ label: 'High school graduation' });
  await page.locator('input[name=unit][value=percent]').check();
  await page.locator(`input[name=direction][value=${direction}]`).check();
  await page.locator(`input[name=periodKind][value="${periodKind}"]`).check();
  await page.getByRole('button', { name: 'Define the indicator' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  return new URL(page.url()).pathname;
}

async function bring(page: Page, place: string, file: string) {
  await page.goto(`${place}/import`);
  await page.locator('input[type=file]').setInputFiles(path.join(folder, file));
  await page.getByRole('button', { name: 'Look at the file' }).click();
  await expect(page).toHaveURL(/\/imports\//);
}

if (files.length === 0) {
  test.skip('not run, because ../shared/data is not here: every file of it goes in', () => {});
}

for (const file of files) {
  test(`${file} goes in as it is, changes nothing a second time, and is taken back`, async ({ page }) => {
    test.slow();
    const fit = fits[file];
    expect(fit, `a row here says how ${file} is read`).toBeDefined();
    if (!fit) return;
    await signIn(page, demo.leader);
    const place = await define(page, fit);

    await bring(page, place, file);
    if (fit.groups) {
      await page.locator('select[name=dimension]').selectOption('');
      await page.getByLabel('Or name a new kind of group').fill(fit.groups);
      await page.getByRole('button', { name: 'Look again with these choices' }).click();
      await expect(page).toHaveURL(/newDimension=/);
    }
    await expect(page.locator('p.lead')).toHaveText(fit.says);
    const shown = await page.locator('table.tbl').first().locator('tbody tr').allInnerTexts();
    const { added } = await rowsOf(page);
    await page.getByRole('button', { name: /^Save / }).click();
    await expect(page.getByRole('status').filter({ hasText: /^Saved / })).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(fit.name);
    expect(shown.length).toBeGreaterThan(0);
    expect(await keptRows(page, place)).toBe(added);

    await bring(page, place, file);
    await expect(page.locator('p.lead')).toHaveText(/^Nothing new: .* are here already\.$/);
    await expect(page.getByRole('button', { name: /^Save / })).toHaveCount(0);

    await page.goto(`${place}/import`);
    await page.getByRole('button', { name: /Take back/ }).click();
    await expect(page.getByText(`is taken back: ${added} numbers are as before.`)).toBeVisible();
    expect(await keptRows(page, place)).toBe(0);
  });
}

/** How many figures the page is about to save, suppressed cells among them. */
async function rowsOf(page: Page): Promise<{ added: number }> {
  const words = await page.locator('p.lead').innerText();
  return { added: [...words.matchAll(/\d+/g)].reduce((sum, [count]) => sum + Number(count), 0) };
}

/** How many figures the indicator has, as its CSV gives them out: one line each under the header. */
async function keptRows(page: Page, place: string): Promise<number> {
  const answer = await page.request.get(`${place}/numbers.csv`);
  expect(answer.ok()).toBe(true);
  const lines = (await answer.text()).trim().split(/\r?\n/);
  return lines.length - 1;
}
