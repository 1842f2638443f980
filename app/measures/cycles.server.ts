import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { db } from '#db/client.server';
import { isAlso } from '#db/looked-up';
import { newestDecision } from '#db/newest-decision';
import { cycleDecisions, cyclePredictions, cycles } from '#db/schema/cycles';
import { changeIdeas } from '#db/schema/theories';
import type { CommunityAccess, TeamSight } from '~/access/gate.server';
import type { TestedCycle } from './reading';

/** The team's cycles as its charts need them, oldest first, with the measures each made a prediction for. */
export async function cyclesForChart(team: TeamSight): Promise<TestedCycle[]> {
  return cyclesWhere(eq(cycles.teamId, team.teamId));
}

/** The same for several teams of the community, in two queries. */
export async function cyclesOfTeams(
  access: CommunityAccess,
  teamIds: readonly string[],
): Promise<TestedCycle[]> {
  if (teamIds.length === 0) return [];
  return cyclesWhere(
    and(inArray(cycles.teamId, [...teamIds]), isAlso(cycles.communityId, access.communityId)),
  );
}

async function cyclesWhere(condition: ReturnType<typeof and>): Promise<TestedCycle[]> {
  const kept = and(condition, isNull(cycles.archivedAt));
  const [rows, targets] = await Promise.all([
    db
      .select({
        id: cycles.id,
        teamId: cycles.teamId,
        number: cycles.number,
        idea: changeIdeas.name,
        scale: cycles.scale,
        startsOn: cycles.startsOn,
        doStartedOn: cycles.doStartedOn,
        doEndedOn: cycles.doEndedOn,
        learned: cycles.learned,
        decision: cycleDecisions.decision,
        decidedOn: cycleDecisions.decidedOn,
      })
      .from(cycles)
      .innerJoin(changeIdeas, eq(changeIdeas.id, cycles.ideaId))
      .leftJoin(cycleDecisions, newestDecision)
      .where(kept)
      .orderBy(asc(cycles.number)),
    db
      .select({ cycleId: cyclePredictions.cycleId, measureId: cyclePredictions.measureId })
      .from(cyclePredictions)
      .innerJoin(cycles, eq(cycles.id, cyclePredictions.cycleId))
      .where(kept),
  ]);
  const measureIds = new Map<string, string[]>();
  for (const { cycleId, measureId } of targets) {
    measureIds.set(cycleId, [...(measureIds.get(cycleId) ?? []), measureId]);
  }
  return rows.map((row) => ({ ...row, measureIds: measureIds.get(row.id) ?? [] }));
}
