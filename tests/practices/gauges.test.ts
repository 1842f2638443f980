import { expect, test } from 'vitest';
import { db } from '#db/client.server';
import { measurePoints } from '#db/schema/measures';
import type { Decision } from '#db/vocabulary';
import { requireCommunity } from '~/access/gate.server';
import { endingsOf } from '~/practices/gauges';
import { watchGain } from '~/practices/held-gain';
import { loader as plan } from '~/routes/cycles/plan';
import { loader as show } from '~/routes/cycles/show';
import { gaugesFor } from '~/routes/practices/read-evidence.server';
import { withDatabase } from '../support/database';
import {
  aCycle,
  aDecision,
  aMeasure,
  anIdea,
  aPractice,
  aPrediction,
  aQuestion,
  theCast,
} from '../support/factories';
import { get, signedIn } from '../support/requests';
import { around, CHANGE, high, low, steady, week } from './made-ledgers';

withDatabase();

const ended = (some: Partial<Record<Decision, number>>) =>
  endingsOf({ adopt: 0, adapt: 0, expand: 0, abandon: 0, implement: 0, inconclusive: 0, ...some });

test.each([
  [{ adopt: 5, adapt: 2 }, 'too few', 2 / 7],
  [{ adopt: 10 }, 'too much success', 0],
  [{ adopt: 9, expand: 1, adapt: 1 }, 'too much success', 1 / 11],
  [{ adopt: 9, adapt: 1 }, 'few changes of mind', 0.1],
  [{ adopt: 6, abandon: 2 }, 'healthy', 0.25],
  [{ implement: 4, inconclusive: 4 }, 'healthy', 0.5],
  [{ adopt: 3, adapt: 4, abandon: 1 }, 'few successes', 5 / 8],
] as const)('tests that ended %o are called: %s', (decisions, state, share) => {
  expect(ended(decisions)).toMatchObject({ state, openShare: share });
});

test('without a test there is no share', () => {
  expect(ended({})).toMatchObject({ ended: 0, openShare: null, state: 'too few' });
});

const dayAfter = (days: number) =>
  new Date(Date.parse(`${CHANGE}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** A measure of the team about a change, and a cycle that predicted its third week. */
async function aPredictedCycle(
  cast: Awaited<ReturnType<typeof theCast>>,
  { expected, decision, after = high(9) }: { expected: number; decision: Decision; after?: number[] },
) {
  const { team, community } = cast;
  const practice = await aPractice(community.id);
  const idea = await anIdea(team, { practiceId: practice.id });
  const measure = await aMeasure(team, { kind: 'mean' });
  await db.insert(measurePoints).values(
    around(steady(12), after).map(({ date, value }) => ({
      ...{ measureId: measure.id, periodStart: date, value, enteredAt: '2026-12-01' },
    })),
  );
  const cycle = await aCycle(team, {
    ...{ ideaId: idea.id, startsOn: CHANGE, doStartedOn: CHANGE, doEndedOn: dayAfter(18) },
    ...{ learned: 'Evenings work', studiedAt: `${dayAfter(20)}T12:00:00.000Z` },
  });
  const range = { expected, low: expected - 1, high: expected + 1, checkOn: dayAfter(18) };
  await aPrediction(cycle.id, measure.id, range);
  await aDecision(cycle.id, { decision, decidedOn: dayAfter(21) });
  return { practice, cycle, measure };
}

test('activity, learning and results are three things', async () => {
  const cast = await theCast();
  const { cycle } = await aPredictedCycle(cast, { expected: 8, decision: 'adopt' });
  await aPredictedCycle(cast, { expected: 13, decision: 'adapt', after: low(6) });
  await aQuestion(cycle.id, { cameTrue: 'no', whatHappened: 'They were at work.' });
  await aQuestion(cycle.id, { cameTrue: 'no', whatHappened: ' ' });
  await aQuestion(cycle.id, { cameTrue: 'yes' });
  await aCycle(cast.otherTeam, { doStartedOn: CHANGE });
  const request = new Request('http://localhost:3000/', {
    headers: { cookie: await signedIn(cast.leader.id) },
  });
  const access = { ...(await requireCommunity(request)), today: '2026-12-01' };
  const all = await gaugesFor(access, 'community');
  expect(all.activity).toEqual({ cyclesBegun: 3, teams: 2, testsEnded: 2 });
  expect(all.learning).toMatchObject({ ended: 2, open: 1, misses: 3, explainedMisses: 2 });
  expect(all.learning.predictions).toMatchObject({ predictions: 2, ranges: 2, hitRate: 0.5 });
  expect(all.results).toMatchObject({ improved: 1, worsened: 1, 'no signal': 0 });
  const own = await gaugesFor(access, { teamId: cast.otherTeam.id });
  expect(own.activity).toEqual({ cyclesBegun: 1, teams: 1, testsEnded: 0 });
  expect(own.results.improved).toBe(0);
  const later = await gaugesFor({ ...access, today: '2028-01-01' }, 'community');
  expect([later.activity.cyclesBegun, later.learning.ended, later.results.improved]).toEqual([0, 0, 1]);
});

test('whoever predicts the next number is told how the last ones came out', async () => {
  const cast = await theCast();
  const cookie = await signedIn(cast.member.id);
  // The baseline's median is 5, the third week gave 7: 10 is two and a half times too far.
  for (const _ of [1, 2, 3]) await aPredictedCycle(cast, { expected: 10, decision: 'adapt' });
  const next = await aCycle(cast.team);
  const params = { teamId: cast.team.id, cycleId: next.id };
  const page = await get(plan, '/x', { cookie, params });
  expect(page.data.record).toEqual([
    'Your last 3 were 2.5 times too high.',
    '0 of 3 ranges held what happened; of 10, 8 should.',
  ]);
  const other = await aCycle(cast.otherTeam);
  const theirs = { teamId: cast.otherTeam.id, cycleId: other.id };
  const mate = await signedIn(cast.otherMember.id);
  expect((await get(plan, '/x', { cookie: mate, params: theirs })).data.record).toEqual([]);
});

test('an adopted cycle says whether its gain is held', async () => {
  const cast = await theCast();
  const cookie = await signedIn(cast.member.id);
  const gains = async (decision: Decision, after: number[]) => {
    const { cycle } = await aPredictedCycle(cast, { expected: 8, decision, after });
    const params = { teamId: cast.team.id, cycleId: cycle.id };
    const { data } = await get(show, '/x', { cookie, params });
    return data.gains.map(({ words, verdict }: { words: string; verdict: string }) => `${verdict}: ${words}`);
  };
  const adopted = 'since it was adopted on Mar 23, 2026';
  expect(await gains('adopt', high(15))).toEqual([
    `better: Held: 12 points ${adopted}, without a signal the other way.`,
  ]);
  expect(await gains('implement', high(9))).toEqual([
    `early: Held so far: 6 of 12 points ${adopted}, without a signal the other way.`,
  ]);
  expect(await gains('adopt', [...high(9), ...low(6)])).toEqual([
    `worse: Slipping: a signal the other way ${adopted}, complete on Jun 8, 2026.`,
  ]);
  expect(await gains('adapt', high(15))).toEqual([]);
  expect(await gains('adopt', steady(15))).toEqual([]);
});

test('a gain that falls back half way slips against the level it had reached', () => {
  const reached = [9, 10, 9, 10, 9, 10, 9, 10];
  const half = [7, 7.5, 7, 7.5, 7, 7.5];
  const measure = {
    ...({ id: 'm', type: 'outcome', direction: 'higher', rebasedOn: [] } as const),
    points: around(steady(10), [...reached, ...half]).map(({ date, value = null }) => ({ date, value })),
  };
  expect(watchGain(measure, CHANGE, week(8))).toMatchObject({ state: 'slipping', since: week(13) });
  // Adopted early, there was no level yet: all are above the old median.
  expect(watchGain(measure, CHANGE, week(2))).toMatchObject({ state: 'held' });
  expect(watchGain({ ...measure, direction: 'lower' }, CHANGE, week(8))).toBeNull();
  expect(watchGain({ ...measure, type: 'balancing' }, CHANGE, week(8))).toBeNull();
  expect(watchGain(measure, null, week(8))).toBeNull();
});
