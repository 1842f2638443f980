import type { Page } from '@playwright/test';
import { demo, expect, signIn, test } from './support';

const type = (page: Page, group: string, field: string, words: string) =>
  page.getByLabel(`${group}: ${field}`, { exact: true }).fill(words);

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('from a common indicator to two typed years, a row put right, and a break', async ({ page }) => {
    await signIn(page, demo.leader);
    await page.goto('/indicators/new?template=working');
    await page.getByLabel('What is it called?').fill('Working or learning at 16 to 24');
    await page.getByRole('button', { name: 'Define the indicator' }).click();
    await page.getByRole('link', { name: 'Type numbers' }).click();
    const show = async (year: string) => {
      await page.getByLabel('Period').fill(year);
      await page.getByRole('button', { name: 'Show' }).click();
      await expect(page.getByRole('heading', { level: 2, name: year })).toBeVisible();
    };
    await show('2022');
    await page.getByLabel('Where do these numbers come from?').fill('Census, table B14005');
    await type(page, 'Everyone', 'How many', '7400');
    await type(page, 'Everyone', 'Out of', '740');
    await type(page, 'Black', 'Or percent', '71.5');
    await type(page, 'Black', 'Margin of error', '2.4');
    await page.getByRole('button', { name: 'Save the numbers' }).click();
    await expect(page.getByText('More than there are: 7400 of 740.')).toBeVisible();
    await expect(page.getByLabel('Black: Or percent')).toHaveValue('71.5');
    await type(page, 'Everyone', 'Out of', '10000');
    await page.getByRole('button', { name: 'Save the numbers' }).click();
    await expect(page.getByText('Saved: entered 2 numbers.')).toBeVisible();
    await expect(page.getByLabel('Black: source')).toHaveValue('Census, table B14005');
    await show('2024');
    await type(page, 'Everyone', 'How many', '8100');
    await type(page, 'Everyone', 'Out of', '10000');
    await page.getByRole('button', { name: 'Save the numbers' }).click();
    await page.getByRole('link', { name: 'Working or learning at 16 to 24' }).click();
    await expect(page.getByText(/^Improved 7.0 points since 2022, beyond chance/).first()).toBeVisible();
    await page.getByRole('link', { name: 'Edit', exact: true }).first().click();
    await page.getByRole('link', { name: 'Mark it as a break' }).click();
    await page.getByLabel('From when on?').fill('2024');
    await page.getByLabel('What is counted differently?').fill('Part-time learners count too.');
    await page.getByRole('button', { name: 'Mark the break' }).click();
    await page.getByRole('link', { name: 'Working or learning at 16 to 24' }).click();
    const words = 'Counted differently from 2024 on: Part-time learners count too.';
    await expect(page.getByRole('listitem').filter({ hasText: words })).toBeVisible();
  });
});
