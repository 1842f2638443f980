import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { db } from '#db/client.server';
import { cycles } from '#db/schema/cycles';
import { evidenceStale, practiceUses } from '#db/schema/evidence';
import { measurePoints, measureRebases, measures } from '#db/schema/measures';
import { practiceDecisions } from '#db/schema/practices';
import { changeIdeas, theoryMeasures } from '#db/schema/theories';
import type { Decision } from '#db/vocabulary';
import { requireCommunity, requirePractice } from '~/access/gate.server';
import { refreshEvidence } from '~/practices/refresh.server';
import {
  calibrationFor,
  evidenceOfPractice,
  evidenceOfPractices,
} from '~/routes/practices/read-evidence.server';
import { withDatabase } from '../support/database';
import {
  aCommunity,
  aCycle,
  aDecision,
  aMeasure,
  aMember,
  anIdea,
  aPartner,
  aPractice,
  aPrediction,
  aTeam,
  joinTeam,
  theCast,
} from '../support/factories';
import { signedIn } from '../support/requests';
import { type LedgerMeasure, type LedgerUse, readLedger } from './ledger';
import {
  around,
  aSeries,
  aUse,
  CHANGE,
  early,
  gain,
  harm,
  high,
  keptGain,
  noSignal,
  observed,
  shares,
  steady,
  teamsWith,
  week,
} from './made-ledgers';

withDatabase();

const asked = async (personId: string) =>
  new Request('http://localhost:3000/', { headers: { cookie: await signedIn(personId) } });
const accessOf = async (personId: string) => requireCommunity(await asked(personId));
const practiceAs = async (personId: string, practiceId: string) =>
  evidenceOfPractice(await requirePractice(await asked(personId), { practiceId }));

type TeamRow = Awaited<ReturnType<typeof aTeam>>;

/** The measure of a ledger as a row with its points. */
async function aMeasureOf(team: TeamRow, { type, direction, kind, points, rebasedOn = [] }: LedgerMeasure) {
  const measure = await aMeasure(team, { type, direction, kind: kind === 'value' ? 'mean' : kind });
  await db.insert(measurePoints).values(
    points.map(({ date, value, numerator, denominator, ghosted }) => ({
      ...{ measureId: measure.id, periodStart: date, value, numerator, denominator },
      enteredAt: '2026-12-01T12:00:00.000Z',
      ghostedAt: ghosted ? '2026-12-01T12:00:00.000Z' : null,
    })),
  );
  for (const fromOn of rebasedOn)
    await db.insert(measureRebases).values({ measureId: measure.id, fromOn, reason: 'A new level' });
  return measure;
}

const day = (date: string, days: number) =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

interface Cycle {
  changeDate?: string;
  decision?: Decision;
  measureIds: string[];
  expected?: number;
}

/** A finished cycle that predicts a number of each measure. */
async function aTest(
  team: TeamRow,
  ideaId: string,
  { changeDate = CHANGE, decision = 'adapt', measureIds, expected = 8 }: Cycle,
) {
  const cycle = await aCycle(team, {
    ...{ ideaId, startsOn: changeDate, doStartedOn: changeDate, doEndedOn: day(changeDate, 18) },
    ...{ learned: 'Evenings work', studiedAt: `${day(changeDate, 20)}T12:00:00.000Z` },
  });
  for (const measureId of measureIds) {
    const range = { expected, low: expected - 1, high: expected + 1 };
    await aPrediction(cycle.id, measureId, { ...range, checkOn: day(changeDate, 18) });
  }
  await aDecision(cycle.id, { decision, decidedOn: day(changeDate, 21) });
  return cycle;
}

/** A ledger as rows: each team with its home, its idea, its cycle and its measures. */
async function written(communityId: string, uses: readonly LedgerUse[]) {
  const practice = await aPractice(communityId);
  const partners = new Map<string, string>();
  const teams: TeamRow[] = [];
  for (const use of uses) {
    const home = use.partner ?? '';
    const partnerId = partners.get(home) ?? (await aPartner(communityId)).id;
    partners.set(home, partnerId);
    const team = await aTeam(communityId, { name: use.team, homePartnerId: partnerId });
    const idea = await anIdea(team, { practiceId: practice.id });
    const measureIds: string[] = [];
    for (const measure of use.measures) measureIds.push((await aMeasureOf(team, measure)).id);
    await aTest(team, idea.id, {
      ...{ changeDate: use.changeDate ?? CHANGE, decision: use.abandoned ? 'abandon' : 'adapt' },
      measureIds,
    });
    teams.push(team);
  }
  return { practice, teams };
}

test.each<[string, LedgerUse[]]>([
  ['three gains and a harm', [...teamsWith(3, gain), ...teamsWith(1, harm, {}, 'other')]],
  ['what cannot tell yet', [...teamsWith(1, early), ...teamsWith(2, observed, {}, 'other')]],
  [
    'a team with harm on the side',
    [aUse('a', [gain(), harm({ type: 'balancing' })]), aUse('b', [noSignal()])],
  ],
  ['a kept gain', [...teamsWith(3, keptGain)]],
  ['what every team gave up', [...teamsWith(2, noSignal, { abandoned: true })]],
  [
    'shares, a phase, and a number set aside',
    [
      aUse('a', [
        shares(
          [
            [10, 40],
            [11, 40],
            [9, 40],
          ],
          [
            [25, 40],
            [26, 40],
            [24, 40],
          ],
        ),
        aSeries(around([...high(12), ...steady(10)], high(6)), { rebasedOn: [week(-10)] }),
        aSeries(around(steady(10), high(6)).map((point, i) => ({ ...point, ghosted: i === 15 }))),
      ]),
    ],
  ],
])('what the database holds is judged as the plain ledger is: %s', async (_name, uses) => {
  const community = await aCommunity();
  const leader = await aMember(community.id, 'leader');
  const { practice } = await written(community.id, uses);
  const read = await practiceAs(leader.id, practice.id);
  const fidelities = new Map(read?.teams.map(({ name, fidelity }) => [name, fidelity]));
  const expected = readLedger({
    uses: uses.map((use) => ({ ...use, fidelity: fidelities.get(use.team) ?? null })),
  });
  expect(read?.evidence).toMatchObject({
    ...{ tier: expected.tier, votes: expected.votes, mean: expected.mean },
    ...{ p10: expected.p10, p90: expected.p90 },
  });
  const said = (read?.teams ?? [])
    .map(({ name, vote, measures: of }) => ({
      team: name,
      vote,
      measures: of.map(({ verdict, method }) => ({ verdict, method })),
    }))
    .sort((a, b) => (a.team < b.team ? -1 : 1));
  const asLedger = expected.uses
    .map(({ team, vote, measures: of }) => ({
      ...{ team, vote },
      measures: of.map(({ verdict, method }) => ({ verdict, method })),
    }))
    .sort((a, b) => (a.team < b.team ? -1 : 1));
  expect(said).toEqual(asLedger);
  // Two questions' worth of checks: a test, its Study after Do, a prediction; nobody wrote the Plan or Do.
  expect([...fidelities.values()].every((fidelity) => fidelity === 0.75)).toBe(true);
});

test('the library is ranked by the 10th percentile, and each practice has one mark a team', async () => {
  const community = await aCommunity();
  const leader = await aMember(community.id, 'leader');
  const [one, many] = [
    await written(community.id, teamsWith(1, keptGain)),
    await written(community.id, [...teamsWith(7, gain), ...teamsWith(1, harm, {}, 'other')]),
  ];
  const idle = await aPractice(community.id, { name: 'A new idea' });
  await written((await aCommunity()).id, teamsWith(3, gain));
  const all = await evidenceOfPractices(await accessOf(leader.id));
  expect(all.map(({ id }) => id)).toEqual([many.practice.id, one.practice.id, idle.id]);
  expect(all.map(({ evidence }) => [evidence.tier, evidence.list])).toEqual([
    ['Replicated', 'spread'],
    ['Tested', 'study'],
    ['Idea', 'study'],
  ]);
  expect(all[0]?.teams).toHaveLength(8);
});

test('a leader’s stop is the tier; a leader’s spread stands beside it', async () => {
  const community = await aCommunity();
  const leader = await aMember(community.id, 'leader');
  const { practice } = await written(community.id, teamsWith(2, gain));
  const decided = (decision: 'spread' | 'stop', createdAt: string) =>
    db
      .insert(practiceDecisions)
      .values({ practiceId: practice.id, decision, reason: 'As we saw', reviewOn: '2027-03-10', createdAt });
  const tier = async () => (await practiceAs(leader.id, practice.id))?.evidence.tier;
  await decided('spread', '2026-12-01T12:00:00.000Z');
  expect(await tier()).toBe('Promising');
  await decided('stop', '2026-12-02T12:00:00.000Z');
  expect(await tier()).toBe('Stopped');
});

test('evidence follows what is entered, set aside, put away and moved', async () => {
  const community = await aCommunity();
  const leader = await aMember(community.id, 'leader');
  const { practice, teams } = await written(community.id, teamsWith(1, early));
  const vote = async () => (await practiceAs(leader.id, practice.id))?.teams.map((team) => team.vote);
  expect(await vote()).toEqual(['too early']);
  expect(await db.select().from(evidenceStale)).toEqual([]);
  const measure = await db.select().from(measures).get();
  const last = { measureId: measure?.id ?? '', periodStart: week(5), value: 7, enteredAt: '2026-12-01' };
  await db.insert(measurePoints).values(last);
  expect(await vote()).toEqual(['improved']);
  await db
    .update(measurePoints)
    .set({ ghostedAt: '2026-12-02' })
    .where(eq(measurePoints.periodStart, week(5)));
  expect(await vote()).toEqual(['too early']);
  await db.update(measurePoints).set({ ghostedAt: null });
  await db
    .insert(measureRebases)
    .values({ measureId: measure?.id ?? '', fromOn: week(-3), reason: 'A new level' });
  expect(await vote()).toEqual(['observed only']);
  await db.update(measureRebases).set({ takenBackAt: '2026-12-02' });
  expect(await vote()).toEqual(['improved']);
  const other = await aPractice(community.id);
  await db.update(changeIdeas).set({ practiceId: other.id });
  expect(await vote()).toEqual([]);
  expect((await practiceAs(leader.id, other.id))?.teams.map((team) => team.vote)).toEqual(['improved']);
  await db.update(cycles).set({ archivedAt: '2026-12-02' });
  expect((await practiceAs(leader.id, other.id))?.teams).toEqual([]);
  expect(teams).toHaveLength(1);
});

test('two ideas of a team are one use: the earliest change, and the measures of both', async () => {
  const community = await aCommunity();
  const leader = await aMember(community.id, 'leader');
  const { practice, teams } = await written(community.id, [aUse('a', [noSignal()], { changeDate: week(2) })]);
  const [team] = teams as [TeamRow];
  const second = await anIdea(team, { practiceId: practice.id });
  const measure = await aMeasureOf(team, gain());
  const hung = await aMeasureOf(team, gain({ type: 'process' }));
  await aTest(team, second.id, { measureIds: [measure.id] });
  await db.insert(theoryMeasures).values({ teamId: team.id, measureId: hung.id, ideaId: second.id });
  const read = await practiceAs(leader.id, practice.id);
  expect(read?.teams).toHaveLength(1);
  expect(read?.teams[0]).toMatchObject({ vote: 'improved', changeOn: CHANGE, finishedCycles: 2, cycles: 2 });
  expect(read?.teams[0]?.measures.map(({ verdict }) => verdict).sort()).toEqual([
    'improved',
    'improved',
    'no signal',
  ]);
});

test('another change on the same measure, begun among the points compared, stands beside the verdict', async () => {
  const community = await aCommunity();
  const leader = await aMember(community.id, 'leader');
  const { practice, teams } = await written(community.id, teamsWith(1, gain));
  const [team] = teams as [TeamRow];
  const measure = await db.select().from(measures).get();
  const rides = await anIdea(team, { name: 'Rides' });
  await aTest(team, rides.id, { changeDate: week(2), measureIds: [measure?.id ?? ''] });
  const long = await anIdea(team, { name: 'Long ago' });
  await aTest(team, long.id, { changeDate: week(-30), measureIds: [measure?.id ?? ''] });
  const read = await practiceAs(leader.id, practice.id);
  expect(read?.teams[0]?.measures[0]?.concurrent).toEqual([
    { ideaId: rides.id, idea: 'Rides', practiceId: null, changeDate: week(2) },
  ]);
});

test('a use that helped one group and left the other behind has widened a gap', async () => {
  const community = await aCommunity();
  const leader = await aMember(community.id, 'leader');
  const { practice, teams } = await written(community.id, [
    aUse('a', [
      shares(Array(10).fill([100, 200]), [
        [120, 200],
        [120, 200],
        [120, 200],
      ]),
    ]),
    ...teamsWith(3, gain, {}, 'other'),
  ]);
  expect((await practiceAs(leader.id, practice.id))?.evidence.tier).toBe('Replicated');
  const measure = await db
    .select()
    .from(measures)
    .where(eq(measures.teamId, teams[0]?.id ?? ''))
    .get();
  const group = (stratum: string, before: number, after: number) =>
    db.insert(measurePoints).values(
      [-3, -2, -1, 0, 1, 2].map((at) => ({
        ...{ measureId: measure?.id ?? '', stratum, periodStart: week(at), enteredAt: '2026-12-01' },
        ...{ numerator: at < 0 ? before : after, denominator: 100 },
      })),
    );
  await group('Bus riders', 45, 45);
  await group('Others', 55, 75);
  const read = await practiceAs(leader.id, practice.id);
  expect(read?.evidence.tier).toBe('Promising');
  const [use] = read?.teams.filter(({ hasWidenedGap }) => hasWidenedGap) ?? [];
  expect(use?.name).toBe('a');
  expect(use?.measures[0]?.gap).toMatchObject({
    ...{ focus: 'Bus riders', reference: 'Others', word: 'widened' },
    figures: { before: expect.closeTo(-0.1, 9), after: expect.closeTo(-0.3, 9) },
  });
  expect(use?.measures[0]?.groups).toContainEqual({
    ...{ name: 'Bus riders', before: { count: 135, of: 300 }, after: { count: 135, of: 300 } },
  });
});

test('figures that rest on few people are for their team; the verdict is for all', async () => {
  const { community, leader, member, team } = await theCast();
  const practice = await aPractice(community.id);
  const idea = await anIdea(team, { practiceId: practice.id });
  const few = shares(Array(3).fill([2, 8]), Array(3).fill([6, 8]));
  const measure = await aMeasureOf(team, few);
  await aTest(team, idea.id, { measureIds: [measure.id] });
  const shown = async (personId: string) => (await practiceAs(personId, practice.id))?.teams[0]?.measures[0];
  expect(await shown(member.id)).toMatchObject({ verdict: 'improved', isMasked: false, smallestOf: 8 });
  expect((await shown(member.id))?.difference).toBeCloseTo(0.5, 9);
  expect(await shown(leader.id)).toMatchObject({
    ...{ verdict: 'improved', method: 'before/after', isMasked: true },
    ...{ centre: null, difference: null, low: null, high: null, phi: null, smallestOf: null },
  });
  const other = await aTeam(community.id);
  await joinTeam(other.id, leader.id);
  expect((await shown(leader.id))?.isMasked).toBe(true);
});

test('an adopted gain is watched, held after twelve points, and slipping once it turns', async () => {
  const community = await aCommunity();
  const leader = await aMember(community.id, 'leader');
  const gainOf = async (after: number[]) => {
    const team = await aTeam(community.id);
    const practice = await aPractice(community.id);
    const idea = await anIdea(team, { practiceId: practice.id });
    const measure = await aMeasureOf(team, aSeries(around(steady(10), after)));
    await aTest(team, idea.id, { decision: 'adopt', measureIds: [measure.id] });
    return (await practiceAs(leader.id, practice.id))?.teams[0]?.measures[0]?.gain;
  };
  // Adopted three weeks after the change: the first three points are from before.
  expect(await gainOf(high(9))).toMatchObject({ state: 'watching', points: 6, adoptedOn: week(3) });
  expect(await gainOf(high(15))).toMatchObject({ state: 'held', points: 12, since: null });
  expect(await gainOf([...high(8), ...Array(6).fill(4)])).toMatchObject({
    state: 'slipping',
    since: week(13),
  });
  expect(await gainOf(steady(15))).toBeNull();
});

test('predictions are scored against the baseline’s spread, once what happened is final', async () => {
  const community = await aCommunity();
  const leader = await aMember(community.id, 'leader');
  const { practice, teams } = await written(community.id, teamsWith(1, gain));
  const access = await accessOf(leader.id);
  // Baseline 4, 6, 4 …: median 5, spread 2 / 1.128. Expected 8 ± 1; the third week gave 7.
  const score = { ranges: 1, hitRate: 1, predictions: 1 };
  const [team] = teams as [TeamRow];
  for (const whose of ['community', { teamId: team.id }, { practiceId: practice.id }] as const) {
    const calibration = await calibrationFor(access, whose);
    expect(calibration).toMatchObject(score);
    expect(calibration.meanError).toBeCloseTo(1.128 / 2, 9);
    expect(calibration.overreach).toBeCloseTo(3 / 2, 9);
  }
  expect(await calibrationFor({ ...access, today: day(CHANGE, 17) }, 'community')).toMatchObject({
    predictions: 0,
  });
  await db.update(cycles).set({ writtenAfterwards: true });
  expect(await calibrationFor(access, 'community')).toMatchObject({ predictions: 0, hitRate: null });
});

test('what changes while evidence is worked out stays marked, and is right the next time', async () => {
  const community = await aCommunity();
  const leader = await aMember(community.id, 'leader');
  const { practice } = await written(community.id, teamsWith(1, early));
  const access = await accessOf(leader.id);
  const measure = await db.select().from(measures).get();
  const rooms = {
    settle: () => () => null,
    fidelities: async () => {
      // Somebody enters the sixth number just now.
      const last = { measureId: measure?.id ?? '', periodStart: week(5), value: 7, enteredAt: '2026-12-01' };
      await db.insert(measurePoints).values(last);
      return new Map<string, number>();
    },
  };
  await refreshEvidence(access, rooms);
  expect(await db.select().from(evidenceStale)).toHaveLength(1);
  expect(await db.select().from(practiceUses)).toEqual([]);
  expect((await practiceAs(leader.id, practice.id))?.teams.map((team) => team.vote)).toEqual(['improved']);
});
