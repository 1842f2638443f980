import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { db } from '#db/client.server';
import { history } from '#db/schema/history';
import { measureBaselines, measurePoints, measureRebases, measures } from '#db/schema/measures';
import { loader as baselinePage, action as holdBaseline } from '~/routes/measures/baseline';
import { action as bringBack } from '~/routes/measures/bring-back';
import { action as chooseChart } from '~/routes/measures/choose-chart';
import { action as setAside, loader as setAsidePage } from '~/routes/measures/set-aside';
import { loader as show } from '~/routes/measures/show';
import { loader as phasePage, action as startPhase } from '~/routes/measures/start-phase';
import { action as takePhaseBack } from '~/routes/measures/take-phase-back';
import { loader as showTeam } from '~/routes/teams/show';
import { withDatabase } from '../support/database';
import { pointsSaid } from '../support/drawings';
import { aMeasure, aMember, points, theCast } from '../support/factories';
import { get, post, signedIn } from '../support/requests';

withDatabase();

const usual = [84, 83, 85, 82, 84, 86, 83, 85, 84, 86, 82, 83];
const higher = [88, 89, 87, 90, 88, 89, 91, 90];

async function aChart(numbers = [...usual, ...higher]) {
  const cast = await theCast();
  const measure = await aMeasure(cast.team, { name: 'School days attended' });
  await points(
    measure.id,
    '2026-07-06',
    numbers.map((of) => [of * 3, 300]),
  );
  const params = { teamId: cast.team.id, measureId: measure.id };
  const cookie = await signedIn(cast.member.id);
  const rows = await db.select().from(measurePoints).where(eq(measurePoints.measureId, measure.id));
  const deeds = async () => {
    const lines = await db.select().from(history).where(eq(history.thingId, measure.id));
    return lines.map(({ deed }) => deed);
  };
  return {
    ...{ cast, measure, params, cookie, deeds },
    pointId: rows.find(({ periodStart }) => periodStart === '2026-07-20')?.id ?? '',
    send: (action: typeof holdBaseline, fields: Record<string, string>) =>
      post(action, '/x', fields, { params, cookie }),
    page: async (place = '/x') => (await get(show, place, { params, cookie })).data,
  };
}

const forms = { baselinePage, phasePage, setAsidePage };
const actions = { holdBaseline, startPhase, takePhaseBack, setAside, bringBack, chooseChart };

test('nobody but the team decides how its numbers are judged', async () => {
  const { cast, params } = await aChart();
  for (const [who, status] of [
    [cast.otherMember, 403],
    [cast.leader, 403],
    [cast.stranger, 404],
  ] as const) {
    const cookie = await signedIn(who.id);
    for (const [name, page] of Object.entries(forms)) {
      expect((await get(page, '/x', { params, cookie })).status, name).toBe(status);
    }
    for (const [name, action] of Object.entries(actions)) {
      expect((await post(action, '/x', {}, { params, cookie })).status, name).toBe(status);
    }
  }
});

test('a baseline is held through a number, with a name and a reason, on every page', async () => {
  const { cast, params, cookie, send, page, deeds } = await aChart();
  expect((await page()).judged.baseline).toBe('The median of all its points.');
  const held = await send(holdBaseline, { throughOn: '2026-09-21', reason: 'the last week before we began' });
  expect(held.location).toBe(`/teams/${cast.team.id}/measures/${params.measureId}#judged-row`);
  const data = await page();
  expect(data.words).toMatchObject({ word: 'Improvement' });
  expect(data.judged.baseline).toBe(
    `Median of 12 weeks, through the week of Sep 21, set by ${cast.member.name}: the last week before we began.`,
  );
  const team = (await get(showTeam, '/x', { params, cookie })).data;
  expect(JSON.stringify(team)).toContain('Shift: 8 points above the median');
  expect(await deeds()).toEqual([
    expect.stringMatching(/^held the baseline of “School days attended” through the week of Sep 21/),
  ]);
  await send(holdBaseline, { throughOn: 'default', reason: 'we began earlier' });
  expect((await page()).judged.baseline).toBe('The median of all its points.');
  expect(await db.select().from(measureBaselines)).toHaveLength(2);
  expect((await deeds())[1]).toContain('went back to the default');
});

test('the newest choice of a baseline holds, and the same again is no new one', async () => {
  const { send, page } = await aChart();
  await send(holdBaseline, { throughOn: '2026-09-21', reason: 'first' });
  await send(holdBaseline, { throughOn: '2026-09-07', reason: 'second' });
  await send(holdBaseline, { throughOn: '2026-09-07', reason: 'second' });
  expect((await page()).judged.baseline).toContain('Median of 10 weeks');
  expect(await db.select().from(measureBaselines)).toHaveLength(2);
});

test('a baseline of too few numbers, of no number, or without a reason is refused at its field', async () => {
  const { send } = await aChart();
  const refused = async (fields: Record<string, string>) => {
    const { status, data } = await send(holdBaseline, fields);
    return [status, data.error];
  };
  expect(await refused({ throughOn: '2026-07-20', reason: 'x' })).toEqual([
    422,
    { throughOn: ['A baseline needs 6 numbers or more. Through the week of Jul 20 there are 3.'] },
  ]);
  expect(await refused({ throughOn: '2026-09-22', reason: 'x' })).toEqual([
    422,
    { throughOn: ['Choose a period that has a number.'] },
  ]);
  expect(await refused({ throughOn: '2026-09-21', reason: ' ' })).toEqual([
    422,
    { reason: ['Write why, in a line. It stands under the chart.'] },
  ]);
  expect((await refused({ throughOn: 'yesterday', reason: 'x' }))[0]).toBe(422);
  expect(await db.select().from(measureBaselines)).toEqual([]);
});

test('the program proposes a phase, and only a person starts one', async () => {
  const { cast, send, page, params, cookie, deeds } = await aChart();
  await send(holdBaseline, { throughOn: '2026-09-21', reason: 'before' });
  const before = await page();
  expect(before.proposal).toMatchObject({ fromOn: '2026-09-28', hidesWorsening: false });
  expect(before.judged.phases).toEqual([]);
  const form = await get(phasePage, '/x?from=2026-09-28', { params, cookie });
  expect(form.data).toMatchObject({ from: '2026-09-28', proposal: { fromOn: '2026-09-28' } });
  expect((await send(startPhase, { fromOn: '2026-09-28', reason: '' })).data.error).toHaveProperty('reason');
  const formKey = form.data.formKey;
  await send(startPhase, { fromOn: '2026-09-28', reason: 'All homerooms text', formKey });
  await send(startPhase, { fromOn: '2026-09-28', reason: 'All homerooms text', formKey });
  const [row] = await db.select().from(measureRebases);
  expect(row).toMatchObject({ wasProposed: true, madeBy: cast.member.id });
  const after = await page();
  expect(after.judged.phases[0].words).toBe(
    `A new phase since the week of Sep 28, started by ${cast.member.name}: All homerooms text.`,
  );
  expect(after.proposal).toBeNull();
  await send(takePhaseBack, { rebaseId: row?.id ?? '' });
  await send(takePhaseBack, { rebaseId: row?.id ?? '' });
  expect((await page()).judged.phases).toEqual([]);
  expect((await db.select().from(measureRebases))[0]?.takenBackBy).toBe(cast.member.id);
  expect((await deeds()).slice(1)).toEqual([
    'started a new phase of “School days attended” with the week of Sep 28: All homerooms text',
    'took back the phase of “School days attended” that began with the week of Sep 28',
  ]);
});

test('a proposal says where a new phase would hide a worsening', async () => {
  const { measure, send, page } = await aChart();
  await send(holdBaseline, { throughOn: '2026-09-21', reason: 'before' });
  await db.update(measures).set({ direction: 'lower' }).where(eq(measures.id, measure.id));
  expect((await page()).proposal.sentence).toContain('draw it as the new normal and hide it');
});

test('a phase begins after another number, and once', async () => {
  const { send } = await aChart();
  const errorOf = async (fromOn: string) =>
    (await send(startPhase, { fromOn, reason: 'x' })).data.error?.fromOn?.[0];
  expect(await errorOf('2026-07-06')).toContain('no number before it');
  expect(await errorOf('2026-07-08')).toBe('Choose a period that has a number.');
  await send(startPhase, { fromOn: '2026-08-03', reason: 'x' });
  expect(await errorOf('2026-08-03')).toBe('A phase begins with the week of Aug 3 already.');
  const held = await send(holdBaseline, { throughOn: '2026-09-21', reason: 'x' });
  expect(held.data.error.throughOn[0]).toContain('has phases');
});

test('a number is set aside with a reason and a name, drawn hollow, and let in again', async () => {
  const { cast, pointId, send, page, params, cookie, deeds } = await aChart();
  const form = await get(setAsidePage, '/x?period=2026-07-20', { params, cookie });
  expect(form.data.pointId).toBe(pointId);
  expect((await send(setAside, { pointId, reason: '' })).data.error).toHaveProperty('reason');
  await send(setAside, { pointId, reason: 'Snow for four days' });
  const data = await page();
  expect(pointsSaid(data.drawing)[2]).toContain('left out. Snow for four days');
  expect(data.judged.aside).toEqual([
    { id: pointId, words: `Week of Jul 20, set aside by ${cast.member.name}: Snow for four days.` },
  ]);
  const again = await get(setAsidePage, '/x', { params, cookie });
  expect(again.data.options.map(({ value }: { value: string }) => value)).not.toContain(pointId);
  await send(bringBack, { pointId });
  expect(pointsSaid((await page()).drawing)[2]).not.toContain('left out');
  expect(await deeds()).toEqual([
    'set aside the week of Jul 20 of “School days attended”: Snow for four days',
    'let the week of Jul 20 of “School days attended” count again',
  ]);
});

test('a number or a phase of another measure is not there', async () => {
  const { cast, pointId, params, cookie } = await aChart();
  const other = await aMeasure(cast.team, {});
  const there = { ...params, measureId: other.id };
  const phase = await db
    .insert(measureRebases)
    .values({ measureId: params.measureId, fromOn: '2026-08-03', reason: 'x' })
    .returning()
    .get();
  for (const [action, fields] of [
    [setAside, { pointId, reason: 'x' }],
    [bringBack, { pointId }],
    [takePhaseBack, { rebaseId: phase.id }],
  ] as const) {
    expect((await post(action, '/x', fields, { params: there, cookie })).status).toBe(404);
  }
  expect((await db.select().from(measureRebases))[0]?.takenBackAt).toBeNull();
});

test('the reason of a small group’s number is for its team alone', async () => {
  const { cast, params, pointId, send } = await aChart();
  await db.update(measurePoints).set({ numerator: 3, denominator: 7 }).where(eq(measurePoints.id, pointId));
  await send(setAside, { pointId, reason: 'Only Ana and Ben came' });
  const reader = await signedIn(cast.otherMember.id);
  const said = JSON.stringify((await get(show, '/x', { params, cookie: reader })).data);
  expect(said).not.toContain('Ana and Ben');
  expect(said).toContain('set aside the week of Jul 20');
});

test('a chart that the data allow is chosen for the page, by its team', async () => {
  const { measure, send, page, deeds } = await aChart();
  expect((await page()).kind).toBe('run');
  expect((await page('/x?chart=control')).kind).toBe('pprime');
  expect((await page('/x?chart=nonsense')).kind).toBe('run');
  const refused = await send(chooseChart, { kind: 'c' });
  expect([refused.status, refused.data.error]).toEqual([422, { kind: ['It needs counts of things.'] }]);
  expect((await send(chooseChart, { kind: 'p' })).status).toBe(302);
  expect((await page()).kind).toBe('p');
  expect((await page('/x?chart=run')).kind).toBe('run');
  expect(await deeds()).toEqual(['chose the P chart for “School days attended”']);
  const [row] = await db.select().from(measures).where(eq(measures.id, measure.id));
  expect(row?.chartKind).toBe('p');
});

test('what decided about a chart is open to read, and has no buttons for readers', async () => {
  const { cast, params } = await aChart();
  const reader = await aMember(cast.community.id, 'member');
  const { data } = await get(show, '/x', { params, cookie: await signedIn(reader.id) });
  expect(data.judged.baseline).toBe('The median of all its points.');
  expect(data.mayWrite).toBe(false);
});
