import type { Page } from '@playwright/test';
import { axeFindings, comesAlive, demo, expect, scrollsSideways, signIn, test } from './support';

const indicator = 'Chronic absence, grades 9–12';

const section = (page: Page, name: string) => page.getByRole('region', { name });

/** The story is written, a root cause named and voted for, and made a driver of one's own team. */
async function wholeStory(page: Page, mark: string) {
  await signIn(page, demo.member);
  await page.goto('/indicators');
  await page.getByRole('link', { name: indicator }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(indicator);
  const place = page.url();

  await page.getByRole('link', { name: 'Change the story' }).click();
  await page.getByLabel('What holds it down').fill(`The early bus was cut ${mark}.`);
  await page.getByRole('button', { name: 'Save the story' }).click();
  await expect(page.getByText(`The early bus was cut ${mark}.`)).toBeVisible();
  await page.getByRole('link', { name: 'Earlier versions' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: mark })).toContainText('Dana Whitfield');
  await expect(page.getByText('The early bus on the east side was cut.')).toBeVisible();

  const cause = `No heat in the bus shelter ${mark}`;
  await page.goto(place);
  await page.getByRole('link', { name: 'Add a root cause' }).click();
  await page.getByRole('button', { name: 'Add the root cause' }).click();
  await expect(page.getByText('Name the root cause in one line.')).toBeVisible();
  await page.getByLabel('What is the root cause, in one line?').fill(cause);
  await page.getByLabel('What speaks for it?').fill('Two surveys');
  await page.getByRole('button', { name: 'Add the root cause' }).click();

  const row = section(page, 'Root causes').getByRole('listitem').filter({ hasText: cause });
  await expect(row).toContainText('0 votes');
  await row.getByRole('button', { name: 'Vote' }).click();
  await expect(row).toContainText('1 vote');
  await row.getByRole('button', { name: /^Take back my vote/ }).click();
  await expect(row).toContainText('0 votes');

  await row.getByRole('link', { name: cause }).click();
  await page.getByRole('link', { name: 'Make it a driver of Attendance Action Team' }).click();
  await page.getByLabel('What has to change, in one line?').fill(`Shelters are warm ${mark}`);
  await page.getByRole('button', { name: 'Make it a driver' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Shelters are warm ${mark}`);
  await section(page, 'Where it came from').getByRole('link', { name: cause }).click();
  await expect(section(page, 'In a team’s theory')).toContainText('A driver of Attendance Action Team.');
}

test('a team writes the story behind a curve, and makes a root cause a driver', async ({ page }) => {
  await wholeStory(page, 'with script');
  expect(await axeFindings(page)).toEqual([]);
});

test.describe('on a phone, without JavaScript', () => {
  test.use({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false });

  test('the same', async ({ page }) => {
    await wholeStory(page, 'without script');
    expect(await scrollsSideways(page)).toBeLessThanOrEqual(0);
  });
});

test.describe('two people with one form', () => {
  for (const javaScriptEnabled of [true, false]) {
    test(`the second is shown what the first wrote, and then saves, with JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, async ({
      browser,
      baseURL,
    }) => {
      const [first, second] = await Promise.all(
        [demo.leader, demo.member].map(async (email) => {
          const page = await (await browser.newContext({ baseURL, javaScriptEnabled })).newPage();
          await signIn(page, email);
          await page.goto('/indicators');
          await page.getByRole('link', { name: indicator }).first().click();
          await page.getByRole('link', { name: 'Change the story' }).click();
          if (javaScriptEnabled) await comesAlive(page);
          return page;
        }),
      );
      if (!first || !second) throw new Error('Two people open the page');
      const mark = `script ${javaScriptEnabled ? 'on' : 'off'}`;
      const save = (page: Page) => page.getByRole('button', { name: 'Save the story' }).click();
      const [up, unknown] = ['What pushes it up', 'What we do not know'];

      await first.getByLabel(up).fill(`Theirs, ${mark}.\nOn two lines.`);
      await save(first);
      await expect(first.getByRole('heading', { level: 1 })).toHaveText(indicator);

      await second.getByLabel(up).fill(`Mine, ${mark}.`);
      await second.getByLabel(unknown).fill(`Unknown, ${mark}.`);
      await save(second);
      await expect(second.getByText(`It says now: “Theirs, ${mark}.`)).toBeVisible();
      await expect(second.getByLabel(up)).toHaveValue(`Mine, ${mark}.`);
      await expect(second.getByLabel(unknown)).toHaveValue(`Unknown, ${mark}.`);

      await second.getByLabel(up).fill(`Both, ${mark}.`);
      await save(second);
      await expect(second.getByRole('heading', { level: 1 })).toHaveText(indicator);
      await expect(second.getByText(`Both, ${mark}.`)).toBeVisible();
      await second.getByRole('link', { name: 'Earlier versions' }).click();
      await expect(second.getByText(`Theirs, ${mark}.`)).toBeVisible();
      await expect(second.getByText(`Mine, ${mark}.`)).toHaveCount(0);
      for (const page of [first, second]) await page.context().close();
    });
  }
});
