import { and, desc, eq, isNotNull, sql } from 'drizzle-orm';
import { db, transaction } from '#db/client.server';
import { now } from '#db/schema/columns';
import { measures } from '#db/schema/measures';
import type { TeamAccess } from '~/access/gate.server';
import { record } from '~/history/record.server';
import { found } from '~/http/errors';

/** Puts a measure away: off the team's page and its reminders. Its numbers stay. */
export async function archiveMeasure(
  team: TeamAccess,
  measureId: string | undefined,
): Promise<{ id: string; name: string }> {
  return setArchived(team, measureId, true);
}

export async function bringMeasureBack(
  team: TeamAccess,
  measureId: string | undefined,
): Promise<{ id: string; name: string }> {
  return setArchived(team, measureId, false);
}

async function setArchived(
  team: TeamAccess,
  measureId: string | undefined,
  isArchived: boolean,
): Promise<{ id: string; name: string }> {
  return transaction(async () => {
    const ours = and(eq(measures.id, measureId ?? ''), eq(measures.teamId, team.teamId));
    const row = await db
      .select({ id: measures.id, name: measures.name, archivedAt: measures.archivedAt })
      .from(measures)
      .where(ours)
      .get();
    const { archivedAt, ...measure } = found(row);
    if ((archivedAt !== null) === isArchived) return measure;
    await db
      .update(measures)
      .set({ archivedAt: isArchived ? now() : null })
      .where(ours);
    const deed = isArchived
      ? `archived the measure “${measure.name}”`
      : `brought the measure “${measure.name}” back`;
    await record(team, { deed, thing: 'measure', thingId: measure.id });
    return measure;
  });
}

/** The team's measures that were put away, newest first, with who did it. */
export async function archivedMeasures(team: TeamAccess) {
  return db
    .select({
      id: measures.id,
      name: measures.name,
      archivedAt: sql<string>`${measures.archivedAt}`,
      // History has the name. Tables are spelled out: of a query on one table, the columns in here would lose theirs.
      archivedBy: sql<string | null>`(
        select people.name from history join people on people.id = history.person_id
        where history.thing_id = measures.id and history.deed like 'archived the measure %'
        order by history.at desc limit 1)`,
    })
    .from(measures)
    .where(and(eq(measures.teamId, team.teamId), isNotNull(measures.archivedAt)))
    .orderBy(desc(measures.archivedAt))
    .limit(200);
}
