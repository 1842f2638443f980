import { and, asc, desc, eq, max } from 'drizzle-orm';
import { db } from '#db/client.server';
import { cycleDecisions, cycleQuestions, cycles, cycleTasks } from '#db/schema/cycles';
import type { TeamAccess } from '~/access/gate.server';
import { found } from '~/http/errors';

/* What the commands share: each is called inside a command's transaction. */

export type CycleRow = typeof cycles.$inferSelect;
export type QuestionRow = typeof cycleQuestions.$inferSelect;
export type TaskRow = typeof cycleTasks.$inferSelect;

/** @throws Response 404 where the team has no such cycle. */
export async function cycleRow(access: TeamAccess, cycleId: string): Promise<CycleRow> {
  const row = await db
    .select()
    .from(cycles)
    .where(and(eq(cycles.id, cycleId), eq(cycles.teamId, access.teamId)))
    .get();
  return found(row);
}

export async function questionRows(cycleId: string): Promise<QuestionRow[]> {
  return db
    .select()
    .from(cycleQuestions)
    .where(eq(cycleQuestions.cycleId, cycleId))
    .orderBy(asc(cycleQuestions.position));
}

/** All questions of a cycle at once: their order is unique, so that one at a time would stumble over it. */
export async function replaceQuestions(cycleId: string, rows: QuestionRow[]): Promise<void> {
  await db.delete(cycleQuestions).where(eq(cycleQuestions.cycleId, cycleId));
  if (rows.length > 0) await db.insert(cycleQuestions).values(rows);
}

export async function taskRows(cycleId: string): Promise<TaskRow[]> {
  return db
    .select()
    .from(cycleTasks)
    .where(eq(cycleTasks.cycleId, cycleId))
    .orderBy(asc(cycleTasks.position));
}

export async function newestDecision(cycleId: string) {
  return db
    .select()
    .from(cycleDecisions)
    .where(eq(cycleDecisions.cycleId, cycleId))
    .orderBy(desc(cycleDecisions.createdAt), desc(cycleDecisions.id))
    .limit(1)
    .get();
}

/** The team's next number. Two people starting at once get two: writing transactions wait for each other. */
export async function nextNumber(access: TeamAccess): Promise<number> {
  const row = await db
    .select({ highest: max(cycles.number) })
    .from(cycles)
    .where(eq(cycles.teamId, access.teamId))
    .get();
  return (row?.highest ?? 0) + 1;
}
