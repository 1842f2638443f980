import { and, desc, eq } from 'drizzle-orm';
import { db } from '#db/client.server';
import { coachNotes } from '#db/schema/coaching';
import { people } from '#db/schema/people';
import type { TeamAccess } from '~/access/gate.server';

/** What coaches wrote to the team, the newest first: about a cycle, a measure, or all of it. */
export async function notesOf(team: TeamAccess, of: { cycleId?: string; measureId?: string } = {}) {
  return db
    .select({
      id: coachNotes.id,
      text: coachNotes.text,
      who: people.name,
      cycleId: coachNotes.cycleId,
      measureId: coachNotes.measureId,
      createdAt: coachNotes.createdAt,
    })
    .from(coachNotes)
    .leftJoin(people, eq(people.id, coachNotes.writtenBy))
    .where(
      and(
        eq(coachNotes.teamId, team.teamId),
        of.cycleId === undefined ? undefined : eq(coachNotes.cycleId, of.cycleId),
        of.measureId === undefined ? undefined : eq(coachNotes.measureId, of.measureId),
      ),
    )
    .orderBy(desc(coachNotes.createdAt))
    .limit(20);
}
export type CoachNote = Awaited<ReturnType<typeof notesOf>>[number];
