import type { Page } from '@playwright/test';
import { dayBefore, demo, expect, monday, pastedWeeks, scrollsSideways, signIn, test } from './support';

async function openTeam(page: Page) {
  await page.goto('/teams');
  await page.getByRole('link', { name: 'Attendance Action Team' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Attendance Action Team');
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('four fields start a cycle', async ({ page }) => {
    await signIn(page, demo.member);
    await openTeam(page);
    await page.getByRole('link', { name: 'Start a cycle' }).click();
    expect(await scrollsSideways(page)).toBeLessThanOrEqual(0);
    await page.getByLabel('Or a new idea, in one line').fill('Text in the language families read');
    await page.getByLabel('What do you want to find out?').fill('Do more families answer?');
    await page.getByLabel('What do you think will happen?').fill('8 of 10 will answer the same day.');
    await page.getByLabel('When do you start?').fill(dayBefore(new Date(), -3));
    await page.getByRole('button', { name: 'Start the cycle' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'is started' })).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Text in the language families read');
    await expect(page.getByText('8 of 10 will answer the same day.').first()).toBeVisible();
    expect(await scrollsSideways(page)).toBeLessThanOrEqual(0);
  });

  test('nothing is saved while a field is missing, and what was typed stays', async ({ page }) => {
    await signIn(page, demo.member);
    await openTeam(page);
    await page.getByRole('link', { name: 'Start a cycle' }).click();
    // The idea of the last cycle is offered first.
    await page.locator('select[name=ideaId]').selectOption('');
    await page.getByLabel('What do you want to find out?').fill('Do more families answer?');
    await page.getByRole('button', { name: 'Start the cycle' }).click();
    await expect(page.getByText('Write what you think will happen.')).toBeVisible();
    await expect(page.getByText('Choose a change idea, or name a new one.')).toBeVisible();
    await expect(page.getByLabel('What do you want to find out?')).toHaveValue('Do more families answer?');
  });
});

/** The whole way: a measure with pasted numbers, a cycle from plan to decision, and what the data say of it. */
async function wholeCycle(page: Page, mark: string) {
  await signIn(page, demo.member);
  await openTeam(page);
  await page.getByRole('link', { name: 'Add a measure' }).click();
  await page.getByLabel('What do you measure?').fill(`Bus riders on time ${mark}`);
  await page.locator('input[name=type][value=process]').check();
  await page.locator('input[name=kind][value=proportion]').check();
  await page.locator('input[name=direction][value=higher]').check();
  await page.getByRole('main').locator('button[type=submit]').last().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Bus riders on time ${mark}`);
  const measurePlace = page.url();

  await page.goto(`${measurePlace}/paste`);
  await page.getByLabel('What did you copy?').fill(`${pastedWeeks()}\n2026-13-01\t1\t2`);
  await page.getByRole('button', { name: 'Look at it first' }).click();
  await expect(page.getByText(/Row 23/).first()).toBeVisible();
  await page.getByLabel('What did you copy?').fill(pastedWeeks());
  await page.getByRole('button', { name: 'Look at it first' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Is this right?');
  await page.getByRole('main').locator('button[type=submit]').first().click();
  await expect(page.getByRole('status').filter({ hasText: 'Saved: 22 new.' })).toBeVisible();

  await openTeam(page);
  await page.getByRole('link', { name: 'Start a cycle' }).click();
  await page.getByLabel('Or a new idea, in one line').fill(`Call the bus yard ${mark}`);
  await page.getByLabel('What do you want to find out?').fill('Do more riders arrive on time?');
  await page.getByLabel('What do you think will happen?').fill('9 of 10 will.');
  await page.getByLabel('When do you start?').fill(monday(10));
  await page.getByRole('button', { name: 'Start the cycle' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`Call the bus yard ${mark}`);
  const cyclePlace = page.url();

  await page.goto(`${cyclePlace}/plan`);
  await page.getByLabel('Measure 1').selectOption({ label: `Bus riders on time ${mark}` });
  await page.getByLabel('We expect').first().fill('89');
  await page.getByLabel('At least').first().fill('92');
  await page.getByLabel('At most').first().fill('94');
  await page.getByLabel('Check it on').first().fill(dayBefore(new Date(), 1));
  await page.getByRole('button', { name: 'Save the Plan' }).click();
  await expect(page.locator('.err').first()).toBeVisible();
  await page.getByLabel('At least').first().fill('86');
  await page.getByRole('button', { name: 'Save the Plan' }).click();
  await expect(page).toHaveURL(cyclePlace);

  // To decide before anything was learned is refused with words.
  await page.goto(`${cyclePlace}/act`);
  await page.locator('input[name=decision][value=adopt]').check({ force: true });
  await page.getByLabel('Why?').fill('It looks good.');
  await page.getByRole('button', { name: 'Save the decision' }).click();
  await expect(page.getByText('Write what you learned before you decide.').first()).toBeVisible();

  await page.goto(`${cyclePlace}/do`);
  await page.getByLabel('When did it start?').fill(monday(10));
  await page.getByLabel('When did it end?').fill(dayBefore(new Date(), 2));
  await page.locator('input[name=ranAsPlanned][value=yes]').check();
  await page.getByLabel('What happened?').fill('The yard moved two buses.');
  await page.getByRole('button', { name: 'Save Do' }).click();
  await expect(page).toHaveURL(cyclePlace);

  await page.goto(`${cyclePlace}/study`);
  await page.getByLabel('What did you learn?').fill('Moving the early bus helped most.');
  await page.getByRole('button', { name: 'Save the Study' }).click();
  await expect(page).toHaveURL(cyclePlace);
  await expect(page.getByText('Inside our range').first()).toBeVisible();
  await expect(page.getByText(/Improvement\. Shift: 10 points above the median since/).first()).toBeVisible();

  await page.goto(`${cyclePlace}/act`);
  await page.locator('input[name=decision][value=adopt]').check({ force: true });
  await page.getByLabel('Why?').fill('Ten weeks above the median.');
  await page.getByRole('button', { name: 'Save the decision' }).click();
  await expect(page).toHaveURL(cyclePlace);
  await expect(page.getByText('Ten weeks above the median.').first()).toBeVisible();

  await page.goto(`${cyclePlace}/next`);
  await page.locator('input[name=scale][value=sites]').check();
  await page.getByLabel('When does it start?').fill(dayBefore(new Date(), -5));
  await page.getByRole('main').locator('button[type=submit]').last().click();
  await expect(page).not.toHaveURL(/\/next$/);
  await expect(page.getByText('Builds on').first()).toBeVisible();
  await expect(page.getByText('9 of 10 will.').first()).toBeVisible();

  await page.goto(measurePlace);
  await expect(page.getByText(/Shift: 10 points above the median since/).first()).toBeVisible();
}

test('plan to decision, with a shift in the data', async ({ page }) => {
  test.slow();
  await wholeCycle(page, 'A');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('plan to decision, with a shift in the data', async ({ page }) => {
    test.slow();
    await wholeCycle(page, 'B');
  });
});
