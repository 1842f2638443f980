import { and, desc, eq, inArray } from 'drizzle-orm';
import { db, transaction } from '#db/client.server';
import { cycles } from '#db/schema/cycles';
import { beliefChanges } from '#db/schema/theories';
import { writtenOrder } from '#db/written-order';
import type { TeamAccess } from '~/access/gate.server';
import { record } from '~/history/record.server';
import { RuleBroken } from '~/http/errors';
import type { BeliefFields } from './forms';

/** What is believed or not: a driver or an idea. */
export type Believed = { driverId: string; ideaId: null } | { driverId: null; ideaId: string };

/** Keeps that the team stopped believing in a part of its theory, or believes in it again: why, and because of what. */
export async function changeBelief(
  team: TeamAccess,
  of: Believed,
  name: string,
  { isBelieved, reason, cycleIds }: BeliefFields,
): Promise<void> {
  await transaction(async () => {
    if ((await isBelievedNow(team, of)) === isBelieved) {
      throw new RuleBroken(
        isBelieved ? 'You believe this already.' : 'You have said already that you no longer believe this.',
      );
    }
    const because = [...new Set(cycleIds)];
    await requireCyclesHere(team, because);
    await db.insert(beliefChanges).values({
      ...of,
      teamId: team.teamId,
      isBelieved,
      reason,
      cycleIds: because,
      changedBy: team.person.id,
    });
    await record(team, {
      deed: isBelieved ? `believes again in “${name}”` : `stopped believing in “${name}”`,
      thing: of.driverId === null ? 'change idea' : 'driver',
      thingId: of.driverId ?? of.ideaId,
    });
  });
}

async function isBelievedNow(team: TeamAccess, { driverId, ideaId }: Believed): Promise<boolean> {
  const newest = await db
    .select({ isBelieved: beliefChanges.isBelieved })
    .from(beliefChanges)
    .where(
      and(
        eq(beliefChanges.teamId, team.teamId),
        driverId === null ? eq(beliefChanges.ideaId, ideaId) : eq(beliefChanges.driverId, driverId),
      ),
    )
    .orderBy(desc(beliefChanges.createdAt), desc(writtenOrder(beliefChanges)))
    .limit(1)
    .get();
  return newest?.isBelieved ?? true;
}

async function requireCyclesHere(team: TeamAccess, cycleIds: string[]): Promise<void> {
  if (cycleIds.length === 0) return;
  const rows = await db
    .select({ id: cycles.id })
    .from(cycles)
    .where(and(inArray(cycles.id, cycleIds), eq(cycles.teamId, team.teamId)));
  if (rows.length < cycleIds.length) throw new RuleBroken('Choose cycles of your team.', 'cycleIds');
}
