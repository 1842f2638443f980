import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { db } from '#db/client.server';
import { teams } from '#db/schema/teams';
import { loader as home } from '~/routes/home';
import { withDatabase } from '../support/database';
import { aCycle, aDecision, aMeasure, anIdea, joinTeam, points, theCast } from '../support/factories';
import { get, signedIn } from '../support/requests';

withDatabase();

const sentences = (data: { waiting: { sentence: string }[] }) => data.waiting.map((thing) => thing.sentence);

test('nobody sees a first page without signing in', async () => {
  await theCast();
  expect((await get(home, '/')).location).toBe('/sign-in');
});

test('my work is the open cycles of my teams, the latest first, and no other team’s', async () => {
  const cast = await theCast();
  const idea = await anIdea(cast.team, { name: 'Text first' });
  const some = { ideaId: idea.id, objective: 'Text home.' };
  await aCycle(cast.team, { ...some, number: 1, startsOn: '2020-01-06' });
  await aCycle(cast.team, { ...some, number: 2, startsOn: '2099-01-05' });
  await aCycle(cast.team, { ...some, number: 3, doStartedOn: '2020-01-06', doEndedOn: '2020-02-03' });
  const decided = await aCycle(cast.team, { ...some, number: 4, learned: 'It works.' });
  await aDecision(decided.id);
  await aCycle(cast.team, { ...some, number: 5, archivedAt: '2026-01-01T00:00:00.000Z' });
  await aCycle(cast.otherTeam, { number: 6, startsOn: '2020-01-06' });
  const { data } = await get(home, '/', { cookie: await signedIn(cast.member.id) });
  expect(sentences(data)).toEqual([
    'Start Cycle 1, planned for Jan 6, 2020',
    'Finish the Study for Cycle 3, due Feb 10, 2020',
    'Start Cycle 2 on Jan 5, 2099',
  ]);
  expect(data.waiting[0]).toMatchObject({
    about: 'Text first. Attendance Action Team',
    isLate: true,
    button: 'Start Do',
    wheel: { number: 1, phase: 'Plan' },
  });
  expect(data.waiting[1].href).toMatch(/\/study$/);
});

test('a coach sees the teams they coach; somebody without a team sees that, and nothing of others', async () => {
  const cast = await theCast();
  await aCycle(cast.team);
  const coach = await get(home, '/', { cookie: await signedIn(cast.coach.id) });
  expect(coach.data.waiting).toHaveLength(1);
  const leader = await get(home, '/', { cookie: await signedIn(cast.leader.id) });
  expect(leader.data).toMatchObject({ teams: [], waiting: [], mayStartTeams: true });
});

test('somebody who is member and coach of a team sees each cycle once', async () => {
  const cast = await theCast();
  await joinTeam(cast.team.id, cast.member.id, 'coach');
  await aCycle(cast.team);
  const { data } = await get(home, '/', { cookie: await signedIn(cast.member.id) });
  expect([data.waiting.length, data.teams.length]).toEqual([1, 1]);
});

test('a number that a measure waits for is work too, after what is late of the cycles', async () => {
  const cast = await theCast();
  const measure = await aMeasure(cast.team, { name: 'School days attended' });
  await points(measure.id, '2026-08-03', [80, 81, 82]);
  await aMeasure(cast.otherTeam);
  await aCycle(cast.team, { number: 1, startsOn: '2020-01-06' });
  const { data } = await get(home, '/', { cookie: await signedIn(cast.member.id) });
  expect(data.waiting).toHaveLength(2);
  expect(data.waiting[1]).toMatchObject({
    sentence: expect.stringContaining('“School days attended”'),
    href: `/teams/${cast.team.id}/measures/${measure.id}/enter`,
    wheel: null,
  });
});

test('the cycles of an archived team wait for nobody', async () => {
  const cast = await theCast();
  await aCycle(cast.team);
  await db.update(teams).set({ archivedAt: '2026-10-01T00:00:00.000Z' }).where(eq(teams.id, cast.team.id));
  const { data } = await get(home, '/', { cookie: await signedIn(cast.member.id) });
  expect([data.teams, data.waiting]).toEqual([[], []]);
});
