import type { Page } from '@playwright/test';
import { expect as atOnce, comesAlive, dayBefore, demo, scrollsSideways, signIn, test } from './support';

/** What is saved takes a moment on a busy machine. */
const expect = atOnce.configure({ timeout: 30_000 });

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

/** Starts a cycle of a new idea; its page is open and alive afterwards. */
async function startCycle(page: Page, idea: string) {
  await signIn(page, demo.member);
  await page.goto('/teams');
  await page.getByRole('link', { name: 'Attendance Action Team' }).first().click();
  await page.getByRole('link', { name: 'Start a cycle' }).click();
  await page.getByLabel('Or a new idea, in one line').fill(idea);
  await page.getByLabel('What do you want to find out?').fill('Do more families answer?');
  await page.getByLabel('What do you think will happen?').fill('8 of 10 will.');
  await page.getByLabel('When do you start?').fill(dayBefore(new Date(), 10));
  await page.getByRole('button', { name: 'Start the cycle' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(idea);
  await comesAlive(page);
}

const saved = (page: Page) => page.locator('.workbar .saved');
const number = (page: Page, position: number) =>
  page.getByRole('group', { name: `Number ${position}`, exact: true });
const wholeNumber = async (page: Page, position: number, [expected, low, high]: string[]) => {
  await number(page, position)
    .getByLabel('We expect')
    .fill(expected ?? '');
  await number(page, position)
    .getByLabel('At least')
    .fill(low ?? '');
  await number(page, position)
    .getByLabel('At most')
    .fill(high ?? '');
};

test('rows that are not whole are kept on the device, and come back with what is wrong at their fields', async ({
  page,
}) => {
  await startCycle(page, 'Rows that are not whole');
  // A percent measure with numbers that cannot be: each is told so at its own field, and the bar counts them.
  await number(page, 1).getByLabel('Measure 1').selectOption({ index: 1 });
  await wholeNumber(page, 1, ['500', '400', '900']);
  await number(page, 1).getByLabel('Check it on').fill(dayBefore(new Date(), 1));
  await expect(number(page, 1).getByText('This measure is a percent')).toHaveCount(3);
  await expect(saved(page)).toHaveText('Kept on this device: 3 answers need a look');

  // A second number that has only what is expected, a third without a measure, and a task with only a name.
  await page.getByRole('button', { name: 'Add another number' }).click();
  await number(page, 2).getByLabel('Measure 2').selectOption({ index: 2 });
  await number(page, 2).getByLabel('We expect').fill('77');
  await page.getByRole('button', { name: 'Add another number' }).click();
  await number(page, 3).getByLabel('We expect').fill('90');
  await page.getByRole('group', { name: 'Task 1' }).getByLabel('Who?').fill('Luis');
  await page.getByRole('group', { name: 'Task 1' }).getByLabel('Where?').focus();
  await expect(saved(page)).toContainText('Kept on this device');
  await page.getByLabel('What will you try?').focus();

  await page.reload();
  await comesAlive(page);
  await expect(number(page, 1).getByLabel('We expect')).toHaveValue('500');
  await expect(number(page, 1).getByText('This measure is a percent')).toHaveCount(3);
  await expect(number(page, 2).getByLabel('We expect')).toHaveValue('77');
  await expect(number(page, 2).getByText('Write the low end of the range.')).toBeVisible();
  await expect(number(page, 3).getByLabel('We expect')).toHaveValue('90');
  await expect(number(page, 3).getByText('Choose the measure this is about.')).toBeVisible();
  await expect(page.getByRole('group', { name: 'Task 1' }).getByLabel('Who?')).toHaveValue('Luis');
  await expect(page.getByText('Write what is to be done.')).toBeVisible();

  // Mended, they are saved; emptied, they are gone. Then nothing waits.
  await wholeNumber(page, 1, ['50', '40', '90']);
  await wholeNumber(page, 2, ['', '', '']);
  await number(page, 3).getByLabel('We expect').fill('');
  await page.getByRole('group', { name: 'Task 1' }).getByLabel('Task 1: what?').fill('Send the text');
  await page.getByLabel('What will you try?').focus();
  await expect(saved(page)).toHaveText(/Saved \d/);
  await expect(page.locator('.ws .err')).toHaveCount(0);
  await page.reload();
  await comesAlive(page);
  await expect(number(page, 1).getByLabel('We expect')).toHaveValue('50');
  await expect(number(page, 2)).toHaveCount(0);
  expect(await scrollsSideways(page)).toBeLessThanOrEqual(0);
});

test('saving with something wrong leads to the first field that is', async ({ page }) => {
  await startCycle(page, 'A button that leads to what is wrong');
  await number(page, 1).getByLabel('We expect').fill('90');
  await page.getByRole('button', { name: 'Save the Plan' }).click();
  await expect(number(page, 1).getByLabel('Measure 1')).toBeFocused();
  await expect(number(page, 1).getByText('Choose the measure this is about.')).toBeInViewport();
  await number(page, 1).getByLabel('Measure 1').selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Save the Plan' }).click();
  await expect(number(page, 1).getByLabel('At least')).toBeFocused();
  await expect(number(page, 1).getByText('Write the low end of the range.')).toBeInViewport();
});

test('a part is saved though a row of another part is not whole, and that row is kept', async ({ page }) => {
  await startCycle(page, 'Do beside a half row');
  await number(page, 1).getByLabel('We expect').fill('90');
  await page.getByLabel('When did it start?').fill(dayBefore(new Date(), 9));
  await page.getByRole('button', { name: 'Save Do' }).click();
  await expect(page.getByText('Do is saved.')).toBeVisible();
  await expect(number(page, 1).getByLabel('We expect')).toHaveValue('90');
  await page.reload();
  await comesAlive(page);
  await expect(page.getByLabel('When did it start?')).toHaveValue(dayBefore(new Date(), 9));
  await expect(number(page, 1).getByLabel('We expect')).toHaveValue('90');
});

test('nobody meets a text of their own when they change the day of a note', async ({ page }) => {
  await startCycle(page, 'A note of yesterday');
  await page.getByRole('textbox', { name: 'Note 1', exact: true }).fill('Two families called.');
  await expect(saved(page)).toHaveText(/Saved \d/);
  await page.getByLabel('Day of note 1').fill(dayBefore(new Date(), 1));
  await page.getByRole('textbox', { name: 'Note 1', exact: true }).focus();
  await expect(saved(page)).toHaveText('Saving…');
  await expect(saved(page)).toHaveText(/Saved \d/);
  await expect(page.locator('.clash')).toHaveCount(0);
  await page.reload();
  await expect(page.getByLabel('Day of note 1')).toHaveValue(dayBefore(new Date(), 1));
});

test('the main button of My work leads to the first box that is open, with and without a script', async ({
  page,
  browser,
}) => {
  await startCycle(page, 'Straight to the box');
  await page.getByLabel('When did it start?').fill(dayBefore(new Date(), 9));
  await page.getByLabel('What will you try?').focus();
  await expect(saved(page)).toHaveText(/Saved \d/);
  // What is missing is said, and the focus goes there.
  await page.getByRole('link', { name: 'Write the day Do ended' }).click();
  await expect(page.getByLabel('When did it end?')).toBeFocused();
  await expect(page.getByLabel('When did it end?')).toBeInViewport();
  await page.getByLabel('When did it end?').fill(dayBefore(new Date(), 2));
  await page.getByLabel('What happened?').first().focus();
  await expect(page.getByLabel('What did you learn?')).toBeVisible();

  await page.goto(`${page.url().split('#')[0]}/study#here`);
  const box = page.locator('#study-sheet').getByLabel('What happened?');
  await expect(box).toBeFocused();
  await expect(box).toBeInViewport();

  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
    viewport: { width: 390, height: 844 },
  });
  const plain = await context.newPage();
  await plain.goto(page.url());
  await expect(plain.locator('#study-sheet').getByLabel('What happened?')).toBeInViewport();
  await context.close();
});
