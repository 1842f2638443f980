import { eq } from 'drizzle-orm';
import { db, transaction } from '#db/client.server';
import { now } from '#db/schema/columns';
import { cycleNotes, cycles } from '#db/schema/cycles';
import type { TeamAccess } from '~/access/gate.server';
import { changedFrom } from '~/history/changed-from';
import { record } from '~/history/record.server';
import { cycleRow } from './cycle-rows.server';

/* What a team says of a cycle in one sentence, at a meeting. It joins what is written; it replaces nothing. */

/** Keeps what was seen as a note of the day. */
export async function noteWhatWasSeen(access: TeamAccess, cycleId: string, text: string): Promise<void> {
  await transaction(async () => {
    const cycle = await cycleRow(access, cycleId);
    await db.insert(cycleNotes).values({ cycleId, onDate: access.today, text, writtenBy: access.person.id });
    await record(access, { deed: `wrote what was seen in Cycle ${cycle.number}`, cycleId });
  });
}

/** Adds what was learned to the Study: below what somebody has written meanwhile. */
export async function addWhatWasLearned(access: TeamAccess, cycleId: string, text: string): Promise<void> {
  await transaction(async () => {
    const cycle = await cycleRow(access, cycleId);
    const before = cycle.learned.trim();
    const learned = before === '' ? text : `${before}\n\n${text}`;
    const detail = changedFrom(cycle, { learned });
    await db
      .update(cycles)
      .set({ learned, studiedAt: cycle.studiedAt ?? now() })
      .where(eq(cycles.id, cycleId));
    await record(access, {
      deed: `wrote what was learned in Cycle ${cycle.number}`,
      cycleId,
      ...(detail ? { detail: { ...detail } } : {}),
    });
  });
}
