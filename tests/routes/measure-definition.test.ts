import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { db } from '#db/client.server';
import { history } from '#db/schema/history';
import { measureEntries, measureGoals, measurePoints, measures } from '#db/schema/measures';
import { loader as editPage, action as redefine } from '~/routes/measures/edit';
import { loader as goalsPage, action as setGoal } from '~/routes/measures/goals';
import { action as define, loader as newPage } from '~/routes/measures/new';
import { loader as show } from '~/routes/measures/show';
import { action as takeBackGoal } from '~/routes/measures/take-back-goal';
import { loader as versions } from '~/routes/measures/versions';
import { loader as teamPage } from '~/routes/teams/show';
import { withDatabase } from '../support/database';
import { aMeasure, anEvent, points, theCast } from '../support/factories';
import { get, post, signedIn } from '../support/requests';

withDatabase();

const four = { name: 'School days attended', type: 'outcome', kind: 'proportion', direction: 'higher' };

async function aTeamWithMeasure(some: Parameters<typeof aMeasure>[1] = {}) {
  const cast = await theCast();
  const measure = await aMeasure(cast.team, { name: 'School days attended', ...some });
  const params = { teamId: cast.team.id, measureId: measure.id };
  const cookie = await signedIn(cast.member.id);
  const send = (fields: Record<string, string>) =>
    post(redefine, '/x', { ...four, ...fields }, { params, cookie });
  const row = () => db.select().from(measures).where(eq(measures.id, measure.id)).get();
  const deeds = async () => (await db.select().from(history)).map(({ deed }) => deed);
  return { cast, measure, params, cookie, send, row, deeds };
}

test('a measure is defined whole, and everything is read back', async () => {
  const cast = await theCast();
  const cookie = await signedIn(cast.member.id);
  const params = { teamId: cast.team.id };
  const whole = {
    ...four,
    frequency: 'monthly',
    definition: 'Half days count.',
    inclusions: 'Those on the list.',
    numeratorWords: 'Days attended',
    denominatorWords: 'Days possible',
    lowest: '50',
    highest: '100',
    goal: '92',
    goalBy: '2027-05-21',
    source: 'District export',
    collector: 'The office',
    ownerId: cast.coach.id,
    dueLagDays: '3',
    ruleSet: 'nelson',
    chartKind: 'pprime',
    isScreened: 'no',
    showsIcons: 'on',
    strata: 'Lincoln\nHarbor',
  };
  const made = await post(define, '/x', whole, { params, cookie });
  const measureId = made.location?.split('/').at(-1) ?? '';
  const row = await db.select().from(measures).where(eq(measures.id, measureId)).get();
  expect(row).toMatchObject({
    ...whole,
    ...{ lowest: 50, highest: 100, goal: 92, dueLagDays: 3, isScreened: false, showsIcons: true },
    strata: ['Lincoln', 'Harbor'],
  });
  const page = await get(show, '/x', { params: { ...params, measureId }, cookie });
  expect(page.data.owner).toBe(cast.coach.name);
});

test('four answers leave the rest at what fits most: screened, no icons, nobody’s own', async () => {
  const cast = await theCast();
  const made = await post(define, '/x', four, {
    params: { teamId: cast.team.id },
    cookie: await signedIn(cast.member.id),
  });
  const row = await db.select().from(measures).get();
  expect(made.status).toBe(302);
  expect(row).toMatchObject({
    isScreened: true,
    showsIcons: false,
    ownerId: null,
    strata: [],
    ruleSet: null,
  });
});

test('a template fills in the form and names its partner; one that is not there fills in nothing', async () => {
  const cast = await theCast();
  const who = { params: { teamId: cast.team.id }, cookie: await signedIn(cast.member.id) };
  const page = (await get(newPage, '/x?template=attendance', who)).data;
  expect(page.values).toMatchObject({
    name: 'School days attended',
    kind: 'proportion',
    frequency: 'weekly',
  });
  expect([page.template.key, page.partner.type]).toEqual(['attendance', 'balancing']);
  const plain = (await get(newPage, '/x?template=nothing&type=balancing', who)).data;
  expect(plain).toMatchObject({ template: null, partner: null, type: 'balancing', isFirst: true });
  expect(plain.values).toEqual({ isScreened: 'yes', frequency: 'weekly', type: 'balancing' });
});

test('the owner is somebody of the team', async () => {
  const { cast, send, row } = await aTeamWithMeasure();
  for (const ownerId of [cast.otherMember.id, cast.stranger.id, 'nobody']) {
    const answer = await send({ ownerId });
    expect([answer.status, answer.data.error]).toEqual([422, { ownerId: ['Choose somebody of your team.'] }]);
  }
  expect((await send({ ownerId: cast.member.id })).status).toBe(302);
  expect((await row())?.ownerId).toBe(cast.member.id);
  expect((await send({})).status).toBe(302);
  expect((await row())?.ownerId).toBeNull();
});

test('an owner who left the team stays until somebody else is chosen', async () => {
  const { cast, measure, params, cookie, send } = await aTeamWithMeasure();
  await db.update(measures).set({ ownerId: cast.otherMember.id }).where(eq(measures.id, measure.id));
  const page = await get(editPage, '/x', { params, cookie });
  expect(page.data.owners.at(-1)).toEqual({
    value: cast.otherMember.id,
    label: `${cast.otherMember.name} (no longer active)`,
  });
  expect((await send({ ownerId: cast.otherMember.id, goal: '90' })).status).toBe(302);
});

test('a range that cannot be, and a goal outside it, come back at their fields', async () => {
  const { send } = await aTeamWithMeasure();
  expect((await send({ lowest: '-1' })).data.error).toEqual({
    lowest: ['A share is between 0 and 100 percent.'],
  });
  expect((await send({ lowest: '80', highest: '70' })).data.error).toEqual({
    highest: ['The highest is not above the lowest.'],
  });
  expect((await send({ lowest: '80', highest: '90', goal: '95' })).data.error).toEqual({
    goal: ['The goal is outside the lowest and highest that you say the number can be.'],
  });
});

test('groups are added, and names of people are not', async () => {
  const { send, row } = await aTeamWithMeasure({ strata: ['Lincoln'] });
  expect((await send({ strata: 'Dana Whitfield' })).data.error).toHaveProperty('strata');
  expect((await send({ strata: 'Harbor\nEastside' })).status).toBe(302);
  expect((await row())?.strata).toEqual(['Lincoln', 'Harbor', 'Eastside']);
});

test('a group with another name keeps its numbers, also those that can be undone', async () => {
  const { measure, send, row, params, cookie } = await aTeamWithMeasure({ strata: ['Lincoln', 'Harbor'] });
  const number = {
    measureId: measure.id,
    numerator: 1,
    denominator: 2,
    enteredAt: '2026-12-01T12:00:00.000Z',
  };
  await db.insert(measurePoints).values([
    { ...number, periodStart: '2026-10-12', stratum: 'Lincoln' },
    { ...number, periodStart: '2026-10-12', stratum: 'Harbor' },
    { ...number, periodStart: '2026-10-12' },
  ]);
  await db.insert(measureEntries).values({
    measureId: measure.id,
    kind: 'cell',
    changes: [{ periodStart: '2026-10-12', stratum: 'Lincoln', was: null, is: null }],
  });
  expect((await get(editPage, '/x', { params, cookie })).data.measure.strata).toEqual(['Lincoln', 'Harbor']);
  const done = await send({ 'groups[0].was': 'Lincoln', 'groups[0].name': 'Lincoln High' });
  expect(done.status).toBe(302);
  expect((await row())?.strata).toEqual(['Lincoln High', 'Harbor']);
  const kept = await db.select({ stratum: measurePoints.stratum }).from(measurePoints);
  expect(kept.map(({ stratum }) => stratum).sort()).toEqual(['', 'Harbor', 'Lincoln High']);
  expect((await db.select().from(measureEntries).get())?.changes[0]?.stratum).toBe('Lincoln High');
  const taken = await send({ 'groups[0].was': 'Lincoln High', 'groups[0].name': 'harbor' });
  expect(taken.data.error).toEqual({ 'groups[0].name': ['There is a group called “harbor” already.'] });
  const person = await send({ 'groups[0].was': 'Harbor', 'groups[0].name': 'Dana Whitfield' });
  expect(person.data.error).toHaveProperty('groups[0].name');
});

test('a group with numbers stays; one without goes', async () => {
  const { measure, send, row } = await aTeamWithMeasure({ strata: ['Lincoln', 'Harbor'] });
  await db.insert(measurePoints).values({
    measureId: measure.id,
    periodStart: '2026-10-12',
    stratum: 'Lincoln',
    value: 80,
    enteredAt: '2026-12-01T12:00:00.000Z',
  });
  const asked = { 'groups[0].was': 'Lincoln', 'groups[0].name': '', 'groups[1].was': 'Harbor' };
  expect((await send({ ...asked, 'groups[1].name': 'Harbor' })).data.error).toEqual({
    'groups[0].name': ['“Lincoln” has numbers, so it stays. You can give it another name.'],
  });
  const fine = { ...asked, 'groups[0].name': 'Lincoln', 'groups[1].name': '' };
  expect((await send(fine)).status).toBe(302);
  expect((await row())?.strata).toEqual(['Lincoln']);
});

test('saving the form as it is changes nothing', async () => {
  const { send, deeds } = await aTeamWithMeasure({ strata: ['Lincoln'] });
  await send({ 'groups[0].was': 'Lincoln', 'groups[0].name': 'Lincoln', isScreened: 'yes' });
  expect(await deeds()).toEqual([]);
});

test('another way of counting keeps both versions side by side, and its day can be marked on the chart', async () => {
  const { cast, measure, params, cookie, send } = await aTeamWithMeasure({
    definition: 'Whole days count.',
  });
  await send({ definition: 'Half days count.', countedAnewOn: '2020-09-21' });
  const page = (await get(show, '/x', { params, cookie })).data;
  expect(page.changes).toMatch(
    /^Changed once\. On .*, Dana Whitfield \d+ changed exactly what is counted\.$/,
  );
  expect(page.events).toMatchObject([
    { kind: 'definition change', onDate: '2020-09-21', measureIds: [measure.id] },
  ]);
  const read = (await get(versions, '/x', { params, cookie })).data;
  expect(read.changes[0]).toMatchObject({
    countsAnew: true,
    parts: [{ label: 'Exactly what is counted', was: 'Whole days count.', is: 'Half days count.' }],
    mark: null,
  });
  await anEvent(cast.team, { kind: 'definition change', onDate: read.changes[0].day, title: 'Half days' }, [
    measure.id,
  ]);
  const marked = (await get(versions, '/x', { params, cookie })).data;
  expect(marked.changes[0].mark.title).toBe('Half days');
});

test('a refused form marks nothing on the chart', async () => {
  const { measure, params, cookie, send } = await aTeamWithMeasure();
  await points(measure.id, '2026-10-12', [[266, 310]]);
  expect((await send({ kind: 'count', countedAnewOn: '2026-09-21' })).status).toBe(422);
  expect((await get(show, '/x', { params, cookie })).data.events).toEqual([]);
});

test('the next goal holds from its day on, and can be taken back', async () => {
  const { measure, params, cookie, row, send, deeds } = await aTeamWithMeasure({ goal: 85 });
  const set = (goal: string, fromOn: string) => post(setGoal, '/x', { goal, fromOn }, { params, cookie });
  const now = async () => (await get(show, '/x', { params, cookie })).data.measure.goal;
  expect((await set('90', '2020-01-06')).location).toBe(
    `/teams/${params.teamId}/measures/${params.measureId}/goals`,
  );
  await set('99', '2099-01-05');
  expect(await now()).toBe(90);
  await set('91', '2020-01-06');
  await set('91', '2020-01-06');
  expect(await now()).toBe(91);
  const page = (await get(goalsPage, '/x', { params, cookie })).data;
  expect([page.first, page.steps.map(({ goal }: { goal: number }) => goal)]).toEqual([85, [91, 99]]);
  // The form of the definition does not ask for a goal that goes by steps, and does not touch it.
  expect((await get(editPage, '/x', { params, cookie })).data.hasGoalSteps).toBe(true);
  await send({ goal: '', source: 'A sheet' });
  expect([(await row())?.goal, await now()]).toEqual([85, 91]);
  const [step] = page.steps;
  await post(takeBackGoal, '/x', { goalId: step.id }, { params, cookie });
  expect(await now()).toBe(85);
  expect(await deeds()).toEqual([
    'set the goal of “School days attended” from Jan 6, 2020: 90%',
    'set the goal of “School days attended” from Jan 5, 2099: 99%',
    'set the goal of “School days attended” from Jan 6, 2020: 91% (it was 90%)',
    'changed how “School days attended” is counted',
    'took back the goal of “School days attended” from Jan 6, 2020: 91%',
  ]);
  expect(await db.select({ id: measureGoals.measureId }).from(measureGoals)).toEqual([{ id: measure.id }]);
});

test('a goal that cannot be is refused, and another measure’s goal is not there', async () => {
  const { cast, params, cookie } = await aTeamWithMeasure();
  const set = (goal: string, fromOn = '2026-01-05') =>
    post(setGoal, '/x', { goal, fromOn }, { params, cookie });
  expect((await set('101')).data.error).toEqual({
    goal: ['A goal for a share is between 0 and 100 percent.'],
  });
  expect((await set('')).data.error).toEqual({ goal: ['Write the goal.'] });
  expect((await set('90', '2026-02-30')).data.error).toHaveProperty('fromOn');
  const other = await aMeasure(cast.team);
  const row = await db
    .insert(measureGoals)
    .values({ measureId: other.id, fromOn: '2026-01-05', goal: 50 })
    .returning()
    .get();
  expect((await post(takeBackGoal, '/x', { goalId: row.id }, { params, cookie })).status).toBe(404);
});

test('the team page says what the set of measures lacks, to those who can add one', async () => {
  const { cast, params, cookie } = await aTeamWithMeasure();
  expect((await get(teamPage, '/x', { params, cookie })).data.advice.sentence).toContain(
    'No balancing measure',
  );
  await aMeasure(cast.team, { type: 'balancing' });
  await aMeasure(cast.team, { type: 'process' });
  expect((await get(teamPage, '/x', { params, cookie })).data.advice).toBeNull();
});

test('what needs a look in the numbers is for the team, and for nobody who only reads', async () => {
  const { cast, measure, params, cookie } = await aTeamWithMeasure({ highest: 90 });
  await points(measure.id, '2020-10-12', [80, 81, 95]);
  const seen = async (who: string) => (await get(show, '/x', { params, cookie: who })).data.flags;
  expect((await seen(cookie)).map(({ kind }: { kind: string }) => kind)).toEqual(['late', 'out of range']);
  expect(await seen(await signedIn(cast.coach.id))).toHaveLength(2);
  expect(await seen(await signedIn(cast.otherMember.id))).toEqual([]);
  expect(await seen(await signedIn(cast.leader.id))).toEqual([]);
});

test('the measure and its team say when the last number came', async () => {
  const { measure, params, cookie } = await aTeamWithMeasure();
  await points(measure.id, '2020-10-12', [80]);
  const last = 'Last number: the week of Oct 12, 2020, entered Dec 1, 2026.';
  const words = (await get(show, '/x', { params, cookie })).data.last;
  // The test’s own year may be the one it was entered in.
  expect([last, last.replace(', 2026.', '.')]).toContain(words);
  expect((await get(teamPage, '/x', { params, cookie })).data.tiles[0].last).toBe(words);
});
