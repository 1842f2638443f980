import { and, eq, isNull, sql } from 'drizzle-orm';
import { db } from '#db/client.server';
import { indicatorLinks, measures } from '#db/schema/measures';
import type { TeamAccess } from '~/access/gate.server';
import { type CharterPart, charterOf } from './charter';
import { findTeam } from './queries.server';

/** The team's charter, part by part. */
export async function readCharter(
  team: TeamAccess,
  known?: Awaited<ReturnType<typeof findTeam>>,
): Promise<CharterPart[]> {
  const [row, counts] = await Promise.all([known ?? findTeam(team), countMeasures(team)]);
  return charterOf({ ...row, ...counts });
}

async function countMeasures(team: TeamAccess): Promise<{ outcomeMeasures: number; indicators: number }> {
  const row = await db
    .select({
      outcomeMeasures: sql<number>`count(distinct case when ${measures.type} = 'outcome' then ${measures.id} end)`,
      indicators: sql<number>`count(distinct ${indicatorLinks.indicatorId})`,
    })
    .from(measures)
    .leftJoin(indicatorLinks, eq(indicatorLinks.measureId, measures.id))
    .where(and(eq(measures.teamId, team.teamId), isNull(measures.archivedAt)))
    .get();
  return row ?? { outcomeMeasures: 0, indicators: 0 };
}
