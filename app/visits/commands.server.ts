import { eq } from 'drizzle-orm';
import { db, transaction } from '#db/client.server';
import { visitNotes } from '#db/schema/visits';
import type { TeamAccess } from '~/access/gate.server';
import { keptBeside } from '~/history/meanwhile.server';
import { record } from '~/history/record.server';
import { RuleBroken } from '~/http/errors';
import type { Shown } from '~/http/meanwhile';
import type { VisitFields } from './forms';
import { findVisit } from './queries.server';

// The history of a team says that there is a note, and nothing of it; of a private one to its readers alone.
const thingOf = (noteId: string) => ({ thing: 'visit note', thingId: noteId });
const kindOf = (isShared: boolean) => (isShared ? 'a note of a visit' : 'a note of a visit for coaches');

/** Writes down a visit; returns the note's id. */
export async function writeVisit(team: TeamAccess, fields: VisitFields): Promise<string> {
  return transaction(async () => {
    refuseTomorrow(team, fields);
    const { id } = await db
      .insert(visitNotes)
      .values({
        ...fields,
        ...{ teamId: team.teamId, communityId: team.communityId, writtenBy: team.person.id },
      })
      .returning({ id: visitNotes.id })
      .get();
    await record(team, { deed: `wrote ${kindOf(fields.isShared)}`, ...thingOf(id) });
    return id;
  });
}

/** Writes one's own note anew, or shares it, or shares it no more. */
export async function rewriteVisit(
  team: TeamAccess,
  noteId: string | undefined,
  typed: VisitFields,
  shown: Shown | null = null,
): Promise<void> {
  await transaction(async () => {
    const note = await findVisit(team, noteId);
    if (note.writtenBy !== team.person.id) {
      throw new RuleBroken('Another coach wrote this note. Write one of your own beside it.');
    }
    const fields = await keptBeside<VisitFields>(team, {
      ...{ typed, now: note, shown, of: { thingId: note.id }, isOwn: true },
      words: { isShared: { yes: 'shared with the community', no: 'for coaches alone' } },
    });
    refuseTomorrow(team, fields);
    const { onDate, text, isShared } = fields;
    if (note.onDate === onDate && note.text === text && note.isShared === isShared) return;
    await db.update(visitNotes).set({ onDate, text, isShared }).where(eq(visitNotes.id, note.id));
    const deed =
      note.isShared === isShared
        ? `changed ${kindOf(isShared)}`
        : isShared
          ? 'shared a note of a visit with the community'
          : 'keeps a note of a visit among coaches again';
    await record(team, { deed, ...thingOf(note.id) });
  });
}

function refuseTomorrow({ today }: TeamAccess, { onDate }: VisitFields): void {
  if (onDate > today) throw new RuleBroken('That day is still to come.', 'onDate');
}
