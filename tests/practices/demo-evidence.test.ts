import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { db } from '#db/client.server';
import { people } from '#db/schema/people';
import { seedDemo } from '#db/seed';
import { requireCommunity, requirePractice } from '~/access/gate.server';
import {
  calibrationFor,
  evidenceOfPractice,
  evidenceOfPractices,
  gainsFor,
  gaugesFor,
} from '~/routes/practices/read-evidence.server';
import { withDatabase } from '../support/database';
import { signedIn } from '../support/requests';

withDatabase();

/** What somebody of the demo sees, made on this day. */
async function seededOn(day: string) {
  await seedDemo(new Date(`${day}T17:00:00Z`));
  const marisol = await db.select().from(people).where(eq(people.email, 'marisol@riverbend.example')).get();
  const request = new Request('http://localhost:3000/', {
    headers: { cookie: await signedIn(marisol?.id ?? '') },
  });
  const access = { ...(await requireCommunity(request)), today: day };
  return { access, request, all: await evidenceOfPractices(access) };
}

test.each(['2026-12-01', '2026-07-01', '2027-04-14', '2028-02-29'])(
  'the demo’s practices stand where the story puts them, made on %s',
  async (day) => {
    const { all, access } = await seededOn(day);
    expect(Object.fromEntries(all.map(({ name, evidence }) => [name, evidence.tier]))).toEqual({
      'Do the paperwork in the room': 'Held',
      'Weekly list of who has not finished': 'Replicated',
      'Two-minute check, help the same day': 'Replicated',
      'Text first, then call': 'Promising',
      'Same tutor, three times a week': 'Promising',
      'Help night at the library': 'Promising',
      'Prizes for perfect weeks': 'Contested',
      'Letter home': 'Stopped',
    });
    const text = all.find(({ name }) => name === 'Text first, then call');
    expect(text?.teams.map(({ vote }) => vote).sort()).toEqual(['improved', 'improved', 'improved', 'mixed']);
    // What was stopped moved nothing, as its teams say.
    const letter = all.find(({ name }) => name === 'Letter home');
    expect(
      letter?.teams.map(({ vote, isAbandoned, hasWidenedGap }) => [vote, isAbandoned, hasWidenedGap]),
    ).toEqual([
      ['no signal', true, false],
      ['no signal', true, false],
    ]);
    const { learning, results } = await gaugesFor(access, 'community');
    expect(learning.state).toBe('healthy');
    expect(results.worsened).toBe(1);
  },
);

test('a practice of the demo helps on the whole and leaves a group behind', async () => {
  const { all, request } = await seededOn('2026-12-01');
  const tutoring = all.find(({ name }) => name === 'Same tutor, three times a week');
  const read = await evidenceOfPractice(await requirePractice(request, { practiceId: tutoring?.id ?? '' }));
  const math = read?.teams.find(({ name }) => name === 'Middle Grade Math Network');
  expect([math?.vote, math?.hasWidenedGap]).toEqual(['improved', true]);
  const quiz = math?.measures.find(({ measure }) => measure === '7th graders who pass the weekly quiz');
  expect(quiz?.gap).toMatchObject({
    focus: 'English learners',
    reference: 'English speakers',
    word: 'widened',
  });
});

test('the demo’s adopted gains are watched, and its predictions are about as good as they should be', async () => {
  const { access } = await seededOn('2026-12-01');
  const gains = await gainsFor(access);
  expect(gains.length).toBeGreaterThan(0);
  expect(new Set(gains.map(({ state }) => state))).toContain('held');
  const { predictions, hitRate } = await calibrationFor(access, 'community');
  expect(predictions).toBeGreaterThan(20);
  expect(hitRate).toBeGreaterThan(0.6);
  expect(hitRate).toBeLessThan(1);
});
