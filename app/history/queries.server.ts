import { and, desc, eq, isNull, ne, or, sql } from 'drizzle-orm';
import { db } from '#db/client.server';
import { history } from '#db/schema/history';
import { people } from '#db/schema/people';
import { writtenOrder } from '#db/written-order';
import type { CommunityAccess, TeamAccess } from '~/access/gate.server';
import { isSmall } from '~/access/small-counts';
import type { Deed, HistoryChange, SmallDeed } from './record.server';

const line = { id: history.id, at: history.at, who: people.name, deed: history.deed, detail: history.detail };
const newestFirst = [desc(history.at), desc(writtenOrder(history))];

export interface HistoryLine {
  id: string;
  at: string;
  who: string | null;
  deed: string;
  /** The day it is read on: a line of another year names the year. */
  readOn: string;
  /** What it changed, from what to what. */
  changes?: readonly HistoryChange[];
  /** The import it tells of. */
  importId?: string;
}

type Kept = Omit<HistoryLine, 'readOn'> & { detail: Record<string, unknown> | null };

/** Lines as this reader may see them: who may not edit a team's numbers sees none of a small group here either. */
function seenBy(access: CommunityAccess, lines: Kept[]): HistoryLine[] {
  const isOpen = access.may('write measures');
  return lines.map(({ detail, ...kept }) => {
    const importId = typeof detail?.importId === 'string' ? { importId: detail.importId } : {};
    const seen = { ...kept, ...importId, readOn: access.today };
    const small = detail?.small as SmallDeed | undefined;
    const isHidden = !isOpen && small && isSmall(small.outOf, access.community.maskingThreshold);
    if (isHidden) return { ...seen, deed: small.deed };
    const { changes, changesFor } = (detail ?? {}) as Pick<Deed, 'changes' | 'changesFor'>;
    const isTold = changes !== undefined && (changesFor === undefined || access.may(changesFor));
    return isTold ? { ...seen, changes } : seen;
  });
}

const isNotOf = (thing: string) => or(isNull(history.thing), ne(history.thing, thing));
const isOfSharedVisit = sql`exists (
  select 1 from visit_notes v where v.id = ${history.thingId} and v.is_shared)`;

/**
 * How long a team waited for help is for those concerned: only they see the lines of its asks. That there is a private
 * note of a visit is for who may read it.
 */
const concerning = (team: TeamAccess) =>
  and(
    team.isOwnTeam ? undefined : isNotOf('help ask'),
    team.may('write visit notes') ? undefined : or(isNotOf('visit note'), isOfSharedVisit),
  );

/** The newest lines of a team, newest first. */
export async function teamHistory(team: TeamAccess, most = 50): Promise<HistoryLine[]> {
  const lines = await db
    .select(line)
    .from(history)
    .leftJoin(people, eq(people.id, history.personId))
    .where(and(eq(history.teamId, team.teamId), concerning(team)))
    .orderBy(...newestFirst)
    .limit(most);
  return seenBy(team, lines);
}

export async function cycleHistory(team: TeamAccess, cycleId: string): Promise<HistoryLine[]> {
  const lines = await db
    .select(line)
    .from(history)
    .leftJoin(people, eq(people.id, history.personId))
    .where(and(eq(history.cycleId, cycleId), eq(history.teamId, team.teamId), concerning(team)))
    .orderBy(...newestFirst)
    .limit(200);
  return seenBy(team, lines);
}

/** The lines of a measure, an indicator, a practice … of the community. */
export async function thingHistory(access: CommunityAccess, thingId: string): Promise<HistoryLine[]> {
  const lines = await db
    .select(line)
    .from(history)
    .leftJoin(people, eq(people.id, history.personId))
    .where(and(eq(history.thingId, thingId), eq(history.communityId, access.communityId)))
    .orderBy(...newestFirst)
    .limit(200);
  return seenBy(access, lines);
}
