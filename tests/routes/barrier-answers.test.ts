import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { db } from '#db/client.server';
import { events } from '#db/schema/events';
import { history } from '#db/schema/history';
import { mails } from '#db/schema/mail';
import { people } from '#db/schema/people';
import { action as answer, loader as answerPage } from '~/routes/events/answer';
import { loader as timeLine } from '~/routes/events/list';
import { loader as home } from '~/routes/home';
import { writeDueLetters } from '~/routes/mail/postman.server';
import { loader as leaders } from '~/routes/practices/overview';
import { queriesOf, withDatabase } from '../support/database';
import { anEvent, joinTeam, theCast } from '../support/factories';
import { get, post, signedIn } from '../support/requests';

withDatabase();

let cast: Awaited<ReturnType<typeof theCast>>;
let leader: string;
let member: string;
let today: string;
beforeEach(async () => {
  cast = await theCast();
  await db.update(people).set({ name: 'Marisol Vega' }).where(eq(people.id, cast.leader.id));
  leader = await signedIn(cast.leader.id);
  member = await signedIn(cast.member.id);
  today = (await get(leaders, '/leaders', { cookie: leader })).data.today;
});

const aBarrier = (some: Parameters<typeof anEvent>[1] = {}) =>
  anEvent(cast.team, {
    ...{ kind: 'barrier', title: 'No bus after four', onDate: '2026-10-05', needsLeader: true },
    ...some,
  });
const of = (eventId: string) => ({ cookie: leader, params: { teamId: cast.team.id, eventId } });
const barriers = async () => (await get(leaders, '/leaders', { cookie: leader })).data.barriers;
const told = async (cookie: string) =>
  (await get(home, '/', { cookie })).data.waiting.filter(({ key }: { key: string }) =>
    key.startsWith('barrier '),
  );
const words = { text: 'The district pays for a second bus from May on.' };

test('a leader answers a barrier from the page for leaders, and it stands there with name and day', async () => {
  const barrier = await aBarrier();
  const mayAnswer = async (cookie: string) => (await get(leaders, '/leaders', { cookie })).data.mayAnswer;
  expect([await mayAnswer(leader), await mayAnswer(member)]).toEqual([true, false]);
  expect((await get(answerPage, '/x', of(barrier.id))).data.barrier.title).toBe('No bus after four');
  const sent = await post(answer, '/x', words, of(barrier.id));
  expect(sent.location).toBe('/leaders#barriers-row');
  expect((await barriers())[0]).toMatchObject({
    ...{ answer: words.text, answeredBy: 'Marisol Vega', answeredOn: today, untilDate: null },
  });
  expect(
    (await db.select().from(history)).map(({ deed, personId, teamId }) => [deed, personId, teamId]),
  ).toEqual([['answered the barrier “No bus after four”', cast.leader.id, cast.team.id]]);
  const { events: line } = (await get(timeLine, '/x', { cookie: member, params: { teamId: cast.team.id } }))
    .data;
  expect(line[0]).toMatchObject({ answer: words.text, answeredBy: 'Marisol Vega', answeredOn: today });
});

test('what is out of the way gets its last day today, and is off the page', async () => {
  const barrier = await aBarrier();
  await post(answer, '/x', { ...words, isOver: 'on' }, of(barrier.id));
  expect((await db.select().from(events))[0]).toMatchObject({ untilDate: today, answer: words.text });
  expect(await barriers()).toEqual([]);
  expect((await db.select().from(history))[0]?.deed).toBe(
    'answered the barrier “No bus after four”, which is out of the way',
  );
  const again = await post(answer, '/x', words, of(barrier.id));
  expect([again.status, again.data?.error?.['']]).toEqual([
    422,
    ['This is out of the way already: its last day is written.'],
  ]);
});

test('an answer can be written anew; history keeps the words before', async () => {
  const barrier = await aBarrier();
  await post(answer, '/x', words, of(barrier.id));
  expect((await get(answerPage, '/x', of(barrier.id))).data.barrier.answer).toBe(words.text);
  // Who did not see the answer that stands does not write over it.
  const unseen = await post(answer, '/x', { text: 'No bus.', was: '' }, of(barrier.id));
  expect(unseen.data.error.text[0]).toContain(`Somebody answered meanwhile: “${words.text}”`);
  const seen = { ...unseen.data.initialValue, text: 'The bus runs.' };
  for (const _ of [1, 2]) expect((await post(answer, '/x', seen, of(barrier.id))).status).toBe(302);
  expect((await db.select().from(history)).map(({ deed, detail }) => [deed, detail])).toEqual([
    ['answered the barrier “No bus after four”', null],
    ['answered the barrier “No bus after four” anew', { before: { answer: words.text } }],
  ]);
});

test('an answer without words is asked for again, and what is no barrier cannot be answered', async () => {
  const barrier = await aBarrier();
  const empty = await post(answer, '/x', { text: ' ', isOver: 'on' }, of(barrier.id));
  expect([empty.status, empty.data.error.text]).toEqual([422, ['Write what you will do about it.']]);
  expect((await db.select().from(events))[0]).toMatchObject({ untilDate: null, answeredBy: null });
  const bus = await anEvent(cast.team);
  expect((await get(answerPage, '/x', of(bus.id))).status).toBe(404);
  expect((await post(answer, '/x', words, of(bus.id))).status).toBe(404);
  const gone = await aBarrier({ archivedAt: '2026-11-01T00:00:00.000Z' });
  expect((await post(answer, '/x', words, of(gone.id))).status).toBe(404);
});

test('answered barriers stand below those that wait for an answer', async () => {
  const first = await aBarrier({ title: 'The oldest', onDate: '2026-09-01' });
  await aBarrier({ title: 'Waits', onDate: '2026-10-06' });
  await aBarrier({
    title: 'Needs nobody',
    onDate: '2026-09-02',
    needsLeader: false,
    untilDate: '2099-01-01',
  });
  await post(answer, '/x', words, of(first.id));
  expect((await barriers()).map(({ title }: { title: string }) => title)).toEqual([
    'Waits',
    'Needs nobody',
    'The oldest',
  ]);
});

test('the team’s people read on their page that it was answered, until it is over or two weeks have passed', async () => {
  const barrier = await aBarrier();
  expect(await told(member)).toEqual([]);
  await post(answer, '/x', words, of(barrier.id));
  const [line] = await told(member);
  expect(line).toMatchObject({
    sentence: 'Marisol Vega answered your barrier “No bus after four”',
    about: cast.team.name,
    href: `/teams/${cast.team.id}/events#${barrier.id}`,
  });
  expect(await told(await signedIn(cast.otherMember.id))).toEqual([]);
  const set = (some: Partial<typeof events.$inferInsert>) =>
    db.update(events).set(some).where(eq(events.id, barrier.id));
  const day = (daysAgo: number) =>
    new Date(Date.parse(today) - daysAgo * 86_400_000).toISOString().slice(0, 10);
  await set({ untilDate: day(1) });
  expect(await told(member)).toEqual([]);
  // The answer itself said that it is over.
  await set({ untilDate: day(1), answeredOn: day(1) });
  expect(await told(member)).toHaveLength(1);
  await set({ untilDate: null, answeredOn: day(14) });
  expect(await told(member)).toHaveLength(1);
  await set({ answeredOn: day(15) });
  expect(await told(member)).toEqual([]);
});

test('the week’s letter tells of it, and a leader on the team is not told of their own answer', async () => {
  await joinTeam(cast.team.id, cast.leader.id);
  const barrier = await aBarrier();
  await post(answer, '/x', words, of(barrier.id));
  expect(await told(leader)).toEqual([]);
  await writeDueLetters(new Date(Date.now() + 7 * 86_400_000), 'up.example');
  const [letter] = await db.select().from(mails).where(eq(mails.personId, cast.member.id));
  expect(JSON.stringify(letter?.letter)).toContain('Marisol Vega answered your barrier “No bus after four”.');
});

test('a fixed number of queries, however much was answered', async () => {
  await post(answer, '/x', words, of((await aBarrier()).id));
  const count = () => queriesOf(() => get(home, '/', { cookie: member }));
  const few = await count();
  for (let more = 0; more < 8; more += 1) await post(answer, '/x', words, of((await aBarrier()).id));
  expect(await count()).toBe(few);
});
