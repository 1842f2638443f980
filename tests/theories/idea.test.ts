import { expect, test } from 'vitest';
import { db } from '#db/client.server';
import { history } from '#db/schema/history';
import { practices } from '#db/schema/practices';
import type { RampPicture } from '~/charts/ramp';
import { loader as ideaPage, action as rewrite } from '~/routes/theories/idea';
import { withDatabase } from '../support/database';
import { aCycle, anIdea, aPractice, theCast } from '../support/factories';
import { get, post, signedIn } from '../support/requests';

withDatabase();

test('a change idea shows its practice and its cycles as ramps', async () => {
  const cast = await theCast();
  const practice = await aPractice(cast.community.id, { name: 'Text first' });
  const idea = await anIdea(cast.team, { practiceId: practice.id });
  const first = await aCycle(cast.team, { ideaId: idea.id, number: 1 });
  await aCycle(cast.team, { ideaId: idea.id, number: 2, previousId: first.id });
  await aCycle(cast.team, { number: 3 });
  const params = { teamId: cast.team.id, ideaId: idea.id };
  const { data } = await get(ideaPage, '/x', { cookie: await signedIn(cast.otherMember.id), params });
  expect(data.idea.practice).toBe('Text first');
  const numbers = (ramp: RampPicture) => ramp.bands.map(({ steps }) => steps.map(({ number }) => number));
  expect(data.ramps.map(numbers)).toEqual([[[1, 2]]]);
  expect(data.mayWrite).toBe(false);
});

test('an idea is found only under its own team, and only in its own community', async () => {
  const cast = await theCast();
  const idea = await anIdea(cast.otherTeam);
  const params = { teamId: cast.team.id, ideaId: idea.id };
  const member = await signedIn(cast.member.id);
  expect((await get(ideaPage, '/x', { cookie: member, params })).status).toBe(404);
  expect((await post(rewrite, '/x', { name: 'Ours' }, { cookie: member, params })).status).toBe(404);
  const own = { teamId: cast.otherTeam.id, ideaId: idea.id };
  const stranger = await signedIn(cast.stranger.id);
  expect((await get(ideaPage, '/x', { cookie: stranger, params: own })).status).toBe(404);
  expect((await get(ideaPage, '/x', { params: own })).location).toBe('/sign-in?next=%2Fx');
});

test('the team rewrites its idea; another team may not', async () => {
  const cast = await theCast();
  const practice = await aPractice(cast.community.id);
  const idea = await anIdea(cast.team);
  const params = { teamId: cast.team.id, ideaId: idea.id };
  const fields = {
    name: 'Text, then call',
    adaptation: 'In two languages.',
    practiceId: practice.id,
    teamId: 'x',
  };
  const member = await signedIn(cast.member.id);
  const answer = await post(rewrite, '/x', fields, { cookie: member, params });
  expect(answer.location).toBe(`/teams/${cast.team.id}/ideas/${idea.id}`);
  const { data } = await get(ideaPage, '/x', { cookie: member, params });
  expect(data.idea).toMatchObject({ name: 'Text, then call', adaptation: 'In two languages.' });
  expect(data.lines.map((line: { deed: string }) => line.deed)).toEqual([
    'rewrote the change idea “Text, then call”',
  ]);
  const other = await signedIn(cast.otherMember.id);
  expect((await post(rewrite, '/x', fields, { cookie: other, params })).status).toBe(403);
  expect((await post(rewrite, '/x', fields, { params })).location).toBe('/sign-in');
});

test('an idea without a name, or of a practice of elsewhere, is refused at the field', async () => {
  const cast = await theCast();
  const idea = await anIdea(cast.team);
  const foreign = await aPractice(cast.elsewhere.id);
  const params = { teamId: cast.team.id, ideaId: idea.id };
  const cookie = await signedIn(cast.member.id);
  const nameless = await post(rewrite, '/x', { name: ' ' }, { cookie, params });
  expect([nameless.status, nameless.data.error.name]).toEqual([422, ['Say in one line what you will try.']]);
  const elsewhere = await post(rewrite, '/x', { name: 'A', practiceId: foreign.id }, { cookie, params });
  expect([elsewhere.status, elsewhere.data.error.practiceId]).toEqual([
    422,
    ['Choose a practice of your community.'],
  ]);
  expect((await get(ideaPage, '/x', { cookie, params })).data.idea.name).toBe(idea.name);
});

test('a practice that was put away stays chosen, and history keeps the idea’s words that were written over', async () => {
  const cast = await theCast();
  const practice = await aPractice(cast.community.id, { name: 'Old way' });
  const idea = await anIdea(cast.team, { practiceId: practice.id, name: 'Text', adaptation: 'Hers.' });
  await db.update(practices).set({ archivedAt: '2026-10-01T00:00:00.000Z' });
  const params = { teamId: cast.team.id, ideaId: idea.id };
  const cookie = await signedIn(cast.member.id);
  const { data } = await get(ideaPage, '/x', { cookie, params });
  expect(data.practices).toEqual([{ value: practice.id, label: 'Old way (no longer active)' }]);
  for (const adaptation of ['Hers.', 'His.', 'His.']) {
    await post(rewrite, '/x', { name: 'Text', adaptation, practiceId: practice.id }, { cookie, params });
  }
  const lines = await db.select({ detail: history.detail }).from(history);
  expect(lines).toEqual([{ detail: { before: { adaptation: 'Hers.' } } }]);
});
