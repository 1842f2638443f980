import type { Page } from '@playwright/test';
import { axeFindings, demo, expect, scrollsSideways, signIn, test } from './support';

const inboxOf = (page: Page) => page.getByRole('link', { name: /^Inbox/ });

test('a coach names somebody beside a cycle; it waits in their inbox, is answered, and is resolved', async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const theirs = await browser.newContext({ baseURL, viewport: { width: 390, height: 844 } });
  const phone = await theirs.newPage();
  await signIn(phone, 'joy@riverbend.example');
  await expect(inboxOf(phone)).toHaveAccessibleName('Inbox');

  await signIn(page, demo.leader);
  await page.goto('/teams');
  await page.getByRole('link', { name: 'Early Literacy Network' }).first().click();
  await page.getByText('Show this ramp as a list').first().click();
  const cycle = page.locator('.ramp-list a[href*="/cycles/"]').first();
  await page.goto((await cycle.getAttribute('href')) ?? '');
  const place = new URL(page.url()).pathname;
  await page.getByRole('link', { name: 'Write a comment' }).click();
  await page.getByLabel('What do you want to say?').fill('@Joy Nakamura, what did the teachers say?');
  await page.getByLabel('About which part?').selectOption('Do');
  await page.getByRole('button', { name: 'Add the comment' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Your comment is there.' })).toBeVisible();
  await expect(page.locator('#do .note')).toContainText('what did the teachers say?');
  expect(await axeFindings(page)).toEqual([]);

  await phone.reload();
  await expect(inboxOf(phone)).toHaveAccessibleName('Inbox: 1 thing waits');
  await inboxOf(phone).click();
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('1 thing waits for you');
  await expect(phone.getByRole('main')).toContainText('Marisol Vega mentioned you.');
  expect(await axeFindings(phone)).toEqual([]);
  expect(await scrollsSideways(phone)).toBeLessThanOrEqual(0);
  await phone.getByRole('link', { name: /^Answer/ }).click();
  await phone.getByLabel('What do you answer?').fill('They want it on Mondays.');
  await phone.getByRole('button', { name: 'Answer', exact: true }).click();
  await expect(phone.getByRole('status').filter({ hasText: 'Your answer is there.' })).toBeVisible();
  expect(await scrollsSideways(phone)).toBeLessThanOrEqual(0);
  await expect(inboxOf(phone)).toHaveAccessibleName('Inbox');

  await page.goto('/inbox');
  await expect(page.getByRole('main')).toContainText('Joy Nakamura answered.');
  await page.goto(place);
  await page
    .locator('#do .note')
    .getByRole('button', { name: /^Resolve/ })
    .click();
  await expect(page.getByRole('status').filter({ hasText: 'Resolved.' })).toBeVisible();
  await expect(page.locator('#do .note')).toHaveCount(0);
  await expect(page.getByRole('link', { name: '1 resolved comment' })).toBeVisible();
  await expect(inboxOf(page)).toHaveAccessibleName('Inbox');
  await theirs.close();

  // What was typed goes with Resolve, also without a script; nothing above the box loses it.
  const bare = await browser.newContext({ baseURL, javaScriptEnabled: false });
  const plain = await bare.newPage();
  await signIn(plain, demo.leader);
  await plain.goto(place);
  await plain.getByRole('link', { name: 'Write a comment' }).click();
  await plain.getByLabel('What do you want to say?').fill('Who prints it, @nobodyhere?');
  await plain.getByRole('button', { name: 'Add the comment' }).click();
  await expect(plain.locator('.flash')).toContainText('Nobody here is called @nobodyhere');
  await plain.getByRole('link', { name: /^Answer .*Who prints it/ }).click();
  await expect(plain.getByRole('button', { name: /^Resolve/ })).toHaveCount(1);
  await plain.getByLabel('What do you answer?').fill('The school office does.');
  await plain.getByRole('button', { name: 'Resolve', exact: true }).click();
  await expect(plain.locator('.flash')).toContainText('Resolved, with your answer as its last words.');
  await plain.getByRole('link', { name: '2 resolved comments' }).click();
  await expect(plain.getByRole('main')).toContainText('The school office does.');
  await bare.close();
});
