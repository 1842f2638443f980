import type { Page } from '@playwright/test';
import { communityFile, demo, expect, signIn, test } from './support';

async function bringFile(page: Page, place: string) {
  await page.goto(`${place}/import`);
  await page.locator('input[type=file]').setInputFiles(communityFile.place);
  await page.getByRole('button', { name: 'Look at the file' }).click();
  await expect(page).toHaveURL(/\/imports\//);
}

async function wholeImport(page: Page, name: string) {
  await signIn(page, demo.leader);
  await page.goto('/indicators/new');
  await page.getByLabel('What is it called?').fill(name);
  await page.getByLabel('Which outcome is it about?').selectOption({ label: 'High school graduation' });
  await page
    .locator('[name=unit]')
    .selectOption('percent')
    .catch(() => page.locator('input[name=unit][value=percent]').check());
  await page.locator('input[name=direction][value=higher]').check();
  await page.locator('input[name=periodKind][value="school year"]').check();
  await page.getByRole('button', { name: 'Define the indicator' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  const place = page.url().split('?')[0] ?? '';

  await bringFile(page, place);
  // What is suppressed, what is absent, and what will be saved, before anything is.
  await expect(page.getByText(/15 (values|numbers)/).first()).toBeVisible();
  await expect(page.getByText(/and \d+ held back/).first()).toBeVisible();
  await page.getByRole('button', { name: /^Save 15/ }).click();
  await expect(page.getByRole('status').first()).toBeVisible();

  await page.goto(`${place}?focus=Black`);
  await page.goto(place);
  await expect(
    page.getByText(/only percentages|Only percentages|only percents|Only percents/).first(),
  ).toBeVisible();
  await expect(page.getByText(new RegExp(communityFile.gap.replace('.', '\\.'))).first()).toBeVisible();

  await bringFile(page, place);
  await expect(page.getByText(/nothing|Nothing|the same/).first()).toBeVisible();
}

test(`a community’s file goes in as it is, and the gap is seen (${communityFile.isReal ? 'the real file' : 'a hand-made file'})`, async ({
  page,
}) => {
  await wholeImport(page, 'Four-year graduation, by file');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('a community’s file goes in as it is, and the gap is seen', async ({ page }) => {
    await wholeImport(page, 'Four-year graduation, plain');
  });
});
