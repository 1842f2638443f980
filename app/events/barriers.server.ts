import { and, asc, desc, eq, gte, isNull, or } from 'drizzle-orm';
import { db } from '#db/client.server';
import { events } from '#db/schema/events';
import { people } from '#db/schema/people';
import { teams } from '#db/schema/teams';
import type { CommunityAccess } from '~/access/gate.server';

/** What stands in the way of teams and has no last day yet: those that need a leader first, the oldest first. */
export async function openBarriers(access: CommunityAccess) {
  return db
    .select({
      id: events.id,
      title: events.title,
      detail: events.detail,
      onDate: events.onDate,
      needsLeader: events.needsLeader,
      teamId: teams.id,
      team: teams.name,
      writtenBy: people.name,
    })
    .from(events)
    .innerJoin(teams, and(eq(teams.id, events.teamId), isNull(teams.archivedAt)))
    .leftJoin(people, eq(people.id, events.writtenBy))
    .where(
      and(
        eq(events.communityId, access.communityId),
        eq(events.kind, 'barrier'),
        isNull(events.archivedAt),
        // One that needs a leader stays until its team says that it is over.
        or(gte(events.untilDate, access.today), and(isNull(events.untilDate), eq(events.needsLeader, true))),
      ),
    )
    .orderBy(desc(events.needsLeader), asc(events.onDate), asc(events.id))
    .limit(100);
}
export type Barrier = Awaited<ReturnType<typeof openBarriers>>[number];
