import type { Page } from '@playwright/test';
import { axeFindings, comesAlive, demo, expect, signIn, test } from './support';

const indicator = 'Chronic absence, grades 9–12';

async function openIndicator(page: Page): Promise<string> {
  await signIn(page, demo.leader);
  await page.goto('/indicators');
  await page.getByRole('link', { name: indicator }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(indicator);
  return page.url();
}

/** A second tab opened before the first saved changes another answer, then the same one. */
async function twoTabs(page: Page, isAlive: boolean, mark: string) {
  const place = await openIndicator(page);
  const second = await page.context().newPage();
  for (const tab of [page, second]) {
    await tab.goto(`${place}/edit`);
    if (isAlive) await comesAlive(tab);
  }
  await page.getByLabel('What exactly is counted?').fill(`Away one day in ten ${mark}.`);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();

  await second.getByLabel('Where do the numbers come from?').fill(`The district ${mark}`);
  await second.getByLabel('What exactly is counted?').fill(`Away 18 days ${mark}.`);
  await second.getByRole('button', { name: 'Save' }).click();
  const said = second.getByText(`You changed this meanwhile. It says now: “Away one day in ten ${mark}.”`);
  await expect(said).toBeVisible();
  await expect(second.getByLabel('What exactly is counted?')).toHaveValue(`Away 18 days ${mark}.`);
  if (isAlive) expect(await axeFindings(second)).toEqual([]);
  await second.getByRole('button', { name: 'Save' }).click();
  await expect(second.getByText('Saved.')).toBeVisible();
  const history = second.getByRole('region', { name: 'History' });
  await expect(
    history.getByText(`What exactly is counted: “Away one day in ten ${mark}.” → “Away 18 days ${mark}.”`),
  ).toBeVisible();
  await expect(second.getByText(`The district ${mark}`).first()).toBeVisible();
}

test('what one tab saved of an indicator the other says, and writes over knowingly', async ({ page }) => {
  await twoTabs(page, true, 'with script');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the same', async ({ page }) => {
    await twoTabs(page, false, 'without script');
  });
});

test('a form that leads back to its own page may be saved again and again', async ({ page }) => {
  await signIn(page, demo.admin);
  await page.goto('/settings');
  await comesAlive(page);
  for (const size of ['11', '12', '10']) {
    await page.getByLabel('What is the smallest group shown?').fill(size);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    // Saved, the form is drawn anew, and says that it has shown what is kept by then.
    await expect(page.locator('input[name=shown]')).toHaveValue(new RegExp(`"maskingThreshold":${size}\\D`));
    await expect(page.getByText('Saved.')).toBeVisible();
    await expect(page.locator('.err')).toHaveCount(0);
  }
});

test('an archived indicator is read, and a leader brings it back from its page', async ({ page }) => {
  const place = await openIndicator(page);
  await page.goto(`${place}/edit`);
  await page.getByRole('button', { name: 'Archive the indicator' }).click();
  await expect(page.getByRole('link', { name: '1 archived indicator' })).toBeVisible();
  await page.getByRole('link', { name: '1 archived indicator' }).click();
  await page
    .getByRole('region', { name: 'Archived indicators' })
    .getByRole('link', { name: indicator })
    .click();
  await expect(page.getByText('This indicator was archived on')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Edit' })).toHaveCount(0);
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Bring back' }).click();
  await expect(page.getByRole('link', { name: 'Type numbers' })).toBeVisible();
});
