import { and, desc, eq, isNull, or, type SQL } from 'drizzle-orm';
import { db } from '#db/client.server';
import { eventMeasures, events } from '#db/schema/events';
import { people } from '#db/schema/people';
import type { CommunityAccess, TeamAccess, TeamSight } from '~/access/gate.server';
import { found } from '~/http/errors';
import type { TeamEvent } from './event';

const most = 500;

const ofTeam = (team: TeamSight) =>
  and(eq(events.communityId, team.communityId), eq(events.teamId, team.teamId));
const ofCommunity = (access: Pick<CommunityAccess, 'communityId'>) =>
  and(eq(events.communityId, access.communityId), isNull(events.teamId));

/** What the charts of a team show: its own events and the community's, in order of time. */
export async function eventsForCharts(team: TeamSight): Promise<TeamEvent[]> {
  return (await eventsWhere(and(or(ofTeam(team), ofCommunity(team)), isNull(events.archivedAt)))).reverse();
}

/** The team's own events, newest first, with those that were archived. */
export async function eventsOfTeam(team: TeamAccess): Promise<TeamEvent[]> {
  return eventsWhere(ofTeam(team));
}

/** The events that concern every team, newest first, with those that were archived. */
export async function eventsOfCommunity(access: CommunityAccess): Promise<TeamEvent[]> {
  return eventsWhere(ofCommunity(access));
}

/** One event of the team. @throws 404 where it is not this team's own. */
export async function findTeamEvent(team: TeamAccess, eventId: string | undefined): Promise<TeamEvent> {
  return found((await eventsWhere(and(eq(events.id, eventId ?? ''), ofTeam(team))))[0]);
}

/** One event that concerns every team. @throws 404 where it is a team's, or another community's. */
export async function findCommunityEvent(
  access: CommunityAccess,
  eventId: string | undefined,
): Promise<TeamEvent> {
  return found((await eventsWhere(and(eq(events.id, eventId ?? ''), ofCommunity(access))))[0]);
}

/** The newest of them, newest first. A measure that was put away is still named: it does not become "all of them". */
async function eventsWhere(condition: SQL | undefined): Promise<TeamEvent[]> {
  const [rows, links] = await Promise.all([
    db
      .select({
        id: events.id,
        teamId: events.teamId,
        kind: events.kind,
        onDate: events.onDate,
        untilDate: events.untilDate,
        title: events.title,
        detail: events.detail,
        needsLeader: events.needsLeader,
        answer: events.answer,
        answeredBy: people.name,
        answeredOn: events.answeredOn,
        archivedAt: events.archivedAt,
      })
      .from(events)
      .leftJoin(people, eq(people.id, events.answeredBy))
      .where(condition)
      .orderBy(desc(events.onDate), desc(events.createdAt), desc(events.id))
      .limit(most),
    db
      .select({ eventId: eventMeasures.eventId, measureId: eventMeasures.measureId })
      .from(events)
      .innerJoin(eventMeasures, eq(eventMeasures.eventId, events.id))
      .where(condition),
  ]);
  const measureIds = new Map<string, string[]>();
  for (const { eventId, measureId } of links) {
    measureIds.set(eventId, [...(measureIds.get(eventId) ?? []), measureId]);
  }
  return rows.map((row) => ({ ...row, measureIds: measureIds.get(row.id) ?? [] }));
}
