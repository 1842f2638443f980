import { axeFindings, comesAlive, demo, expect, scrollsSideways, signIn, test } from './support';

test('a leader decides on a practice; a member uses it with its plan', async ({ page, context }) => {
  await signIn(page, demo.leader);
  await page.goto('/practices');
  await page.locator('.plist').getByRole('link', { name: 'Weekly list of who has not finished' }).click();
  await expect(page.getByRole('heading', { name: 'Where it worked' })).toBeVisible();
  await page.getByRole('link', { name: /^(Decide|Change the decision)$/ }).click();
  await page.getByLabel('Study it further').check();
  await page.getByLabel('Why?').fill('Two more teams, both with a list on Mondays.');
  await page.getByLabel('When will you look at it again?').fill('2099-03-10');
  await page.getByRole('button', { name: 'Keep the decision' }).click();
  const decision = page.locator('#decision');
  await expect(decision).toContainText('Study it further. Two more teams, both with a list on Mondays.');
  await expect(decision).toContainText('The rules said that day:');
  await expect(decision).toContainText('Next look: Mar 10, 2099.');

  await context.clearCookies();
  await signIn(page, demo.member);
  await page.goto('/practices');
  await page.locator('.plist').getByRole('link', { name: 'Weekly list of who has not finished' }).click();
  await page.getByRole('link', { name: 'Use this practice' }).click();
  await page.getByLabel('What do you want to find out?').fill('Does one list a week find everyone?');
  await page.getByLabel('What do you think will happen?').fill('Nine in ten.');
  await page.getByRole('button', { name: 'Start the cycle' }).click();
  await expect(page).toHaveURL(/\/teams\/[\w-]+\/cycles\/[\w-]+/);
  await expect(page.getByText('Does one list a week find everyone?').first()).toBeVisible();
  await expect(page.getByText('Meet for 15 minutes on the same day each week.').first()).toBeAttached();
});

test('a bright spot is told, shared by a link without an account, and gone when the link is taken back', async ({
  page,
  browser,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, demo.leader);
  await page.goto('/practices');
  await page.locator('.plist').getByRole('link', { name: 'Do the paperwork in the room' }).click();
  const spots = page.getByRole('list', { name: 'Bright spots' });
  await spots.getByRole('button').or(spots.getByRole('link')).first().click();
  await expect(page.getByRole('heading', { name: 'What to be careful about' })).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBeLessThanOrEqual(0);

  // Loaded whole, too, the page comes alive without a word on the console.
  await page.reload();
  await comesAlive(page);
  await page.getByRole('link', { name: 'Add words' }).click();
  await page.getByLabel('Who benefits?').fill('Families who used to carry the form home.');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('link', { name: 'Share it' }).click();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByLabel('Whom is the link for?').fill('the school board');
  await page.getByRole('button', { name: 'Make a link' }).click();
  const address = await page.getByLabel('The link', { exact: true }).inputValue();

  const outside = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const reader = await outside.newPage();
  await reader.goto(address);
  await expect(reader.getByText('Families who used to carry the form home.')).toBeVisible();
  await expect(reader.locator('svg.only-narrow')).toBeVisible();
  expect(await axeFindings(reader)).toEqual([]);
  expect(await scrollsSideways(reader)).toBeLessThanOrEqual(0);

  await page
    .getByRole('button', { name: /^Take back/ })
    .first()
    .click();
  await expect(page.getByRole('status').filter({ hasText: 'was taken back' })).toBeVisible();
  expect((await outside.request.get(address, { headers: { 'cache-control': 'no-cache' } })).status()).toBe(
    404,
  );
  await outside.close();
});
