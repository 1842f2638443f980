import { beforeEach, expect, test } from 'vitest';
import { db } from '#db/client.server';
import { cycleCounts } from '#db/schema/cycles';
import { indicatorLinks, measurePoints } from '#db/schema/measures';
import { practiceDecisions } from '#db/schema/practices';
import { action as decide, loader as decidePage } from '~/routes/practices/decide';
import { loader as list } from '~/routes/practices/list';
import { loader as show } from '~/routes/practices/show';
import { loader as working } from '~/routes/practices/working';
import { aUse, markStale } from '../practices/scene';
import { withDatabase } from '../support/database';
import {
  aMeasure,
  anIndicator,
  anObservation,
  anOutcome,
  aPractice,
  aPrediction,
  theCast,
} from '../support/factories';
import { get, post, signedIn } from '../support/requests';

withDatabase();

let cast: Awaited<ReturnType<typeof theCast>>;
let member: string;
let leader: string;
beforeEach(async () => {
  cast = await theCast();
  member = await signedIn(cast.member.id);
  leader = await signedIn(cast.leader.id);
});

interface Row {
  name: string;
  list: string;
  tier: string;
  votes: string[];
  about: string;
}
const rowsAt = async (search = '', cookie = member): Promise<Row[]> =>
  (await get(list, `/practices${search}`, { cookie })).data.rows;
const open = async (practiceId: string, cookie = member) =>
  (await get(show, '/x', { cookie, params: { practiceId } })).data;
const inCommunity = () => cast.community.id;

test('the lists answer spread what, study what, stop what, one mark a team, best low end first', async () => {
  const good = await aPractice(inCommunity(), { name: 'Text first' });
  for (let n = 0; n < 4; n += 1) await aUse(inCommunity(), good.id);
  const lucky = await aPractice(inCommunity(), { name: 'One lucky try' });
  await aUse(inCommunity(), lucky.id);
  const dropped = await aPractice(inCommunity(), { name: 'Letter home' });
  await aUse(inCommunity(), dropped.id, { says: 'no signal', decision: 'abandon' });
  const early = await aPractice(inCommunity(), { name: 'New one' });
  await aUse(inCommunity(), early.id, { says: 'too early' });
  const rows = await rowsAt();
  expect(rows.map(({ name, list: on, tier, votes }) => [name, on, tier, votes.length])).toEqual([
    ['Text first', 'spread', 'Replicated', 4],
    ['One lucky try', 'study', 'Tested', 1],
    ['Letter home', 'stop', 'Stopped', 1],
    ['New one', 'study', 'Tested', 1],
  ]);
});

test('the address narrows the lists by result, place, group and tier; what is no choice of ours is not asked', async () => {
  const outcome = await anOutcome(inCommunity(), { name: 'Early grade reading' });
  const one = await aPractice(inCommunity(), { name: 'A', setting: 'elementary', outcomeId: outcome.id });
  await aUse(inCommunity(), one.id, { cycle: { focusGroup: 'English learners' } });
  await aPractice(inCommunity(), { name: 'B', setting: 'high' });
  const names = async (search: string) => (await rowsAt(search)).map(({ name }) => name);
  expect(await names('?setting=elementary')).toEqual(['A']);
  expect(await names('?setting=high')).toEqual(['B']);
  expect(await names(`?outcome=${outcome.id}`)).toEqual(['A']);
  expect(await names('?group=english%20learners')).toEqual(['A']);
  expect(await names('?tier=Idea')).toEqual(['B']);
  expect(await names('?tier=Idea&setting=elementary')).toEqual([]);
  expect(await names('?tier=Best&setting=moon')).toEqual(['A', 'B']);
  const page = (await get(list, '/practices?setting=high', { cookie: member })).data;
  expect([page.all, page.groups]).toEqual([2, ['English learners']]);
  expect((await rowsAt())[0]?.about).toBe('Early grade reading, 1 team');
});

test('a practice tells where it worked and where not, what teams changed, who gave up and why, and its spread', async () => {
  const practice = await aPractice(inCommunity());
  const good = await aUse(inCommunity(), practice.id, {
    name: 'Reading Team',
    idea: { context: 'A coach was in the room.', adaptation: 'In pairs' },
    cycle: { scale: 'site' },
  });
  const bad = await aUse(inCommunity(), practice.id, {
    name: 'Math Team',
    says: 'worsened',
    decision: 'abandon',
    idea: { context: 'Nobody was there to help.' },
    cycle: { doStartedOn: '2026-05-26' },
  });
  const page = await open(practice.id);
  expect(page.evidence).toMatchObject({
    tier: 'Contested',
    list: 'study',
    votes: 2,
    improved: 1,
    worsened: 1,
  });
  expect(page.where.worked).toMatchObject([
    { team: 'Reading Team', contexts: ['A coach was in the room.'], scale: 'site' },
  ]);
  expect(page.where.didNot).toMatchObject([{ team: 'Math Team', contexts: ['Nobody was there to help.'] }]);
  expect(page.words[0].adaptations).toEqual([{ ideaId: good.idea.id, words: 'In pairs' }]);
  expect(page.givenUp).toMatchObject([{ team: 'Math Team', reason: 'Nobody had the time.' }]);
  expect(page.worsened).toMatchObject([{ measureId: bad.measure.id, isBalancing: false }]);
  expect(page.steps.map((step: { team: string; teams: number }) => [step.team, step.teams])).toEqual([
    ['Reading Team', 1],
    ['Math Team', 2],
  ]);
  expect(page.uses[0].measure).toMatchObject({ from: '50', to: '70.5', verdict: 'better' });
});

test('the working names each measure, its rule and points, what would change it, and what went on beside it', async () => {
  const practice = await aPractice(inCommunity());
  const { team, measure } = await aUse(inCommunity(), practice.id);
  await aUse(inCommunity(), practice.id, { says: 'too early' });
  const page = (await get(working, '/x', { cookie: member, params: { practiceId: practice.id } })).data;
  const [one, two] = page.teams;
  expect(one).toMatchObject({ id: team.id, vote: 'improved' });
  expect(one.measures[0]).toMatchObject({ id: measure.id, verdict: 'improved' });
  expect(one.measures[0].method).toMatch(
    /^Judged by points in a row \(run rules\): 6 were needed on one side; the most were 8 on the good side/,
  );
  expect(one.measures[0].points).toContain('The change began on May 25, 2026. Before: 12 points');
  expect(one.weight).toMatch(/^Weight \d\.\d\d/);
  expect(two.measures[0].change).toBe('4 more useful points after the change: it has 2 of 6.');
  expect(page.tier[1]).toContain('For Replicated it still needs: 2 more teams that can tell');
});

/** A use whose outcome measure, a share, went from 50 to 70 %: at most some 23 points. Its cycle reached so many. */
async function aCountedUse(
  practiceId: string,
  indicatorId: string,
  reached: number,
  sign: 'same' | 'opposite',
) {
  const { team, cycle } = await aUse(inCommunity(), practiceId, { name: `Team of ${reached}` });
  const share = await aMeasure(team, { kind: 'proportion', type: 'outcome', direction: 'higher' });
  await db.insert(measurePoints).values(
    Array.from({ length: 16 }, (_, week) => ({
      measureId: share.id,
      periodStart: new Date(Date.parse('2026-04-06') + week * 7 * 86_400_000).toISOString().slice(0, 10),
      numerator: week < 7 ? 100 + (week % 3) : 140 + (week % 3),
      denominator: 200,
      enteredAt: '2026-12-01T12:00:00.000Z',
    })),
  );
  await aPrediction(cycle.id, share.id);
  await db.insert(cycleCounts).values({ cycleId: cycle.id, position: 1, identified: 900, reached });
  await db.insert(indicatorLinks).values({ measureId: share.id, indicatorId, sign });
}

test('of reach the largest is said, not the sum, and the most each team can have moved the indicator', async () => {
  const practice = await aPractice(inCommunity());
  const rising = await anIndicator(inCommunity(), { name: 'On track', direction: 'higher' });
  await anObservation(rising.id, { period: '2015-16', numerator: 1000, denominator: 2000 });
  await anObservation(rising.id, { period: '2016-17', numerator: 1100, denominator: 2000 });
  const falling = await anIndicator(inCommunity(), { name: 'Chronic absence', direction: 'lower' });
  await anObservation(falling.id, { period: '2015-16', numerator: 600, denominator: 2000 });
  await anObservation(falling.id, { period: '2016-17', numerator: 520, denominator: 2000 });
  const rose = await anIndicator(inCommunity(), { name: 'Suspensions', direction: 'lower' });
  await anObservation(rose.id, { period: '2015-16', numerator: 100, denominator: 2000 });
  await anObservation(rose.id, { period: '2016-17', numerator: 140, denominator: 2000 });
  await aCountedUse(practice.id, rising.id, 266, 'same');
  await aCountedUse(practice.id, falling.id, 80, 'opposite');
  await aCountedUse(practice.id, rose.id, 50, 'opposite');
  await aCountedUse(practice.id, rising.id, 40, 'opposite');
  await aCountedUse(practice.id, rising.id, 9, 'same');
  await markStale();
  const { reach } = await open(practice.id);
  expect(reach.sentence).toMatch(/^The largest test reached 266 people, by Team of 266 in Cycle \d+\./);
  // Each team by its own reach: the upper limit of some 23 points, times so many of 2,000.
  const worked = (reached: number) => `${reached} people of 2,000, times at most 2\\d\\.\\d points\\.$`;
  expect(reach.ceilings).toEqual([
    expect.stringMatching(
      `^“On track” since 2015–16, Team of 266: At most 3\\.\\d of the 5\\.0 points\\. ${worked(266)}`,
    ),
    expect.stringMatching(
      `^“Chronic absence” since 2015–16, Team of 80: At most 0\\.9 of the 4\\.0 points\\. ${worked(80)}`,
    ),
    expect.stringMatching(
      `^“Suspensions” since 2015–16, Team of 50: At most 0\\.6 points the good way, while the indicator got 2\\.0 points worse\\. ${worked(50)}`,
    ),
    '“On track” since 2015–16, Team of 40: Less than 0.1 of the 5.0 points. Its measure did not move the good way.',
  ]);
});

test('a cycle’s reach is its largest count, and what was planned only where nothing was counted', async () => {
  const practice = await aPractice(inCommunity());
  const { cycle } = await aUse(inCommunity(), practice.id, { name: 'Counters', cycle: { people: 500 } });
  await db.insert(cycleCounts).values([
    { cycleId: cycle.id, position: 1, identified: 90, reached: 30 },
    { cycleId: cycle.id, position: 2, group: 'English learners', identified: 12, reached: null },
  ]);
  expect((await open(practice.id)).reach.sentence).toMatch(
    /^The largest test reached 30 people, by Counters/,
  );
  await aUse(inCommunity(), practice.id, { name: 'Planners', cycle: { people: 40 } });
  expect((await open(practice.id)).reach.sentence).toMatch(
    /^The largest test reached 40 people, by Planners/,
  );
});

test('a small reach is not told by its number', async () => {
  const practice = await aPractice(inCommunity());
  const { cycle } = await aUse(inCommunity(), practice.id);
  await db.insert(cycleCounts).values({ cycleId: cycle.id, position: 1, identified: 9, reached: 7 });
  const { reach } = await open(practice.id);
  expect(reach.sentence).toMatch(/^The largest test reached fewer than 10 people, by/);
  expect(reach.ceilings).toEqual([]);
});

test('a practice that helped and widened a gap says so first, and to everyone', async () => {
  const practice = await aPractice(inCommunity());
  const { team, cycle } = await aUse(inCommunity(), practice.id, { cycle: { focusGroup: 'Spanish' } });
  const share = await aMeasure(team, { kind: 'proportion', type: 'outcome', direction: 'higher' });
  await aPrediction(cycle.id, share.id);
  const rates = { '': [50, 65], Spanish: [45, 46], English: [55, 85] };
  await db.insert(measurePoints).values(
    Object.entries(rates).flatMap(([stratum, [then, now]]) =>
      Array.from({ length: 20 }, (_, week) => ({
        measureId: share.id,
        stratum,
        periodStart: new Date(Date.parse('2026-03-02') + week * 7 * 86_400_000).toISOString().slice(0, 10),
        numerator: (week < 12 ? (then ?? 0) : (now ?? 0)) + (week % 3),
        denominator: 100,
        enteredAt: '2026-12-01T12:00:00.000Z',
      })),
    ),
  );
  await markStale();
  const page = await open(practice.id);
  expect(page.gaps).toMatchObject([
    { vote: 'improved', focus: 'Spanish', reference: 'English', word: 'widened' },
  ]);
  expect(page.gaps[0].figures).toMatch(/^10\.\d to 39\.\d points$/);
  expect((await rowsAt())[0]).toMatchObject({ hasWidenedGap: true });
});

test('a leader’s spread or study stands beside the tier; a stop changes it, with what the rules said that day', async () => {
  const practice = await aPractice(inCommunity());
  await aUse(inCommunity(), practice.id);
  const params = { practiceId: practice.id };
  const say = (decision: string) =>
    post(
      decide,
      '/x',
      { decision, reason: 'So we say.', reviewOn: '2099-01-01' },
      { cookie: leader, params },
    );
  await say('spread');
  expect((await rowsAt())[0]).toMatchObject({ tier: 'Tested', list: 'study', leadersSay: 'spread' });
  expect((await get(decidePage, '/x', { cookie: leader, params })).data.rules.sentence).toBe(
    'Study further (Tested). 1 of 1 team improved. Range 32% to 95%.',
  );
  await say('stop');
  expect((await rowsAt())[0]).toMatchObject({ tier: 'Stopped', list: 'stop', leadersSay: 'stop' });
  const kept = await db.select({ rules: practiceDecisions.rulesSaid }).from(practiceDecisions);
  expect(kept.map(({ rules }) => rules?.tier)).toEqual(['Tested', 'Tested']);
  await say('study');
  expect((await rowsAt())[0]).toMatchObject({ tier: 'Tested', list: 'study', leadersSay: 'study' });
  const { reviews } = (await get(list, '/practices', { cookie: member })).data;
  expect(reviews).toMatchObject([{ id: practice.id, decision: 'study', reviewOn: '2099-01-01' }]);
});

test('another community’s lists say nothing of these', async () => {
  const practice = await aPractice(inCommunity());
  await aUse(inCommunity(), practice.id);
  const stranger = await signedIn(cast.stranger.id);
  expect(await rowsAt('', stranger)).toEqual([]);
  for (const page of [show, working]) {
    const answer = await get(page, '/x', { cookie: stranger, params: { practiceId: practice.id } });
    expect(answer.status).toBe(404);
  }
});
