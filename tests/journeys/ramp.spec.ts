import type { Page } from '@playwright/test';
import { axeFindings, dayBefore, demo, expect, scrollsSideways, signIn, test } from './support';

const day = (daysAgo: number) => dayBefore(new Date(), daysAgo);

/** Starts the first cycle of a new idea and leads to its page. */
async function startFirst(page: Page, idea: string, daysAgo: number) {
  await page.goto('/teams');
  await page.getByRole('link', { name: 'Attendance Action Team' }).first().click();
  await page.getByRole('link', { name: 'Start a cycle' }).click();
  await page.locator('[name=newIdea]').fill(idea);
  await page.locator('[name=question]').fill('Do children read one more book a week?');
  await page.locator('[name=prediction]').fill('Most of them do.');
  await page.locator('[name=startsOn]').fill(day(daysAgo));
  await page.getByRole('button', { name: 'Start the cycle' }).click();
  await expect(page.getByRole('heading', { level: 1, name: idea })).toBeVisible();
}

/** Writes Do, Study and Act of the cycle on the page, through its forms. */
async function finish(page: Page, decision: string, started: number) {
  const here = page.url();
  await page.goto(`${here}/do`);
  await page.locator('[name=doStartedOn]').fill(day(started));
  await page.locator('[name=doEndedOn]').fill(day(started - 4));
  await page.locator('[name=observations]').fill('Most children took a book home.');
  await page.getByRole('button', { name: 'Save Do' }).click();
  await page.waitForURL(here);
  await page.goto(`${here}/study`);
  await page.locator('[name=learned]').fill('A book chosen by the child is read.');
  await page.getByRole('button', { name: 'Save the Study' }).click();
  await page.waitForURL(here);
  await page.goto(`${here}/act`);
  await page.locator(`[name=decision][value=${decision}]`).check({ force: true });
  await page.locator('[name=reason]').fill('It held.');
  await page.locator('[name=decidedOn]').fill(day(started - 5));
  await page.getByRole('button', { name: 'Save the decision' }).click();
  await page.waitForURL(here);
}

async function startNext(page: Page, scale: string, daysAgo: number, branch = false) {
  const before = page.url();
  await page.goto(`${before}/next`);
  await page.locator(`[name=scale][value=${scale}]`).check();
  await page.locator('[name=startsOn]').fill(day(daysAgo));
  await page.locator(`[name=startsBranch][value=${branch ? 'yes' : 'no'}]`).check();
  await page.getByRole('button', { name: 'Start the next cycle' }).click();
  await page.waitForURL((url) => url.href !== `${before}/next`);
}

async function climb(page: Page, idea: string) {
  await startFirst(page, idea, 60);
  await finish(page, 'expand', 60);
  const first = page.url();
  await startNext(page, 'few', 50);
  await finish(page, 'expand', 50);
  const second = page.url();
  await page.goto(first);
  await startNext(page, 'one', 45, true);
  await finish(page, 'abandon', 45);
  await page.goto(second);
  await startNext(page, 'site', 40);
  await finish(page, 'expand', 40);
  await startNext(page, 'sites', 30);
  await finish(page, 'expand', 30);
  await startNext(page, 'everyone', 2);
}

test('a ramp of five with a branch is built through forms, seen, and printed on one sheet', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await signIn(page, demo.member);
  const idea = `Take a book home ${Date.now()}`;
  await climb(page, idea);
  await page.goto('/teams');
  await page.getByRole('link', { name: 'Attendance Action Team' }).first().click();
  const ramp = page.getByRole('region', { name: idea });
  await expect(
    ramp
      .getByText(/^6 cycles since .*grown from .* to everyone\. One branch was tried, and ended\.$/)
      .first(),
  ).toBeVisible();
  const drawing = ramp.locator('svg.ramp-svg:visible');
  await expect(drawing).toHaveCount(1);
  await expect(drawing.getByText(/^Branch from Cycle \d+, ended$/)).toBeVisible();
  await expect(drawing.getByText('Abandon', { exact: true })).toBeVisible();
  await ramp.getByText('Show this ramp as a list').click();
  await expect(ramp.getByRole('listitem').filter({ hasText: 'It ended here.' })).toBeVisible();
  await page.setViewportSize({ width: 350, height: 800 });
  await expect(ramp.locator('svg.ramp-svg:visible')).toHaveCount(1);
  expect(await scrollsSideways(page)).toBeLessThanOrEqual(0);
  expect(await axeFindings(page)).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 800 });

  await page.getByRole('link', { name: 'Print ramp and measures on one sheet' }).click();
  await expect(page.locator('.onesheet svg.for-paper').first()).toBeVisible();
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a next cycle begins a branch, and the ramp and its checks are there', async ({ page }) => {
    await signIn(page, demo.member);
    const idea = `Library card in week one ${Date.now()}`;
    await startFirst(page, idea, 10);
    await finish(page, 'expand', 10);
    await startNext(page, 'few', 2, true);
    await expect(page.locator('.checks li')).toHaveCount(7);
    await page.goto('/teams');
    await page.getByRole('link', { name: 'Attendance Action Team' }).first().click();
    await expect(
      page
        .getByRole('region', { name: idea })
        .locator('svg:visible')
        .getByText(/^Branch from Cycle \d+$/),
    ).toBeVisible();
  });
});
