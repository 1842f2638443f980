import type { Page } from '@playwright/test';
import { communityFile, demo, expect, signIn, test } from './support';

async function bringFile(page: Page, place: string) {
  await page.goto(`${place}/import`);
  await page.locator('input[type=file]').setInputFiles(communityFile.place);
  await page.getByRole('button', { name: 'Look at the file' }).click();
  await expect(page).toHaveURL(/\/imports\//);
}

async function define(page: Page, name: string): Promise<string> {
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
  return page.url().split('?')[0] ?? '';
}

async function wholeImport(page: Page, name: string) {
  const place = await define(page, name);
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

/** With a header of its own: what a file of these columns meant is remembered for the next. */
const newcomers = (header: string) =>
  [
    `${header},School Year,Graduation Rate`,
    ...['African American,2023-24,71.2', 'Hispanic,2023-24,70', 'White,2023-24,85', 'Asian,2023-24,90'],
    ...['Native Hawaiian/Pacific Islander,2023-24,66', 'Martian,2023-24,12', 'Venusian,2023-24,13'],
  ].join('\n');

/** A file that names the community's groups otherwise, with two that it does not have. */
async function otherNames(page: Page, name: string, header: string) {
  const place = await define(page, name);
  await page.goto(`${place}/import`);
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'state.csv', mimeType: 'text/csv', buffer: Buffer.from(newcomers(header)) });
  await page.getByRole('button', { name: 'Look at the file' }).click();
  await expect(page.getByText('New in this community: Martian and Venusian.')).toBeVisible();
  await expect(page.getByText(/^Read as groups you have: “African American” as Black/)).toBeVisible();
  await expect(page.getByLabel('What are they groups of?').locator('option:checked')).toHaveText(
    'Race and ethnicity',
  );
  await page.getByLabel('Venusian (new here)').selectOption({ label: 'Leave it out' });
  await page.getByRole('button', { name: 'Look again with these choices' }).click();
  await expect(page.getByText('Left out: Venusian.')).toBeVisible();
  await expect(page.getByText('New in this community: Martian.')).toBeVisible();
  await page.getByRole('button', { name: 'Save 6 values' }).click();
  await expect(page.getByText('Saved 6 values. New in this community: Martian.')).toBeVisible();
  await expect(page.getByRole('rowheader', { name: 'Martian' })).toBeVisible();
  const history = page.getByRole('region', { name: 'History' });
  await expect(history.getByRole('link', { name: 'Take it back' })).toBeVisible();
  await page.getByRole('status').getByRole('link', { name: 'Take it back' }).click();
  await page.getByRole('button', { name: /^Take back/ }).click();
  await expect(
    page.getByText('6 numbers are as before. 1 group that it made is gone too: Martian.'),
  ).toBeVisible();
}

test('a file that names the groups otherwise goes to the groups that are here, and what it made goes when it is taken back', async ({
  page,
}) => {
  await otherNames(page, 'Graduation, other names', 'Student Group');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('a file that names the groups otherwise goes to the groups that are here', async ({ page }) => {
    await otherNames(page, 'Graduation, other names, plain', 'Subgroup');
  });
  test('a community’s file goes in as it is, and the gap is seen', async ({ page }) => {
    await wholeImport(page, 'Four-year graduation, plain');
  });
});
