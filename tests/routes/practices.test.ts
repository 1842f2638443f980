import { eq } from 'drizzle-orm';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { db } from '#db/client.server';
import { history } from '#db/schema/history';
import { memberships } from '#db/schema/memberships';
import { practices } from '#db/schema/practices';
import { PracticeLists } from '~/practices/practice-lists';
import { loader as editPage, action as rewrite } from '~/routes/practices/edit';
import { loader as list } from '~/routes/practices/list';
import { action as add, loader as newPage } from '~/routes/practices/new';
import { loader as show } from '~/routes/practices/show';
import { loader as working } from '~/routes/practices/working';
import { withDatabase } from '../support/database';
import { aCycle, aDecision, anIdea, aPractice, theCast } from '../support/factories';
import { get, post, signedIn } from '../support/requests';

withDatabase();

test('anyone of the community reads the library; nobody else does', async () => {
  const cast = await theCast();
  const practice = await aPractice(cast.community.id, { name: 'Reading buddies' });
  const seen = await get(list, '/practices', { cookie: await signedIn(cast.otherMember.id) });
  expect(seen.data.rows.map((row: { name: string }) => row.name)).toEqual(['Reading buddies']);
  const params = { practiceId: practice.id };
  const anonymous = await get(show, `/practices/${practice.id}`, { params });
  expect(anonymous.location).toBe(`/sign-in?next=${encodeURIComponent(`/practices/${practice.id}`)}`);
  const stranger = await signedIn(cast.stranger.id);
  expect((await get(show, '/practices/x', { params, cookie: stranger })).status).toBe(404);
  expect((await get(list, '/practices', { cookie: stranger })).data.rows).toEqual([]);
});

test('a practice lists its cycles and decisions across teams', async () => {
  const cast = await theCast();
  const practice = await aPractice(cast.community.id);
  const idea = await anIdea(cast.team, { practiceId: practice.id });
  const cycle = await aCycle(cast.team, { ideaId: idea.id, learned: 'Texts work.' });
  await aDecision(cycle.id, {
    decision: 'adapt',
    reason: 'First try.',
    createdAt: '2026-10-06T10:00:00.000Z',
  });
  await aDecision(cycle.id, { decision: 'adopt', reason: 'It held.', createdAt: '2026-10-07T10:00:00.000Z' });
  const other = await anIdea(cast.otherTeam, { practiceId: practice.id });
  await aCycle(cast.otherTeam, { ideaId: other.id, startsOn: '2026-10-01' });
  const page = await get(working, '/practices/x/working', {
    params: { practiceId: practice.id },
    cookie: await signedIn(cast.member.id),
  });
  const rows = page.data.cycles as { team: string; decision: string | null; stage: string }[];
  expect(rows.map((row) => [row.team, row.decision, row.stage])).toEqual([
    ['Summer Math Team', null, 'planned'],
    ['Attendance Action Team', 'adopt', 'done'],
  ]);
});

test('a leader adds and rewrites a practice; a member and another community may not', async () => {
  const cast = await theCast();
  const fields = { name: 'Text first, then call' };
  const leader = await signedIn(cast.leader.id);
  const added = await post(add, '/practices/new', fields, { cookie: leader });
  expect(added.status).toBe(302);
  const practiceId = added.location?.split('/').at(-1) ?? '';
  const member = await signedIn(cast.member.id);
  expect((await post(add, '/practices/new', fields, { cookie: member })).status).toBe(403);
  expect((await get(newPage, '/practices/new', { cookie: member })).status).toBe(403);
  const params = { practiceId };
  expect((await post(rewrite, '/x', fields, { cookie: member, params })).status).toBe(403);
  expect((await get(editPage, '/x', { cookie: leader, params })).data.practice.name).toBe(
    'Text first, then call',
  );
  const stranger = await signedIn(cast.stranger.id);
  expect((await post(rewrite, '/x', fields, { cookie: stranger, params })).status).toBe(404);
  const rewritten = await post(rewrite, '/x', { name: 'Text, then call' }, { cookie: leader, params });
  expect(rewritten.location).toBe(`/practices/${practiceId}`);
  const page = await get(show, '/x', { cookie: leader, params });
  expect(page.data.practice.name).toBe('Text, then call');
  expect(page.data.lines.map((line: { deed: string }) => line.deed)).toEqual([
    'rewrote the practice “Text, then call”',
    'added the practice “Text first, then call”',
  ]);
});

test('a practice without a name comes back with a sentence at the field and nothing saved', async () => {
  const cast = await theCast();
  const leader = await signedIn(cast.leader.id);
  const answer = await post(add, '/practices/new', { name: ' ', steps: 'One. Two.' }, { cookie: leader });
  expect(answer.status).toBe(422);
  expect(answer.data.error.name).toEqual(['Give the practice a name that people will know it by.']);
  expect(answer.data.initialValue.steps).toBe('One. Two.');
  expect((await get(list, '/practices', { cookie: leader })).data.rows).toEqual([]);
  const foreign = await post(
    add,
    '/practices/new',
    { name: 'A', ownerId: cast.stranger.id },
    { cookie: leader },
  );
  expect(foreign.data.error.ownerId).toEqual(['Choose somebody of your community.']);
});

test('a double click adds one practice', async () => {
  const cast = await theCast();
  const cookie = await signedIn(cast.leader.id);
  const { data } = await get(newPage, '/x', { cookie });
  const send = () => post(add, '/x', { name: 'Twice', formKey: data.formKey }, { cookie });
  const [one, two] = await Promise.all([send(), send()]);
  expect(one.location).toBe(two.location);
  expect(await db.select().from(practices)).toHaveLength(1);
});

test('an owner who was deactivated stays chosen when the practice is edited, and nobody else like them is', async () => {
  const cast = await theCast();
  const practice = await aPractice(cast.community.id, { name: 'Reading buddies', ownerId: cast.coach.id });
  const ended = { endedAt: '2026-10-01T00:00:00.000Z' };
  await db.update(memberships).set(ended).where(eq(memberships.personId, cast.coach.id));
  await db.update(memberships).set(ended).where(eq(memberships.personId, cast.member.id));
  const cookie = await signedIn(cast.leader.id);
  const params = { practiceId: practice.id };
  const { data } = await get(editPage, '/x', { cookie, params });
  expect(data.owners).toContainEqual({
    value: cast.coach.id,
    label: `${cast.coach.name} (no longer active)`,
  });
  const save = (ownerId: string) =>
    post(rewrite, '/x', { name: 'Reading buddies', ownerId }, { cookie, params });
  expect((await save(cast.coach.id)).status).toBe(302);
  expect((await get(editPage, '/x', { cookie, params })).data.practice.ownerId).toBe(cast.coach.id);
  expect((await save(cast.member.id)).data.error.ownerId).toEqual(['Choose somebody of your community.']);
});

test('history keeps the words of a practice that were written over; saving the same leaves no line', async () => {
  const cast = await theCast();
  const practice = await aPractice(cast.community.id, { name: 'Reading buddies', steps: 'Hers.' });
  const cookie = await signedIn(cast.leader.id);
  const params = { practiceId: practice.id };
  for (const steps of ['Hers.', 'His.', 'His.']) {
    await post(rewrite, '/x', { name: 'Reading buddies', steps }, { cookie, params });
  }
  const lines = await db.select({ detail: history.detail }).from(history);
  expect(lines).toEqual([{ detail: { before: { steps: 'Hers.' } } }]);
});

test('a long list shows its first twenty and a link to the rest that keeps filters; counts are of all', async () => {
  const cast = await theCast();
  const named = (n: number) => `Practice ${String(n).padStart(2, '0')}`;
  const made = [];
  for (let n = 1; n <= 23; n += 1)
    made.push(await aPractice(cast.community.id, { name: named(n), setting: n === 23 ? 'home' : 'high' }));
  const cookie = await signedIn(cast.member.id);
  const names = (data: { rows: { name: string }[] }) => data.rows.map(({ name }) => name);
  const inOrder = Array.from({ length: 23 }, (_, n) => named(n + 1));

  const { data } = await get(list, '/practices', { cookie });
  expect(names(data)).toEqual(inOrder.slice(0, 20));
  expect(data).toMatchObject({ counts: { spread: 0, study: 23, stop: 0 }, shown: 23, all: 23 });
  expect(draw(data)).toContain('href="/practices?all=study#list-study"');
  expect(draw(data)).toMatch(/The first 20 by rank\. .*Show all 23/);

  const whole = (await get(list, '/practices?all=study', { cookie })).data;
  expect(names(whole)).toEqual(inOrder);
  expect(draw(whole)).toContain('href="/practices#list-study"');
  expect(draw(whole)).not.toContain('Show all 23');

  const narrow = (await get(list, '/practices?setting=high', { cookie })).data;
  expect(names(narrow)).toEqual(inOrder.slice(0, 20));
  expect(narrow).toMatchObject({ counts: { study: 22 }, shown: 22, all: 23 });
  expect(draw(narrow)).toContain('href="/practices?setting=high&amp;all=study#list-study"');

  // Beside an open practice never the whole list, but always that practice.
  const params = { practiceId: made[21]?.id ?? '' };
  const beside = (await get(show, '/practices/x?all=study', { cookie, params })).data.lists;
  expect(names(beside)).toEqual([...inOrder.slice(0, 20), named(22)]);
  expect(beside.counts.study).toBe(23);
  const drawn = draw(beside, params.practiceId);
  expect(drawn).toContain('The first 20 by rank, and the open one.');
  expect(drawn).toContain('href="/practices?all=study#list-study"');
});

/** The lists as a browser without script gets them. */
const draw = (
  data: Omit<Parameters<typeof PracticeLists>[0], 'selectedId'>,
  selectedId: string | null = null,
) =>
  renderToStaticMarkup(
    createElement(PracticeLists, { rows: data.rows, counts: data.counts, asked: data.asked, selectedId }),
  );
