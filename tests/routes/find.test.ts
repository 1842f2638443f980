import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { db } from '#db/client.server';
import { cycleDecisions, cyclePredictions, cycleQuestions, cycles, cycleTasks } from '#db/schema/cycles';
import { history } from '#db/schema/history';
import { changeIdeas, drivers, ideaDrivers } from '#db/schema/theories';
import { action as finish, loader as finishedPage } from '~/routes/cycles/finished';
import { loader as log } from '~/routes/cycles/log';
import { loader as newPage, action as start } from '~/routes/cycles/new';
import { loader as show } from '~/routes/cycles/show';
import { loader as tried } from '~/routes/cycles/tried';
import { action as use, loader as usePage } from '~/routes/cycles/use-plan';
import { withDatabase } from '../support/database';
import {
  aCycle,
  aDecision,
  aMeasure,
  anIdea,
  aPractice,
  aPrediction,
  aQuestion,
  joinTeam,
  theCast,
} from '../support/factories';
import { get, post, signedIn } from '../support/requests';

withDatabase();

let cast: Awaited<ReturnType<typeof theCast>>;
let member: string;
let other: string;
beforeEach(async () => {
  cast = await theCast();
  member = await signedIn(cast.member.id);
  other = await signedIn(cast.otherMember.id);
});
const ours = () => ({ teamId: cast.team.id });
const deeds = async () => (await db.select({ deed: history.deed }).from(history)).map((line) => line.deed);

const four = { question: 'Do they answer?', prediction: 'Most will.', startsOn: '2026-09-08' };

test('the idea tested last is suggested, and gives way to a new one that is named', async () => {
  const first = await anIdea(cast.team, { name: 'Call home' });
  await aCycle(cast.team, { ideaId: (await anIdea(cast.team)).id });
  await aCycle(cast.team, { ideaId: first.id });
  const page = await get(newPage, '/x', { cookie: member, params: ours() });
  expect(page.data.values).toMatchObject({ ideaId: first.id, suggestedId: first.id });
  expect(page.data.values.startsOn >= new Date().toISOString().slice(0, 8)).toBe(true);
  const fields = { ...four, ideaId: first.id, suggestedId: first.id, newIdea: 'Text home' };
  expect((await post(start, '/x', fields, { cookie: member, params: ours() })).status).toBe(302);
  const [made] = await db.select().from(changeIdeas).where(eq(changeIdeas.name, 'Text home'));
  expect(
    await db
      .select()
      .from(cycles)
      .where(eq(cycles.ideaId, made?.id ?? '')),
  ).toHaveLength(1);
  const both = { ...fields, suggestedId: '', newIdea: 'Text again' };
  expect((await post(start, '/x', both, { cookie: member, params: ours() })).status).toBe(422);
});

test('one address leads to the form of the team somebody worked with last', async () => {
  await joinTeam(cast.otherTeam.id, cast.member.id);
  await aCycle(cast.otherTeam, { createdBy: cast.member.id });
  expect((await get(log, '/log', { cookie: member })).location).toBe(
    `/teams/${cast.otherTeam.id}/cycles/new`,
  );
  expect((await get(log, '/log?finished', { cookie: member })).location).toBe(
    `/teams/${cast.otherTeam.id}/cycles/finished`,
  );
  expect((await get(log, '/log', { cookie: await signedIn(cast.leader.id) })).location).toBe('/teams');
});

const over = {
  newIdea: 'Postcards home',
  question: 'Do families come?',
  prediction: 'Half of them.',
  startedOn: '2026-03-02',
  endedOn: '2026-03-20',
  whatHappened: 'Four of twelve came.',
  learned: 'A postcard is not enough.',
  decision: 'abandon',
  reason: 'Too few came.',
};

test('a finished test is logged in one page, whole, and marked as written afterwards', async () => {
  const key = { ...over, formKey: 'once-and-for-all' };
  const answer = await post(finish, '/x', key, { cookie: member, params: ours() });
  expect(answer.status).toBe(302);
  expect((await post(finish, '/x', key, { cookie: member, params: ours() })).location).toBe(answer.location);
  const all = await db.select().from(cycles);
  expect(all).toHaveLength(1);
  expect(all[0]).toMatchObject({
    writtenAfterwards: true,
    startsOn: '2026-03-02',
    doStartedOn: '2026-03-02',
    doEndedOn: '2026-03-20',
    observations: over.whatHappened,
    learned: over.learned,
    ledBy: cast.member.id,
  });
  expect(await db.select().from(cycleDecisions)).toMatchObject([
    { decision: 'abandon', reason: over.reason },
  ]);
  const page = await get(show, '/x', { cookie: other, params: { ...ours(), cycleId: all[0]?.id ?? '' } });
  expect(page.data.stage).toBe('done');
  expect(page.data.cycle.writtenAfterwards).toBe(true);
  expect(await deeds()).toContain('wrote down Cycle 1, “Postcards home”, after it was over: abandon');
});

test('a finished test is of an idea that is still the team’s: one that was put away is refused', async () => {
  const idea = await anIdea(cast.team, { name: 'Robocalls', archivedAt: '2026-01-05T12:00:00.000Z' });
  const answer = await post(
    finish,
    '/x',
    { ...over, newIdea: '', ideaId: idea.id },
    { cookie: member, params: ours() },
  );
  expect(answer.status).toBe(422);
  expect(await db.select().from(cycles)).toEqual([]);
});

test('a finished test is over: days to come, days the wrong way round and empty answers are said', async () => {
  const send = async (some: Record<string, string>) =>
    (await post(finish, '/x', { ...over, ...some }, { cookie: member, params: ours() })).data.error;
  expect(await send({ endedOn: '2026-03-01' })).toMatchObject({
    endedOn: ['It cannot have ended before it began.'],
  });
  expect(await send({ endedOn: '2099-03-01' })).toMatchObject({ endedOn: ['That day has not come yet.'] });
  expect(await send({ reason: '', learned: '' })).toMatchObject({
    reason: [expect.any(String)],
    learned: [expect.any(String)],
  });
  expect(await db.select().from(cycles)).toEqual([]);
  expect((await get(finishedPage, '/x', { cookie: other, params: ours() })).status).toBe(403);
  expect((await post(finish, '/x', over, { cookie: other, params: ours() })).status).toBe(403);
});

async function aPlanOfTheOthers() {
  const practice = await aPractice(cast.community.id);
  const idea = await anIdea(cast.otherTeam, { name: 'Text first', practiceId: practice.id });
  const cycle = await aCycle(cast.otherTeam, {
    ideaId: idea.id,
    objective: 'Text by noon',
    dataPlan: 'Count answers',
    scale: 'few',
    people: 40,
  });
  await aQuestion(cycle.id, { question: 'Who answers?', prediction: 'Most.', chancePercent: 70 });
  await aPrediction(cycle.id, (await aMeasure(cast.otherTeam)).id);
  await db.insert(cycleTasks).values({
    cycleId: cycle.id,
    position: 0,
    what: 'Print the list',
    who: 'Grace',
    dueOn: '2026-09-09',
    doneAt: '2026-09-09T10:00:00.000Z',
  });
  return { practice, idea, cycle, params: { teamId: cast.otherTeam.id, cycleId: cycle.id } };
}

test('another team’s plan becomes one’s own: its words and tasks, without names, days and numbers', async () => {
  const { practice, cycle, params } = await aPlanOfTheOthers();
  const page = await get(usePage, '/x', { cookie: member, params });
  expect(page.data.values).toMatchObject({ teamId: cast.team.id, idea: 'Text first' });
  const fields = {
    teamId: cast.team.id,
    idea: 'Text first',
    adaptation: 'In Somali',
    startsOn: '2026-10-05',
  };
  const answer = await post(use, '/x', { ...fields, formKey: 'k' }, { cookie: member, params });
  expect((await post(use, '/x', { ...fields, formKey: 'k' }, { cookie: member, params })).location).toBe(
    answer.location,
  );
  const own = await db.select().from(cycles).where(eq(cycles.teamId, cast.team.id));
  expect(own).toHaveLength(1);
  const mine = own[0] as typeof cycles.$inferSelect;
  expect(mine).toMatchObject({
    clonedFromId: cycle.id,
    objective: 'Text by noon',
    dataPlan: 'Count answers',
    scale: 'few',
    people: null,
    doStartedOn: null,
    startsOn: '2026-10-05',
  });
  const idea = await db.select().from(changeIdeas).where(eq(changeIdeas.id, mine.ideaId)).get();
  expect(idea).toMatchObject({ teamId: cast.team.id, practiceId: practice.id, adaptation: 'In Somali' });
  const ofMine = <T extends { cycleId: string }>(rows: T[]) => rows.filter((row) => row.cycleId === mine.id);
  expect(ofMine(await db.select().from(cycleQuestions))).toMatchObject([
    { question: 'Who answers?', prediction: 'Most.', chancePercent: null },
  ]);
  expect(ofMine(await db.select().from(cycleTasks))).toMatchObject([
    { what: 'Print the list', who: '', dueOn: null, doneAt: null },
  ]);
  expect(ofMine(await db.select().from(cyclePredictions))).toEqual([]);
  const theirs = await get(show, '/x', { cookie: other, params });
  expect(theirs.data.trail.takenBy).toMatchObject([{ id: mine.id, team: 'Attendance Action Team' }]);
  const ourPage = await get(show, '/x', { cookie: member, params: { ...ours(), cycleId: mine.id } });
  expect(ourPage.data.trail.from).toMatchObject({ id: cycle.id, team: 'Summer Math Team' });
  expect(theirs.data.mayTakePlan).toBe(false);
  const again = { ...fields, idea: 'text FIRST' };
  await post(use, '/x', again, { cookie: member, params });
  expect(await db.select().from(changeIdeas).where(eq(changeIdeas.teamId, cast.team.id))).toHaveLength(1);
});

test('nobody uses a plan in a team that is not theirs, nor a plan of another community', async () => {
  const { params } = await aPlanOfTheOthers();
  const fields = { teamId: cast.team.id, idea: 'Text first', startsOn: '2026-10-05' };
  expect((await post(use, '/x', fields, { cookie: other, params })).status).toBe(403);
  const stranger = await signedIn(cast.stranger.id);
  expect((await get(usePage, '/x', { cookie: stranger, params })).status).toBe(404);
  expect((await post(use, '/x', fields, { cookie: stranger, params })).status).toBe(404);
  expect((await get(usePage, '/x', { cookie: await signedIn(cast.leader.id), params })).data.teams).toEqual(
    [],
  );
  expect(await db.select().from(cycles).where(eq(cycles.teamId, cast.team.id))).toEqual([]);
});

const ask = async (idea: string, cookie = member) => {
  const answer = await get(tried, `/x?idea=${encodeURIComponent(idea)}`, { cookie, params: ours() });
  return answer.status === 200 ? JSON.parse(answer.data) : answer.status;
};

test('before a test one sees who tried it, why they stopped, and whose driver is the same', async () => {
  const idea = await anIdea(cast.otherTeam, { name: 'Texting families at noon' });
  const cycle = await aCycle(cast.otherTeam, { ideaId: idea.id, learned: 'Noon is lunch.' });
  await aDecision(cycle.id, { decision: 'abandon', reason: 'Nobody answered at noon.' });
  const [mine, theirs] = await db
    .insert(drivers)
    .values([
      { teamId: cast.team.id, position: 1, name: 'Families hear early' },
      { teamId: cast.otherTeam.id, position: 1, name: 'families hear early ' },
    ])
    .returning();
  expect(mine).toBeDefined();
  await db.insert(ideaDrivers).values({ ideaId: idea.id, driverId: theirs?.id ?? '', position: 1 });
  const found = await ask('Text the family');
  expect(found.sentence).toBe('1 team tried this and stopped because “Nobody answered at noon”.');
  expect(found.teams).toMatchObject([{ team: 'Summer Math Team', cycleId: cycle.id, state: 'stopped' }]);
  expect(found.teams[0].sharedDriver.trim()).toBe('families hear early');
  expect(await ask('Text the family', other)).toBe(403);
});

test('a practice with the words brings the ideas of all teams that use it, and learnings come from others', async () => {
  const practice = await aPractice(cast.community.id, { name: 'Morning greeters' });
  const idea = await anIdea(cast.otherTeam, { name: 'A friendly face', practiceId: practice.id });
  await aCycle(cast.otherTeam, { ideaId: idea.id });
  const apart = await anIdea(cast.otherTeam, { name: 'Ride along' });
  await aCycle(cast.otherTeam, { ideaId: apart.id, learned: 'Greeters in the morning matter more.' });
  const found = await ask('Greeters every morning');
  expect(found.practices).toMatchObject([{ name: 'Morning greeters' }]);
  expect(found.teams).toMatchObject([{ idea: 'A friendly face', state: 'testing' }]);
  expect(found.learnings).toMatchObject([{ idea: 'Ride along' }]);
  expect(await ask('')).toMatchObject({ sentence: '', teams: [], practices: [], learnings: [] });
  expect(await ask('"NEAR( * OR')).toMatchObject({ teams: [] });
});

test('what only speaks of it did not try it', async () => {
  const practice = await aPractice(cast.community.id, { name: 'Text first', steps: 'No letter goes home.' });
  const idea = await anIdea(cast.otherTeam, { name: 'Text at noon', practiceId: practice.id });
  await aCycle(cast.otherTeam, { ideaId: idea.id, learned: 'A letter home came too late.' });
  const found = await ask('A letter home');
  expect(found).toMatchObject({ sentence: '', teams: [], practices: [{ name: 'Text first' }] });
  expect(found.learnings).toMatchObject([{ idea: 'Text at noon', words: 'A letter home came too late.' }]);
});

test('without JavaScript the form comes back as it was, with what was tried', async () => {
  const idea = await anIdea(cast.otherTeam, { name: 'Texting families' });
  await aCycle(cast.otherTeam, { ideaId: idea.id });
  const typed = new URLSearchParams({ look: 'tried', newIdea: 'Text families', question: 'Who?' });
  const page = await get(newPage, `/x?${typed}`, { cookie: member, params: ours() });
  expect(page.data.values).toMatchObject({ newIdea: 'Text families', question: 'Who?' });
  expect(page.data.values.ideaId).toBeUndefined();
  expect(page.data.tried.sentence).toBe('1 team tried this and is still testing.');
});
