import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import { db } from '#db/client.server';
import { cycleNotes, cycleQuestions, cycles } from '#db/schema/cycles';
import type { TeamAccess } from '~/access/gate.server';

/** What a team set out to learn in each of its cycles: the first question, and what it predicted. */
export async function firstQuestions(team: TeamAccess) {
  const rows = await db
    .select({
      cycleId: cycleQuestions.cycleId,
      question: cycleQuestions.question,
      prediction: cycleQuestions.prediction,
    })
    .from(cycles)
    .innerJoin(cycleQuestions, eq(cycleQuestions.cycleId, cycles.id))
    .where(and(eq(cycles.teamId, team.teamId), isNull(cycles.archivedAt)))
    .orderBy(desc(cycleQuestions.position));
  return new Map(rows.map(({ cycleId, ...row }) => [cycleId, row]));
}

/** The newest note of each cycle's Do. */
export async function newestNotes(team: TeamAccess) {
  const rows = await db
    .select({ cycleId: cycleNotes.cycleId, onDate: cycleNotes.onDate, text: cycleNotes.text })
    .from(cycles)
    .innerJoin(cycleNotes, and(eq(cycleNotes.cycleId, cycles.id), isNull(cycleNotes.takenOutAt)))
    .where(and(eq(cycles.teamId, team.teamId), isNull(cycles.archivedAt)))
    .orderBy(asc(cycleNotes.onDate), asc(cycleNotes.createdAt));
  return new Map(rows.map(({ cycleId, ...row }) => [cycleId, row]));
}
