import { and, desc, eq, isNotNull, sql } from 'drizzle-orm';
import { db } from '#db/client.server';
import { cycles } from '#db/schema/cycles';
import { changeIdeas } from '#db/schema/theories';
import type { TeamAccess } from '~/access/gate.server';

/** The team's cycles that were put away, newest first, with who did it. */
export async function archivedCycles(team: TeamAccess) {
  return db
    .select({
      id: cycles.id,
      number: cycles.number,
      idea: changeIdeas.name,
      archivedAt: sql<string>`${cycles.archivedAt}`,
      archivedBy,
    })
    .from(cycles)
    .innerJoin(changeIdeas, eq(changeIdeas.id, cycles.ideaId))
    .where(and(eq(cycles.teamId, team.teamId), isNotNull(cycles.archivedAt)))
    .orderBy(desc(cycles.archivedAt))
    .limit(200);
}

/** History has the name: the line that was written when the cycle was put away last. */
export const archivedBy = sql<string | null>`(
  select people.name from history join people on people.id = history.person_id
  where history.cycle_id = ${cycles.id} and history.deed like 'archived Cycle %'
  order by history.at desc limit 1)`;
