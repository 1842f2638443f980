import type { Page } from '@playwright/test';
import { axeFindings, comesAlive, dayBefore, demo, expect, scrollsSideways, signIn, test } from './support';

const h1 = (page: Page) => page.getByRole('heading', { level: 1 });

test('search by keyboard: one key opens it, words find, Enter opens what was found', async ({ page }) => {
  await signIn(page, demo.member);
  await page.goto('/practices');
  await comesAlive(page);
  await page.locator('body').press('/');
  await expect(h1(page)).toHaveText('Search');
  await expect(page.getByLabel('What are you looking for?')).toBeFocused();
  await page.keyboard.type('voicemail');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'found for “voicemail”' })).toBeVisible();
  await expect(page.locator('mark').first()).toHaveText(/voicemail/i);
  const first = page.locator('.hits a').first();
  await first.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/cycles\//);
  // While somebody writes, the key is a letter.
  await page.goto('/search');
  await page.getByLabel('What are you looking for?').fill('and/or');
  await page.getByLabel('What are you looking for?').press('/');
  await expect(page.getByLabel('What are you looking for?')).toHaveValue('and/or/');
  await page.goto('/practices');
  // On a busy machine a key may come before the page listens.
  await expect(async () => {
    await page.locator('body').press('?');
    await expect(page).toHaveURL(/\/help#keys$/, { timeout: 2000 });
  }).toPass();
  await page.getByLabel('Use these keys on this device').uncheck();
  await page.locator('h1').click();
  await page.locator('body').press('/');
  await expect(h1(page)).toHaveText('Help and the words we use');
  await page.getByLabel('Use these keys on this device').check();
});

test('whatever is typed is words: the page answers, and nothing is run', async ({ page }) => {
  await signIn(page, demo.member);
  for (const typed of [
    '"',
    'NEAR(a b, 2) OR *',
    '<img src=x onerror=alert(1)>',
    '😀',
    `'; drop table teams; --`,
  ]) {
    const answer = await page.goto(`/search?q=${encodeURIComponent(typed)}`);
    expect(answer?.status(), typed).toBe(200);
    await expect(page.getByLabel('What are you looking for?')).toHaveValue(typed);
  }
  await page.goto(`/search?q=${'x'.repeat(9000)}`);
  await expect(page.getByText('What you can try')).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await page.goto('/search?q=famílies');
  await expect(page.locator('mark').first()).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('from home to a saved cycle: the taps, the fields and the letters', async ({ page }) => {
    await signIn(page, demo.member);
    const count = { taps: 0, fields: 0, keys: 0 };
    const tap = async (name: string | RegExp, role: 'link' | 'button' = 'link') => {
      count.taps += 1;
      await page.getByRole('main').getByRole(role, { name }).first().click();
    };
    const write = async (label: string, words: string) => {
      count.fields += 1;
      count.keys += words.length;
      await page.getByLabel(label).fill(words);
    };
    await page.goto('/');
    await tap('Start a cycle');
    await expect(h1(page)).toHaveText('Start a cycle');
    expect(await scrollsSideways(page)).toBeLessThanOrEqual(0);
    await expect(page.getByLabel('When do you start?')).not.toHaveValue('');
    await write('Or a new idea, in one line', 'Wave at the bus stop');
    await write('What do you want to find out?', 'Do more riders come?');
    await write('What do you think will happen?', '2 more riders');
    await tap('Start the cycle', 'button');
    await expect(h1(page)).toContainText('Wave at the bus stop');
    console.log(
      `home to a saved cycle: ${count.taps} taps, ${count.fields} fields written (of 4 required), ${count.keys} letters`,
    );
    // The fourth field, the day, is filled in. Two taps: to open the form and to save it.
    expect(count).toMatchObject({ taps: 2, fields: 3 });
    expect(await scrollsSideways(page)).toBeLessThanOrEqual(0);
  });

  test('a finished test is logged in one page, and says that it was written afterwards', async ({ page }) => {
    await signIn(page, demo.member);
    await page.goto('/');
    await page.getByRole('main').getByRole('link', { name: 'Log a finished test' }).first().click();
    await expect(h1(page)).toHaveText('Log a finished test');
    await page.getByLabel('Or a new idea, in one line').fill('Postcard from the coach');
    await page.getByLabel('What did you want to find out?').fill('Do players come back?');
    await page.getByLabel('What did you expect?').fill('Half of them.');
    await page.getByLabel('When did it begin?').fill(dayBefore(new Date(), 30));
    await page.getByLabel('When did it end?').fill(dayBefore(new Date(), 40));
    await page.getByLabel('What happened?').fill('Three of twelve came back.');
    await page.getByLabel('What did you learn?').fill('A card alone is not enough.');
    await page.locator('input[name=decision][value=abandon]').check();
    await page.getByLabel('Why?').fill('Too few came back.');
    await page.getByRole('button', { name: 'Save the finished test' }).click();
    await expect(page.getByText('It cannot have ended before it began.')).toBeVisible();
    await page.getByLabel('When did it end?').fill(dayBefore(new Date(), 9));
    await page.getByRole('button', { name: 'Save the finished test' }).dblclick();
    await expect(h1(page)).toContainText('Postcard from the coach');
    await expect(page.getByText('Written afterwards.').first()).toBeVisible();
    await expect(page.getByText('Too few came back.').first()).toBeVisible();
    expect(await scrollsSideways(page)).toBeLessThanOrEqual(0);
    await page.goto('/search?q=postcard+coach&in=cycle');
    await expect(page.locator('.hits > li')).toHaveCount(1);
  });
});

/** As an idea is typed one sees who tried it; their plan becomes one's own. */
async function takeOver(page: Page, isLive: boolean, mark: string) {
  await page.goto('/log');
  await page.getByLabel('What change will you try?').selectOption('');
  await page.getByLabel('Or a new idea, in one line').fill('A letter home to parents');
  if (!isLive) await page.getByRole('button', { name: 'See what was tried' }).click();
  await expect(page.getByRole('heading', { name: 'Before you test' })).toBeVisible();
  await expect(page.locator('.tried-sum')).toContainText('3 teams tried this, yours among them');
  await expect(page.locator('.tried-sum')).toContainText('2 stopped because “');
  await expect(page.getByLabel('Or a new idea, in one line')).toHaveValue('A letter home to parents');
  if (isLive) expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('link', { name: /Use this plan of Middle/ }).click();
  await expect(h1(page)).toHaveText('Use this plan');
  await page.getByLabel('What will you call the idea?').fill(`Letter with a face ${mark}`);
  await page.getByRole('button', { name: 'Use this plan' }).click();
  // The page is whole only when the plan is copied: a slow machine takes its time.
  await expect(h1(page)).toContainText(`Letter with a face ${mark}`, { timeout: 30_000 });
  await expect(page.getByText('Does a letter bring students to tutoring?').first()).toBeVisible();
  await page.getByText('Started with the plan of').getByRole('link').click();
  await expect(page.getByText('This plan was taken over by')).toContainText('Attendance Action Team');
}

test('what was tried before shows as the idea is typed, and a plan is taken over', async ({ page }) => {
  await signIn(page, demo.member);
  await takeOver(page, true, 'A');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('search, what was tried and taking over a plan work', async ({ page }) => {
    await signIn(page, demo.member);
    await page.getByRole('link', { name: 'Search' }).click();
    await page.getByLabel('What are you looking for?').fill('letters');
    await page.getByRole('button', { name: 'Search' }).click();
    await expect(page.locator('mark').first()).toBeVisible();
    await takeOver(page, false, 'B');
  });
});
