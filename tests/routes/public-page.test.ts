import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { db } from '#db/client.server';
import { history } from '#db/schema/history';
import { indicators, observations } from '#db/schema/indicators';
import { publicPages } from '#db/schema/scoreboard';
import { withoutTokens } from '~/http/log';
import { loader as boardPage } from '~/routes/indicators/public-board';
import { loader as indicatorPage } from '~/routes/indicators/public-indicator';
import { loader as pages, action as publish } from '~/routes/indicators/public-pages';
import { action as revoke } from '~/routes/indicators/revoke-public-page';
import { withDatabase } from '../support/database';
import { aDimension, anIndicator, anObservation, theCast } from '../support/factories';
import { get, post, signedIn } from '../support/requests';

withDatabase();

async function aStage() {
  const cast = await theCast();
  const shown = await anIndicator(cast.community.id, {
    name: 'Graduated in four years',
    source: 'State file',
  });
  const other = await anIndicator(cast.community.id, {
    name: 'Enrolled in college <b>',
    outcomeId: shown.outcomeId,
  });
  const { groups } = await aDimension(cast.community.id, 'Race and ethnicity', ['Black', 'White', 'Native']);
  for (const [period, part] of [
    ['2024-25', 0],
    ['2025-26', 1],
  ] as const) {
    const put = (name: string | null, numerator: number, denominator: number) =>
      anObservation(shown.id, {
        period,
        subgroupId: name === null ? null : groups.get(name)?.id,
        numerator,
        denominator,
      });
    await put(null, 600 + 53 * part, 1000);
    await put('Black', 231 + 41 * part, 450);
    await put('White', 367 + 10 * part, 543);
    await put('Native', 2 + 2 * part, 7);
    await anObservation(other.id, { period, numerator: 510 + 20 * part, denominator: 1000 });
  }
  return { ...cast, shown, other, groups, cookie: await signedIn(cast.leader.id) };
}

type Stage = Awaited<ReturnType<typeof aStage>>;

async function published({ cookie, shown }: Stage) {
  const answer = await post(
    publish,
    '/indicators/public',
    { label: 'Our web page', indicatorIds: [shown.id] },
    { cookie },
  );
  const address: string = answer.data.made.address;
  return { token: address.split('/').at(-1) ?? '', address };
}

const board = (token: string) => get(boardPage, `/public/${token}`, { params: { token } });
const whole = (token: string, indicatorId: string) =>
  get(indicatorPage, '/x', { params: { token, indicatorId } });

test('a leader publishes, everybody with the link reads, and only a hash of it is kept', async () => {
  const stage = await aStage();
  const { token, address } = await published(stage);
  expect(address).toMatch(/^http:\/\/localhost:3000\/public\/[\w-]{43}$/);
  const kept = JSON.stringify([await db.select().from(publicPages), await db.select().from(history)]);
  expect(kept).not.toContain(token);
  const page = await board(token);
  expect(page.status).toBe(200);
  expect(page.data).toContain('2 of 2 improved (100 %)');
  expect(page.data).toContain(`/public/${token}/indicators/${stage.shown.id}`);
  expect(page.data).not.toContain(`/indicators/${stage.other.id}`);
  expect(page.data).toContain('Enrolled in college &lt;b&gt;');
  expect(page.headers.get('x-robots-tag')).toBe('noindex, nofollow');
  const one = await whole(token, stage.shown.id);
  expect(one.status).toBe(200);
  expect(one.data).toContain('Where the numbers come from: State file');
  // In the community it is listed, without the link.
  const list = await get(pages, '/indicators/public', { cookie: stage.cookie });
  expect(list.data.pages).toMatchObject([{ label: 'Our web page', indicators: 1, revokedAt: null }]);
});

test('a public page has no script, no form and no name of a person', async () => {
  const stage = await aStage();
  await db.update(indicators).set({ ownerId: stage.leader.id });
  const { token } = await published(stage);
  for (const { data } of [await board(token), await whole(token, stage.shown.id)]) {
    expect(data).not.toMatch(/<script|<form|onclick|javascript:/i);
    expect(data).not.toContain(stage.leader.name);
    expect(data).not.toContain('No team yet');
  }
});

test('a public page is masked, also for a leader who looks', async () => {
  const stage = await aStage();
  const { token } = await published(stage);
  const params = { token, indicatorId: stage.shown.id };
  const page = await get(indicatorPage, '/x', { params, cookie: stage.cookie });
  // Native is small; the next smallest group is hidden with it, so that no subtraction brings it back.
  expect(page.data).toMatch(/Native<\/th><td class="r">Hidden<\/td><td class="r">Hidden/);
  expect(page.data).toMatch(/Black<\/th><td class="r">Hidden<\/td><td class="r">Hidden/);
  expect(page.data).toMatch(/White<\/th><td class="r">68%<\/td><td class="r">69%/);
  for (const secret of ['28.5', '57.1', '29%', '57%', '51.3', '60.4'])
    expect(page.data).not.toContain(secret);
});

test('what is not published, archived, or of another page is not there', async () => {
  const stage = await aStage();
  const { token } = await published(stage);
  expect((await whole(token, stage.other.id)).status).toBe(404);
  expect((await whole(token, 'nothing')).status).toBe(404);
  expect((await whole('x'.repeat(43), stage.shown.id)).status).toBe(404);
  expect((await board('x'.repeat(43))).status).toBe(404);
  const theirs = await anIndicator(stage.elsewhere.id);
  const refused = await post(
    publish,
    '/x',
    { label: 'Mine', indicatorIds: [theirs.id] },
    { cookie: stage.cookie },
  );
  expect(refused.status).toBe(422);
  expect(refused.data.error.indicatorIds).toEqual(['Choose indicators of your community.']);
  await db
    .update(indicators)
    .set({ archivedAt: new Date().toISOString() })
    .where(eq(indicators.id, stage.shown.id));
  expect((await whole(token, stage.shown.id)).status).toBe(404);
  expect((await board(token)).data).not.toContain('Graduated in four years');
});

test('a page taken back opens nothing, and stays in the list with who took it back', async () => {
  const stage = await aStage();
  const { token } = await published(stage);
  const [page] = await db.select().from(publicPages);
  const fields = { pageId: page?.id ?? '' };
  expect((await post(revoke, '/x', fields, { cookie: await signedIn(stage.member.id) })).status).toBe(403);
  expect((await post(revoke, '/x', fields, { cookie: await signedIn(stage.stranger.id) })).status).toBe(404);
  expect((await board(token)).status).toBe(200);
  expect((await post(revoke, '/x', fields, { cookie: stage.cookie })).location).toBe('/indicators/public');
  expect((await board(token)).status).toBe(404);
  expect((await whole(token, stage.shown.id)).status).toBe(404);
  expect((await post(revoke, '/x', fields, { cookie: stage.cookie })).status).toBe(404);
  const list = await get(pages, '/x', { cookie: stage.cookie });
  expect(list.data.pages[0].revokedBy).toBe(stage.leader.name);
  const told = (await db.select().from(history)).map(({ deed }) => deed);
  expect(told).toContain('published the scoreboard and 1 indicator for Our web page');
  expect(told).toContain('took back the public page for Our web page');
});

test('a form without a word for whom comes back with its sentence, and a double click makes one page', async () => {
  const stage = await aStage();
  const empty = await post(publish, '/x', { label: ' ' }, { cookie: stage.cookie });
  expect(empty.status).toBe(422);
  expect(empty.data.error.label).toEqual(['Say whom it is for.']);
  const twice = { label: 'Board', formKey: 'one-click' };
  expect((await post(publish, '/x', twice, { cookie: stage.cookie })).data.made.label).toBe('Board');
  expect((await post(publish, '/x', twice, { cookie: stage.cookie })).location).toBe('/indicators/public');
  expect(await db.select().from(publicPages)).toHaveLength(1);
});

test('the numbers of a public page are those of the day somebody looks', async () => {
  const stage = await aStage();
  const { token } = await published(stage);
  await db.update(observations).set({ numerator: 100 }).where(eq(observations.indicatorId, stage.other.id));
  expect((await board(token)).data).toContain('1 of 2 improved (50 %)');
});

test('no log holds the key of a public page', () => {
  expect(withoutTokens('/public/abc123/indicators/x?y=1')).toBe('/public/…/indicators/x?y=1');
});
