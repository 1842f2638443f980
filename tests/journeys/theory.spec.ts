import type { Page } from '@playwright/test';
import { axeFindings, demo, expect, scrollsSideways, signIn, test } from './support';

/** A team without a theory, with the demo's member in it; its leader makes it. */
async function newTeam(page: Page, name: string) {
  await signIn(page, demo.leader);
  await page.goto('/teams/new');
  await page.getByLabel('What is the team called?').fill(name);
  await page.getByRole('main').locator('button[type=submit]').last().click();
  // A new team opens on who is in it.
  await expect(page).toHaveURL(/\/people$/);
  const team = new URL(page.url()).pathname.replace(/\/people$/, '');
  const dana = page.getByLabel('Who joins?').locator('option', { hasText: 'Dana Whitfield' });
  await page.getByLabel('Who joins?').selectOption(await dana.getAttribute('value'));
  await page.locator('input[name=part][value=member]').check();
  await page.getByRole('button', { name: 'Add to the team' }).click();
  await expect(page.getByRole('main').getByText('Dana Whitfield').first()).toBeVisible();
  await page.context().clearCookies();
  await signIn(page, demo.member);
  await page.goto(`${team}/theory`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Our theory');
}

const saved = (page: Page) => expect(page.locator('.ol-told')).toHaveText(/^Saved /);
const names = (page: Page) =>
  page
    .locator('.ol-list .ol-in:not(#new-line)')
    .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));

test('a whole theory is written with the keyboard alone, from nothing', async ({ page }) => {
  test.slow();
  await newTeam(page, 'Keyboard team');
  const press = (key: string) => page.keyboard.press(key);
  const newLine = page.locator('#new-line');
  const write = async (words: string) => {
    await expect(newLine).toBeFocused();
    await page.keyboard.type(words);
    await press('Enter');
    await expect(newLine).toHaveValue('');
    await expect.poll(() => names(page)).toContain(words);
    await saved(page);
  };

  // Alive once the keys are told.
  await expect(page.locator('.ol-keys')).toBeVisible();
  const add = page.getByRole('link', { name: 'Add a primary driver' });
  for (let tabs = 0; tabs < 60 && !(await add.evaluate((one) => one === document.activeElement)); tabs++) {
    await press('Tab');
  }
  await expect(add).toBeFocused();
  await press('Enter');
  await write('Families hear the same day');
  await write('Buses run when they are needed');
  await press('Alt+ArrowRight');
  await expect(page.getByLabel('New secondary driver')).toBeFocused();
  await write('A late bus goes to Harbor');
  await press('Alt+ArrowRight');
  await expect(page.getByLabel('New change idea')).toBeFocused();
  await write('Ask the county for one more bus');
  await write('Ride with an older student');
  await press('Escape');

  // The arrows go from line to line; with Alt they take the line along.
  await page.getByLabel('Change idea').last().focus();
  await expect
    .poll(() => page.evaluate(() => (document.activeElement as HTMLInputElement).value))
    .toBe('Ride with an older student');
  await press('Alt+ArrowUp');
  await expect
    .poll(() => names(page))
    .toEqual([
      'Families hear the same day',
      'Buses run when they are needed',
      'A late bus goes to Harbor',
      'Ride with an older student',
      'Ask the county for one more bus',
    ]);
  await expect
    .poll(() => page.evaluate(() => (document.activeElement as HTMLInputElement).value))
    .toBe('Ride with an older student');
  await press('Alt+ArrowLeft');
  await expect
    .poll(() => names(page))
    .toEqual([
      'Families hear the same day',
      'Buses run when they are needed',
      'Ride with an older student',
      'A late bus goes to Harbor',
      'Ask the county for one more bus',
    ]);

  // A line is named anew where it stands, and saves itself.
  await press('ArrowUp');
  await press('ArrowUp');
  await expect(page.getByLabel('Primary driver', { exact: true }).first()).toBeFocused();
  await press('End');
  await page.keyboard.type(', in their language');
  await saved(page);
  await expect(page.locator('svg.only-wide')).toContainText('their language');

  await page.reload();
  expect(await names(page)).toEqual([
    'Families hear the same day, in their language',
    'Buses run when they are needed',
    'Ride with an older student',
    'A late bus goes to Harbor',
    'Ask the county for one more bus',
  ]);
  await expect(page.locator('.dd-says')).toHaveText(
    'Two primary drivers, one secondary driver and two change ideas: two untested.',
  );
  expect(await axeFindings(page)).toEqual([]);

  // Tab leaves the outline: no field keeps it.
  await page.getByLabel('Change idea').last().focus();
  for (let tabs = 0; tabs < 12; tabs++) await press('Tab');
  await expect(page.locator('.ol-list :focus')).toHaveCount(0);
});

test('what is typed while the connection is gone waits and is saved when it is back', async ({
  page,
  context,
}) => {
  await newTeam(page, 'Offline team');
  await expect(page.locator('.ol-keys')).toBeVisible();
  await page.getByRole('link', { name: 'Add a primary driver' }).click();
  await page.keyboard.type('Families hear');
  await page.keyboard.press('Enter');
  await saved(page);
  await page.keyboard.press('Escape');
  await expect(page.getByLabel('Primary driver', { exact: true })).toHaveValue('Families hear');
  await context.setOffline(true);
  await page.getByLabel('Primary driver', { exact: true }).fill('Families hear the same day');
  await expect(page.locator('.ol-told')).toContainText('waits here');
  await context.setOffline(false);
  await saved(page);
  await page.reload();
  expect(await names(page)).toEqual(['Families hear the same day']);
});

test('on a phone the outline comes before the picture, and only the picture’s own box scrolls sideways', async ({
  page,
}) => {
  await page.setViewportSize({ width: 350, height: 740 });
  await signIn(page, demo.member);
  await page.goto('/teams');
  await page.getByRole('link', { name: 'Attendance Action Team' }).first().click();
  await page.getByRole('link', { name: 'The whole theory, drawn and as an outline' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Our theory');
  const [outline, drawing] = [page.locator('#outline-row'), page.locator('.ddiagram')];
  expect((await outline.boundingBox())?.y ?? 0).toBeLessThan((await drawing.boundingBox())?.y ?? 0);
  expect(await scrollsSideways(page)).toBeLessThanOrEqual(0);
  expect(await drawing.evaluate((box) => box.scrollWidth - box.clientWidth)).toBeGreaterThan(0);
});

test('the theory is printed on one sheet', async ({ page }) => {
  await signIn(page, demo.member);
  await page.goto('/teams');
  await page.getByRole('link', { name: 'Attendance Action Team' }).first().click();
  await page.getByRole('link', { name: 'The whole theory, drawn and as an outline' }).click();
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the same theory is written with plain forms', async ({ page }) => {
    test.slow();
    await newTeam(page, 'Plain team');
    const submit = () => page.getByRole('main').locator('form.stack-form button[type=submit]').last().click();
    await page.getByRole('link', { name: 'Add a primary driver' }).click();
    await submit();
    await expect(page.getByText('Say in one line what has to change.')).toBeVisible();
    await page.getByLabel('What has to change, in one line?').fill('Families hear');
    await submit();
    await page.getByRole('link', { name: 'Add a driver under Families hear' }).click();
    await page.getByLabel('What has to change, in one line?').fill('In their language');
    await submit();
    await page.getByRole('link', { name: 'Add an idea under In their language' }).click();
    await page.getByLabel(/new idea|What will you try/).fill('Text first');
    await submit();
    expect(await names(page)).toEqual(['Families hear', 'In their language', 'Text first']);

    await page.getByLabel('Change idea', { exact: true }).fill('Text first, then call');
    await page.getByRole('button', { name: 'Save Text first' }).click();
    await page.getByRole('button', { name: 'One level out: Text first, then call' }).click();
    expect(await names(page)).toEqual(['Families hear', 'Text first, then call', 'In their language']);

    await page.getByRole('link', { name: /^Open the idea/ }).click();
    await page.getByRole('link', { name: 'We no longer believe this' }).click();
    await page.getByLabel('What made you stop believing it?').fill('Families change their numbers.');
    await submit();
    await page.getByRole('button', { name: 'Put this idea away' }).click();
    await expect(page.getByRole('heading', { name: 'What we stopped believing' })).toBeVisible();
    expect(await names(page)).toEqual(['Families hear', 'In their language']);
    await page.getByRole('button', { name: 'Bring back Text first, then call' }).click();
    expect(await names(page)).toEqual(['Families hear', 'Text first, then call', 'In their language']);
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('a new line that is not entered yet survives a reload, and leaving it keeps the focus', async ({
    page,
  }) => {
    await newTeam(page, 'Phone team');
    await expect(page.locator('.ol-keys')).toBeVisible();
    const newLine = page.locator('#new-line');
    await page.getByRole('link', { name: 'Add a primary driver' }).click();
    await newLine.fill('Families hear the same day that a student misses a class');
    await page.keyboard.press('Enter');
    await saved(page);
    await expect(newLine).toHaveValue('');
    await newLine.fill('Buses run');
    await expect(page.locator('.ol-told')).toHaveText('Kept on this device. Enter adds the line');
    await page.reload();
    await expect(newLine).toHaveValue('Buses run');
    await newLine.focus();
    await page.keyboard.press('Escape');
    await expect(newLine).toHaveCount(0);
    expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
    await page.reload();
    await expect(page.locator('.ol-keys')).toBeVisible();
    await expect(newLine).toHaveCount(0);
    // A long name is seen whole.
    const name = page.locator('.ol-in').first();
    expect(await name.evaluate((one) => one.scrollWidth - one.clientWidth)).toBeLessThanOrEqual(1);
    expect(await name.evaluate((one) => one.scrollHeight - one.clientHeight)).toBeLessThanOrEqual(1);
    expect(await scrollsSideways(page)).toBeLessThanOrEqual(0);
  });
});
