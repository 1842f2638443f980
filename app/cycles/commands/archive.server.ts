import { and, eq } from 'drizzle-orm';
import { db, transaction } from '#db/client.server';
import { now } from '#db/schema/columns';
import { cycles } from '#db/schema/cycles';
import type { TeamAccess } from '~/access/gate.server';
import { record } from '~/history/record.server';
import { found } from '~/http/errors';

/** Puts a cycle away that was started in error: out of lists, ramps, charts and evidence. Its number stays its own. */
export async function archiveCycle(
  team: TeamAccess,
  cycleId: string | undefined,
): Promise<{ number: number }> {
  return setArchived(team, cycleId, true);
}

export async function bringCycleBack(
  team: TeamAccess,
  cycleId: string | undefined,
): Promise<{ number: number }> {
  return setArchived(team, cycleId, false);
}

async function setArchived(
  team: TeamAccess,
  cycleId: string | undefined,
  isArchived: boolean,
): Promise<{ number: number }> {
  return transaction(async () => {
    const ours = and(eq(cycles.id, cycleId ?? ''), eq(cycles.teamId, team.teamId));
    const row = await db
      .select({ id: cycles.id, number: cycles.number, archivedAt: cycles.archivedAt })
      .from(cycles)
      .where(ours)
      .get();
    const { id, number, archivedAt } = found(row);
    if ((archivedAt !== null) === isArchived) return { number };
    await db
      .update(cycles)
      .set({ archivedAt: isArchived ? now() : null })
      .where(ours);
    const deed = isArchived ? `archived Cycle ${number}` : `brought Cycle ${number} back`;
    await record(team, { deed, cycleId: id });
    return { number };
  });
}
