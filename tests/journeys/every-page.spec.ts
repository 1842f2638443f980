import type { Page } from '@playwright/test';
import routes from '../../app/routes';
import {
  axeFindings,
  comesAlive,
  communityFile,
  demo,
  expect,
  scrollsSideways,
  signIn,
  test,
} from './support';

/**
 * Every address of app/routes.ts and who looks at it: an address without a line fails. null: it has no page of its
 * own (it takes forms alone, answers machines, or, as set-up, is looked at in setup.spec.ts).
 */
const pages: Record<string, 'nobody' | 'admin' | 'member' | 'coach' | null> = {
  '': 'member',
  'sign-in': 'nobody',
  'sign-out': null,
  'forgot-password': 'nobody',
  'welcome/:token': 'nobody',
  account: 'member',
  'account/password': 'member',
  'account/end-session': null,
  'account/invitation': null,
  people: 'admin',
  'people/new': 'admin',
  'people/:personId': 'admin',
  'people/:personId/link': 'admin',
  'people/:personId/deactivate': 'admin',
  'people/:personId/reactivate': null,
  setup: null,
  'switch-community': null,
  settings: 'admin',
  'settings/remove-demo': null,
  partners: 'admin',
  teams: 'member',
  'teams/new': 'admin',
  'teams/:teamId': 'member',
  'teams/:teamId/edit': 'member',
  'teams/:teamId/people': 'admin',
  'teams/:teamId/archive': null,
  'teams/:teamId/bring-back': null,
  'teams/:teamId/archived': 'member',
  'teams/:teamId/history': 'member',
  'teams/:teamId/print': 'member',
  'teams/:teamId/measures': 'member',
  'teams/:teamId/measures/print': 'member',
  'teams/:teamId/measures/new': 'member',
  'teams/:teamId/measures/:measureId': 'member',
  'teams/:teamId/measures/:measureId/groups': 'member',
  'teams/:teamId/measures/:measureId/table': 'member',
  'teams/:teamId/measures/:measureId/compare': 'member',
  'teams/:teamId/measures/:measureId/edit': 'member',
  'teams/:teamId/measures/:measureId/goals': 'member',
  'teams/:teamId/measures/:measureId/goals/take-back': null,
  'teams/:teamId/measures/:measureId/versions': 'member',
  'teams/:teamId/measures/:measureId/enter': 'member',
  'teams/:teamId/measures/:measureId/numbers': 'member',
  'teams/:teamId/measures/:measureId/cells': null,
  'teams/:teamId/measures/:measureId/fill': null,
  'teams/:teamId/measures/:measureId/undo': null,
  'teams/:teamId/measures/:measureId/tally': 'member',
  'teams/:teamId/measures/:measureId/taps': null,
  'teams/:teamId/measures/:measureId/paste': 'member',
  'teams/:teamId/measures/:measureId/import': 'member',
  'teams/:teamId/measures/:measureId/imports/:importId': null,
  'teams/:teamId/measures/:measureId/imports/:importId/progress': null,
  'teams/:teamId/measures/:measureId/imports/:importId/throw-away': null,
  'teams/:teamId/measures/:measureId/imports/:importId/undo': null,
  'teams/:teamId/measures/:measureId/archive': null,
  'teams/:teamId/measures/:measureId/archive/bring-back': null,
  'teams/:teamId/measures/:measureId/chart': null,
  'teams/:teamId/measures/:measureId/baseline': 'member',
  'teams/:teamId/measures/:measureId/phases/new': 'member',
  'teams/:teamId/measures/:measureId/phases/take-back': null,
  'teams/:teamId/measures/:measureId/set-aside': null,
  'teams/:teamId/measures/:measureId/bring-back': null,
  'teams/:teamId/measures/:measureId/chart.svg': null,
  'teams/:teamId/measures/:measureId/chart.png': null,
  'teams/:teamId/measures/:measureId/numbers.csv': null,
  'teams/:teamId/measures/:measureId/links': 'member',
  'teams/:teamId/measures/:measureId/links/revoke': null,
  'embed/:token': null,
  'embed/:token/chart.svg': null,
  'embed/:token/chart.png': null,
  'teams/:teamId/measures/:measureId/link': 'member',
  'teams/:teamId/measures/:measureId/unlink': null,
  'teams/:teamId/events': 'member',
  'teams/:teamId/events/new': 'member',
  'teams/:teamId/events/:eventId/edit': 'member',
  'teams/:teamId/events/:eventId/archive': null,
  'teams/:teamId/events/:eventId/bring-back': null,
  'teams/:teamId/events/:eventId/answer': 'admin',
  events: 'member',
  'events/new': 'admin',
  'events/:eventId/edit': 'admin',
  'events/:eventId/archive': null,
  'events/:eventId/bring-back': null,
  log: null,
  'teams/:teamId/cycles/finished': 'member',
  'teams/:teamId/tried': null,
  'teams/:teamId/cycles/:cycleId/use': 'member',
  'teams/:teamId/cycles/new': 'member',
  'teams/:teamId/cycles/blank': 'member',
  'teams/:teamId/cycles/:cycleId': 'member',
  'teams/:teamId/cycles/:cycleId/archive': null,
  'teams/:teamId/cycles/:cycleId/bring-back': null,
  'teams/:teamId/cycles/:cycleId/plan': 'member',
  'teams/:teamId/cycles/:cycleId/do': 'member',
  'teams/:teamId/cycles/:cycleId/study': 'member',
  'teams/:teamId/cycles/:cycleId/act': 'member',
  'teams/:teamId/cycles/:cycleId/field': null,
  'teams/:teamId/cycles/:cycleId/files': 'member',
  'teams/:teamId/cycles/:cycleId/files/:fileId': null,
  'teams/:teamId/cycles/:cycleId/versions': 'member',
  'teams/:teamId/cycles/:cycleId/next': 'member',
  'teams/:teamId/ideas/:ideaId': 'member',
  'teams/:teamId/meeting': 'member',
  'teams/:teamId/meeting/cycles/:cycleId/saw': 'member',
  'teams/:teamId/meeting/cycles/:cycleId/learned': 'member',
  'teams/:teamId/meeting/cycles/:cycleId/decide': 'member',
  'teams/:teamId/meetings': 'member',
  'teams/:teamId/meetings/:meetingId': 'member',
  'teams/:teamId/meetings/:meetingId/record': null,
  'teams/:teamId/meetings/:meetingId/present': 'member',
  'teams/:teamId/meetings/:meetingId/end': null,
  'teams/:teamId/meetings/:meetingId/reopen': null,
  'teams/:teamId/meetings/:meetingId/lines/new': 'member',
  'teams/:teamId/meetings/:meetingId/lines/:lineId': 'member',
  'teams/:teamId/meetings/:meetingId/lines/:lineId/take-out': null,
  'teams/:teamId/meetings/:meetingId/lines/:lineId/bring-back': null,
  'teams/:teamId/meetings/:meetingId/lines/:lineId/done': null,
  'teams/:teamId/ideas/:ideaId/archive': null,
  'teams/:teamId/ideas/:ideaId/bring-back': null,
  'teams/:teamId/ideas/:ideaId/belief': 'member',
  'teams/:teamId/ideas/:ideaId/take-off': null,
  'teams/:teamId/theory': 'member',
  'teams/:teamId/theory/drivers/new': 'member',
  'teams/:teamId/theory/drivers/:driverId': 'member',
  'teams/:teamId/theory/drivers/:driverId/under': null,
  'teams/:teamId/theory/drivers/:driverId/archive': null,
  'teams/:teamId/theory/drivers/:driverId/bring-back': null,
  'teams/:teamId/theory/drivers/:driverId/belief': 'member',
  'teams/:teamId/theory/ideas/new': 'member',
  'teams/:teamId/theory/measures/new': 'member',
  'teams/:teamId/theory/measures/take-off': null,
  'teams/:teamId/theory/factors/:factorId': 'member',
  'teams/:teamId/theory/move': null,
  'teams/:teamId/theory/lines/name': null,
  'teams/:teamId/theory/lines/add': null,
  coaching: 'coach',
  'coaching/portfolio': 'coach',
  'coaching/snooze': 'coach',
  'coaching/wake': null,
  'coaching/teams/:teamId/reviews/:reviewId': 'coach',
  'coaching/teams/:teamId/asks/:askId': 'coach',
  'coaching/teams/:teamId/note': 'coach',
  'teams/:teamId/cycles/:cycleId/ask-review': 'member',
  'teams/:teamId/cycles/:cycleId/open-review': null,
  'teams/:teamId/reviews/:reviewId/take-back': null,
  'teams/:teamId/reviews/:reviewId/comments/:remarkId': null,
  'teams/:teamId/help': 'member',
  'teams/:teamId/help/new': 'member',
  'teams/:teamId/help/:askId/close': null,
  'comments/:thing/:thingId': 'member',
  'comments/:thing/:thingId/:commentId/resolve': null,
  'comments/:thing/:thingId/:commentId/take-out': null,
  inbox: 'member',
  'inbox/put-away': null,
  'teams/:teamId/meetings/log': 'member',
  'teams/:teamId/charter': 'member',
  'teams/:teamId/visits': 'member',
  'teams/:teamId/visits/new': 'coach',
  'teams/:teamId/visits/:noteId': null,
  calendar: 'member',
  'calendar/new': 'admin',
  'calendar/links': 'member',
  'calendar/links/revoke': null,
  'calendar/feed/:token/upcurve.ics': null,
  'calendar/:eventId/edit': null,
  'calendar/:eventId/off': null,
  'account/mail': 'member',
  mail: 'admin',
  'mail/stop/:token': null,
  'mail/:mailId': null,
  'mail/:mailId/send-again': null,
  leaders: 'admin',
  'teams/:teamId/progress': 'member',
  'teams/:teamId/progress/claim': 'member',
  'teams/:teamId/progress/settle': 'coach',
  practices: 'admin',
  'practices/new': 'admin',
  'practices/:practiceId': 'admin',
  'practices/:practiceId/edit': 'admin',
  'practices/:practiceId/working': 'admin',
  'practices/:practiceId/use': 'member',
  'practices/:practiceId/decide': 'admin',
  'teams/:teamId/practices/:practiceId/bright-spot': null,
  // Looked at in practices.spec.ts, which tells one.
  'teams/:teamId/bright-spots/:storyId': null,
  'teams/:teamId/bright-spots/:storyId/edit': null,
  'teams/:teamId/bright-spots/:storyId/links': null,
  'teams/:teamId/bright-spots/:storyId/links/revoke': null,
  'bright-spot/:token': null,
  'practices/:practiceId/merge': 'admin',
  'practices/:practiceId/offer': null,
  'practices/:practiceId/offer/take-back': null,
  'practices/offered': 'admin',
  'practices/offered/:offeredId': null,
  indicators: 'admin',
  'indicators/print': 'admin',
  'indicators/scoreboard.csv': null,
  'indicators/annual': 'admin',
  'indicators/annual/figures.csv': null,
  'indicators/annual/figures.xlsx': null,
  'indicators/public': 'admin',
  'indicators/public/revoke': null,
  'public/:token': null,
  'public/:token/indicators/:indicatorId': null,
  'indicators/new': 'admin',
  'indicators/outcomes': 'admin',
  'indicators/groups': 'admin',
  'indicators/:indicatorId/numbers': 'admin',
  'indicators/:indicatorId/archive': null,
  'indicators/:indicatorId/bring-back': null,
  'indicators/:indicatorId/revisions': 'admin',
  'indicators/:indicatorId': 'admin',
  'indicators/:indicatorId/numbers.csv': null,
  'indicators/:indicatorId/edit': 'admin',
  'indicators/:indicatorId/reference': null,
  'indicators/:indicatorId/story': 'admin',
  'indicators/:indicatorId/story/versions': 'admin',
  'indicators/:indicatorId/partners/new': 'admin',
  'indicators/:indicatorId/partners/:roleId': 'admin',
  'indicators/:indicatorId/partners/:roleId/away': null,
  'indicators/:indicatorId/actions/new': 'admin',
  'indicators/:indicatorId/actions/:actionId': 'admin',
  'indicators/:indicatorId/actions/:actionId/done': null,
  'indicators/:indicatorId/actions/:actionId/away': null,
  'indicators/:indicatorId/factors/new': 'admin',
  'indicators/:indicatorId/factors/:factorId': 'admin',
  'indicators/:indicatorId/factors/:factorId/away': null,
  'indicators/:indicatorId/factors/:factorId/vote': null,
  'indicators/:indicatorId/import': 'admin',
  'indicators/:indicatorId/imports/:importId': 'admin',
  'indicators/:indicatorId/imports/:importId/progress': null,
  'indicators/:indicatorId/imports/:importId/throw-away': null,
  'indicators/:indicatorId/imports/:importId/undo': null,
  search: 'member',
  help: 'member',
  'help/how-we-read-charts': 'member',
  'help/how-we-judge-practices': 'member',
  up: null,
  healthz: null,
  '*': 'nobody',
};

// The pages of each kind of person may be looked at side by side.
test.describe.configure({ mode: 'parallel' });

test('every address has a line here, and every line an address', async () => {
  expect((await routes).map((route) => route.path ?? '').sort()).toEqual(Object.keys(pages).sort());
});

/** Forms that come back with their errors (422) when sent as they are. */
const refused = [
  { who: 'nobody', at: '/sign-in', button: 'Sign in' },
  { who: 'admin', at: '/people/new', button: 'Add them' },
  { who: 'admin', at: '/practices/new', button: 'Add the practice' },
  { who: 'admin', at: '/indicators/new', button: 'Define the indicator' },
] as const;

type Ids = Record<string, string>;

/** The ids of one thing of each kind, found by following links, as an admin; and a one-time link. */
async function findIds(page: Page): Promise<Ids> {
  const ids: Ids = {};
  const find = async (from: string, pattern: RegExp, name?: string) => {
    await page.goto(from);
    const all = page.getByRole('main').getByRole('link', name ? { name, exact: true } : {});
    const hrefs = await all.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    const found = hrefs.find((href) => pattern.test(href));
    expect(found, `a link like ${pattern} on ${from}`).toBeDefined();
    return found?.split(/[?#]/)[0]?.split('/').at(-1) ?? '';
  };
  const teamId = await find('/teams', /^\/teams\/[\w-]{16}$/, 'Attendance Action Team');
  const team = `/teams/${teamId}`;
  ids.teamId = teamId;
  ids.cycleId = await find(team, /\/cycles\/[\w-]{16}$/);
  Object.assign(ids, { thing: 'cycle', thingId: ids.cycleId });
  ids.measureId = await find(team, /\/measures\/[\w-]{16}$/);
  ids.ideaId = await find(`${team}/cycles/${ids.cycleId}`, /\/ideas\/[\w-]{16}$/);
  ids.driverId = await find(`${team}/theory`, /\/drivers\/[\w-]{16}$/);
  ids.practiceId = await find('/practices', /^\/practices\/[\w-]{16}$/, 'Text first, then call');
  ids.indicatorId = await find('/indicators', /^\/indicators\/[\w-]{16}$/, 'Chronic absence, grades 9–12');
  const indicator = `/indicators/${ids.indicatorId}`;
  ids.roleId = await find(indicator, /\/partners\/[\w-]{16}$/);
  ids.actionId = await find(indicator, /\/actions\/[\w-]{16}$/);
  ids.factorId = await find(indicator, /\/factors\/[\w-]{16}$/);
  ids.personId = await find('/people', /^\/people\/[\w-]{16}$/, 'Dana Whitfield');
  await page.goto(`/indicators/${ids.indicatorId}/import`);
  await page.locator('input[type=file]').setInputFiles(communityFile.place);
  await page.getByRole('button', { name: 'Look at the file' }).click();
  await expect(page).toHaveURL(/\/imports\//);
  ids.importId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  return ids;
}

/** The id of the newest event on a list that one may write to. */
async function findEvent(page: Page, list: string): Promise<string> {
  await page.goto(list);
  const href = await page.locator(`main a[href^="${list}/"][href$="/edit"]`).first().getAttribute('href');
  return href?.split('/').at(-2) ?? '';
}

/** The team's newest past meeting, and a line of it that is one's own. */
async function findMeeting(page: Page, team: string): Promise<Ids> {
  await page.goto(`${team}/meetings`);
  await page.locator('main .rows a').first().click();
  const href = await page
    .locator('main a[href*="/lines/"]', { hasText: 'Edit' })
    .first()
    .getAttribute('href');
  const [meetingId = '', , lineId = ''] = href?.split('/').slice(-3) ?? [];
  return { meetingId, lineId };
}

/** Axe in light, its rules of color again in dark, and no sideways scroll, at the width of a phone. */
async function isFine(page: Page, place: string) {
  expect.soft(await axeFindings(page), place).toEqual([]);
  expect.soft(await scrollsSideways(page), place).toBeLessThanOrEqual(0);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect.soft(await axeFindings(page, 'colors'), `${place}, in dark`).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
}

/** A line of each kind of the coach's list, by the addresses of app/routes.ts. */
async function findLines(page: Page): Promise<Map<string, string>> {
  await page.goto('/coaching');
  const kinds = {
    'coaching/teams/:teamId/reviews/:reviewId': '/reviews/',
    'coaching/teams/:teamId/asks/:askId': '/asks/',
    'coaching/teams/:teamId/note': '/note',
    'coaching/snooze': '/coaching/snooze',
  };
  const found = new Map<string, string>();
  for (const [path, part] of Object.entries(kinds)) {
    const link = page.locator(`main a[href*="${part}"]`).first();
    found.set(path, (await link.getAttribute('href'))?.split('#')[0] ?? '');
  }
  return found;
}

/** The form that answers what stands in a team's way, where leaders find it. */
async function findBarrier(page: Page, who: string): Promise<Map<string, string>> {
  if (who !== 'admin') return new Map();
  await page.goto('/leaders');
  const href = await page.locator('main a[href$="/answer"]').first().getAttribute('href');
  return new Map([['teams/:teamId/events/:eventId/answer', href ?? '']]);
}

test.describe('axe finds nothing on any page, and nothing scrolls sideways on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  /** So many pages are looked at in one test, so that two workers share them. */
  const atOnce = 25;
  for (const who of ['admin', 'member', 'coach', 'nobody'] as const) {
    const own = Object.keys(pages).filter((path) => pages[path] === who);
    for (let from = 0; from < own.length; from += atOnce) {
      const isFirst = from === 0;
      const part = own.slice(from, from + atOnce);
      test(`as ${who}, from /${part[0]} on`, async ({ page, context }) => {
        test.setTimeout(300_000);
        await signIn(page, demo.admin);
        const ids = await findIds(page);
        await page.goto(`/people/${ids.personId}/link`);
        await page.getByRole('button', { name: 'Make the link' }).click();
        const link = await page.getByLabel('One-time link').inputValue();
        ids.token = link.split('/').at(-1) ?? '';
        if (who === 'admin' && isFirst) await isFine(page, 'the one-time link');

        if (who !== 'admin') await context.clearCookies();
        if (who === 'member' || who === 'coach') await signIn(page, demo[who]);
        const lines = who === 'coach' ? await findLines(page) : await findBarrier(page, who);
        const ofTeam = who === 'member' ? `/teams/${ids.teamId}` : '';
        if (who === 'admin' || who === 'member') ids.eventId = await findEvent(page, `${ofTeam}/events`);
        if (who === 'member') Object.assign(ids, await findMeeting(page, ofTeam));
        for (const path of part) {
          const plain = `/${path.replace('*', 'nowhere').replaceAll(/:(\w+)/g, (_, name) => ids[name] ?? name)}`;
          const place = lines.get(path) ?? plain;
          const answer = await page.goto(place);
          expect(answer?.status(), place).toBe(path === '*' ? 404 : 200);
          expect(new URL(page.url()).pathname, 'not sent elsewhere').toBe(place.split('?')[0]);
          await isFine(page, place);
        }
        if (!isFirst) return;
        for (const { at, button } of refused.filter((one) => one.who === who)) {
          await page.goto(at);
          await page.getByRole('main').getByRole('button', { name: button }).click();
          await expect(page.locator('.err').first()).toBeVisible();
          await isFine(page, `${at}, refused`);
        }
        if (who === 'member') {
          expect((await page.goto('/people'))?.status()).toBe(403);
          await isFine(page, 'what one may not see');
          await page.goto('/search?q=attendance');
          await isFine(page, 'what was found');
        }
        if (who === 'nobody') {
          await page.goto('/welcome/nothing');
          await isFine(page, 'a link that no longer works');
        }
      });
    }
  }
});

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
  const lastButOne = points.nth((await points.count()) - 2);
  await comesAlive(page);
  await expect(async () => {
    await points.last().focus();
    await page.keyboard.press('ArrowLeft');
    await expect(lastButOne).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.press('Home');
  await expect(points.first()).toBeFocused();
});
