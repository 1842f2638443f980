import { beforeEach, expect, test } from 'vitest';
import { db } from '#db/client.server';
import { cycles } from '#db/schema/cycles';
import { loader as help } from '~/routes/help/help';
import { loader as search } from '~/routes/search/search';
import { withDatabase } from '../support/database';
import { aCycle, aDecision, aMeasure, anIdea, aPrediction, theCast } from '../support/factories';
import { get, signedIn } from '../support/requests';

withDatabase();

let cast: Awaited<ReturnType<typeof theCast>>;
beforeEach(async () => {
  cast = await theCast();
});

const found = async (personId: string, typed: string) => {
  const answer = await get(search, `/search?q=${encodeURIComponent(typed)}`, {
    cookie: await signedIn(personId),
  });
  return answer.data.groups.map((group: { kind: string; count: number }) => `${group.kind} ${group.count}`);
};

test('everyone of a community finds what its teams wrote; nobody of another does', async () => {
  const idea = await anIdea(cast.team, { name: 'Text in Somali' });
  await aCycle(cast.team, { ideaId: idea.id, learned: 'Grandmothers answer' });
  for (const one of [cast.member, cast.otherMember, cast.leader]) {
    expect(await found(one.id, 'somali')).toEqual(['cycle 1', 'idea 1']);
  }
  expect(await found(cast.stranger.id, 'somali')).toEqual([]);
  expect(await found(cast.stranger.id, 'grandmothers')).toEqual([]);
});

test('a test that is found says what became of it, and an idea what its newest decided test ended with', async () => {
  const became = async () => {
    const answer = await get(search, '/search?q=somali', { cookie: await signedIn(cast.member.id) });
    return answer.data.groups.flatMap(({ hits }: { hits: { kind: string; became: string }[] }) =>
      hits.map(({ kind, became }) => `${kind}: ${became}`),
    );
  };
  const idea = await anIdea(cast.team, { name: 'Text in Somali' });
  expect(await became()).toEqual(['idea: ']);
  const first = await aCycle(cast.team, { ideaId: idea.id, number: 1, startsOn: '2026-09-07' });
  expect(await became()).toEqual(['cycle: Planned', 'idea: Planned']);
  await db.update(cycles).set({ doStartedOn: '2026-09-07' });
  expect(await became()).toEqual(['cycle: Still testing', 'idea: Still testing']);
  await aDecision(first.id, { decision: 'abandon' });
  expect(await became()).toEqual(['cycle: Stopped', 'idea: Stopped']);
  const second = await aCycle(cast.team, { ideaId: idea.id, number: 2, startsOn: '2026-10-05' });
  await aDecision(second.id, { decision: 'expand' });
  expect((await became()).sort()).toEqual(['cycle: Kept', 'cycle: Stopped', 'idea: Kept']);
});

test('no number of a prediction or a working list is found or shown', async () => {
  const cycle = await aCycle(cast.team, { learned: 'It works', people: 4321 });
  const measure = await aMeasure(cast.team);
  await aPrediction(cycle.id, measure.id, { expected: 4322, low: 4320, high: 4330 });
  for (const number of ['4321', '4322', '4330']) expect(await found(cast.leader.id, number)).toEqual([]);
});

test('one kind alone is asked for by its name, and nothing typed finds nothing', async () => {
  await anIdea(cast.team, { name: 'Attendance letters' });
  const cookie = await signedIn(cast.member.id);
  const ideas = await get(search, '/search?q=attendance&in=idea', { cookie });
  expect(ideas.data.groups.map((group: { kind: string }) => group.kind)).toEqual(['idea']);
  const nothing = await get(search, '/search?q=%20%00%20', { cookie });
  expect(nothing.data).toMatchObject({ typed: '', groups: [] });
  const long = await get(search, `/search?q=${'x'.repeat(9000)}`, { cookie });
  expect(long.data.typed).toHaveLength(300);
});

test('help names the community’s own threshold for small groups', async () => {
  const answer = await get(help, '/help', { cookie: await signedIn(cast.member.id) });
  expect(answer.data).toEqual({ threshold: 10 });
});
