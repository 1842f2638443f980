import { and, desc, eq } from 'drizzle-orm';
import { db } from '#db/client.server';
import { people } from '#db/schema/people';
import { visitNotes } from '#db/schema/visits';
import type { TeamAccess } from '~/access/gate.server';
import { found } from '~/http/errors';

const columns = {
  id: visitNotes.id,
  onDate: visitNotes.onDate,
  text: visitNotes.text,
  isShared: visitNotes.isShared,
  writtenBy: visitNotes.writtenBy,
  writer: people.name,
};

/** Only its coaches see what is not shared: no member, no leader, no admin. */
const seenBy = (team: TeamAccess) =>
  and(
    eq(visitNotes.teamId, team.teamId),
    team.may('write visit notes') ? undefined : eq(visitNotes.isShared, true),
  );

/** The notes of visits to the team that this reader may see, the newest visit first. */
export async function visitsOf(team: TeamAccess) {
  const rows = await db
    .select(columns)
    .from(visitNotes)
    .leftJoin(people, eq(people.id, visitNotes.writtenBy))
    .where(seenBy(team))
    .orderBy(desc(visitNotes.onDate), desc(visitNotes.createdAt))
    .limit(200);
  return rows.map(({ writtenBy, ...note }) => ({ ...note, isMine: writtenBy === team.person.id }));
}
export type VisitNote = Awaited<ReturnType<typeof visitsOf>>[number];

/** One note that this reader may see. @throws 404 where there is none. */
export async function findVisit(team: TeamAccess, noteId: string | undefined) {
  const row = await db
    .select(columns)
    .from(visitNotes)
    .leftJoin(people, eq(people.id, visitNotes.writtenBy))
    .where(and(eq(visitNotes.id, noteId ?? ''), seenBy(team)))
    .get();
  return found(row);
}
