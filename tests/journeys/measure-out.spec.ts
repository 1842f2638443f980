import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { axeFindings, demo, expect, scrollsSideways, signIn, test } from './support';

/** A chart leaves the program: as files, on the clipboard, and by a link for people without an account. */

async function openMeasure(page: Page): Promise<string> {
  await page.goto('/teams');
  await page.getByRole('link', { name: 'Attendance Action Team' }).first().click();
  await page.getByRole('link', { name: 'School days attended' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('School days attended');
  return new URL(page.url()).pathname;
}

async function downloaded(page: Page, link: string): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: link, exact: true }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

test('a chart is saved as a drawing, as a picture and as numbers', async ({ page }) => {
  await signIn(page, demo.member);
  await openMeasure(page);

  const svg = await downloaded(page, 'Drawing (SVG)');
  expect(svg.name).toMatch(/^School days attended \d{4}-\d\d-\d\d\.svg$/);
  const read = await page.evaluate((text) => {
    const file = new DOMParser().parseFromString(text, 'image/svg+xml');
    const words = (name: string) => file.querySelector(name)?.textContent ?? '';
    return {
      broken: file.querySelector('parsererror')?.textContent ?? null,
      root: file.documentElement.namespaceURI,
      title: words('title'),
      desc: words('desc'),
      drawn: [...file.querySelectorAll('text')].map((text) => text.textContent),
    };
  }, svg.bytes.toString('utf8'));
  expect(read.broken).toBeNull();
  expect(read.root).toBe('http://www.w3.org/2000/svg');
  expect(read.title).toBe('School days attended');
  expect(read.desc.length).toBeGreaterThan(20);
  expect(read.drawn).toContain('School days attended');
  expect(read.drawn.some((words) => words?.startsWith('Source: '))).toBe(true);

  const png = await downloaded(page, 'Picture (PNG)');
  expect(png.name).toMatch(/^School days attended \d{4}-\d\d-\d\d\.png$/);
  const picture = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    let inked = 0;
    for (let at = 0; at < data.length; at += 4) if ((data[at] as number) < 200) inked += 1;
    return { width: bitmap.width, inked: inked / (bitmap.width * bitmap.height) };
  }, png.bytes.toString('base64'));
  expect(picture.width).toBe(1592);
  expect(picture.inked).toBeGreaterThan(0.005);
  expect(picture.inked).toBeLessThan(0.3);

  const csv = await downloaded(page, 'Numbers (CSV)');
  const lines = csv.bytes.toString('utf8').trimEnd().split('\r\n');
  await page.getByText('Show these numbers as a table').click();
  const rows = page.getByRole('table', { name: /School days attended/ }).locator('tbody tr');
  const entered = lines.filter((line) => /^\d{4}-\d\d-\d\d,/.test(line));
  expect(await rows.count()).toBeGreaterThanOrEqual(entered.length);
  const excel = await downloaded(page, 'CSV for Excel');
  expect([...excel.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(excel.bytes.subarray(3).equals(csv.bytes)).toBe(true);
});

test('the chart and the days of the address are those of the files', async ({ page }) => {
  await signIn(page, demo.member);
  const place = await openMeasure(page);
  await page.goto(`${place}?chart=control`);
  expect(await page.getByRole('link', { name: 'Picture (PNG)' }).getAttribute('href')).toBe(
    `${place}/chart.png?chart=control`,
  );
  const svg = await downloaded(page, 'Drawing (SVG)');
  expect(svg.bytes.toString('utf8')).toContain('Mean');
});

test('the table is copied for a spreadsheet and for a letter, with the words of its signals', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await signIn(page, demo.member);
  await openMeasure(page);
  await page.getByRole('button', { name: 'Copy as a table' }).click();
  await expect(page.getByText('Copied.')).toBeVisible();
  const copied = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const read = async (type: string) => (await item?.getType(type))?.text() ?? '';
    return { text: await read('text/plain'), html: await read('text/html') };
  });
  const [heads, ...rows] = copied.text.split('\n').map((line) => line.split('\t'));
  expect(heads?.slice(0, 4)).toEqual(['Week', 'Number', 'Out of', 'Percent']);
  expect(rows.length).toBeGreaterThan(20);
  expect(new Set(rows.map((row) => row.length))).toEqual(new Set([heads?.length]));
  expect(copied.text).toContain('Part of the shift');
  expect(copied.html).toContain('<th>Week</th>');
});

/** Opens a page of another site that frames an address of ours; that site is a real one, on a port of its own. */
async function framedElsewhere(page: Page, address: string) {
  const site = createServer((_, answer) => {
    answer.setHeader('content-type', 'text/html; charset=utf-8');
    answer.end(
      `<!doctype html><html lang="en"><title>Board</title><iframe title="Chart" src="${address}" width="800" height="900"></iframe></html>`,
    );
  });
  await new Promise<void>((listening) => site.listen(0, '127.0.0.1', listening));
  const { port } = site.address() as AddressInfo;
  await page.goto(`http://127.0.0.1:${port}/board.html`);
  site.close();
  return page.frameLocator('iframe');
}

test('a chart is shared with a board by a link, seen on their page without an account, and taken back', async ({
  page,
  browser,
  baseURL,
}) => {
  await signIn(page, demo.member);
  const place = await openMeasure(page);
  await page.getByRole('link', { name: 'Share a link' }).click();
  await page.getByRole('button', { name: 'Make a link' }).click();
  await expect(page.getByText('Say whom it is for.')).toBeVisible();
  await page.getByLabel('Whom is the link for?').fill('the school board');
  await page.getByRole('button', { name: 'Make a link' }).click();
  const address = await page.getByLabel('The link', { exact: true }).inputValue();
  expect(address).toMatch(/\/embed\/[\w-]{43}$/);
  expect(await page.getByLabel('For a web page').inputValue()).toContain(`<iframe src="${address}"`);
  expect(await axeFindings(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await scrollsSideways(page)).toBeLessThanOrEqual(0);
  await page.reload();
  expect(await page.content()).not.toContain(address);

  const outsider = await browser.newContext({ baseURL });
  const board = await outsider.newPage();
  const frame = await framedElsewhere(board, address);
  await expect(frame.getByRole('heading', { level: 1 })).toHaveText('School days attended');
  await expect(frame.locator('.wide svg')).toBeVisible();
  await frame.getByText('Show these numbers as a table').click();
  await expect(frame.getByRole('table')).toBeVisible();
  for (const theme of ['light', 'dark'] as const) {
    await board.emulateMedia({ colorScheme: theme });
    for (const width of [320, 390, 1440]) {
      await board.setViewportSize({ width, height: 844 });
      await board.goto(address);
      expect(await axeFindings(board), `${theme}, ${width}`).toEqual([]);
      expect(await scrollsSideways(board)).toBeLessThanOrEqual(0);
    }
  }
  expect(await outsider.cookies()).toEqual([]);
  const html = await (await outsider.request.get(address)).text();
  expect(html).not.toContain('<script');
  expect(html).not.toContain('Dana Whitfield');
  for (const [ending, type] of [
    ['svg', 'image/svg+xml'],
    ['png', 'image/png'],
  ]) {
    const answer = await outsider.request.get(`${address}/chart.${ending}`);
    expect(answer.headers()['content-type']).toContain(type);
    expect(answer.headers()['cross-origin-resource-policy']).toBe('cross-origin');
  }

  await page.goto(`${place}/links`);
  await page.getByRole('button', { name: 'Take back the link for the school board' }).click();
  await expect(page.getByText('The link for the school board was taken back')).toBeVisible();
  const gone = await outsider.request.get(address);
  expect(gone.status()).toBe(404);
  expect(await gone.text()).toContain('There is no chart here');
  await outsider.close();
});

test('no other page of ours is shown inside another site', async ({ browser, baseURL }) => {
  const outsider = await browser.newContext();
  const board = await outsider.newPage();
  const refused = board.waitForEvent('console', (line) => line.text().includes('frame-ancestors'));
  const frame = await framedElsewhere(board, `${baseURL}/sign-in`);
  await refused;
  await expect(frame.getByRole('heading', { name: 'Sign in' })).toHaveCount(0);
  await outsider.close();
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('a chart is taken out and shared all the same, and there is no button that does nothing', async ({
    page,
  }) => {
    await signIn(page, demo.member);
    await openMeasure(page);
    await expect(page.getByRole('button', { name: 'Copy as a table' })).toHaveCount(0);
    expect((await downloaded(page, 'Numbers (CSV)')).bytes.length).toBeGreaterThan(500);
    await page.getByRole('link', { name: 'Share a link' }).click();
    await page.getByLabel('Whom is the link for?').fill('our web page');
    await page.getByRole('button', { name: 'Make a link' }).click();
    const address = await page.getByLabel('The link', { exact: true }).inputValue();
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('School days attended');
  });
});
