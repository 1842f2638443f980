import { beforeEach, expect, test } from 'vitest';
import { loader as home } from '~/routes/home';
import { loader as showTeam } from '~/routes/teams/show';
import { withDatabase } from '../support/database';
import { aCycle, aDecision, aMeasure, aPrediction, joinTeam, points, theCast } from '../support/factories';
import { get, signedIn } from '../support/requests';

withDatabase();

let cast: Awaited<ReturnType<typeof theCast>>;
let member: string;
beforeEach(async () => {
  cast = await theCast();
  member = await signedIn(cast.member.id);
});

const ended = {
  scale: 'few' as const,
  doStartedOn: '2025-09-08',
  doEndedOn: '2025-10-03',
  startsOn: '2025-09-08',
};

test('home and the team say why a cycle is stuck, by the team’s own pace, and lead to what mends it', async () => {
  for (const number of [1, 2, 3]) {
    const done = await aCycle(cast.team, {
      ...{ number, ...ended, learned: 'It works.', studiedAt: '2025-10-08T15:00:00.000Z' },
    });
    await aDecision(done.id, { decision: 'abandon', decidedOn: '2025-10-10' });
  }
  const stuck = await aCycle(cast.team, { number: 4, ...ended, observations: 'Nine answered.' });
  const mine = await get(home, '/x', { cookie: member });
  expect(mine.data.waiting[0]).toMatchObject({
    sentence: 'Finish the Study for Cycle 4, due Oct 10, 2025',
    ...{ isLate: true, href: `/teams/${cast.team.id}/cycles/${stuck.id}/study#here` },
  });
  expect(mine.data.waiting[0].why).toMatch(
    /^Cycle 4 has been waiting for its Study \d+ days; this team usually takes 5\.$/,
  );
  const team = await get(showTeam, '/x', { cookie: member, params: { teamId: cast.team.id } });
  expect(team.data.next[0]).toMatchObject({
    why: mine.data.waiting[0].why,
    act: { words: 'Write the Study' },
  });
});

test('an adopted change without a number since asks for numbers; one with a number does not', async () => {
  const measure = await aMeasure(cast.team);
  const adopted = await aCycle(cast.team, {
    ...{ number: 1, ...ended, learned: 'It works.', studiedAt: '2025-10-08T15:00:00.000Z' },
  });
  await aPrediction(adopted.id, measure.id);
  await aDecision(adopted.id, { decision: 'adopt', decidedOn: '2025-10-10' });
  const before = await get(home, '/x', { cookie: member });
  const deeds = (data: { waiting: { sentence: string }[] }) => data.waiting.map(({ sentence }) => sentence);
  expect(deeds(before.data)).toContain('Enter numbers since Cycle 1 was adopted');
  await points(measure.id, '2025-10-13', [80]);
  const after = await get(home, '/x', { cookie: member });
  expect(deeds(after.data)).not.toContain('Enter numbers since Cycle 1 was adopted');
});

test('what is stuck in another team is on nobody else’s list', async () => {
  await aCycle(cast.otherTeam, { number: 4, ...ended });
  const mine = await get(home, '/x', { cookie: member });
  expect(mine.data.waiting).toEqual([]);
  const coach = await signedIn(cast.coach.id);
  await joinTeam(cast.otherTeam.id, cast.member.id);
  expect((await get(home, '/x', { cookie: coach })).data.waiting).toEqual([]);
});
