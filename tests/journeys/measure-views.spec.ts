import type { Page } from '@playwright/test';
import { axeFindings, demo, expect, scrollsSideways, signIn, test } from './support';

async function openMeasure(page: Page, name: string) {
  await signIn(page, demo.member);
  await page.goto('/teams');
  await page.getByRole('link', { name: 'Attendance Action Team' }).first().click();
  await page.getByRole('link', { name, exact: true }).first().click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

const points = (page: Page) => page.locator('svg.only-wide .pt');

test('somebody zooms a chart to the newest weeks, sends the address, and goes back to all', async ({
  page,
}) => {
  await openMeasure(page, 'School days attended');
  const all = await points(page).count();
  await page.getByText('Show other days').click();
  await page.getByRole('link', { name: 'The last 12 weeks' }).click();
  await expect(points(page)).toHaveCount(12);
  await expect(page.getByText(`12 of ${all} weeks.`)).toBeVisible();
  await expect(page).toHaveURL(/\?from=\d{4}-\d\d-\d\d&to=\d{4}-\d\d-\d\d/);
  await page.reload();
  await expect(points(page)).toHaveCount(12);
  await page.getByRole('link', { name: 'All', exact: true }).click();
  await expect(points(page)).toHaveCount(all);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the days form is a plain form, and days in the wrong order get a sentence', async ({ page }) => {
    await openMeasure(page, 'School days attended');
    await page.getByText('Show other days').click();
    await page.getByLabel('From which day?').fill('2026-09-01');
    await page.getByLabel('Through which day?').fill('2026-08-01');
    await page.getByRole('button', { name: 'Show these days' }).click();
    await expect(page.getByText('The last day is before the first one.')).toBeVisible();
    await expect(page.getByLabel('From which day?')).toHaveValue('2026-09-01');
  });

  test('two stretches are compared by a plain form whose answer is an address', async ({ page }) => {
    await openMeasure(page, 'Families reached the same day');
    await page.getByRole('link', { name: 'Compare two stretches of time' }).click();
    await page.getByRole('link', { name: 'The first half and the second' }).click();
    const from = await page.getByLabel('From which day?').nth(1).inputValue();
    await page.getByLabel('Through which day?').nth(1).fill('');
    await page.getByRole('button', { name: 'Compare' }).click();
    await expect(page).toHaveURL(new RegExp(`b=${from}\\.\\.$`));
    await expect(page.getByText(/All counted together, the second stretch is at/)).toBeVisible();
    await expect(page.getByText(/It does not say why/)).toBeVisible();
    await expect(page.getByRole('rowheader', { name: 'Median' })).toBeVisible();
  });
});

test('the groups of a measure stand beside each other on one scale, with a table', async ({ page }) => {
  await openMeasure(page, 'Families reached the same day');
  await page.getByRole('link', { name: /See \d groups beside each other/ }).click();
  await expect(page.getByRole('heading', { level: 3 })).toHaveText([
    'All together',
    'English',
    'Spanish',
    'Somali',
  ]);
  const scales = await page
    .locator('.sm svg.only-wide')
    .evaluateAll((charts) => charts.map((chart) => chart.querySelector('.c-tick')?.getAttribute('y')));
  expect(new Set(scales).size).toBe(1);
  await page.getByText('Show these numbers as a table').click();
  await expect(page.getByRole('columnheader', { name: 'Somali' })).toBeVisible();
});

test('a team sees its measures as a list, on one scale, and four to a page', async ({ page }) => {
  await signIn(page, demo.member);
  await page.goto('/teams');
  await page.getByRole('link', { name: 'Attendance Action Team' }).first().click();
  await page.getByRole('link', { name: 'All measures as a list, on one scale, or to print' }).click();
  // Other journeys may have given the team more measures.
  for (const name of ['School days attended', 'Families reached the same day', 'Counselor minutes']) {
    await expect(page.getByRole('row').filter({ hasText: name }).first()).toBeVisible();
  }
  await page.getByRole('link', { name: 'One scale for each unit' }).click();
  await expect(page.getByText(/\d charts in percent share a scale\./)).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('link', { name: 'Four to a page, to print' }).click();
  await expect(page.locator('.fourup article').nth(3)).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.mast')).toBeHidden();
  await expect(page.getByRole('heading', { level: 1 })).toBeHidden();
  await expect(page.locator('.fourup svg.only-wide').first()).toBeVisible();
  await expect(page.getByText(/^Source: /).first()).toBeVisible();
  // Letter paper less its margins, at the size that print scales the page to.
  await page.setViewportSize({ width: 1034, height: 1380 });
  expect(await scrollsSideways(page)).toBeLessThanOrEqual(0);
});
