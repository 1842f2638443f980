import type { Page } from '@playwright/test';
import { axeFindings, demo, expect, monday, pastedWeeks, scrollsSideways, signIn, test } from './support';

/** A measure of the demo's member with 22 weeks, the last ten of them higher. */
async function aMeasure(page: Page, mark: string): Promise<string> {
  await signIn(page, demo.member);
  await page.goto('/teams');
  await page.getByRole('link', { name: 'Attendance Action Team' }).first().click();
  await page.getByRole('link', { name: 'Add a measure' }).first().click();
  await page.getByLabel('What do you measure?').fill(`Bus riders on time ${mark}`);
  await page.locator('input[name=type][value=process]').check();
  await page.locator('input[name=kind][value=proportion]').check();
  await page.locator('input[name=direction][value=higher]').check();
  await page.getByRole('main').locator('button[type=submit]').last().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Bus riders on time ${mark}`);
  const place = page.url();
  await page.goto(`${place}/paste`);
  await page.getByLabel('What did you copy?').fill(pastedWeeks());
  await page.getByRole('button', { name: 'Look at it first' }).click();
  await page.getByRole('button', { name: /^Save/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Bus riders on time ${mark}`);
  return place;
}

const judged = (page: Page) => page.getByRole('region', { name: 'Baseline and phases' });

/** A baseline, a phase that is started and taken back, a number set aside and let in again, and the control chart. */
async function wholeJudging(page: Page, mark: string) {
  await aMeasure(page, mark);

  await judged(page).getByRole('link', { name: 'Choose the baseline' }).click();
  await page.getByLabel('Through which number does the baseline run?').selectOption(monday(11));
  await page.getByRole('button', { name: 'Set the baseline' }).click();
  await expect(page.getByText('Write why, in a line. It stands under the chart.')).toBeVisible();
  await expect(page.getByLabel('Through which number does the baseline run?')).toHaveValue(monday(11));
  await page.getByLabel('Why this one?').fill('the last week before the new route');
  await page.getByRole('button', { name: 'Set the baseline' }).click();
  await expect(judged(page)).toContainText(/Median of 12 weeks, .* set by Dana Whitfield: the last week/);
  await expect(page.locator('.bigsig')).toContainText('Shift: 10 points above the median');

  await expect(judged(page)).toContainText('A new phase would judge later points against the better level.');
  await judged(page).getByRole('link', { name: 'Start a new phase' }).click();
  await page.getByLabel('What changed, and will it stay?').fill('the new route runs every day');
  await page.getByRole('button', { name: 'Start the phase' }).click();
  await expect(judged(page)).toContainText('started by Dana Whitfield: the new route runs every day.');
  await expect(judged(page)).toContainText('A median for each of its 2 phases.');
  await judged(page)
    .getByRole('button', { name: /^Take back/ })
    .click();
  await expect(judged(page)).not.toContainText('the new route runs every day');

  await judged(page).getByRole('link', { name: 'Set a number aside' }).click();
  const first = page.getByLabel('Which number does not count?').locator('option').nth(1);
  await page
    .getByLabel('Which number does not count?')
    .selectOption({ value: (await first.getAttribute('value')) ?? '' });
  await page.getByLabel('Why not?').fill('snow for four days');
  await page.getByRole('button', { name: 'Set it aside' }).click();
  await expect(judged(page)).toContainText('set aside by Dana Whitfield: snow for four days.');
  await expect(page.locator('circle.p-ghost').first()).toBeAttached();
  await judged(page)
    .getByRole('button', { name: /^Let it count/ })
    .click();
  await expect(judged(page)).not.toContainText('snow for four days');

  const tabs = page.getByRole('navigation', { name: 'Chart type' });
  await tabs.getByRole('link', { name: 'Control chart' }).click();
  await expect(page).toHaveURL(/chart=control/);
  await expect(tabs.getByRole('link', { name: 'Control chart' })).toHaveAttribute('aria-current', 'true');
  await expect(page.getByText(/σ_z = /)).toBeVisible();
  await page.getByText('Which charts fit these numbers').click();
  await expect(page.getByText('It needs counts of things.')).toBeVisible();
}

test('how a chart is judged is decided by people, with their reasons', async ({ page }) => {
  await wholeJudging(page, 'with script');
  expect(await axeFindings(page)).toEqual([]);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the same', async ({ page }) => {
    await wholeJudging(page, 'without script');
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('the forms fit', async ({ page }) => {
    const place = await aMeasure(page, 'on a phone');
    for (const form of ['', '/baseline', '/phases/new', '/set-aside', '?chart=control']) {
      await page.goto(`${place}${form}`);
      expect(await scrollsSideways(page), form).toBeLessThanOrEqual(0);
    }
  });
});
