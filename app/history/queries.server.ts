import { and, desc, eq } from 'drizzle-orm';
import { db } from '#db/client.server';
import { history } from '#db/schema/history';
import { people } from '#db/schema/people';
import { writtenOrder } from '#db/written-order';
import type { CommunityAccess, TeamAccess } from '~/access/gate.server';

const line = { id: history.id, at: history.at, who: people.name, deed: history.deed };
const newestFirst = [desc(history.at), desc(writtenOrder(history))];

export interface HistoryLine {
  id: string;
  at: string;
  who: string | null;
  deed: string;
}

/** The newest lines of a team, newest first. */
export async function teamHistory(team: TeamAccess, most = 50): Promise<HistoryLine[]> {
  return db
    .select(line)
    .from(history)
    .leftJoin(people, eq(people.id, history.personId))
    .where(eq(history.teamId, team.teamId))
    .orderBy(...newestFirst)
    .limit(most);
}

export async function cycleHistory(team: TeamAccess, cycleId: string): Promise<HistoryLine[]> {
  return db
    .select(line)
    .from(history)
    .leftJoin(people, eq(people.id, history.personId))
    .where(and(eq(history.cycleId, cycleId), eq(history.teamId, team.teamId)))
    .orderBy(...newestFirst)
    .limit(200);
}

/** The lines of a measure, an indicator, a practice … of the community. */
export async function thingHistory(access: CommunityAccess, thingId: string): Promise<HistoryLine[]> {
  return db
    .select(line)
    .from(history)
    .leftJoin(people, eq(people.id, history.personId))
    .where(and(eq(history.thingId, thingId), eq(history.communityId, access.communityId)))
    .orderBy(...newestFirst)
    .limit(200);
}
