import type { Page } from '@playwright/test';
import { dayBefore, demo, expect, monday, scrollsSideways, signIn, test } from './support';

/** From a common measure to its first number, and something that happened on its chart. */
async function fromTemplateToChart(page: Page, mark: string) {
  await signIn(page, demo.member);
  await page.goto('/teams');
  await page.getByRole('link', { name: 'Attendance Action Team' }).first().click();
  await page.getByRole('link', { name: 'Add a measure' }).click();
  await page.getByText(/See \d+ common measures/).click();
  await page.getByRole('link', { name: 'Tutoring sessions attended' }).click();
  await expect(page.getByLabel('What do you measure?')).toHaveValue('Tutoring sessions attended');
  await expect(page.getByLabel('Exactly what is counted?')).toHaveValue(/20 minutes or more/);
  await expect(page.getByRole('link', { name: 'Class time missed for this work' }).last()).toBeVisible();
  expect(await scrollsSideways(page)).toBeLessThanOrEqual(0);

  // What does not fit the kind of number is not asked.
  await expect(page.getByLabel('What is the unit?')).toBeHidden();
  await page.getByLabel('A count of things').check();
  await expect(page.getByLabel('What is the unit?')).toBeVisible();
  await expect(page.getByLabel('Out of what?')).toBeHidden();
  await page.getByLabel('A share: so many out of so many').check();

  await page.getByLabel('What do you measure?').fill(`Tutoring sessions attended ${mark}`);
  await page.getByLabel('For which groups do you count too?').fill('Lincoln\nDana Whitfield');
  await page.getByRole('button', { name: 'Add the measure' }).click();
  await expect(page.getByText(/looks like one person/)).toBeVisible();
  await page.getByLabel('For which groups do you count too?').fill('Lincoln\nHarbor');
  await page.getByText('Where it comes from, and who enters it').click();
  await page
    .getByLabel('On whose list is it when a number is due?')
    .selectOption({ label: 'Dana Whitfield' });
  await page.getByRole('button', { name: 'Add the measure' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Tutoring sessions attended ${mark}`);
  const place = page.url();

  // It waits on the owner's list.
  await page.goto('/');
  await expect(
    page.getByText(`Enter the first number of “Tutoring sessions attended ${mark}”`).first(),
  ).toBeVisible();

  await page.goto(`${place}/enter?period=${monday(1)}`);
  await page.getByLabel(/^How many\?/).fill('41');
  await page.getByLabel(/^Out of how many\?/).fill('50');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: '41 of 50' })).toBeVisible();

  await page.goto(place);
  await expect(page.getByText(/^Last number: /)).toBeVisible();
  await page.getByRole('link', { name: 'Write down what happened' }).click();
  await page.getByLabel('What happened?').fill(`Tutors were ill ${mark}`);
  await page.getByLabel('Something stood in the way').check();
  await page.getByLabel('On which day?').fill(monday(1));
  await page.getByLabel('Until which day?').fill(monday(2));
  await page.getByRole('button', { name: 'Put it on the time line' }).click();
  await expect(page.getByText('The last day is before the first.')).toBeVisible();
  await page.getByLabel('Until which day?').fill('');
  await page.getByRole('button', { name: 'Put it on the time line' }).click();
  await expect(page).toHaveURL(`${place}#events-row`);
  await expect(page.getByRole('rowheader', { name: `Tutors were ill ${mark}` })).toBeVisible();

  // Another way of counting keeps both versions, and marks its day.
  await page.goto(`${place}/edit`);
  await page.getByLabel('Exactly what is counted?').fill('Sessions of 30 minutes or more.');
  await page.getByLabel('Does it count something else now?').fill(dayBefore(new Date(), 3));
  await page.getByLabel('What is the group “Harbor” called?').fill('Harbor High');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText(/^Changed once\. On /)).toBeVisible();
  await expect(page.getByText('Lincoln and Harbor High').first()).toBeVisible();
  await expect(page.getByRole('rowheader', { name: /Counted another way/ })).toBeVisible();
  await page.getByRole('link', { name: 'See both versions' }).click();
  await expect(page.getByText(/20 minutes or more/)).toBeVisible();
  await expect(page.getByText('Sessions of 30 minutes or more.')).toBeVisible();
  expect(await scrollsSideways(page)).toBeLessThanOrEqual(0);

  await page.goto(`${place}/goals`);
  await page.getByLabel('What is the next goal?').fill('90');
  await page.getByLabel('From which day does it hold?').fill(monday(1));
  await page.getByRole('button', { name: 'Set the goal' }).click();
  await expect(page.getByText(/90%\. It holds now\./)).toBeVisible();
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });
  test('a common measure, its first number, and what happened on its chart', async ({ page }) => {
    test.slow();
    await fromTemplateToChart(page, 'A');
  });
});

test.describe('on a phone without JavaScript', () => {
  test.use({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false });
  test('a common measure, its first number, and what happened on its chart', async ({ page }) => {
    test.slow();
    await fromTemplateToChart(page, 'B');
  });
});
