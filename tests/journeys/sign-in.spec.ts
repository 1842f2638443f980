import { demo, expect, password, signIn, test } from './support';

test('a wrong password says so and keeps the address; the right one leads where one wanted to go', async ({
  page,
}) => {
  await page.goto('/practices');
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fpractices$/);
  await page.getByLabel('Work e-mail').fill(demo.member);
  await page.getByLabel('Password', { exact: true }).fill('not my password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByLabel('Work e-mail')).toHaveValue(demo.member);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Which practices work here?');
});

test('signing out ends the session for good: its cookie opens nothing afterwards', async ({
  page,
  context,
}) => {
  await signIn(page, demo.member);
  const before = await context.cookies();
  await page.locator('summary.who').click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await context.addCookies(before);
  await page.goto('/teams');
  await expect(page).toHaveURL(/\/sign-in/);
});

test('an admin adds a person; the link signs them in once, after they choose a password', async ({
  page,
  browser,
}) => {
  await signIn(page, demo.admin);
  await page.goto('/people/new');
  await page.getByLabel('What is their name?').fill('Noor Haddad');
  await page.getByLabel('What is their work e-mail?').fill('noor@riverbend.example');
  await page.locator('input[name=role][value=member]').check();
  await page.getByRole('button', { name: 'Add them' }).click();
  const link = await page.getByLabel('One-time link').inputValue();
  expect(link).toContain('/welcome/');

  const hers = await (await browser.newContext()).newPage();
  await hers.goto(link);
  await hers.locator('input[type=password]').first().fill('plain words by the water');
  await hers.getByRole('main').getByRole('button').first().click();
  await expect(hers.getByRole('navigation', { name: 'Main', exact: true })).toBeAttached();

  const late = await (await browser.newContext()).newPage();
  await late.goto(link);
  await expect(late.locator('input[type=password]')).toHaveCount(0);
});

test('another community’s things are not there', async ({ page }) => {
  await signIn(page, demo.elsewhere);
  await page.goto('/teams');
  await expect(page.getByText('Attendance Action Team')).toHaveCount(0);
});
