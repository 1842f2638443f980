import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { db } from '#db/client.server';
import { communities } from '#db/schema/communities';
import { cycleDecisions, cycleNotes, cyclePredictions, cycleQuestions, cycles } from '#db/schema/cycles';
import { evidenceStale } from '#db/schema/evidence';
import { measurePoints, measureRebases, measures } from '#db/schema/measures';
import { changeIdeas, theoryMeasures } from '#db/schema/theories';
import { withDatabase } from '../support/database';
import {
  aCommunity,
  aCycle,
  aDecision,
  aMeasure,
  anIdea,
  aPractice,
  aPrediction,
  aQuestion,
  aTeam,
  points,
} from '../support/factories';

withDatabase();

async function aTeamAtWork() {
  const community = await aCommunity();
  const [team, other] = [await aTeam(community.id), await aTeam(community.id)];
  const practice = await aPractice(community.id);
  const idea = await anIdea(team, { practiceId: practice.id });
  const measure = await aMeasure(team);
  await points(measure.id, '2026-09-07', [[40, 50]]);
  const cycle = await aCycle(team, { ideaId: idea.id });
  const cycleId = cycle.id;
  const prediction = await aPrediction(cycleId, measure.id);
  const question = await aQuestion(cycleId);
  const decision = await aDecision(cycleId);
  await db.insert(cycleNotes).values({ cycleId, onDate: '2026-09-14', text: 'Two had no phone' });
  await db
    .insert(measureRebases)
    .values({ measureId: measure.id, fromOn: '2026-09-07', reason: 'New school' });
  await db.insert(theoryMeasures).values({ teamId: team.id, measureId: measure.id, ideaId: idea.id });
  await db.delete(evidenceStale);
  return { community, team, other, practice, idea, measure, cycle, prediction, question, decision };
}
type AtWork = Awaited<ReturnType<typeof aTeamAtWork>>;

const marked = async () => (await db.select().from(evidenceStale)).map(({ teamId }) => teamId);

const changes: [what: string, change: (of: AtWork) => Promise<unknown>][] = [
  ['a cycle is begun', ({ team, idea }) => aCycle(team, { ideaId: idea.id })],
  [
    'Do begins on another day',
    ({ cycle }) => db.update(cycles).set({ doStartedOn: '2026-09-14' }).where(eq(cycles.id, cycle.id)),
  ],
  ['a Study is written', () => db.update(cycles).set({ learned: 'Evenings work' })],
  ['a cycle is put away', () => db.update(cycles).set({ archivedAt: '2026-12-01' })],
  ['a team decides', ({ cycle }) => aDecision(cycle.id, { decision: 'abandon' })],
  ['a decision goes', () => db.delete(cycleDecisions)],
  [
    'a cycle aims at another measure',
    async ({ cycle, team }) => aPrediction(cycle.id, (await aMeasure(team)).id),
  ],
  ['a predicted number changes', () => db.update(cyclePredictions).set({ expected: 71 })],
  ['a predicted number goes', () => db.delete(cyclePredictions)],
  ['an answer is predicted', () => db.update(cycleQuestions).set({ prediction: 'None will.' })],
  ['a question goes', () => db.delete(cycleQuestions)],
  ['a note is taken out', () => db.update(cycleNotes).set({ takenOutAt: '2026-12-01' })],
  ['an idea becomes a use of no practice', () => db.update(changeIdeas).set({ practiceId: null })],
  ['a number comes in', ({ measure }) => points(measure.id, '2026-09-14', [[41, 50]])],
  ['a number is corrected', () => db.update(measurePoints).set({ numerator: 42 })],
  ['a number is set aside', () => db.update(measurePoints).set({ ghostedAt: '2026-12-01' })],
  ['a number goes', () => db.delete(measurePoints)],
  [
    'a phase is begun',
    ({ measure }) =>
      db.insert(measureRebases).values({ measureId: measure.id, fromOn: '2026-09-14', reason: 'New bus' }),
  ],
  ['a phase is taken back', () => db.update(measureRebases).set({ takenBackAt: '2026-12-01' })],
  ['a measure counts the other way', () => db.update(measures).set({ direction: 'lower' })],
  ['a measure is put away', () => db.update(measures).set({ archivedAt: '2026-12-01' })],
  ['a measure no longer hangs on an idea', () => db.delete(theoryMeasures)],
  ['a measure hangs on nothing', () => db.update(theoryMeasures).set({ ideaId: null })],
];

test.each(changes)('a team’s evidence is out of date when %s', async (_what, change) => {
  const at = await aTeamAtWork();
  await change(at);
  expect(await marked()).toEqual([at.team.id]);
});

test('the evidence of all teams is out of date when the community’s clock or calendar changes', async () => {
  const { team, other, community } = await aTeamAtWork();
  await db.update(communities).set({ timeZone: 'America/Chicago' }).where(eq(communities.id, community.id));
  expect((await marked()).sort()).toEqual([team.id, other.id].sort());
});

test('each change gives another mark, and words that no rule looks at give none', async () => {
  await aTeamAtWork();
  const mark = async () => (await db.select().from(evidenceStale).get())?.mark;
  await db.update(cycles).set({ surprises: 'A bus strike' });
  await db.update(measures).set({ name: 'Days attended' });
  await db.update(measurePoints).set({ note: 'A holiday' });
  expect(await mark()).toBeUndefined();
  await db.update(measurePoints).set({ numerator: 42 });
  const first = await mark();
  await db.update(measurePoints).set({ numerator: 43 });
  expect(await mark()).not.toBe(first);
});

test('no migration has dropped a trigger', async () => {
  const rows = await db.all<[string]>(
    sql`select name from sqlite_master where type = 'trigger' and name like 'evidence_%'`,
  );
  expect(rows).toHaveLength(27);
});
