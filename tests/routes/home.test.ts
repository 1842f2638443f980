import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { db } from '#db/client.server';
import { memberships } from '#db/schema/memberships';
import { teams } from '#db/schema/teams';
import { requireCommunity } from '~/access/gate.server';
import { newestPeriodsOfMyTeams, openCyclesOfMyTeams } from '~/cycles/my-work.server';
import { loader as home } from '~/routes/home';
import { loader as indicatorList } from '~/routes/indicators/list';
import { withDatabase } from '../support/database';
import {
  aCycle,
  aDecision,
  aHelpAsk,
  aMeasure,
  aMember,
  anIdea,
  aTeam,
  joinTeam,
  points,
  theCast,
} from '../support/factories';
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
  expect(data.waiting[1].href).toMatch(/\/study#here$/);
});

test('a coach sees the teams they coach; somebody without a team sees that, and nothing of others', async () => {
  const cast = await theCast();
  await aCycle(cast.team);
  const coach = await get(home, '/', { cookie: await signedIn(cast.coach.id) });
  expect(coach.data.waiting).toHaveLength(1);
  const leader = await get(home, '/', { cookie: await signedIn(cast.leader.id) });
  expect(leader.data).toMatchObject({ teams: [], waiting: [] });
});

test('a coach who is not one of the team’s people is led to the list of a coach, not to write the team’s Study', async () => {
  const cast = await theCast();
  const led = await aCycle(cast.team, {
    ...{ number: 6, startsOn: '2020-01-06', doStartedOn: '2020-01-06', doEndedOn: '2020-02-03' },
    ledBy: cast.member.id,
  });
  await aCycle(cast.team, { number: 7, startsOn: '2099-01-05' });
  await aHelpAsk(cast.team, { askedBy: cast.member.id });
  const at = async (personId: string) => (await get(home, '/', { cookie: await signedIn(personId) })).data;
  const first = cast.member.name.split(' ')[0];
  expect((await at(cast.coach.id)).waiting).toMatchObject([
    { sentence: `Answer: ${cast.team.name}`, about: 'Asks for help', button: 'Answer' },
    {
      ...{ sentence: `Write to ${first}: ${cast.team.name}`, button: `Write to ${first}` },
      href: `/coaching/teams/${cast.team.id}/note?line=stuck+${led.id}+study#panel`,
    },
  ]);
  // One of the people who also coaches does the team's own work.
  await joinTeam(cast.team.id, cast.coach.id, 'member');
  expect(sentences(await at(cast.coach.id))).toContain('Finish the Study for Cycle 6, due Feb 10, 2020');
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

test('a number waits for its owner alone, and for its team’s coach; late ones come first', async () => {
  const cast = await theCast();
  const teammate = await aMember(cast.community.id);
  await joinTeam(cast.team.id, teammate.id);
  const owned = await aMeasure(cast.team, { name: 'Minutes', ownerId: teammate.id });
  const everybodys = await aMeasure(cast.team, { name: 'Families' });
  await points(owned.id, '2026-10-12', [80]);
  await points(everybodys.id, '2026-08-03', [80]);
  const numbers = async (personId: string) =>
    (await get(home, '/', { cookie: await signedIn(personId) })).data.waiting.map(
      ({ sentence, about }: { sentence: string; about: string }) => [sentence.split('”')[0], about],
    );
  const team = 'Attendance Action Team';
  expect(await numbers(cast.member.id)).toEqual([['Enter “Families', team]]);
  expect(await numbers(teammate.id)).toEqual([
    ['Enter “Families', team],
    ['Enter “Minutes', team],
  ]);
  expect(await numbers(cast.coach.id)).toEqual([
    ['Enter “Families', team],
    ['Enter “Minutes', `${team}. On the list of ${teammate.name}`],
  ]);
  expect(await numbers(cast.leader.id)).toEqual([]);
});

test('an owner who has left the team, or the community, owns no number any more', async () => {
  const cast = await theCast();
  const teammate = await aMember(cast.community.id);
  await joinTeam(cast.team.id, teammate.id);
  const gone = await aMeasure(cast.team, { name: 'Minutes', ownerId: teammate.id });
  const moved = await aMeasure(cast.team, { name: 'Families', ownerId: cast.otherMember.id });
  await points(gone.id, '2026-10-12', [80]);
  await points(moved.id, '2026-10-12', [80]);
  const cookie = await signedIn(cast.member.id);
  expect((await get(home, '/', { cookie })).data.waiting).toHaveLength(1);
  await db
    .update(memberships)
    .set({ endedAt: '2026-11-01T00:00:00.000Z' })
    .where(eq(memberships.personId, teammate.id));
  expect((await get(home, '/', { cookie })).data.waiting).toHaveLength(2);
});

test('the cycles of an archived team wait for nobody', async () => {
  const cast = await theCast();
  await aCycle(cast.team);
  await db.update(teams).set({ archivedAt: '2026-10-01T00:00:00.000Z' }).where(eq(teams.id, cast.team.id));
  const { data } = await get(home, '/', { cookie: await signedIn(cast.member.id) });
  expect([data.teams, data.waiting]).toEqual([[], []]);
});

test('my work reads no cycle that is done, no long text, and few numbers of each measure', async () => {
  const cast = await theCast();
  const long = 'x'.repeat(5000);
  const done = await aCycle(cast.team, { learned: long });
  await aDecision(done.id);
  await aCycle(cast.team, { number: 1, objective: long });
  const studied = await aCycle(cast.team, {
    number: 2,
    doStartedOn: '2020-01-06',
    doEndedOn: '2020-02-03',
    learned: long,
  });
  const measure = await aMeasure(cast.team);
  await points(
    measure.id,
    '2026-01-05',
    Array.from({ length: 40 }, () => 80),
  );
  const access = await requireCommunity(
    new Request('http://localhost:3000/', { headers: { cookie: await signedIn(cast.member.id) } }),
  );
  const cycles = await openCyclesOfMyTeams(access);
  expect(cycles.map((cycle) => cycle.number)).toEqual([studied.number, 1].sort());
  expect(JSON.stringify(cycles).length).toBeLessThan(1000);
  const periods = await newestPeriodsOfMyTeams(access);
  expect(periods.get(measure.id)).toEqual(
    ['2026-09-14', '2026-09-21', '2026-09-28', '2026-10-05'].map((periodStart) => ({ periodStart })),
  );
  const { data } = await get(home, '/', { cookie: await signedIn(cast.member.id) });
  expect(sentences(data)[0]).toContain('Decide what to do after Cycle 2');
});

test('a leader without a team sees what is late or due in all teams of the community, and no more', async () => {
  const cast = await theCast();
  const cookie = await signedIn(cast.leader.id);
  expect((await get(home, '/', { cookie })).data.overview).toEqual({ count: 0, things: [] });
  const late = await aCycle(cast.team, { number: 1, startsOn: '2020-01-06' });
  await aCycle(cast.otherTeam, { number: 2, startsOn: '2019-01-07' });
  await aCycle(cast.team, { number: 3, startsOn: '2099-01-05' });
  const elsewhere = await aTeam(cast.elsewhere.id);
  await aCycle(elsewhere, { number: 4, startsOn: '2019-01-07' });
  const { overview } = (await get(home, '/', { cookie })).data;
  expect(overview.count).toBe(2);
  expect(sentences({ waiting: overview.things })).toEqual([
    'Start Cycle 2, planned for Jan 7, 2019',
    'Start Cycle 1, planned for Jan 6, 2020',
  ]);
  // To the page of the cycle: its forms are the team's.
  expect(overview.things[1].href).toBe(`/teams/${cast.team.id}/cycles/${late.id}`);
  for (let number = 5; number < 15; number += 1) await aCycle(cast.team, { number, startsOn: '2020-02-03' });
  const many = (await get(home, '/', { cookie })).data.overview;
  expect([many.count, many.things.length]).toEqual([12, 10]);
});

test('who is on a team, or may start none, gets no overview', async () => {
  const cast = await theCast();
  await aCycle(cast.team, { startsOn: '2020-01-06' });
  const nobody = await aMember(cast.community.id, 'member');
  for (const person of [cast.member, cast.coach, nobody]) {
    expect((await get(home, '/', { cookie: await signedIn(person.id) })).data.overview).toBeNull();
  }
});

test('a leader finds the way to the page for leaders on their own page and over the indicators; a member does not', async () => {
  const cast = await theCast();
  for (const [person, isLeader] of [
    [cast.leader, true],
    [cast.admin, true],
    [cast.member, false],
    [cast.coach, false],
  ] as const) {
    const cookie = await signedIn(person.id);
    expect((await get(home, '/', { cookie })).data.isLeader).toBe(isLeader);
    expect((await get(indicatorList, '/indicators', { cookie })).data.isLeader).toBe(isLeader);
  }
});
