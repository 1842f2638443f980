import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { db } from '#db/client.server';
import { cycles, cycleTasks } from '#db/schema/cycles';
import { history } from '#db/schema/history';
import { practiceDecisions, practiceMerges, practices } from '#db/schema/practices';
import { changeIdeas } from '#db/schema/theories';
import { action as decide, loader as decidePage } from '~/routes/practices/decide';
import { loader as editPage } from '~/routes/practices/edit';
import { action as merge, loader as mergePage } from '~/routes/practices/merge';
import { action as add, loader as newPage } from '~/routes/practices/new';
import { action as offer } from '~/routes/practices/offer';
import { action as copy, loader as offered } from '~/routes/practices/offered';
import { loader as offeredList } from '~/routes/practices/offered-list';
import { loader as show } from '~/routes/practices/show';
import { action as takeBack } from '~/routes/practices/take-offer-back';
import { action as use, loader as usePage } from '~/routes/practices/use';
import { withDatabase } from '../support/database';
import { anIdea, anOutcome, aPractice, aTeam, joinTeam, theCast } from '../support/factories';
import { get, post, signedIn } from '../support/requests';

withDatabase();

type Cast = Awaited<ReturnType<typeof theCast>>;
let cast: Cast;
let leader: string;
let member: string;
let stranger: string;
beforeEach(async () => {
  cast = await theCast();
  leader = await signedIn(cast.leader.id);
  member = await signedIn(cast.member.id);
  stranger = await signedIn(cast.stranger.id);
});

const deedsOf = async (thingId: string) =>
  (await db.select({ deed: history.deed }).from(history).where(eq(history.thingId, thingId))).map(
    ({ deed }) => deed,
  );

test('a practice keeps what it is for, where, what it takes, its parts and where it comes from', async () => {
  const outcome = await anOutcome(cast.community.id, { name: 'Early grade reading' });
  const fields = {
    name: 'Two-minute check',
    setting: 'elementary',
    outcomeId: outcome.id,
    takesHours: 'Six minutes a day',
    takesMoney: 'None',
    takesMaterials: 'A reading coach for two weeks',
    coreParts: 'Every day\nHelp the same day',
    adaptableParts: 'Which skill',
    sourceKind: 'research',
    sourceTier: 'moderate',
    source: 'Two trials',
  };
  const { location } = await post(add, '/x', fields, { cookie: leader });
  const params = { practiceId: location?.split('/').at(-1) ?? '' };
  const { practice } = (await get(show, '/x', { cookie: member, params })).data;
  expect(practice).toMatchObject({ ...fields, outcome: 'Early grade reading' });
  expect((await get(editPage, '/x', { cookie: leader, params })).data.outcomes).toContainEqual({
    value: outcome.id,
    label: 'Early grade reading',
  });
});

test('a tier without national research, and another community’s result, are refused at their fields', async () => {
  const foreign = await anOutcome(cast.elsewhere.id);
  const tier = await post(
    add,
    '/x',
    { name: 'A', sourceKind: 'local', sourceTier: 'strong' },
    { cookie: leader },
  );
  expect(tier.status).toBe(422);
  expect(tier.data.error.sourceTier).toEqual([
    'Only national research has a tier. Choose it above, or leave this empty.',
  ]);
  const outcome = await post(add, '/x', { name: 'A', outcomeId: foreign.id }, { cookie: leader });
  expect(outcome.data.error.outcomeId).toEqual(['Choose a result of your community.']);
  expect(await db.select().from(practices)).toEqual([]);
});

test('a change idea becomes the first use of a practice that is made of it, once', async () => {
  const idea = await anIdea(cast.team, { name: 'Text before calling' });
  expect((await get(newPage, `/practices/new?idea=${idea.id}`, { cookie: leader })).data.idea.name).toBe(
    'Text before calling',
  );
  const fields = { name: 'Text first', ideaId: idea.id };
  const answer = await post(add, '/x', fields, { cookie: leader });
  const practiceId = answer.location?.split('/').at(-1);
  const tied = await db.select().from(changeIdeas).where(eq(changeIdeas.id, idea.id)).get();
  expect(tied?.practiceId).toBe(practiceId);
  const again = await post(add, '/x', fields, { cookie: leader });
  expect(again.data.error['']).toEqual(['That change idea comes from a practice already.']);
  expect(await db.select().from(practices)).toHaveLength(1);
});

test('an offered practice may be read by another community without a name or a number, and copied', async () => {
  const practice = await aPractice(cast.community.id, {
    name: 'Reading buddies',
    steps: 'Pair them.',
    ownerId: cast.member.id,
  });
  const params = { practiceId: practice.id };
  const there = { offeredId: practice.id };
  expect((await get(offered, '/x', { cookie: stranger, params: there })).status).toBe(404);
  await post(offer, '/x', {}, { cookie: leader, params });
  await post(offer, '/x', {}, { cookie: leader, params });
  const list = await get(offeredList, '/x', { cookie: stranger });
  expect(list.data.practices.map((one: { name: string }) => one.name)).toEqual(['Reading buddies']);
  const seen = await get(offered, '/x', { cookie: stranger, params: there });
  expect(seen.data.practice).toMatchObject({ steps: 'Pair them.', community: 'Riverbend Cradle to Career' });
  expect(JSON.stringify(seen.data)).not.toContain(cast.member.name);
  // The practice itself, with what teams did, stays closed.
  expect((await get(show, '/x', { cookie: stranger, params })).status).toBe(404);
  // One's own is nothing that others offer.
  expect((await get(offeredList, '/x', { cookie: leader })).data.practices).toEqual([]);

  const made = await post(copy, '/x', {}, { cookie: stranger, params: there });
  const copyId = made.location?.split('/').at(-1) ?? '';
  const own = await get(show, '/x', { cookie: stranger, params: { practiceId: copyId } });
  expect(own.data.practice).toMatchObject({
    name: 'Reading buddies',
    copiedFrom: 'Riverbend Cradle to Career',
    owner: null,
  });
  expect((await post(copy, '/x', {}, { cookie: stranger, params: there })).location).toBe(made.location);

  await post(takeBack, '/x', {}, { cookie: leader, params });
  expect((await get(offered, '/x', { cookie: stranger, params: there })).status).toBe(404);
  expect((await get(show, '/x', { cookie: stranger, params: { practiceId: copyId } })).status).toBe(200);
  expect(await deedsOf(practice.id)).toEqual([
    'offered the practice “Reading buddies” to the network',
    'took back the offer of the practice “Reading buddies” to the network',
  ]);
});

test('merging two practices moves every use, keeps both pages, and stands in the history of both', async () => {
  const [from, into] = [
    await aPractice(cast.community.id, { name: 'Text home' }),
    await aPractice(cast.community.id, { name: 'Text first' }),
  ];
  const one = await anIdea(cast.team, { practiceId: from.id });
  const two = await anIdea(cast.otherTeam, { practiceId: from.id });
  const kept = await anIdea(cast.team, { practiceId: into.id });
  const params = { practiceId: from.id };
  expect((await get(mergePage, '/x', { cookie: leader, params })).data.others).toEqual([
    { value: into.id, label: 'Text first' },
  ]);
  const self = await post(merge, '/x', { intoId: from.id, reason: 'Same' }, { cookie: leader, params });
  expect(self.data.error.intoId).toEqual(['Choose another practice of your library.']);
  const foreign = await aPractice(cast.elsewhere.id);
  const away = await post(merge, '/x', { intoId: foreign.id, reason: 'Same' }, { cookie: leader, params });
  expect(away.data.error.intoId).toEqual(['Choose another practice of your library.']);
  const unsaid = await post(merge, '/x', { intoId: into.id }, { cookie: leader, params });
  expect(unsaid.data.error.reason).toEqual(['Write how you know that they are the same.']);

  const answer = await post(
    merge,
    '/x',
    { intoId: into.id, reason: 'Same text' },
    { cookie: leader, params },
  );
  expect(answer.location).toBe(`/practices/${into.id}`);
  const ideas = await db.select({ id: changeIdeas.id, to: changeIdeas.practiceId }).from(changeIdeas);
  expect(new Map(ideas.map(({ id, to }) => [id, to]))).toEqual(
    new Map([one, two, kept].map(({ id }) => [id, into.id])),
  );
  expect((await db.select().from(practiceMerges).get())?.ideaIds.toSorted()).toEqual(
    [one.id, two.id].toSorted(),
  );
  const old = await get(show, '/x', { cookie: member, params });
  expect(old.data.mergedInto).toMatchObject({ id: into.id, name: 'Text first', reason: 'Same text' });
  const now = await get(show, '/x', { cookie: member, params: { practiceId: into.id } });
  expect(now.data.mergedHere).toMatchObject([{ id: from.id, uses: 2, by: cast.leader.name }]);
  const deed = 'merged the practice “Text home” into “Text first”';
  expect(await deedsOf(from.id)).toContain(deed);
  expect(await deedsOf(into.id)).toContain(deed);
  const rewritten = await post(decide, '/x', decision, { cookie: leader, params });
  expect(rewritten.data.error['']).toEqual(['This practice was merged into another one. Open that one.']);
});

test('in a library of many hundreds, a practice late in the alphabet can be merged into, and one put away cannot', async () => {
  const communityId = cast.community.id;
  await db
    .insert(practices)
    .values(Array.from({ length: 520 }, (_, n) => ({ communityId, name: `Practice ${1000 + n}` })));
  const from = await aPractice(communityId, { name: 'Text home' });
  const into = await aPractice(communityId, { name: 'Weekly list' });
  const gone = await aPractice(communityId, { name: 'Old list', archivedAt: '2026-11-01T12:00:00.000Z' });
  const params = { practiceId: from.id };
  const others = (await get(mergePage, '/x', { cookie: leader, params })).data.others;
  expect(others).toContainEqual({ value: into.id, label: 'Weekly list' });
  const say = (intoId: string) => post(merge, '/x', { intoId, reason: 'Same' }, { cookie: leader, params });
  expect((await say(gone.id)).data.error.intoId).toEqual(['Choose another practice of your library.']);
  expect((await say(into.id)).location).toBe(`/practices/${into.id}`);
});

const decision = { decision: 'study', reason: 'Two more tests with a coach.', reviewOn: '2099-03-10' };

test('leaders decide, with a reason and a day to look again; each decision is a row with who and when', async () => {
  const practice = await aPractice(cast.community.id);
  const params = { practiceId: practice.id };
  const coach = await signedIn(cast.coach.id);
  for (const cookie of [member, coach]) {
    expect((await post(decide, '/x', decision, { cookie, params })).status).toBe(403);
  }
  expect((await post(decide, '/x', decision, { cookie: stranger, params })).status).toBe(404);
  const empty = await post(decide, '/x', { reason: ' ' }, { cookie: leader, params });
  expect(empty.status).toBe(422);
  expect(Object.keys(empty.data.error).sort()).toEqual(['decision', 'reason', 'reviewOn']);
  const past = await post(decide, '/x', { ...decision, reviewOn: '2020-01-01' }, { cookie: leader, params });
  expect(past.data.error.reviewOn).toEqual(['Choose a day after today: it is when you look at it again.']);
  expect(past.data.initialValue.reason).toBe(decision.reason);

  await post(decide, '/x', decision, { cookie: leader, params });
  const stop = { ...decision, decision: 'stop', reason: 'It made things worse.' };
  expect((await post(decide, '/x', stop, { cookie: leader, params })).location).toBe(
    `/practices/${practice.id}`,
  );
  const seen = (await get(show, '/x', { cookie: member, params })).data.decisions;
  expect(seen.map((one: { decision: string; decidedBy: string }) => [one.decision, one.decidedBy])).toEqual([
    ['stop', cast.leader.name],
    ['study', cast.leader.name],
  ]);
  expect(await db.select().from(practiceDecisions)).toHaveLength(2);
  expect((await deedsOf(practice.id)).at(-1)).toMatch(/^decided to stop the practice/);
  expect((await get(decidePage, '/x', { cookie: leader, params })).data.decisions).toHaveLength(2);
});

test('“use this practice” makes a change idea of one’s own team and a cycle with the practice’s plan', async () => {
  const practice = await aPractice(cast.community.id, {
    name: 'Text first',
    description: 'A short text the same day.',
    steps: '1. Write three lines.\n- Send it by 2 pm.\n\nCall at 4.',
    forWhom: 'Families',
  });
  const params = { practiceId: practice.id };
  const page = (await get(usePage, '/x', { cookie: member, params })).data;
  expect(page.teams).toEqual([{ value: cast.team.id, label: 'Attendance Action Team' }]);
  const fields = {
    teamId: cast.team.id,
    idea: 'Text first',
    adaptation: 'In Spanish too',
    context: 'Two schools by the river',
    question: 'Do they answer?',
    prediction: 'Most will.',
    startsOn: '2026-12-07',
    formKey: page.formKey,
  };
  const started = await post(use, '/x', fields, { cookie: member, params });
  expect(started.location).toMatch(new RegExp(`^/teams/${cast.team.id}/cycles/`));
  expect((await post(use, '/x', fields, { cookie: member, params })).location).toBe(started.location);
  const [idea] = await db.select().from(changeIdeas);
  expect(idea).toMatchObject({
    practiceId: practice.id,
    adaptation: 'In Spanish too',
    context: 'Two schools by the river',
  });
  const [cycle] = await db.select().from(cycles);
  expect(cycle).toMatchObject({ objective: 'A short text the same day.', focusGroup: 'Families' });
  const tasks = await db.select().from(cycleTasks).orderBy(cycleTasks.position);
  expect(tasks.map(({ what }) => what)).toEqual(['Write three lines.', 'Send it by 2 pm.', 'Call at 4.']);
  // Used again under the same name, it is the same idea.
  await post(use, '/x', { ...fields, formKey: '' }, { cookie: member, params });
  expect(await db.select().from(changeIdeas)).toHaveLength(1);
  expect(await db.select().from(cycles)).toHaveLength(2);
});

test('a practice is used in one’s own teams only, and an empty form says what is missing', async () => {
  const practice = await aPractice(cast.community.id);
  const params = { practiceId: practice.id };
  const other = await aTeam(cast.community.id);
  const fields = { idea: 'A', question: 'B', prediction: 'C', startsOn: '2026-12-07' };
  expect((await post(use, '/x', { ...fields, teamId: other.id }, { cookie: member, params })).status).toBe(
    403,
  );
  const foreign = await aTeam(cast.elsewhere.id);
  expect((await post(use, '/x', { ...fields, teamId: foreign.id }, { cookie: member, params })).status).toBe(
    404,
  );
  await joinTeam(other.id, cast.member.id);
  const empty = await post(use, '/x', { teamId: other.id }, { cookie: member, params });
  expect(empty.status).toBe(422);
  expect(Object.keys(empty.data.error).sort()).toEqual(['idea', 'prediction', 'question', 'startsOn']);
  expect(await db.select().from(cycles)).toEqual([]);
});
