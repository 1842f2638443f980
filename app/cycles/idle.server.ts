import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { db } from '#db/client.server';
import { isAlso } from '#db/looked-up';
import { isDoneCycle, newestDecision } from '#db/newest-decision';
import { cycleDecisions, cycles } from '#db/schema/cycles';
import { teams } from '#db/schema/teams';
import { changeIdeas } from '#db/schema/theories';
import { scaleStakes } from '#db/vocabulary';
import type { CommunityAccess } from '~/access/gate.server';
import { groupedBy } from './grouped';
import { breaksOf, idleSince } from './idle';
import { paceOf, usualOf } from './pace';

/** The community's pace is that of its newest finished cycles. */
const newestFinished = 500;

/** Those of these teams that have no open cycle for longer than is usual, and had one before: two queries. */
export async function idleTeams(access: CommunityAccess, teamIds: readonly string[]) {
  if (teamIds.length === 0) return [];
  const [ours, finished] = await Promise.all([
    db
      .select({
        id: cycles.id,
        teamId: teams.id,
        team: teams.name,
        number: cycles.number,
        idea: changeIdeas.name,
        scale: cycles.scale,
        startsOn: cycles.startsOn,
        isDone: isDoneCycle.mapWith(Boolean),
        decidedOn: cycleDecisions.decidedOn,
        decision: cycleDecisions.decision,
      })
      .from(cycles)
      .innerJoin(teams, eq(teams.id, cycles.teamId))
      .innerJoin(changeIdeas, eq(changeIdeas.id, cycles.ideaId))
      .leftJoin(cycleDecisions, newestDecision)
      .where(
        and(
          inArray(cycles.teamId, [...teamIds]),
          isAlso(cycles.communityId, access.communityId),
          isNull(cycles.archivedAt),
        ),
      )
      // Open ones first, then the newest decided: what the limit leaves out is old.
      .orderBy(
        sql`${cycleDecisions.decidedOn} is not null`,
        desc(cycleDecisions.decidedOn),
        desc(cycles.number),
      )
      .limit(5000),
    db
      .select({ teamId: cycles.teamId, startsOn: cycles.startsOn, decidedOn: cycleDecisions.decidedOn })
      .from(cycles)
      .innerJoin(cycleDecisions, newestDecision)
      .where(and(eq(cycles.communityId, access.communityId), isNull(cycles.archivedAt), isDoneCycle))
      .orderBy(desc(cycles.startsOn))
      .limit(newestFinished),
  ]);
  const { today, community } = access;
  const ofCommunity = usualOf([...groupedBy(finished, ({ teamId }) => teamId).values()].flatMap(breaksOf));
  return [...groupedBy(ours.reverse(), ({ teamId }) => teamId).values()].flatMap((own) => {
    const last = own.at(-1);
    if (!last?.decidedOn || !last.decision || own.some(({ isDone }) => !isDone)) return [];
    const pace = paceOf(usualOf(breaksOf(own)), ofCommunity);
    const idle = idleSince(last.decidedOn, pace, today, community.holidays);
    if (!idle) return [];
    const { id, teamId, team, number, idea, scale } = last;
    return [
      {
        ...{ cycleId: id, teamId, team, number, idea, decision: last.decision, ...idle },
        stakes: scale === null ? 1 : scaleStakes[scale],
      },
    ];
  });
}
