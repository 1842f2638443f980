import { axeFindings, demo, expect, scrollsSideways, signIn, test } from './support';

/** Pages that an admin can open; what stands behind an id is found by following links. */
const plain = [
  '/',
  '/teams',
  '/teams/new',
  '/indicators',
  '/indicators/new',
  '/practices',
  '/practices/new',
  '/people',
  '/people/new',
  '/partners',
  '/settings',
  '/account',
  '/account/password',
  '/help/how-we-read-charts',
];
const linked = [
  { from: '/teams', name: 'Attendance Action Team' },
  { from: '/practices', name: 'Text first, then call' },
  { from: '/indicators', name: 'Graduated in four years' },
  { from: '/people', name: 'Dana Whitfield' },
];

for (const theme of ['light', 'dark'] as const) {
  test.describe(`in ${theme}`, () => {
    test.use({ colorScheme: theme });

    test('axe finds nothing on the pages before signing in', async ({ page }) => {
      for (const place of ['/sign-in', '/forgot-password', '/welcome/nothing', '/nowhere']) {
        await page.goto(place);
        expect(await axeFindings(page), place).toEqual([]);
      }
    });

    test('axe finds nothing on any page of an admin', async ({ page }) => {
      test.setTimeout(240_000);
      await signIn(page, demo.admin);
      const places = [...plain];
      for (const { from, name } of linked) {
        await page.goto(from);
        const href = await page
          .getByRole('main')
          .getByRole('link', { name, exact: true })
          .first()
          .getAttribute('href');
        if (href) places.push(href);
        if (from === '/practices' || from === '/indicators') places.push(`${href}/edit`);
        if (from === '/indicators') places.push(`${href}/import`);
      }
      for (const place of places) {
        await page.goto(place);
        expect(await axeFindings(page), place).toEqual([]);
      }
    });

    test('axe finds nothing on any page of a team, and nothing scrolls sideways on a phone', async ({
      page,
    }) => {
      test.setTimeout(300_000);
      await signIn(page, demo.member);
      await page.goto('/teams');
      await page.getByRole('link', { name: 'Attendance Action Team' }).first().click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Attendance Action Team');
      const team = new URL(page.url()).pathname;
      const hrefs = await page
        .getByRole('main')
        .getByRole('link')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
      const cycle = hrefs.find((href) => /\/cycles\/[\w-]{16}$/.test(href));
      const measure = hrefs.find((href) => /\/measures\/[\w-]{16}$/.test(href));
      expect([cycle, measure].every(Boolean)).toBe(true);
      const places = [
        team,
        ...['/edit', '/people', '/history', '/cycles/new', '/measures/new'].map((end) => team + end),
        ...['', '/plan', '/do', '/study', '/act', '/next'].map((end) => cycle + end),
        ...['', '/edit', '/enter', '/paste', '/link'].map((end) => measure + end),
      ];
      await page.setViewportSize({ width: 390, height: 844 });
      for (const place of places) {
        await page.goto(place);
        expect(await axeFindings(page), place).toEqual([]);
        expect(await scrollsSideways(page), place).toBeLessThanOrEqual(0);
      }
    });
  });
}

test('pages come alive in the browser: a refused form answers without loading the page anew', async ({
  page,
}) => {
  await signIn(page, demo.leader);
  await page.goto('/practices/new');
  await page.evaluate(() => document.body.setAttribute('data-same-page', 'yes'));
  await page.getByRole('button', { name: 'Add the practice' }).click();
  await expect(page.getByText('Give the practice a name')).toBeVisible();
  await expect(page.locator('body')).toHaveAttribute('data-same-page', 'yes');
});

test('the arrow keys walk along the points of a chart', async ({ page }) => {
  await signIn(page, demo.member);
  await page.goto('/teams');
  await page.getByRole('link', { name: 'Attendance Action Team' }).first().click();
  await page.getByRole('link', { name: 'School days attended' }).first().click();
  const points = page.locator('svg.only-wide .pt');
  await points.last().focus();
  await page.keyboard.press('ArrowLeft');
  await expect(points.nth((await points.count()) - 2)).toBeFocused();
  await page.keyboard.press('Home');
  await expect(points.first()).toBeFocused();
});
