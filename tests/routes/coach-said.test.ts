import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { db } from '#db/client.server';
import { helpAnswers, helpAsks, reviews } from '#db/schema/coaching';
import { cycles } from '#db/schema/cycles';
import { mails } from '#db/schema/mail';
import { people } from '#db/schema/people';
import { action as answer } from '~/routes/coaching/answer-ask';
import { action as askHelp } from '~/routes/coaching/ask-help';
import { action as askReview } from '~/routes/coaching/ask-review';
import { action as closeAsk } from '~/routes/coaching/close-ask';
import { action as decide } from '~/routes/coaching/review';
import { action as saveField } from '~/routes/cycles/field';
import { loader as home } from '~/routes/home';
import { writeDueLetters } from '~/routes/mail/postman.server';
import { queriesOf, withDatabase } from '../support/database';
import { aCycle, aHelpAsk, aReview, joinTeam, theCast } from '../support/factories';
import { get, post, signedIn } from '../support/requests';

withDatabase();

let cast: Awaited<ReturnType<typeof theCast>>;
let member: string;
let coach: string;
beforeEach(async () => {
  cast = await theCast();
  await db.update(people).set({ name: 'Renee Castillo' }).where(eq(people.id, cast.coach.id));
  member = await signedIn(cast.member.id);
  coach = await signedIn(cast.coach.id);
});

const told = async (cookie: string): Promise<string[]> =>
  (await get(home, '/', { cookie })).data.waiting
    .map(({ sentence }: { sentence: string }) => sentence)
    .filter((sentence: string) => /asks for a change|answered your ask/.test(sentence));

async function aReturned() {
  const cycle = await aCycle(cast.team, { number: 7 });
  const review = await aReview(cast.team, cycle.id, { begunBy: cast.member.id });
  const params = { teamId: cast.team.id, reviewId: review.id };
  const checks = { outcome: 'returned', reason: 'Say what you expect.' };
  await post(decide, '/x', checks, { cookie: coach, params });
  expect((await db.select().from(reviews))[0]?.outcome).toBe('returned');
  return cycle;
}

test('a cycle that was sent back waits on the page of each of the team’s people, and of nobody else', async () => {
  const cycle = await aReturned();
  expect(await told(member)).toEqual(['Renee Castillo asks for a change in Cycle 7']);
  const { waiting } = (await get(home, '/', { cookie: member })).data;
  const line = waiting.find(({ key }: { key: string }) => key.startsWith('returned '));
  expect(line.href).toBe(`/teams/${cast.team.id}/cycles/${cycle.id}#review-row`);
  expect(await told(coach)).toEqual([]);
  expect(await told(await signedIn(cast.otherMember.id))).toEqual([]);
});

test('it is off the page once the team writes in the cycle, asks again, or puts it away', async () => {
  const cycle = await aReturned();
  const params = { teamId: cast.team.id, cycleId: cycle.id };
  // Whoever coaches does not take it up for the team.
  await post(saveField, '/x', { field: 'objective', text: 'Hm', version: '0' }, { cookie: coach, params });
  expect(await told(member)).toHaveLength(1);
  await db.update(cycles).set({ archivedAt: '2026-11-01T10:00:00.000Z' }).where(eq(cycles.id, cycle.id));
  expect(await told(member)).toEqual([]);
  await db.update(cycles).set({ archivedAt: null }).where(eq(cycles.id, cycle.id));
  await post(askReview, '/x', {}, { cookie: member, params });
  expect(await told(member)).toEqual([]);
});

test('an answered ask waits for whoever asked, until they close it or have left the team', async () => {
  const params = { teamId: cast.team.id };
  await post(askHelp, '/x', { words: 'How do we get a median?' }, { cookie: member, params });
  const second = await aHelpAsk(cast.team, { askedBy: cast.member.id });
  const asks = await db.select({ id: helpAsks.id }).from(helpAsks);
  for (const { id: askId } of asks)
    await post(answer, '/x', { text: 'Like so.' }, { cookie: coach, params: { ...params, askId } });
  expect(await told(member)).toEqual(Array(2).fill('Renee Castillo answered your ask for help'));
  expect(await told(coach)).toEqual([]);
  await post(closeAsk, '/x', {}, { cookie: member, params: { ...params, askId: second.id } });
  expect(await told(member)).toHaveLength(1);
  await db.update(helpAnswers).set({ createdAt: '2026-01-05T10:00:00.000Z' });
  expect(await told(member)).toEqual([]);
});

test('the week’s letter tells of both', async () => {
  await aReturned();
  const ask = await aHelpAsk(cast.team, { askedBy: cast.member.id });
  await db.insert(helpAnswers).values({ askId: ask.id, text: 'Like so.', writtenBy: cast.coach.id });
  const later = new Date(Date.now() + 7 * 86_400_000);
  await writeDueLetters(later, 'up.example');
  const [letter] = await db.select().from(mails).where(eq(mails.personId, cast.member.id));
  const said = JSON.stringify(letter?.letter);
  expect(said).toContain('Renee Castillo asks for a change in Cycle 7.');
  expect(said).toContain('Renee Castillo answered your ask for help.');
  expect(said).not.toContain('Like so');
});

test('a fixed number of queries, however much was said', async () => {
  await aReturned();
  const count = () => queriesOf(() => get(home, '/', { cookie: member }));
  const few = await count();
  const colleague = await signedIn(cast.otherMember.id);
  await joinTeam(cast.team.id, cast.otherMember.id);
  for (let asked = 0; asked < 10; asked += 1) {
    const ask = await aHelpAsk(cast.team, { askedBy: cast.member.id });
    await db.insert(helpAnswers).values({ askId: ask.id, text: 'So.', writtenBy: cast.coach.id });
  }
  expect(await count()).toBe(few);
  expect(await told(colleague)).toHaveLength(1);
});
