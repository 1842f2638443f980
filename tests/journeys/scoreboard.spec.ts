import { axeFindings, demo, expect, scrollsSideways, signIn, test } from './support';

test('a leader reads the scoreboard, publishes it, and everybody with the link reads it until it is taken back', async ({
  page,
  browser,
  baseURL,
}) => {
  await signIn(page, demo.leader);
  await page.goto('/indicators');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^\d+ of \d+ improved$/);
  const count = await page.getByRole('heading', { level: 1 }).innerText();

  // The choice stands in the address, and the count stays that of the whole.
  await page.getByRole('link', { name: /^Worsened, \d+$/ }).click();
  await expect(page).toHaveURL(/\?show=worsened$/);
  await expect(page.getByRole('link', { name: 'Chronic absence, grades K–3' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Ready for kindergarten' })).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(count);

  // Before the last school year's figures were in, there was less to count.
  await page.goto('/indicators');
  await page.getByLabel('As of').fill('2025-07-01');
  await page.getByRole('button', { name: 'Show that day' }).click();
  await expect(page).toHaveURL(/\?on=2025-07-01$/);
  await expect(page.getByText('as they were known on Jul 1, 2025')).toBeVisible();
  await page.getByRole('link', { name: 'Back to today' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(count);

  await page.getByRole('link', { name: 'Public page' }).click();
  await page.getByLabel('Whom is it for?').fill('The city council');
  await page.getByLabel(/^FAFSA completed by June 30/).check();
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  const address = await page.getByLabel('The link').inputValue();
  expect(address).toMatch(/\/public\/[\w-]{43}$/);

  const outside = await browser.newContext({ baseURL, javaScriptEnabled: false });
  const visitor = await outside.newPage();
  await visitor.goto(new URL(address).pathname);
  await expect(visitor.getByRole('heading', { level: 1 })).toHaveText(/^\d+ of \d+ improved$/);
  expect(await visitor.locator('script, form').count()).toBe(0);
  // Only what was chosen can be opened.
  await expect(visitor.locator('table a')).toHaveCount(1);
  await visitor.getByRole('link', { name: 'FAFSA completed by June 30' }).click();
  await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('FAFSA completed by June 30');
  await outside.close();

  // As it looks to a visitor on a phone.
  const phone = await browser.newContext({ baseURL, viewport: { width: 390, height: 844 } });
  const small = await phone.newPage();
  await small.goto(new URL(address).pathname);
  expect(await axeFindings(small)).toEqual([]);
  expect(await scrollsSideways(small)).toBeLessThanOrEqual(0);
  // Each indicator has its mark, wide enough to see.
  const narrow = await small
    .locator('.bm')
    .evaluateAll((marks) => marks.filter((mark) => mark.getBoundingClientRect().width < 4).length);
  expect(narrow).toBe(0);
  await small.getByRole('link', { name: 'FAFSA completed by June 30' }).click();
  expect(await axeFindings(small)).toEqual([]);
  expect(await scrollsSideways(small)).toBeLessThanOrEqual(0);

  await page.getByRole('button', { name: 'Take back the page for The city council' }).click();
  await expect(page.getByText('Its link opens nothing any more.')).toBeVisible();
  expect((await small.request.get(new URL(address).pathname)).status()).toBe(404);
  await phone.close();
});
