import { and, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { db } from '#db/client.server';
import { cycleDecisions, cycles } from '#db/schema/cycles';
import { history } from '#db/schema/history';
import { memberships } from '#db/schema/memberships';
import { teamPeople, teams } from '#db/schema/teams';
import { readFlash } from '~/http/flash.server';
import { action as act } from '~/routes/cycles/act';
import { action as archiveCycle } from '~/routes/cycles/archive';
import { action as bringCycleBack } from '~/routes/cycles/bring-back';
import { action as newCycle } from '~/routes/cycles/new';
import { loader as showCycle } from '~/routes/cycles/show';
import { loader as home } from '~/routes/home';
import { action as archiveMeasure } from '~/routes/measures/archive';
import { loader as showMeasure } from '~/routes/measures/show';
import { action as bringMeasureBack } from '~/routes/measures/unarchive';
import { loader as meetingPage } from '~/routes/meetings/show';
import { action as archiveTeam } from '~/routes/teams/archive';
import { loader as archivedPage } from '~/routes/teams/archived';
import { action as bringTeamBack } from '~/routes/teams/bring-back';
import { loader as teamsPage } from '~/routes/teams/list';
import { action as teamPeopleAction } from '~/routes/teams/people';
import { loader as showTeam } from '~/routes/teams/show';
import { withDatabase } from '../support/database';
import {
  aCycle,
  aMeasure,
  aMeeting,
  aMeetingLine,
  anIdea,
  aPrediction,
  points,
  theCast,
} from '../support/factories';
import { type Answer, get, post, signedIn } from '../support/requests';

withDatabase();

async function aTeamAtWork() {
  const cast = await theCast();
  const params = { teamId: cast.team.id };
  return { cast, params, cookie: await signedIn(cast.member.id) };
}

/** What the next page says, and the button it has to take the deed back. */
const saidBy = ({ headers }: Answer) =>
  readFlash(
    new Request('http://localhost', { headers: { cookie: headers.get('set-cookie')?.split(';')[0] ?? '' } }),
  );

test('an archived cycle leaves ramps, lists, home and charts, keeps its number, and comes back whole', async () => {
  const { cast, params, cookie } = await aTeamAtWork();
  const idea = await anIdea(cast.team);
  const measure = await aMeasure(cast.team);
  await points(measure.id, '2026-09-07', [71, 72, 70]);
  const cycle = await aCycle(cast.team, { ideaId: idea.id, number: 4, doStartedOn: '2026-09-08' });
  await aPrediction(cycle.id, measure.id);
  const one = { params: { ...params, cycleId: cycle.id, measureId: measure.id }, cookie };
  const seen = async () => ({
    ramps: (await get(showTeam, '/x', one)).data.ramps.length,
    next: (await get(showTeam, '/x', one)).data.next.filter(({ key }: { key: string }) => key === cycle.id)
      .length,
    home: (await get(home, '/', { cookie })).data.waiting.filter(
      ({ key }: { key: string }) => key === cycle.id,
    ).length,
    chart: (await get(showMeasure, '/x', one)).data.cycles.length,
    meeting: (await get(meetingPage, '/x', one)).data.cycles.length,
    archived: (await get(archivedPage, '/x', one)).data.cycles.length,
  });
  const there = { ramps: 1, next: 1, home: 1, chart: 1, meeting: 1, archived: 0 };
  expect(await seen()).toEqual(there);

  const answer = await post(archiveCycle, '/x', {}, one);
  expect(await saidBy(answer)).toEqual({
    sentence: 'Cycle 4 was archived.',
    undo: { action: `/teams/${cast.team.id}/cycles/${cycle.id}/bring-back` },
  });
  await post(archiveCycle, '/x', {}, one);
  expect(await seen()).toEqual({ ramps: 0, next: 0, home: 0, chart: 0, meeting: 0, archived: 1 });
  const list = (await get(archivedPage, '/x', one)).data.cycles;
  expect(list).toMatchObject([{ number: 4, archivedBy: cast.member.name }]);
  const page = (await get(showCycle, '/x', one)).data;
  expect(page).toMatchObject({ mayWrite: false, mayBringBack: true });
  expect(page.cycle.archivedBy).toBe(cast.member.name);

  await post(bringCycleBack, '/x', {}, one);
  await post(bringCycleBack, '/x', {}, one);
  expect(await seen()).toEqual(there);
  const deeds = (await db.select().from(history)).map(({ deed }) => deed);
  expect(deeds).toEqual(['archived Cycle 4', 'brought Cycle 4 back']);
});

test('the number of an archived cycle is not given to another', async () => {
  const { cast, params, cookie } = await aTeamAtWork();
  const idea = await anIdea(cast.team);
  await aCycle(cast.team, { ideaId: idea.id, number: 4, archivedAt: '2026-11-02T12:00:00.000Z' });
  const fields = { ideaId: idea.id, question: 'Does it?', prediction: 'Yes.', startsOn: '2026-12-01' };
  await post(newCycle, '/x', fields, { params, cookie });
  const numbers = (await db.select().from(cycles)).map(({ number }) => number);
  expect(numbers.sort()).toEqual([4, 5]);
});

test('nothing is written in an archived cycle', async () => {
  const { cast, params, cookie } = await aTeamAtWork();
  const cycle = await aCycle(cast.team, { learned: 'It works.', archivedAt: '2026-11-02T12:00:00.000Z' });
  const decision = { decision: 'adopt', reason: 'It works.', decidedOn: '2026-11-03' };
  const answer = await post(act, '/x', decision, { params: { ...params, cycleId: cycle.id }, cookie });
  expect(answer.status).toBe(422);
  expect(answer.data.error['']).toEqual(['This cycle is archived. Bring it back, then write in it.']);
  expect(await db.select().from(cycleDecisions)).toEqual([]);
});

test('a ramp stays whole where a cycle in its middle is archived', async () => {
  const { cast, params, cookie } = await aTeamAtWork();
  const idea = await anIdea(cast.team);
  const of = { ideaId: idea.id };
  const first = await aCycle(cast.team, { ...of, number: 1 });
  const middle = await aCycle(cast.team, {
    ...of,
    number: 2,
    previousId: first.id,
    archivedAt: '2026-11-02',
  });
  await aCycle(cast.team, { ...of, number: 3, previousId: middle.id });
  const { ramps } = (await get(showTeam, '/x', { params, cookie })).data;
  expect(ramps).toHaveLength(1);
  expect(ramps[0].picture.bands[0].steps).toHaveLength(2);
});

test('an archived measure leaves the team, its reminders and its chart, and comes back with its numbers', async () => {
  const { cast, params, cookie } = await aTeamAtWork();
  const measure = await aMeasure(cast.team);
  await points(measure.id, '2026-09-07', [71, 72, 70]);
  const one = { params: { ...params, measureId: measure.id }, cookie };
  const seen = async () => ({
    tiles: (await get(showTeam, '/x', one)).data.tiles.length,
    numbers: (await get(meetingPage, '/x', one)).data.numbers.list.length,
    home: (await get(home, '/', { cookie })).data.waiting.length,
    chart: (await get(showMeasure, '/x', one)).status,
    archived: (await get(archivedPage, '/x', one)).data.measures.length,
  });
  expect(await seen()).toEqual({ tiles: 1, numbers: 1, home: 1, chart: 200, archived: 0 });
  const answer = await post(archiveMeasure, '/x', {}, one);
  expect((await saidBy(answer))?.undo?.action).toMatch(/\/archive\/bring-back$/);
  await post(archiveMeasure, '/x', {}, one);
  expect(await seen()).toEqual({ tiles: 0, numbers: 0, home: 0, chart: 302, archived: 1 });
  await post(bringMeasureBack, '/x', {}, one);
  expect(await seen()).toMatchObject({ tiles: 1, chart: 200, archived: 0 });
  expect((await get(showMeasure, '/x', one)).data.count).toBe(3);
  expect(await db.select().from(history)).toHaveLength(2);
});

test('a cycle or measure of another team is not put away from here, and a reader puts nothing away', async () => {
  const { cast, params, cookie } = await aTeamAtWork();
  const [cycle, measure] = [await aCycle(cast.otherTeam), await aMeasure(cast.otherTeam)];
  const one = { params: { ...params, cycleId: cycle.id, measureId: measure.id }, cookie };
  for (const deed of [archiveCycle, bringCycleBack, archiveMeasure, bringMeasureBack]) {
    expect((await post(deed, '/x', {}, one)).status).toBe(404);
    expect((await post(deed, '/x', {}, { ...one, cookie: await signedIn(cast.leader.id) })).status).toBe(403);
    expect((await post(deed, '/x', {}, { ...one, cookie: await signedIn(cast.stranger.id) })).status).toBe(
      404,
    );
  }
});

test('an archived team leaves home and the list of teams, and comes back with its cycles', async () => {
  const { cast, params, cookie } = await aTeamAtWork();
  await aCycle(cast.team);
  const leader = { params, cookie: await signedIn(cast.leader.id) };
  const seen = async () => ({
    listed: (await get(teamsPage, '/x', leader)).data.teams.length,
    archived: (await get(teamsPage, '/x', leader)).data.archived.length,
    mine: (await get(home, '/', { cookie })).data.teams.length,
    overview: (await get(home, '/', { cookie: leader.cookie })).data.overview.count,
  });
  expect(await seen()).toEqual({ listed: 2, archived: 0, mine: 1, overview: 1 });
  const answer = await post(archiveTeam, '/x', {}, leader);
  expect((await saidBy(answer))?.undo).toEqual({ action: `/teams/${cast.team.id}/bring-back` });
  expect(await seen()).toEqual({ listed: 1, archived: 1, mine: 0, overview: 0 });
  await post(bringTeamBack, '/x', {}, leader);
  expect(await seen()).toEqual({ listed: 2, archived: 0, mine: 1, overview: 1 });
});

test('who is taken out of a team leaves their work with their name, and each thing says who to choose', async () => {
  const { cast, params, cookie } = await aTeamAtWork();
  const { member, coach } = cast;
  const cycle = await aCycle(cast.team, { ledBy: member.id });
  const measure = await aMeasure(cast.team, { ownerId: member.id });
  const meeting = await aMeeting(cast.team, { endedAt: '2026-12-01T20:00:00.000Z' });
  await aMeetingLine(meeting.id, { kind: 'promise', who: member.name });
  await aMeetingLine(meeting.id, { kind: 'promise', who: 'Somebody of the district' });
  const all = { params: { ...params, cycleId: cycle.id, measureId: measure.id } };
  const seen = async () => {
    const reader = { ...all, cookie: await signedIn(coach.id) };
    const promises: { hasLeft: number }[] = (await get(meetingPage, '/x', reader)).data.promises;
    return {
      cycle: (await get(showCycle, '/x', reader)).data.cycle.leaderHasLeft,
      measure: (await get(showMeasure, '/x', reader)).data.ownerHasLeft,
      promises: promises.map(({ hasLeft }) => hasLeft).sort(),
    };
  };
  expect(await seen()).toEqual({ cycle: 0, measure: false, promises: [0, 0] });
  const leader = { params, cookie: await signedIn(cast.leader.id) };
  const answer = await post(teamPeopleAction, '/x', { personId: member.id, part: '' }, leader);
  const said = await saidBy(answer);
  expect(said?.sentence).toMatch(/^Dana .* has left the team\./);
  expect(await seen()).toEqual({ cycle: 1, measure: true, promises: [0, 1] });
  const page = await get(showCycle, '/x', { ...all, cookie: await signedIn(coach.id) });
  expect(page.data.cycle.leader).toBe(member.name);

  await post(teamPeopleAction, '/x', said?.undo?.values ?? {}, leader);
  expect(await seen()).toEqual({ cycle: 0, measure: false, promises: [0, 0] });
  const parts = await db
    .select()
    .from(teamPeople)
    .where(and(eq(teamPeople.teamId, cast.team.id), eq(teamPeople.personId, member.id)));
  expect(parts).toMatchObject([{ part: 'member' }]);

  // An account that is off leaves as much behind.
  await db.update(memberships).set({ endedAt: '2026-12-01' }).where(eq(memberships.personId, member.id));
  expect(await seen()).toEqual({ cycle: 1, measure: true, promises: [0, 1] });
  expect(cookie).not.toBe('');
});

test('in an archived team nothing is archived or brought back', async () => {
  const { cast, params, cookie } = await aTeamAtWork();
  const cycle = await aCycle(cast.team);
  await db.update(teams).set({ archivedAt: '2026-12-01' }).where(eq(teams.id, cast.team.id));
  expect(
    (await post(archiveCycle, '/x', {}, { params: { ...params, cycleId: cycle.id }, cookie })).status,
  ).toBe(403);
  expect((await get(archivedPage, '/x', { params, cookie })).data.mayWriteCycles).toBe(false);
});
