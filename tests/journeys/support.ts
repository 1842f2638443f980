import { existsSync } from 'node:fs';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';

export { expect };

const firstPort = Number(process.env.JOURNEY_PORT ?? 4310);
/** The server that starts with an empty database and no demo. */
export const emptyServer = `http://localhost:${firstPort + 1}`;

/** As Playwright's, but what a page says on its console as an error fails the test, as does asking another host. */
export const test = base.extend<{ quiet: undefined }>({
  /** Each worker has the demo on a server of its own: see playwright.config.ts. */
  baseURL: async ({ browserName: _ }, use, { parallelIndex }) => {
    await use(`http://localhost:${firstPort + 2 * parallelIndex}`);
  },
  quiet: [
    async ({ page }, use) => {
      const said: string[] = [];
      page.on('console', (message) => {
        // What is answered with 404 or 422 on purpose, or not at all offline, is noted by the browser, not by us.
        const isTheirs = /status of 4\d\d|ERR_INTERNET_DISCONNECTED/.test(message.text());
        if (message.type() === 'error' && !isTheirs) said.push(message.text());
      });
      page.on('pageerror', (error) => said.push(String(error)));
      page.on('request', (request) => {
        if (new URL(request.url()).hostname !== 'localhost') said.push(`asked ${request.url()}`);
      });
      await use(undefined);
      expect(said).toEqual([]);
    },
    { auto: true },
  ],
});

export const password = 'riverbend-demo-1';
export const demo = {
  member: 'dana@riverbend.example',
  coach: 'renee@riverbend.example',
  leader: 'marisol@riverbend.example',
  admin: 'helen@riverbend.example',
  elsewhere: 'ruth@lakeside.example',
};

export async function signIn(page: Page, email: string) {
  await page.goto('/sign-in');
  await page.getByLabel('Work e-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.locator('summary.who')).toBeVisible();
  await expect(page.locator('main h1')).toBeVisible();
}

/** Waits until the page's script has taken the page over: keys and clicks do something from then on. */
export const comesAlive = (page: Page) => page.waitForFunction(() => '__remixRouter' in window);

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The rules that another theme can break: it changes colors alone. */
const colorRules = ['color-contrast', 'link-in-text-block'];

/** What axe finds on the page as it stands, as sentences. */
export async function axeFindings(page: Page, what: 'all' | 'colors' = 'all'): Promise<string[]> {
  // Without frames, what legacy mode leaves out is a blank page opened for each look.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (what === 'all' ? axe.withTags(rules) : axe.withRules(colorRules)).analyze();
  return violations.map((one) => `${one.impact} ${one.id}: ${one.nodes[0]?.target.join(' ')}`);
}

export const scrollsSideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

/** The Monday so many weeks before today, YYYY-MM-DD. */
export function monday(weeksAgo: number): string {
  const today = new Date();
  const sinceMonday = (today.getUTCDay() + 6) % 7;
  return dayBefore(today, sinceMonday + weeksAgo * 7);
}

export function dayBefore(day: Date, days: number): string {
  return new Date(day.getTime() - days * 86_400_000).toISOString().slice(0, 10);
}

/** 12 weeks about 84 percent, then 10 about 89: three columns as copied from a spreadsheet. */
export function pastedWeeks(): string {
  const attended = [252, 249, 255, 251, 254, 250, 253, 252, 248, 256, 251, 249];
  const after = [265, 268, 266, 270, 267, 269, 271, 268, 272, 270];
  const all = [...attended, ...after];
  return all.map((count, week) => `${monday(all.length - week)}\t${count}\t300`).join('\n');
}

const real = path.resolve('../shared/data/new-haven-graduation-by-race.csv');
/** The real file where it is at hand; a hand-made one of the same shape where it is not. */
export const communityFile = existsSync(real)
  ? { place: real, isReal: true, latestBlack: '79', gap: '4.8' }
  : {
      place: path.resolve('tests/journeys/fixtures/graduation-by-race.csv'),
      isReal: false,
      latestBlack: '78',
      gap: '6.1',
    };
