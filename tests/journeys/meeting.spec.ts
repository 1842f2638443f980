import type { Page } from '@playwright/test';
import { axeFindings, comesAlive, expect, scrollsSideways, signIn, test } from './support';

const [joy, rosa] = ['joy@riverbend.example', 'rosa@riverbend.example'];
const box = (page: Page) => page.getByLabel('What was said, decided or promised?');

async function openTeam(page: Page): Promise<string> {
  await page.goto('/teams');
  await page.getByRole('link', { name: 'Early Literacy Network' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Early Literacy Network');
  return new URL(page.url()).pathname;
}

/** The pages of a PDF, by the objects it is made of. */
const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length ?? 0;

test('a projector and a phone record one meeting, a decision lands on its cycle, and the summary is one sheet', async ({
  page,
  context,
  browser,
  baseURL,
}) => {
  test.setTimeout(300_000);
  await page.setViewportSize({ width: 1280, height: 720 });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await signIn(page, joy);
  const team = await openTeam(page);
  await page.getByRole('link', { name: 'Meeting', exact: true }).click();
  await page.getByRole('button', { name: 'Start the meeting' }).click();
  await expect(page.getByRole('navigation', { name: 'Steps of the meeting' })).toBeVisible();

  const theirs = await browser.newContext({ baseURL, viewport: { width: 350, height: 750 }, hasTouch: true });
  const phone = await theirs.newPage();
  await signIn(phone, rosa);
  await phone.goto(`${team}/meeting`);
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('What is due');
  expect(await scrollsSideways(phone)).toBeLessThanOrEqual(0);
  await expect(box(phone)).toBeInViewport();

  await box(page).fill('Garfield has a free half day next week');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(phone.locator('.reclines')).toContainText('Garfield has a free half day', { timeout: 15_000 });

  await phone.getByRole('radio', { name: 'Promise' }).check();
  await box(phone).fill('Ask about a second coach');
  await box(phone).press('Enter');
  await expect(phone.getByText('Write who will do it.')).toBeVisible();
  await phone.getByLabel('Who?').fill('Rosa Delgado');
  await box(phone).press('Enter');
  await expect(box(phone)).toHaveValue('');
  await expect(page.locator('.reclines')).toContainText('Rosa Delgado: Ask about a second coach', {
    timeout: 15_000,
  });

  // A dropped connection keeps what was typed, and sends it when it is back.
  await theirs.setOffline(true);
  await phone.getByRole('radio', { name: 'Note' }).check();
  await box(phone).fill('Written in the cellar');
  await box(phone).press('Enter');
  await expect(phone.getByText(/what you wrote waits here/)).toBeVisible();
  await theirs.setOffline(false);
  await expect(page.locator('.reclines')).toContainText('Written in the cellar', { timeout: 20_000 });

  // Who is here is written on both. The phone reads the meeting again while somebody types, and must not write over.
  const saveNames = (on: Page) => on.getByRole('button', { name: 'Save who is here' }).click();
  const names = (on: Page) => on.getByLabel('Who is here?');
  for (const one of [page, phone]) await one.goto(`${team}/meeting?step=close`);
  await comesAlive(phone);
  await names(phone).fill('Rosa');
  await names(page).fill('Joy\nSamuel');
  await saveNames(page);
  await expect(page.getByText('It is written down who was here.')).toBeVisible();
  await page.goto(`${team}/meeting?step=due`);

  // The arrow keys of the projector lead to the cycles; there the team decides.
  await page.locator('h1').click();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Our cycles');
  const cycle = page.getByRole('article', { name: /^Cycle 6/ });
  await cycle.getByText('What will you do with this change?').first().click();
  await cycle.getByRole('radio', { name: /^Adapt/ }).check();
  await cycle.getByLabel('Why?').fill('It held where a coach was in the room.');
  await cycle.getByRole('button', { name: 'Decide' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Saved on the cycle.' })).toBeVisible();
  await expect(cycle).toHaveCount(0);
  await expect(phone.locator('.reclines')).toContainText('Adapt. It held where a coach was', {
    timeout: 15_000,
  });
  await phone.waitForLoadState('networkidle');
  await expect(names(phone)).toHaveValue('Rosa');
  await saveNames(phone);
  await expect(phone.getByText('Somebody wrote this down meanwhile: “Joy Samuel”')).toBeVisible();
  await expect(names(phone)).toHaveValue('Rosa');
  await names(phone).fill('Joy\nSamuel\nRosa');
  await saveNames(phone);
  await expect(phone.getByText('It is written down who was here.')).toBeVisible();
  await expect(names(phone)).toHaveValue('Joy\nSamuel\nRosa');
  await names(phone).fill('Joy\nSamuel\nRosa\nAna');
  await saveNames(phone);
  await expect(phone.getByText('It is written down who was here.')).toBeVisible();
  await expect(names(phone)).toHaveValue('Joy\nSamuel\nRosa\nAna');

  await page.goto(`${team}/meeting?step=numbers`);
  await expect(page.getByRole('article').first().locator('svg').first()).toBeVisible();
  for (const step of ['due', 'cycles', 'numbers', 'record']) {
    await page.goto(`${team}/meeting?step=${step}`);
    expect.soft(await axeFindings(page), step).toEqual([]);
  }
  await page.goto(`${team}/meeting?step=close`);
  await page.getByLabel('Who is here?').fill('Joy, Rosa, Samuel');
  await page.getByRole('button', { name: 'Save who is here' }).click();
  await expect(page.getByLabel('Who is here?')).toHaveValue('Joy, Rosa, Samuel');
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'End the meeting' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Meeting of');
  await expect(phone.getByText('This meeting has ended.')).toBeVisible({ timeout: 15_000 });

  await page.getByRole('button', { name: 'Copy as plain text' }).click();
  await expect(page.getByText('Copied.')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('Present: Joy, Rosa, Samuel');
  expect(copied).toContain('- Rosa Delgado: Ask about a second coach');

  // On paper it is the meeting alone: not what was just done, nor what is left of links.
  await expect(page.getByRole('button', { name: 'Print' })).toBeVisible();
  await expect(page.locator('.flash')).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.flash')).toBeHidden();
  const foot = await page
    .locator('.foot p')
    .evaluateAll((all) =>
      all.map((one) => (one as HTMLElement).innerText.trim()).filter((words) => words.length < 3),
    );
  expect(foot.filter(Boolean)).toEqual([]);
  await page.emulateMedia({ media: null });
  expect(copied).toMatch(/- Cycle 6 \(.+\): Adapt\. It held where a coach was in the room\./);
  expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBe(1);

  await page.getByRole('link', { name: /^Cycle 6/ }).click();
  await expect(page.getByText('It held where a coach was in the room.').first()).toBeVisible();
  await theirs.close();
});

test('a cycle and a measure are archived, undone, archived again and brought back', async ({ page }) => {
  test.setTimeout(240_000);
  await signIn(page, joy);
  const team = await openTeam(page);
  const ramps = page.locator('.ramp-list');
  await page.goto(`${team}/archived`);
  await expect(page.getByRole('main')).toContainText('Cycle 7');
  await page.goto(team);
  const before = await ramps.locator('> li').count();
  await page.getByText('Show this ramp as a list').first().click();
  const href = await ramps.locator('a[href*="/cycles/"]').first().getAttribute('href');
  await page.goto(href ?? '');
  const name = (await page.locator('.title .meta').innerText()).match(/Cycle \d+/)?.[0] ?? '';
  await page.getByRole('button', { name: 'Archive this cycle' }).click();
  await expect(page.getByRole('status').filter({ hasText: `${name} was archived.` })).toBeVisible();
  await expect(ramps.locator('> li')).not.toHaveCount(before);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('status').filter({ hasText: `${name} is back.` })).toBeVisible();
  await page.getByRole('button', { name: 'Archive this cycle' }).click();
  await page.getByRole('link', { name: 'What was archived' }).click();
  await page.getByRole('button', { name: `Bring back ${name}`, exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: `${name} is back.` })).toBeVisible();
  await page.goto(team);
  await expect(ramps.locator('> li')).toHaveCount(before);

  const measure = page.getByRole('link', { name: 'First graders reading on pace' }).first();
  await measure.click();
  await page.getByRole('link', { name: 'Edit', exact: true }).first().click();
  await page.getByRole('button', { name: 'Archive this measure' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'was archived.' })).toBeVisible({
    timeout: 20_000,
  });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Early Literacy Network');
  await expect(measure).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('First graders reading on pace');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });

  test('a meeting is started, recorded, corrected and ended', async ({ page }) => {
    await signIn(page, rosa);
    const team = await openTeam(page);
    await page.goto(`${team}/meeting`);
    await page.getByRole('button', { name: 'Start the meeting' }).click();
    await page.getByRole('radio', { name: 'Decision' }).check();
    await box(page).fill('We read in pears');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(page.locator('.reclines')).toContainText('We read in pears');
    await page.getByRole('link', { name: /^Decisions/ }).click();
    await page.getByRole('link', { name: /^Edit.*We read in pears/ }).click();
    await page.getByLabel('In a few words').fill('We read in pairs');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: /^Take out.*We read in pairs/ }).click();
    await expect(page.locator('.taken-out')).toContainText('Taken out (1)');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByRole('listitem').filter({ hasText: 'We read in pairs' })).toBeVisible();
    // A line that lacks its words comes back on a page of its own.
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(page.getByText('Write it in a few words.')).toBeVisible();
    await page.goto(`${team}/meeting?step=close`);
    await page.getByRole('button', { name: 'End the meeting' }).click();
    await expect(page.getByRole('textbox', { name: 'As plain text' })).toHaveValue(/- We read in pairs/);
  });
});
