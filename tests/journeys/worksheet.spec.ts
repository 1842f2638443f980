import type { Page } from '@playwright/test';
import { expect as atOnce, dayBefore, demo, scrollsSideways, signIn, test } from './support';

/** What is saved takes a moment on a busy machine. */
const expect = atOnce.configure({ timeout: 30_000 });

/** Starts a cycle of a new idea; its page is open afterwards. */
async function startCycle(page: Page, idea: string) {
  await page.goto('/teams');
  await page.getByRole('link', { name: 'Attendance Action Team' }).first().click();
  await page.getByRole('link', { name: 'Start a cycle' }).click();
  await page.getByLabel('Or a new idea, in one line').fill(idea);
  await page.getByLabel('What do you want to find out?').fill('Do more families answer?');
  await page.getByLabel('What do you think will happen?').fill('8 of 10 will.');
  await page.getByLabel('When do you start?').fill(dayBefore(new Date(), 10));
  await page.getByRole('button', { name: 'Start the cycle' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(idea);
  return page.url();
}

const saved = (page: Page) => page.locator('.workbar .saved');
const isSaved = (page: Page) => expect(saved(page)).toHaveText(/Saved \d/);

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('a whole cycle, the connection cut twice while typing, and no word is lost', async ({
    page,
    context,
  }) => {
    await signIn(page, demo.member);
    const place = await startCycle(page, 'Text while the bus is late');
    await page.getByLabel('What will you try?').fill('Text home by 2 pm');
    await isSaved(page);

    await context.setOffline(true);
    await page.getByLabel('What will you try?').fill('Text home by 2 pm, in the language they read.');
    await expect(saved(page)).toContainText('No connection: your words are kept on this device');
    await context.setOffline(false);
    await isSaved(page);
    await page.reload();
    await expect(page.getByLabel('What will you try?')).toHaveValue(
      'Text home by 2 pm, in the language they read.',
    );
    await page.getByLabel('When did it start?').fill(dayBefore(new Date(), 9));
    await page
      .getByRole('textbox', { name: 'Note 1', exact: true })
      .fill('Two families asked for a shorter text.');
    const everyone = page.getByRole('group', { name: 'Everyone' });
    await everyone.getByLabel('Identified').fill('40');
    await everyone.getByLabel('Reached').fill('44');
    await expect(page.getByText('You cannot reach more (44) than you found (40).')).toBeVisible();
    await everyone.getByLabel('Reached').fill('31');
    await isSaved(page);

    await context.setOffline(true);
    await page.getByLabel('What happened?').first().fill('Nine of eleven answered.');
    await page.getByLabel('When did it end?').fill(dayBefore(new Date(), 2));
    await expect(saved(page)).toContainText('No connection');
    await context.setOffline(false);
    await isSaved(page);

    await expect(page.getByLabel('What did you learn?')).toBeVisible();
    await page.getByLabel('What did you learn?').fill('A short text works.');
    await isSaved(page);
    await page.locator('input[name=decision][value=adopt]').check({ force: true });
    await page.getByLabel('Why?').fill('Nine of eleven.');
    await expect(page.locator('.segs .now')).toHaveCount(0);
    expect(await scrollsSideways(page)).toBeLessThanOrEqual(0);

    await page.goto(place);
    for (const words of [
      'Text home by 2 pm, in the language they read.',
      'Two families asked for a shorter text.',
      'Nine of eleven answered.',
      'A short text works.',
      'Nine of eleven.',
    ]) {
      await expect(page.getByText(words, { exact: true }).first()).toBeVisible();
    }
    await expect(page.locator('.segs .now')).toHaveCount(0);
  });
});

test('two people in one field: the second is shown both, and puts them together', async ({
  page,
  browser,
}) => {
  await signIn(page, demo.member);
  const place = await startCycle(page, 'Two people, one field');
  const context = await browser.newContext();
  const other = await context.newPage();
  await signIn(other, demo.coach);
  await other.goto(place);
  await page.getByLabel('What will you try?').fill('Dana’s words.');
  await isSaved(page);
  await other.getByLabel('What will you try?').fill('Renee’s words.');
  const both = other.locator('.clash');
  await expect(both).toContainText('Dana Whitfield saved this at');
  await expect(both).toContainText('Dana’s words.');
  await expect(both).toContainText('Renee’s words.');
  await other.getByRole('button', { name: 'Put them together' }).click();
  await isSaved(other);
  await page.reload();
  await expect(page.getByLabel('What will you try?')).toHaveValue('Dana’s words.\n\nRenee’s words.');

  await page.goto(`${place}/versions`);
  const first = page
    .getByRole('listitem')
    .filter({ hasText: 'What will we try?' })
    .filter({ hasText: 'Version 1' });
  await first.getByRole('button', { name: 'Bring this back' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'It is back' })).toBeVisible();
  await page.goto(place);
  await expect(page.getByLabel('What will you try?')).toHaveValue('Dana’s words.');
  await context.close();
});

test('a session that ends while somebody types keeps the words for that person alone', async ({
  page,
  context,
}) => {
  await signIn(page, demo.member);
  const place = await startCycle(page, 'Signed out while typing');
  await page.getByLabel('What will you try?').fill('Before.');
  await isSaved(page);
  await context.clearCookies();
  await page.getByLabel('What will you try?').fill('Typed while the session had ended.');
  await expect(saved(page)).toContainText('You are signed out. Your words are kept on this device.');

  const second = await context.newPage();
  await signIn(second, demo.coach);
  await second.goto(place);
  await expect(second.getByLabel('What will you try?')).toHaveValue('Before.');
  await second.close();
  await context.clearCookies();

  await saved(page).getByRole('link', { name: 'Sign in' }).click();
  await page.getByLabel('Work e-mail').fill(demo.member);
  await page.getByLabel('Password', { exact: true }).fill('riverbend-demo-1');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByLabel('What will you try?')).toHaveValue('Typed while the session had ended.');
  await isSaved(page);
  await page.reload();
  await expect(page.getByLabel('What will you try?')).toHaveValue('Typed while the session had ended.');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the same page saves by button, and shows both texts where two people wrote', async ({
    page,
    browser,
  }) => {
    await signIn(page, demo.member);
    const place = await startCycle(page, 'Without a script');
    const context = await browser.newContext({ javaScriptEnabled: false });
    const other = await context.newPage();
    await signIn(other, demo.coach);
    await other.goto(place);
    await page.getByLabel('What will you try?').fill('Dana’s words.');
    await page.getByRole('button', { name: 'Save the Plan' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'The Plan is saved.' })).toBeVisible();
    await other.getByLabel('What will you try?').fill('Renee’s words.');
    await other.getByRole('button', { name: 'Save the Plan' }).click();
    await expect(other.locator('.clash')).toContainText('Dana’s words.');
    await expect(other.getByLabel('What will you try?')).toHaveValue('Renee’s words.');
    await other.getByRole('button', { name: 'Put them together' }).click();
    await expect(other.getByRole('status').filter({ hasText: 'The Plan is saved.' })).toBeVisible();
    await expect(other.getByLabel('What will you try?')).toHaveValue('Dana’s words.\n\nRenee’s words.');
    await context.close();
  });
});
