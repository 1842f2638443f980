import { eq, gt } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { db } from '#db/client.server';
import { comments, toldPeople } from '#db/schema/conversations';
import { history } from '#db/schema/history';
import { memberships } from '#db/schema/memberships';
import { people } from '#db/schema/people';
import { teams } from '#db/schema/teams';
import type { CommentedThing } from '#db/vocabulary';
import { readFlash } from '~/http/flash.server';
import { loader as root } from '~/root';
import { loader as inbox } from '~/routes/conversations/inbox';
import { action as putAway } from '~/routes/conversations/put-away';
import { action as resolve } from '~/routes/conversations/resolve';
import { action as takeOut } from '~/routes/conversations/take-out';
import { loader as page, action as write } from '~/routes/conversations/thing';
import { loader as showIndicator } from '~/routes/indicators/show';
import { loader as showMeasure } from '~/routes/measures/show';
import { loader as showPractice } from '~/routes/practices/show';
import { withDatabase } from '../support/database';
import { aComment, aCycle, aMeasure, anIndicator, aPractice, theCast } from '../support/factories';
import { get, post, signedIn } from '../support/requests';

withDatabase();

async function aScene() {
  const cast = await theCast();
  await db.update(people).set({ name: 'Renee Castillo' }).where(eq(people.id, cast.coach.id));
  await db.update(people).set({ name: 'Dana Whitfield' }).where(eq(people.id, cast.member.id));
  const cycle = await aCycle(cast.team, { number: 5 });
  const params = { thing: 'cycle', thingId: cycle.id };
  const cookies = {
    member: await signedIn(cast.member.id),
    coach: await signedIn(cast.coach.id),
    other: await signedIn(cast.otherMember.id),
    stranger: await signedIn(cast.stranger.id),
  };
  return { cast, cycle, params, cookies };
}

const waiting = async (cookie: string) => (await get(inbox, '/inbox', { cookie })).data.things;
const counted = async (cookie: string) => (await get(root, '/', { cookie })).data.frame.inbox;

test('a mention lands in one inbox, is answered, lands back, and is resolved out of both', async () => {
  const { cast, cycle, params, cookies } = await aScene();
  const said = { body: '@Dana Whitfield, who writes it in Spanish?', part: 'do', quote: 'only in English' };
  const made = await post(write, '/x', said, { params, cookie: cookies.coach });
  expect(made.location).toBe(`/teams/${cast.team.id}/cycles/${cycle.id}#comments-row`);
  expect(await waiting(cookies.coach)).toEqual([]);
  const [one] = await waiting(cookies.member);
  expect(one).toMatchObject({ sentence: 'Renee Castillo mentioned you.', count: 1, team: cast.team.name });
  expect(one.name).toMatch(/^Cycle 5: /);
  expect(await counted(cookies.member)).toBe(1);

  const [thread] = (await get(page, '/x', { params, cookie: cookies.member })).data.open;
  expect(thread).toMatchObject({ part: 'do', quote: 'only in English', writer: 'Renee Castillo' });
  const asked = await get(page, `/x?answer=${thread.id}`, { params, cookie: cookies.member });
  expect(asked.data.answered.id).toBe(thread.id);
  await post(write, '/x', { body: 'I do.', rootId: thread.id }, { params, cookie: cookies.member });
  expect(await waiting(cookies.member)).toEqual([]);
  expect((await waiting(cookies.coach))[0]).toMatchObject({ sentence: 'Dana Whitfield answered.' });

  const at = { params: { ...params, commentId: thread.id }, cookie: cookies.coach };
  const done = await post(resolve, '/x', { isResolved: 'yes' }, at);
  expect(done.status).toBe(302);
  await post(resolve, '/x', { isResolved: 'yes' }, at);
  expect(await counted(cookies.coach)).toBe(0);
  const after = (await get(page, '/x', { params, cookie: cookies.member })).data;
  expect([after.open.length, after.resolved[0].resolver]).toEqual([0, 'Renee Castillo']);
  expect((await db.select().from(history)).map(({ deed, cycleId }) => [deed, cycleId])).toEqual([
    ['wrote a comment on Cycle 5', cycle.id],
    ['answered a comment on Cycle 5', cycle.id],
    ['resolved a comment on Cycle 5', cycle.id],
  ]);
});

test('an answer to a resolved thread opens it again', async () => {
  const { cast, params, cookies, cycle } = await aScene();
  const thread = await aComment(cast.team, {
    thing: 'cycle',
    thingId: cycle.id,
    writtenBy: cast.coach.id,
    resolvedAt: '2026-11-20T10:00:00.000Z',
    resolvedBy: cast.coach.id,
  });
  await post(write, '/x', { body: 'Not quite.', rootId: thread.id }, { params, cookie: cookies.member });
  expect((await get(page, '/x', { params, cookie: cookies.member })).data.open).toHaveLength(1);
  expect(await waiting(cookies.coach)).toHaveLength(1);
});

test('resolved from the form of an answer, the words that were typed are the last answer', async () => {
  const { cast, params, cookies, cycle } = await aScene();
  const thread = await aComment(cast.team, {
    ...{ thing: 'cycle', thingId: cycle.id, writtenBy: cast.coach.id },
  });
  const at = { params, cookie: cookies.member };
  const sent = { body: 'It is done.', rootId: thread.id, resolves: 'yes', formKey: 'k1' };
  for (const _ of [1, 2]) expect((await post(write, '/x', sent, at)).status).toBe(302);
  const { resolved, open } = (await get(page, '/x', at)).data;
  expect(open).toEqual([]);
  expect(resolved).toMatchObject([{ answers: [{ body: 'It is done.' }], resolver: 'Dana Whitfield' }]);
  // Its undo opens the thread again, and the words stay.
  const undone = { params: { ...params, commentId: thread.id }, cookie: cookies.member };
  await post(resolve, '/x', { isResolved: 'no' }, undone);
  expect((await get(page, '/x', at)).data.open).toMatchObject([{ answers: [{ body: 'It is done.' }] }]);
  // Without words it is resolved alone; a comment of its own needs words.
  await post(write, '/x', { body: ' ', rootId: thread.id, resolves: 'yes' }, at);
  expect((await get(page, '/x', at)).data.resolved).toMatchObject([{ answers: [{ body: 'It is done.' }] }]);
  // What is resolved leaves every inbox, so nobody can be named in its last words.
  const other = await aComment(cast.team, {
    ...{ thing: 'cycle', thingId: cycle.id, writtenBy: cast.member.id },
  });
  const named = { body: 'Done, @Renee Castillo.', rootId: other.id, resolves: 'yes', formKey: 'k2' };
  const refused = await post(write, '/x', named, at);
  expect(refused.data.error.body[0]).toMatch(/^You name somebody here\./);
  expect((await get(page, '/x', at)).data.open).toMatchObject([{ id: other.id, answers: [] }]);
  const empty = await post(write, '/x', { body: '', resolves: 'yes' }, at);
  expect(empty.data.error).toEqual({ body: ['Write what you want to say.'] });
});

test('a name after an @ that nobody here has is said once the comment is there', async () => {
  const { params, cookies } = await aScene();
  const said = async (body: string) => {
    const made = await post(write, '/x', { body }, { params, cookie: cookies.coach });
    const cookie = made.headers.get('set-cookie')?.split(';')[0] ?? '';
    return (await readFlash(new Request('http://x', { headers: { cookie } })))?.sentence;
  };
  expect(await said('@nobodyhere and @Dana Whitfield, who writes it?')).toBe(
    'Your comment is there. Nobody here is called @nobodyhere, so nobody is told by that name.',
  );
  expect(await said('@Dana Whitfield, who writes it?')).toBe('Your comment is there.');
  expect(await db.select().from(comments)).toHaveLength(2);
});

test('who may read may comment: another team’s member on a team’s things, any member on the community’s', async () => {
  const { cast, cycle, cookies } = await aScene();
  const measure = await aMeasure(cast.team, { ownerId: cast.member.id });
  const practice = await aPractice(cast.community.id, { ownerId: cast.member.id });
  const indicator = await anIndicator(cast.community.id, { ownerId: cast.leader.id });
  const things: [CommentedThing, string][] = [
    ['cycle', cycle.id],
    ['measure', measure.id],
    ['practice', practice.id],
    ['indicator', indicator.id],
  ];
  for (const [thing, thingId] of things) {
    const params = { thing, thingId };
    const made = await post(write, '/x', { body: 'Why is that?' }, { params, cookie: cookies.other });
    expect(made.status, thing).toBe(302);
    for (const method of ['get', 'post'] as const) {
      const answer =
        method === 'get'
          ? await get(page, '/x', { params, cookie: cookies.stranger })
          : await post(write, '/x', { body: 'Hello' }, { params, cookie: cookies.stranger });
      expect(answer.status, `${thing} ${method}`).toBe(404);
    }
  }
  // Who looks after a thing hears of it.
  expect((await waiting(cookies.member)).map((one: { sentence: string }) => one.sentence)).toHaveLength(2);
  const member = { cookie: cookies.member };
  const shown = [
    await get(showMeasure, '/x', { ...member, params: { teamId: cast.team.id, measureId: measure.id } }),
    await get(showPractice, '/x', { ...member, params: { practiceId: practice.id } }),
    await get(showIndicator, '/x', { ...member, params: { indicatorId: indicator.id } }),
  ];
  expect(shown.map(({ data }) => data.talk.threads.length)).toEqual([1, 1, 1]);
  expect(await db.select().from(comments)).toHaveLength(4);
});

test('a comment of one thing is not found beside another, and nonsense is not there', async () => {
  const { cast, cycle, cookies } = await aScene();
  const other = await aCycle(cast.otherTeam);
  const comment = await aComment(cast.team, { thing: 'cycle', thingId: cycle.id });
  const { cookie } = { cookie: cookies.member };
  const beside = { thing: 'cycle', thingId: other.id, commentId: comment.id };
  expect((await post(resolve, '/x', { isResolved: 'yes' }, { params: beside, cookie })).status).toBe(404);
  const answer = await post(write, '/x', { body: 'Hm', rootId: comment.id }, { params: beside, cookie });
  expect(answer.status).toBe(404);
  for (const params of [
    { thing: 'team', thingId: cast.team.id },
    { thing: 'cycle', thingId: 'nothing' },
    { thing: 'measure', thingId: cycle.id },
    { thing: '__proto__', thingId: cycle.id },
  ]) {
    expect((await get(page, '/x', { params, cookie })).status).toBe(404);
  }
});

test('only its writer takes a comment back, and it can be brought back', async () => {
  const { cast, cycle, params, cookies } = await aScene();
  const comment = await aComment(cast.team, {
    thing: 'cycle',
    thingId: cycle.id,
    writtenBy: cast.member.id,
  });
  await db.insert(toldPeople).values({ commentId: comment.id, personId: cast.coach.id, reason: 'mention' });
  const at = { ...params, commentId: comment.id };
  const refused = await post(takeOut, '/x', { isOut: 'yes' }, { params: at, cookie: cookies.coach });
  expect(refused.status).toBe(422);
  await post(takeOut, '/x', { isOut: 'yes' }, { params: at, cookie: cookies.member });
  expect((await get(page, '/x', { params, cookie: cookies.coach })).data.open).toEqual([]);
  expect(await waiting(cookies.coach)).toEqual([]);
  await post(takeOut, '/x', { isOut: 'no' }, { params: at, cookie: cookies.member });
  expect(await waiting(cookies.coach)).toHaveLength(1);
});

test('done with it, and undo brings back just that', async () => {
  const { cast, cycle, params, cookies } = await aScene();
  const older = await aComment(cast.team, { thing: 'cycle', thingId: cycle.id });
  await db.insert(toldPeople).values({
    commentId: older.id,
    personId: cast.member.id,
    reason: 'mention',
    putAwayAt: '2026-11-01T10:00:00.000Z',
  });
  await post(write, '/x', { body: '@Dana Whitfield?' }, { params, cookie: cookies.coach });
  const which = { thing: 'cycle', thingId: cycle.id };
  const { cookie } = { cookie: cookies.member };
  const done = await post(putAway, '/x', { ...which, isAway: 'yes' }, { cookie });
  expect(done.location).toBe('/inbox');
  expect(await waiting(cookie)).toEqual([]);
  const [row] = await db.select().from(toldPeople).where(eq(toldPeople.reason, 'mention')).limit(2).offset(1);
  await post(putAway, '/x', { ...which, isAway: 'no', at: row?.putAwayAt ?? '' }, { cookie });
  expect((await waiting(cookie))[0].count).toBe(1);
  expect((await post(putAway, '/x', { ...which, isAway: 'perhaps' }, { cookie })).status).toBe(422);
});

test('bad words come back at their field with what was typed, and one who left is told nothing', async () => {
  const { cast, params, cookies } = await aScene();
  const { cookie } = { cookie: cookies.coach };
  const empty = await post(write, '/x', { body: ' ', quote: 'these words' }, { params, cookie });
  expect([empty.status, empty.data.error.body, empty.data.initialValue.quote]).toEqual([
    422,
    ['Write what you want to say.'],
    'these words',
  ]);
  const twin = cast.otherMember.id;
  await db.update(people).set({ name: 'Dana Whitfield' }).where(eq(people.id, twin));
  const unclear = await post(write, '/x', { body: '@Dana Whitfield?' }, { params, cookie });
  expect(unclear.data.error.body[0]).toMatch(/^More than one person is called Dana Whitfield\./);
  const outside = await post(write, '/x', { body: 'Hm', tell: cast.stranger.id }, { params, cookie });
  expect(outside.data.error).toEqual({ tell: ['Choose somebody of the list.'] });
  expect(await db.select().from(comments)).toEqual([]);
  await db
    .update(memberships)
    .set({ endedAt: '2026-11-01T10:00:00.000Z' })
    .where(eq(memberships.personId, twin));
  await post(write, '/x', { body: '@Dana Whitfield <b>bold</b>' }, { params, cookie });
  expect((await db.select().from(toldPeople)).map(({ personId }) => personId)).toEqual([cast.member.id]);
});

test('nothing is written beside the things of an archived team, and all can be read', async () => {
  const { cast, cycle, params, cookies } = await aScene();
  const comment = await aComment(cast.team, { thing: 'cycle', thingId: cycle.id });
  await db.update(teams).set({ archivedAt: '2026-11-01T00:00:00.000Z' }).where(eq(teams.id, cast.team.id));
  const { cookie } = { cookie: cookies.member };
  expect((await post(write, '/x', { body: 'Hm' }, { params, cookie })).status).toBe(403);
  const at = { params: { ...params, commentId: comment.id }, cookie };
  expect((await post(resolve, '/x', { isResolved: 'yes' }, at)).status).toBe(403);
  const { data } = await get(page, '/x', { params, cookie });
  expect([data.open.length, data.mayWrite]).toEqual([1, false]);
});

test('a comment of one’s own leaves other threads in the inbox; an answer takes out its own thread', async () => {
  const { params, cookies } = await aScene();
  for (const body of ['@Dana Whitfield, who writes it?', '@Dana Whitfield, how many came?'])
    await post(write, '/x', { body }, { params, cookie: cookies.coach });
  expect((await waiting(cookies.member))[0].count).toBe(2);
  await post(write, '/x', { body: 'The list is new.' }, { params, cookie: cookies.member });
  expect((await waiting(cookies.member))[0].count).toBe(2);
  const [first] = (await get(page, '/x', { params, cookie: cookies.member })).data.open;
  await post(write, '/x', { body: 'I do.', rootId: first.id }, { params, cookie: cookies.member });
  expect(await waiting(cookies.member)).toMatchObject([
    { count: 1, newest: { body: '@Dana Whitfield, how many came?' } },
  ]);
});

test('of many comments the newest are shown, and the earlier on request', async () => {
  const { cast, cycle, params, cookies } = await aScene();
  const { cookie } = { cookie: cookies.member };
  const day = (count: number) =>
    new Date(Date.parse('2026-01-01T10:00:00.000Z') + count * 86_400_000).toISOString();
  const many = await db
    .insert(comments)
    .values(
      Array.from({ length: 103 }, (_, count) => ({
        ...{ communityId: cast.community.id, teamId: cast.team.id, thing: 'cycle' as const },
        ...{ thingId: cycle.id, body: `Number ${count}`, writtenBy: cast.coach.id, createdAt: day(count) },
      })),
    )
    .returning();
  const bodies = async (place: string): Promise<string[]> =>
    (await get(page, place, { params, cookie })).data.open.map(({ body }: { body: string }) => body);
  const shown = await bodies('/x');
  expect([shown.length, shown[0], shown.at(-1)]).toEqual([100, 'Number 3', 'Number 102']);
  expect((await get(page, '/x', { params, cookie })).data.earlier).toBe(200);
  expect(await bodies('/x?threads=200')).toHaveLength(103);
  // The one that is answered is there in any case, and one that is answered anew comes back.
  const oldest = many[0]?.id ?? '';
  expect((await get(page, `/x?answer=${oldest}`, { params, cookie })).data.answered.body).toBe('Number 0');
  await post(write, '/x', { body: 'Still so.', rootId: oldest }, { params, cookie });
  expect(await bodies('/x')).toContain('Number 0');
  // What is open goes before what is resolved.
  await db
    .update(comments)
    .set({ resolvedAt: day(200) })
    .where(gt(comments.createdAt, day(50)));
  expect(await bodies('/x')).toContain('Number 1');
});

test('of a full inbox the newest are shown, and the earlier on request', async () => {
  const { cast, cookies } = await aScene();
  const first = await aCycle(cast.team, { number: 1 });
  const last = await aCycle(cast.team, { number: 2 });
  const at = (count: number) =>
    new Date(Date.parse('2026-01-01T10:00:00.000Z') + count * 60_000).toISOString();
  const many = await db
    .insert(comments)
    .values(
      Array.from({ length: 502 }, (_, count) => ({
        ...{ communityId: cast.community.id, teamId: cast.team.id, thing: 'cycle' as const, body: 'Look' },
        ...{ thingId: count === 501 ? last.id : first.id, createdAt: at(count) },
      })),
    )
    .returning();
  await db
    .insert(toldPeople)
    .values(many.map(({ id }) => ({ commentId: id, personId: cast.member.id, reason: 'mention' as const })));
  const { data } = await get(inbox, '/inbox', { cookie: cookies.member });
  const counts = (things: { thingId: string; count: number }[]) =>
    things.map(({ thingId, count }) => [thingId, count]);
  expect(counts(data.things)).toEqual([
    [last.id, 1],
    [first.id, 499],
  ]);
  expect(data.earlier).toBe(1000);
  const all = await get(inbox, '/inbox?told=1000', { cookie: cookies.member });
  expect([counts(all.data.things)[1], all.data.earlier]).toEqual([[first.id, 501], null]);
});

test('who was named in words that were taken back does not hear of an answer', async () => {
  const { cycle, params, cookies } = await aScene();
  await post(write, '/x', { body: '@Dana Whitfield?' }, { params, cookie: cookies.coach });
  const [row] = await db.select().from(comments);
  const at = { ...params, commentId: row?.id ?? '' };
  await post(takeOut, '/x', { isOut: 'yes' }, { params: at, cookie: cookies.coach });
  await post(write, '/x', { body: 'Hm', rootId: row?.id ?? '' }, { params, cookie: cookies.other });
  expect(await waiting(cookies.member)).toEqual([]);
  expect((await waiting(cookies.coach))[0]).toMatchObject({ thingId: cycle.id, count: 1 });
});
