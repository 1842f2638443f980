import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { db } from '#db/client.server';
import { isDoneCycle, isOpenCycle } from '#db/newest-decision';
import { cycleDecisions, cycles } from '#db/schema/cycles';
import { withDatabase } from '../support/database';
import { aCommunity, aCycle, aDecision, aTeam } from '../support/factories';

withDatabase();

const aCycleOfATeam = async (some: Partial<typeof cycles.$inferInsert> = {}) =>
  aCycle(await aTeam((await aCommunity()).id), some);

const held = async (cycleId: string) =>
  (await db.select({ id: cycles.decisionId }).from(cycles).where(eq(cycles.id, cycleId)).get())?.id;

test('a cycle names its newest decision, whatever the order they are written in, taken out or moved', async () => {
  const cycle = await aCycleOfATeam();
  const other = await aCycleOfATeam();
  expect(await held(cycle.id)).toBeNull();
  const second = await aDecision(cycle.id, { createdAt: '2026-10-02T12:00:00.000Z' });
  const first = await aDecision(cycle.id, { createdAt: '2026-10-01T12:00:00.000Z' });
  expect(await held(cycle.id)).toBe(second.id);
  const isSecond = eq(cycleDecisions.id, second.id);
  await db.update(cycleDecisions).set({ createdAt: '2026-09-30T12:00:00.000Z' }).where(isSecond);
  expect(await held(cycle.id)).toBe(first.id);
  await db.update(cycleDecisions).set({ cycleId: other.id }).where(eq(cycleDecisions.id, first.id));
  expect([await held(cycle.id), await held(other.id)]).toEqual([second.id, first.id]);
  await db.delete(cycleDecisions).where(isSecond);
  expect(await held(cycle.id)).toBeNull();
});

test('of two decisions in one instant, the greater id holds', async () => {
  const cycle = await aCycleOfATeam();
  const createdAt = '2026-10-02T12:00:00.000Z';
  await aDecision(cycle.id, { id: 'b', createdAt });
  await aDecision(cycle.id, { id: 'a', createdAt });
  expect(await held(cycle.id)).toBe('b');
});

test('a cycle is done with a Study and a decision, and open in every other case', async () => {
  for (const learned of ['', '  ', 'Texts in the evening are read.']) {
    for (const isDecided of [false, true]) {
      const cycle = await aCycleOfATeam({ learned });
      if (isDecided) await aDecision(cycle.id);
      const is = await db
        .select({ done: isDoneCycle, open: isOpenCycle })
        .from(cycles)
        .where(eq(cycles.id, cycle.id))
        .get();
      const isDone = learned.trim() !== '' && isDecided;
      expect(is).toEqual({ done: Number(isDone), open: Number(!isDone) });
    }
  }
});
