import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { db } from '#db/client.server';
import { history } from '#db/schema/history';
import { measureEntries, measurePoints, refusedCells } from '#db/schema/measures';
import { action as count, loader as tallyPage } from '~/routes/measures/tally';
import { action as tap, loader as tapsPage } from '~/routes/measures/taps';
import { action as undo } from '~/routes/measures/undo';
import { withDatabase } from '../support/database';
import { aMeasure, points, theCast } from '../support/factories';
import { get, post, signedIn } from '../support/requests';

withDatabase();

const week = '2025-10-13';

async function aCount(some: Parameters<typeof aMeasure>[1] = {}) {
  const cast = await theCast();
  const measure = await aMeasure(cast.team, { name: 'Families reached', ...some });
  const params = { teamId: cast.team.id, measureId: measure.id };
  const [member, coach] = [await signedIn(cast.member.id), await signedIn(cast.coach.id)];
  const tapAs = (cookie: string) => (fields: Record<string, string>) =>
    post(tap, '/x', { period: week, ...fields }, { params, cookie });
  return { cast, measure, params, member, coach, tap: tapAs(member), coachTaps: tapAs(coach) };
}
const kept = () =>
  db
    .select({
      numerator: measurePoints.numerator,
      denominator: measurePoints.denominator,
      value: measurePoints.value,
    })
    .from(measurePoints);
const json = (answer: { data: unknown }) => JSON.parse(String(answer.data));

test('a yes and a no count in a share, and each can be taken back', async () => {
  const { tap } = await aCount();
  expect(json(await tap({ yes: '1' }))).toEqual({ yes: 1, no: 0 });
  expect(json(await tap({ no: '1' }))).toEqual({ yes: 1, no: 1 });
  expect(json(await tap({ yes: '3', no: '2' }))).toEqual({ yes: 4, no: 3 });
  expect(json(await tap({ no: '-1' }))).toEqual({ yes: 4, no: 2 });
  expect(await kept()).toEqual([{ numerator: 4, denominator: 6, value: null }]);
  expect((await tap({ no: '-3' })).status).toBe(422);
  expect((await tap({ yes: '-5' })).status).toBe(422);
  expect(await kept()).toEqual([{ numerator: 4, denominator: 6, value: null }]);
});

test('ones are counted in a count, and at nothing the period has no number', async () => {
  const { tap } = await aCount({ kind: 'count', unit: 'families' });
  expect((await tap({ yes: '-1' })).data.error['']).toEqual(['There is nothing left to take back.']);
  expect(json(await tap({ yes: '1' }))).toEqual({ yes: 1, no: null });
  expect(json(await tap({ yes: '-1' }))).toEqual({ yes: 0, no: null });
  expect(await kept()).toEqual([]);
});

test('fifty taps of two phones at once lose nothing, and are one entry and a line for each person', async () => {
  const { measure, params, member, tap, coachTaps } = await aCount();
  const all = Array.from({ length: 50 }, (_, at) =>
    at % 2 === 0 ? tap({ yes: '1' }) : coachTaps({ no: '1' }),
  );
  expect((await Promise.all(all)).every(({ status }) => status === 200)).toBe(true);
  expect(await kept()).toEqual([{ numerator: 25, denominator: 50, value: null }]);
  const entries = await db.select().from(measureEntries);
  expect(entries.map(({ kind, changes }) => [kind, changes[0]?.was, changes[0]?.is?.denominator])).toEqual([
    ['tally', null, 50],
  ]);
  const lines = await db.select().from(history).where(eq(history.thingId, measure.id));
  expect(lines.map(({ deed }) => deed)).toEqual(
    Array(2).fill('counted on in “Families reached” for the week of Oct 13, 2025'),
  );
  await post(undo, '/x', { entryId: entries[0]?.id ?? '' }, { params, cookie: member });
  expect(await kept()).toEqual([]);
});

test('a tap sent again under its own key counts once', async () => {
  const { tap } = await aCount();
  await tap({ yes: '1', formKey: 'abc-1' });
  expect(json(await tap({ yes: '1', formKey: 'abc-1' }))).toEqual({ yes: 1, no: 0 });
  expect(json(await tap({ yes: '1', formKey: 'abc-2' }))).toEqual({ yes: 2, no: 0 });
});

test('counting goes on from a number that is there, and is taken back to it', async () => {
  const { measure, params, member, tap } = await aCount();
  await points(measure.id, week, [[5, 8]]);
  await tap({ yes: '1' });
  await tap({ no: '1' });
  expect(await kept()).toEqual([{ numerator: 6, denominator: 10, value: null }]);
  const [entry] = await db.select().from(measureEntries);
  await post(undo, '/x', { entryId: entry?.id ?? '' }, { params, cookie: member });
  expect(await kept()).toEqual([{ numerator: 5, denominator: 8, value: null }]);
});

test('what cannot be counted on says why', async () => {
  const { measure, tap } = await aCount({ strata: ['Lincoln'] });
  await points(measure.id, week, [62]);
  expect((await tap({ yes: '1' })).data.error['']).toEqual([
    'This period has a percent and no counts. Enter its counts first.',
  ]);
  expect((await tap({ yes: '1', period: '2099-01-05' })).data.error['']).toEqual([
    'That period has not begun.',
  ]);
  expect((await tap({ yes: '1', group: 'Harbor' })).status).toBe(422);
  expect((await tap({ yes: '1', group: 'Lincoln' })).status).toBe(200);
  await db.insert(refusedCells).values({ measureId: measure.id, periodStart: '2025-10-20', numerator: '9' });
  expect((await tap({ yes: '1', period: '2025-10-20' })).data.error[''][0]).toContain(
    'Put that right first.',
  );
  for (const yes of ['1.5', 'x', '1001', '-1001']) {
    expect((await tap({ yes })).status, yes).toBe(422);
  }
});

test('the page counts without JavaScript, and says when there is nothing to take back', async () => {
  const { params, member } = await aCount();
  const send = (fields: Record<string, string>) =>
    post(count, '/x', { period: week, group: '', ...fields }, { params, cookie: member });
  expect((await send({ yes: '1' })).location).toBe(
    `/teams/${params.teamId}/measures/${params.measureId}/tally?period=${week}&group=`,
  );
  expect((await send({ no: '-1' })).status).toBe(422);
  const page = await get(tallyPage, `/x?period=${week}`, { params, cookie: member });
  expect(page.data).toMatchObject({ words: 'the week of Oct 13, 2025', count: { yes: 1, no: 0 } });
  const today = await get(tallyPage, '/x?period=nonsense', { params, cookie: member });
  expect(today.data.count).toEqual({ yes: 0, no: 0 });
});

test('a measure that is not counted one by one has no such page, and strangers have none', async () => {
  const { cast, params, member } = await aCount({ kind: 'mean' });
  expect((await get(tallyPage, '/x', { params, cookie: member })).status).toBe(404);
  expect((await post(tap, '/x', { period: week, yes: '1' }, { params, cookie: member })).status).toBe(404);
  expect((await get(tapsPage, '/x', { params, cookie: member })).location).toMatch(/\/tally$/);
  const other = await signedIn(cast.otherMember.id);
  const stranger = await signedIn(cast.stranger.id);
  for (const action of [tap, count]) {
    expect((await post(action, '/x', { yes: '1' }, { params, cookie: other })).status).toBe(403);
    expect((await post(action, '/x', { yes: '1' }, { params, cookie: stranger })).status).toBe(404);
    expect((await post(action, '/x', { yes: '1' }, { params })).location).toBe('/sign-in');
  }
});
