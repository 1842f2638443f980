import { and, asc, eq, inArray } from 'drizzle-orm';
import { db } from '#db/client.server';
import { now } from '#db/schema/columns';
import { cycleCounts, cycleNotes } from '#db/schema/cycles';
import type { TeamAccess } from '~/access/gate.server';
import { RuleBroken } from '~/http/errors';
import { isCounted } from '../counts';
import type { DoFields } from '../forms';
import { freeIds } from './cycle-rows.server';

/* The rows of Do. What a form does not speak of stays as it is. Called inside the command's transaction. */

type Rows = Pick<DoFields, 'notes' | 'counts'>;

/** Writes notes and counts, and answers with how they were and are, as history keeps them. */
export async function changeRows(access: TeamAccess, cycleId: string, rows: Rows) {
  const before = await rowsInWords(cycleId);
  await writeNotes(access, cycleId, rows.notes);
  await writeCounts(cycleId, rows.counts);
  return { before, after: await rowsInWords(cycleId) };
}

async function rowsInWords(cycleId: string) {
  const [notes, counts] = await Promise.all([noteRows(cycleId), countRows(cycleId)]);
  return {
    notes: notes.filter((row) => row.takenOutAt === null).map(({ onDate, text }) => ({ onDate, text })),
    counts: counts.map(({ group, identified, reached, completed }) => ({
      ...{ group, identified, reached, completed },
    })),
  };
}

const noteRows = async (cycleId: string) =>
  db.select().from(cycleNotes).where(eq(cycleNotes.cycleId, cycleId)).orderBy(asc(cycleNotes.createdAt));

const countRows = async (cycleId: string) =>
  db.select().from(cycleCounts).where(eq(cycleCounts.cycleId, cycleId)).orderBy(asc(cycleCounts.position));

/** An emptied note is taken out: its row stays, and its words come back with a version of it. */
async function writeNotes(access: TeamAccess, cycleId: string, notes: Rows['notes']): Promise<void> {
  const rows = await noteRows(cycleId);
  const before = new Map(rows.map((row) => [row.id, row]));
  const gone = notes.filter(({ id, text }) => text === '' && before.get(id)?.takenOutAt === null);
  if (gone.length > 0) {
    const ids = gone.map(({ id }) => id);
    await db
      .update(cycleNotes)
      .set({ takenOutAt: now() })
      .where(and(eq(cycleNotes.cycleId, cycleId), inArray(cycleNotes.id, ids)));
  }
  const isChanged = ({ id, onDate, text }: Rows['notes'][number]) => {
    const row = before.get(id);
    return !row || row.takenOutAt !== null || row.text !== text || (onDate !== null && row.onDate !== onDate);
  };
  const written = notes.filter((note) => note.text !== '' && isChanged(note));
  if (written.length === 0) return;
  const late = written.find(({ onDate }) => onDate !== null && onDate > access.today);
  if (late) {
    const position = notes.indexOf(late);
    throw new RuleBroken('That day has not come yet.', `notes[${position}].onDate`);
  }
  const free = await freeIds(cycleNotes, written);
  const known = written.filter(({ id }) => before.has(id)).map(({ id }) => id);
  if (known.length > 0) await db.delete(cycleNotes).where(inArray(cycleNotes.id, known));
  await db.insert(cycleNotes).values(
    written.map(({ id, onDate, text }) => {
      const row = before.get(id);
      return {
        id: row?.id ?? free(id),
        cycleId,
        onDate: onDate ?? row?.onDate ?? access.today,
        text,
        writtenBy: row?.writtenBy ?? access.person.id,
        createdAt: row?.createdAt ?? now(),
      };
    }),
  );
}

async function writeCounts(cycleId: string, counts: Rows['counts']): Promise<void> {
  if (counts.length === 0) return;
  const rows = await countRows(cycleId);
  const free = await freeIds(cycleCounts, counts);
  const known = new Set(rows.map(({ id }) => id));
  const named = new Map(counts.map((row) => [row.id, row]));
  const next = [
    ...rows.map((row) => ({ ...row, ...named.get(row.id) })),
    ...counts.filter(({ id }) => !known.has(id)).map((row) => ({ ...row, id: free(row.id), cycleId })),
  ].filter((row) => row.group !== '' || isCounted(row));
  const groups = next.map(({ group }) => group.toLowerCase());
  const twice = groups.findIndex((group, at) => groups.indexOf(group) < at);
  if (twice >= 0) {
    const position = counts.findIndex(({ group }) => group === next[twice]?.group);
    throw new RuleBroken('This group is there already. Change that one.', `counts[${position}].group`);
  }
  await db.delete(cycleCounts).where(eq(cycleCounts.cycleId, cycleId));
  if (next.length > 0)
    await db.insert(cycleCounts).values(next.map((row, position) => ({ ...row, position })));
}
