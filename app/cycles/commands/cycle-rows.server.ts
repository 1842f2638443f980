import { and, asc, desc, eq, inArray, isNull, max } from 'drizzle-orm';
import { db } from '#db/client.server';
import { newId } from '#db/ids';
import {
  type cycleCounts,
  cycleDecisions,
  type cycleNotes,
  cyclePredictions,
  cycleQuestions,
  cycles,
  cycleTasks,
} from '#db/schema/cycles';
import { memberships } from '#db/schema/memberships';
import { teamPeople } from '#db/schema/teams';
import { changeIdeas } from '#db/schema/theories';
import type { TeamAccess } from '~/access/gate.server';
import { found, RuleBroken } from '~/http/errors';
import { isActiveIn } from '../queries.server';

/* What the commands share: each is called inside a command's transaction. */

export type CycleRow = typeof cycles.$inferSelect;
export type QuestionRow = typeof cycleQuestions.$inferSelect;
export type PredictionRow = typeof cyclePredictions.$inferSelect;
export type TaskRow = typeof cycleTasks.$inferSelect;

/** @throws Response 404 where the team has no such cycle, RuleBroken where it is archived: nothing more is written. */
export async function cycleRow(access: TeamAccess, cycleId: string): Promise<CycleRow> {
  const row = await db
    .select()
    .from(cycles)
    .where(and(eq(cycles.id, cycleId), eq(cycles.teamId, access.teamId)))
    .get();
  const cycle = found(row);
  if (cycle.archivedAt !== null)
    throw new RuleBroken('This cycle is archived. Bring it back, then write in it.');
  return cycle;
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

/** By measure, so that what is unchanged comes in the same order. */
export async function predictionRows(cycleId: string): Promise<PredictionRow[]> {
  return db
    .select()
    .from(cyclePredictions)
    .where(eq(cyclePredictions.cycleId, cycleId))
    .orderBy(asc(cyclePredictions.measureId));
}

export async function taskRows(cycleId: string): Promise<TaskRow[]> {
  return db
    .select()
    .from(cycleTasks)
    .where(eq(cycleTasks.cycleId, cycleId))
    .orderBy(asc(cycleTasks.position));
}

/**
 * The id of a row that is new: the one it was typed under, so that its fields are saved one by one. An id of elsewhere
 * makes another row here. Those that are taken are asked for all at once.
 */
export async function freeIds(
  table: typeof cycleQuestions | typeof cycleTasks | typeof cycleNotes | typeof cycleCounts,
  rows: readonly { id: string | null }[],
): Promise<(id: string | null) => string> {
  const ids = rows.flatMap(({ id }) => id ?? []);
  const known =
    ids.length === 0 ? [] : await db.select({ id: table.id }).from(table).where(inArray(table.id, ids));
  const taken = new Set(known.map(({ id }) => id));
  return (id) => (id === null || taken.has(id) ? newId() : id);
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

/** Is the person on the team, and active in the community? */
export async function isOnTeam(access: TeamAccess, personId: string | null): Promise<boolean> {
  if (personId === null) return false;
  const part = await db
    .select({ id: teamPeople.id })
    .from(teamPeople)
    .innerJoin(memberships, isActiveIn(access.communityId))
    .where(and(eq(teamPeople.teamId, access.teamId), eq(teamPeople.personId, personId)))
    .limit(1)
    .get();
  return part !== undefined;
}

/**
 * The change idea that a cycle is to test.
 * @throws RuleBroken where it is not one of the team's, or is archived: an idea that was put away is not tested.
 */
export async function ideaToTest(access: TeamAccess, ideaId: string): Promise<{ id: string; name: string }> {
  const idea = await db
    .select({ id: changeIdeas.id, name: changeIdeas.name })
    .from(changeIdeas)
    .where(
      and(eq(changeIdeas.id, ideaId), eq(changeIdeas.teamId, access.teamId), isNull(changeIdeas.archivedAt)),
    )
    .get();
  if (!idea) throw new RuleBroken('Choose one of your team’s change ideas.', 'ideaId');
  return idea;
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
