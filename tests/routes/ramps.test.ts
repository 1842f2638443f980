import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { db } from '#db/client.server';
import { cycles } from '#db/schema/cycles';
import { history } from '#db/schema/history';
import { action as startNext } from '~/routes/cycles/next';
import { loader as showCycle } from '~/routes/cycles/show';
import { loader as practiceWorking } from '~/routes/practices/working';
import { loader as showTeam } from '~/routes/teams/show';
import { withDatabase } from '../support/database';
import {
  aCycle,
  aDecision,
  aMeasure,
  anIdea,
  aPractice,
  aPrediction,
  aQuestion,
  points,
  theCast,
} from '../support/factories';
import { get, post, signedIn } from '../support/requests';

withDatabase();

let cast: Awaited<ReturnType<typeof theCast>>;
let member: string;
beforeEach(async () => {
  cast = await theCast();
  member = await signedIn(cast.member.id);
});
const ourTeam = () => ({ teamId: cast.team.id });
const at = (cycleId: string) => ({ teamId: cast.team.id, cycleId });

const whole = {
  scale: 'one' as const,
  objective: 'Text first.',
  doStartedOn: '2026-09-08',
  doEndedOn: '2026-10-02',
  ranAsPlanned: 'yes' as const,
  learned: 'Families answered.',
  studiedAt: '2026-10-05T15:00:00.000Z',
};

test('a next cycle begins a branch where the team says so, and history tells it', async () => {
  const before = await aCycle(cast.team, { number: 1, ...whole });
  const fields = { scale: 'few', startsOn: '2026-10-12', startsBranch: 'yes' };
  const answer = await post(startNext, '/x', fields, { cookie: member, params: at(before.id) });
  expect(answer.status).toBe(302);
  const row = await db.select().from(cycles).where(eq(cycles.previousId, before.id)).get();
  expect(row).toMatchObject({ startsBranch: true, number: 2 });
  const lines = await db
    .select()
    .from(history)
    .where(eq(history.cycleId, row?.id ?? ''));
  expect(lines.map(({ deed }) => deed)).toEqual(['started Cycle 2, which branches off Cycle 1']);
  const page = await get(showTeam, '/x', { cookie: member, params: ourTeam() });
  expect(page.data.ramps[0].picture.bands.map(({ head }: { head: string }) => head)).toEqual([
    '',
    'Branch from Cycle 1',
  ]);
});

test('without a word about it, the next cycle is the next step of its ramp', async () => {
  const before = await aCycle(cast.team, { number: 1, ...whole });
  await post(
    startNext,
    '/x',
    { scale: 'few', startsOn: '2026-10-12' },
    { cookie: member, params: at(before.id) },
  );
  const row = await db.select().from(cycles).where(eq(cycles.previousId, before.id)).get();
  expect(row?.startsBranch).toBe(false);
});

test('the checks of a cycle, of its team and of its practice are read from what is written', async () => {
  const practice = await aPractice(cast.community.id);
  const idea = await anIdea(cast.team, { practiceId: practice.id });
  const measure = await aMeasure(cast.team);
  await points(measure.id, '2026-09-07', [1, 2, 3, 4]);
  const first = await aCycle(cast.team, { ideaId: idea.id, number: 1, ...whole });
  await aQuestion(first.id);
  await aPrediction(first.id, measure.id);
  await aDecision(first.id, { decision: 'expand' });
  const second = await aCycle(cast.team, {
    ...{ ideaId: idea.id, number: 2, previousId: first.id, ...whole, scale: 'few' as const },
    writtenAfterwards: true,
  });
  await aDecision(second.id);
  // Another team's cycle of another idea is not counted.
  await aDecision((await aCycle(cast.otherTeam, { number: 1, ...whole })).id);

  const page = await get(showCycle, '/x', { cookie: member, params: at(second.id) });
  const states = page.data.checks.map(({ state }: { state: string }) => state);
  expect(states).toEqual(['met', 'met', 'met', 'not met', 'met', 'met', 'met']);
  const team = await get(showTeam, '/x', { cookie: member, params: ourTeam() });
  expect(team.data.fidelity).toMatchObject({ met: 10, applicable: 11, cycles: 2 });
  const library = await get(practiceWorking, '/x', { cookie: member, params: { practiceId: practice.id } });
  expect(library.data.fidelity).toMatchObject({ met: 10, applicable: 11, cycles: 2 });
});
