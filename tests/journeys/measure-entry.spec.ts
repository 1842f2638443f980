import type { BrowserContext, Locator, Page } from '@playwright/test';
import { axeFindings, demo, expect, monday, scrollsSideways, signIn, test } from './support';

test.describe.configure({ timeout: 120_000 });

/** A new measure of the Attendance Action Team with three weeks of numbers; returns its address. */
async function aMeasure(page: Page, name: string, kind = 'proportion'): Promise<string> {
  await signIn(page, demo.member);
  await page.goto('/teams');
  await page.getByRole('link', { name: 'Attendance Action Team' }).first().click();
  await page.getByRole('link', { name: 'Add a measure' }).click();
  await page.getByLabel('What do you measure?').fill(name);
  await page.locator('input[name=type][value=process]').check();
  await page.locator(`input[name=kind][value=${kind}]`).check();
  await page.locator('input[name=direction][value=higher]').check();
  await page.getByRole('main').locator('button[type=submit]').last().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  return page.url().split('#')[0] ?? '';
}

async function aMeasureWithNumbers(page: Page, name: string): Promise<string> {
  const place = await aMeasure(page, name);
  const rows = [5, 4, 3].map((ago) => `${monday(ago)}\t${250 + ago}\t300`).join('\n');
  await page.goto(`${place}/paste`);
  await page.getByLabel('What did you copy?').fill(rows);
  await page.getByRole('button', { name: 'Look at it first' }).click();
  await page.getByRole('button', { name: /^Save/ }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Saved: 3 new' })).toBeVisible();
  return place;
}

const cell = (page: Page, field: string, weeksAgo: number): Locator =>
  page.locator(`[id="c-${monday(weeksAgo)}-${field}-0"]`);
const grid = (page: Page) => page.getByRole('grid');
const saved = (page: Page) => page.locator('.gridbar .saved > span').first();

async function pasteText(page: Page, text: string) {
  await page.evaluate((copied) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', copied);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);
}

const atOffline = (context: BrowserContext, isOffline: boolean) => context.setOffline(isOffline);

test('the grid takes the keys of a spreadsheet, saves itself, and the chart answers back', async ({
  page,
}) => {
  const place = await aMeasureWithNumbers(page, 'Grid by keyboard');
  await page.goto(place);
  await expect(grid(page)).toBeVisible();
  await expect(page.locator('table.grid input[tabindex="-1"]').first()).toBeAttached();
  expect(await page.locator('table.grid input:not([tabindex="-1"])').count()).toBe(1);

  await cell(page, 'numerator', 2).click();
  await page.keyboard.type('270');
  await page.keyboard.press('Tab');
  await expect(cell(page, 'denominator', 2)).toBeFocused();
  await page.keyboard.type('300');
  const row = page.getByRole('row').filter({ has: cell(page, 'numerator', 2) });
  await expect(row).toContainText('90.0%');
  await page.keyboard.press('Enter');
  await expect(cell(page, 'denominator', 1)).toBeFocused();
  await expect(saved(page)).toHaveText(/^Saved \d{1,2}:\d\d [ap]m$/);
  await expect(page.getByText('The latest week is 90%').first()).toBeVisible();

  // Typing replaces, F2 edits, Esc brings back; arrows go from cell to cell.
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowLeft');
  await expect(cell(page, 'numerator', 2)).toBeFocused();
  await page.keyboard.type('2');
  await page.keyboard.press('Escape');
  await expect(cell(page, 'numerator', 2)).toHaveValue('270');
  await page.keyboard.press('F2');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('1');
  await page.keyboard.press('ArrowLeft');
  await expect(cell(page, 'numerator', 2)).toBeFocused();
  await page.keyboard.press('Shift+Enter');
  await expect(cell(page, 'numerator', 3)).toBeFocused();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Shift+Tab');
  await expect(page.locator('table.grid input:focus')).toHaveCount(0);
  await expect(saved(page)).toHaveText(/^Saved/);
  await page.reload();
  await expect(page.locator('table.grid input[tabindex="-1"]').first()).toBeAttached();
  await expect(cell(page, 'numerator', 2)).toHaveValue('271');

  // Esc and then Tab leaves in the middle.
  await cell(page, 'numerator', 2).click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(page.locator('table.grid input:focus')).toHaveCount(0);
  expect(await axeFindings(page)).toEqual([]);
});

test('an impossible value stays in red with a sentence, the chart keeps the last good one, and undo takes back', async ({
  page,
}) => {
  const place = await aMeasureWithNumbers(page, 'Grid with a wrong number');
  await page.goto(place);
  await expect(grid(page)).toBeVisible();
  await cell(page, 'numerator', 3).click();
  await page.keyboard.type('726');
  await page.keyboard.press('Enter');
  const sentence = '726 is more than the 300 it is out of. The chart still uses 253.';
  await expect(page.getByText(sentence)).toBeVisible();
  await expect(page.locator('.gridbar')).toContainText('1 number needs a look');
  await expect(cell(page, 'numerator', 3)).toHaveAttribute('aria-invalid', 'true');
  await expect(cell(page, 'numerator', 3)).toHaveAccessibleDescription(/726 is more than the 300/);
  await expect(page.getByText('The latest week is 84.3%').first()).toBeVisible();
  await page.reload();
  await expect(cell(page, 'numerator', 3)).toHaveValue('726');
  await expect(grid(page)).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);

  await cell(page, 'numerator', 3).click();
  await page.keyboard.type('260');
  await page.keyboard.press('Enter');
  await expect(page.getByText(sentence)).toBeHidden();
  await expect(page.getByText('The latest week is 86.7%').first()).toBeVisible();
  await page.getByRole('button', { name: 'Undo your last number' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Taken back' })).toContainText(
    'is 253 of 300 again',
  );
  await expect(cell(page, 'numerator', 3)).toHaveValue('253');
  await expect(page.getByRole('button', { name: 'Undo your 3 pasted numbers' })).toBeVisible();
});

test('rows pasted from a spreadsheet are looked at first, without names, and taken back as one', async ({
  page,
}) => {
  const place = await aMeasureWithNumbers(page, 'Grid with a paste');
  await page.goto(place);
  await expect(grid(page)).toBeVisible();
  await cell(page, 'numerator', 3).click();
  await pasteText(page, 'Maya Ortiz\t261\t1,300\t20%\nLeon Hale\t262\t300\t87%\n');
  const dialog = page.getByRole('dialog', { name: 'Is this right?' });
  await expect(dialog).toContainText('2 numbers would change');
  await expect(dialog).toContainText('Column 1 looks like names of people. It was left out.');
  await expect(dialog).toContainText('253 of 300');
  await expect(dialog).toContainText('261 of 1,300');
  expect(await axeFindings(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toBeHidden();
  await expect(cell(page, 'numerator', 3)).toBeFocused();
  await expect(cell(page, 'numerator', 3)).toHaveValue('253');
  await pasteText(page, '261\t300\r\n262\t300\r\n');
  await page.getByRole('button', { name: 'Save these' }).click();
  await expect(cell(page, 'numerator', 2)).toHaveValue('262');
  await expect(page.getByText('The latest week is 87.3%').first()).toBeVisible();
  await page.getByRole('button', { name: 'Undo your 2 pasted numbers' }).click();
  await expect(cell(page, 'numerator', 2)).toHaveValue('');
  await expect(cell(page, 'numerator', 3)).toHaveValue('253');

  await cell(page, 'numerator', 3).click();
  await pasteText(page, '1\n'.repeat(100_000));
  await expect(page.getByRole('dialog')).toContainText('That is more than 2,000 rows.');
  await page.getByRole('button', { name: 'Close' }).click();
});

test('without a connection cells wait on the page, and are sent when it is back', async ({
  page,
  context,
}) => {
  const place = await aMeasureWithNumbers(page, 'Grid without a connection');
  await page.goto(place);
  await expect(grid(page)).toBeVisible();
  await atOffline(context, true);
  await cell(page, 'numerator', 2).click();
  await page.keyboard.type('270');
  await page.keyboard.press('Tab');
  await page.keyboard.type('300');
  await page.keyboard.press('Enter');
  await expect(saved(page)).toHaveText('Offline, 2 numbers wait');
  await expect(cell(page, 'numerator', 2)).toHaveValue('270');
  await atOffline(context, false);
  await expect(saved(page)).toHaveText(/^Saved/);
  await page.reload();
  await expect(cell(page, 'denominator', 2)).toHaveValue('300');
});

test('two people in one cell: the second is shown both and chooses', async ({ page, browser }) => {
  const place = await aMeasureWithNumbers(page, 'Grid for two');
  const other = await (await browser.newContext()).newPage();
  await signIn(other, demo.coach);
  await other.goto(place);
  await expect(grid(other)).toBeVisible();
  await page.goto(place);
  await expect(grid(page)).toBeVisible();
  await cell(other, 'numerator', 3).click();
  await other.keyboard.type('272');
  await other.keyboard.press('Enter');
  await expect(saved(other)).toHaveText(/^Saved \d/);
  await cell(page, 'numerator', 3).click();
  await page.keyboard.type('276');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Renee Castillo wrote 272 at .*You wrote 276\./)).toBeVisible();
  await expect(cell(page, 'numerator', 3)).toHaveValue('276');
  await page.getByRole('button', { name: 'Take 272' }).click();
  await expect(cell(page, 'numerator', 3)).toHaveValue('272');
  await cell(page, 'numerator', 3).click();
  await page.keyboard.type('275');
  await page.keyboard.press('Enter');
  await cell(other, 'numerator', 3).click();
  await other.keyboard.type('274');
  await expect(saved(page)).toHaveText(/^Saved \d/);
  await other.keyboard.press('Enter');
  await other.getByRole('button', { name: 'Keep 274' }).click();
  await expect(other.getByText(/You wrote 274/)).toBeHidden();
  await page.reload();
  await expect(cell(page, 'numerator', 3)).toHaveValue('274');
  await other.context().close();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the same grid is a plain form, and counting works by buttons', async ({ page }) => {
    const place = await aMeasureWithNumbers(page, 'Grid without JavaScript');
    await page.goto(place);
    await expect(grid(page)).toHaveCount(0);
    await cell(page, 'numerator', 2).fill('270');
    await cell(page, 'denominator', 2).fill('300');
    await cell(page, 'numerator', 3).fill('726');
    await page.getByRole('button', { name: 'Save these numbers' }).click();
    await expect(
      page.getByRole('status').filter({ hasText: 'Saved: 1 new. 1 number needs a look.' }),
    ).toBeVisible();
    await expect(
      page.getByText('726 is more than the 300 it is out of. The chart still uses 253.'),
    ).toBeVisible();
    await expect(cell(page, 'numerator', 3)).toHaveValue('726');
    await expect(page.getByText('The latest week is 90%').first()).toBeVisible();
    await page.getByRole('button', { name: 'Undo your last number' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'has no number again' })).toBeVisible();
    await page.goto(`${place}/tally`);
    await page.getByRole('button', { name: 'Yes +1', exact: true }).click();
    await page.getByRole('button', { name: 'No +1', exact: true }).click();
    await page.getByRole('button', { name: 'Yes +1', exact: true }).click();
    await expect(page.locator('.tally-now')).toContainText('2 of 3');
    await page.getByRole('button', { name: 'Take back one yes' }).click();
    await expect(page.locator('.tally-now')).toContainText('1 of 2');
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('one number, one thumb, next period', async ({ page }) => {
    const place = await aMeasureWithNumbers(page, 'Thumb entry');
    await page.goto(`${place}/enter`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Enter the week of/);
    await expect(page.locator('.entry-wide').first()).toBeHidden();
    expect(await scrollsSideways(page)).toBeLessThanOrEqual(0);
    const next = page.getByRole('button', { name: 'Save and next' });
    expect((await next.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    const many = page.getByLabel('How many?', { exact: true });
    expect(await many.getAttribute('inputmode')).toBe('decimal');
    await many.fill('726');
    await page.getByLabel('Out of how many?').fill('300');
    await next.tap();
    await expect(page.locator('.entry-narrow')).toContainText('726 is more than the 300 it is out of.');
    await many.fill('270');
    await next.tap();
    await expect(page.getByRole('status').filter({ hasText: 'is 270 of 300' })).toBeVisible();
    await expect(many).toHaveValue('');
    await page.locator('.steps a[rel=prev]').click();
    await expect(many).toHaveValue('270');
    expect(await axeFindings(page)).toEqual([]);
  });

  test('counting during a session: each tap at once, and none lost on the way', async ({ page, context }) => {
    const place = await aMeasure(page, 'Tally by thumb');
    await page.goto(`${place}/tally`);
    const yes = page.getByRole('button', { name: 'Yes +1', exact: true });
    await page.waitForLoadState('networkidle');
    for (let tap = 0; tap < 3; tap += 1) await yes.tap();
    await expect(page.locator('.tally-now')).toContainText('3 of 3');
    await expect(page.getByText('Saved.')).toBeVisible();
    await atOffline(context, true);
    await yes.tap();
    await page.getByRole('button', { name: 'No +1', exact: true }).tap();
    await expect(page.getByText('Offline: 2 taps wait here.')).toBeVisible();
    await expect(page.locator('.tally-now')).toContainText('4 of 5');
    await atOffline(context, false);
    await expect(page.getByText('Saved.')).toBeVisible();
    await page.reload();
    await expect(page.locator('.tally-now')).toContainText('4 of 5');
    expect(await scrollsSideways(page)).toBeLessThanOrEqual(0);
  });
});
