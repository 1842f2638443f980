import { axeFindings, emptyServer, expect, test } from './support';

test.use({ baseURL: emptyServer });

test('the first visit is a set-up page that closes for good once used', async ({ page }) => {
  await page.goto('/');
  await expect(page).toHaveURL(/\/setup$/);
  const bothThemes = async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await axeFindings(page), colorScheme).toEqual([]);
    }
  };
  await bothThemes();

  await page.getByRole('button', { name: 'Set it up' }).click();
  await expect(page.locator('.err').first()).toBeVisible();
  await bothThemes();

  await page.getByLabel('What is your network called?').fill('Cradle to Career Network');
  await page.getByLabel('What is your community called?').fill('Millbrook Promise');
  await page.getByLabel('What is your name?').fill('Ines Marsh');
  await page.getByLabel('What is your work e-mail?').fill('ines@millbrook.example');
  await page.getByLabel('Choose a password').fill('short');
  await page.getByRole('button', { name: 'Set it up' }).click();
  await expect(page.getByText(/12 characters/).first()).toBeVisible();
  await expect(page.getByLabel('What is your community called?')).toHaveValue('Millbrook Promise');

  await page.getByLabel('Choose a password').fill('a long walk by the river');
  await page.getByRole('button', { name: 'Set it up' }).click();
  await expect(page.getByText('Millbrook Promise').first()).toBeVisible();
  await page.goto('/teams');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Teams');

  const again = await page.goto('/setup');
  expect(again?.status()).toBe(404);
});
