import type { Page } from '@playwright/test';
import { demo, expect, monday, signIn, test } from './support';

/** Title lines, the team's own words for the counts, a footnote: as a district's system writes it. */
function exportedWeeks(name: string, count: number): string {
  const rows = Array.from({ length: count }, (_, week) => `${monday(count - week)},${250 + week},300`);
  return [
    `${name} export`,
    'Lincoln High School',
    '',
    'Week of,Days attended,Days possible',
    ...rows,
    '* preliminary',
  ].join('\r\n');
}

async function aMeasureOf(page: Page, name: string): Promise<string> {
  await signIn(page, demo.member);
  await page.goto('/teams');
  await page.getByRole('link', { name: 'Attendance Action Team' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Attendance Action Team');
  const team = new URL(page.url()).pathname;
  await page.goto(`${team}/measures/new`);
  await page.getByLabel('What do you measure?').fill(name);
  await page.locator('input[name=type][value=process]').check();
  await page.locator('input[name=kind][value=proportion]').check();
  await page.locator('input[name=direction][value=higher]').check();
  await page.locator('form').getByRole('button').last().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  return new URL(page.url()).pathname;
}

async function bring(page: Page, place: string, name: string, text: string) {
  await page.goto(`${place}/import`);
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: `${name}.csv`, mimeType: 'text/csv', buffer: Buffer.from(text) });
  await page.getByRole('button', { name: 'Look at the file' }).click();
  await expect(page).toHaveURL(/\/imports\//);
}

async function inAndOut(page: Page, name: string) {
  const place = await aMeasureOf(page, name);
  await bring(page, place, name, exportedWeeks(name, 12));
  await expect(page.getByText('12 numbers would be new.')).toBeVisible();
  await expect(page.getByText('250 of 300').first()).toBeVisible();
  await page.getByRole('button', { name: 'Save 12 numbers' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Saved: 12 new.' })).toBeVisible();
  await expect(page.locator('svg.chart .pt').first()).toBeAttached();

  await bring(page, place, name, exportedWeeks(name, 12));
  await expect(page.getByText(/Nothing new: 12 numbers are here already/)).toBeVisible();
  await expect(page.getByText(/Read as last time/)).toBeVisible();

  await page.goto(`${place}/import`);
  await page.getByRole('button', { name: /Take back/ }).click();
  await expect(page.getByText(/is taken back: 12 numbers are as before/)).toBeVisible();
  await page.goto(place);
  await expect(page.getByText('It needs time before it can tell you much')).toBeVisible();
}

test('a file of weeks goes into a measure, and is taken back as a whole', async ({ page }) => {
  await inAndOut(page, 'Days attended, by file');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('a file of weeks goes into a measure, and is taken back as a whole', async ({ page }) => {
    await inAndOut(page, 'Days attended, plain');
  });
});
