import { and, asc, eq, isNull, notInArray } from 'drizzle-orm';
import { db } from '#db/client.server';
import { practiceUses } from '#db/schema/evidence';
import { teams } from '#db/schema/teams';
import type { PracticeAccess } from '~/access/gate.server';
import type { MayUse } from './use-it';

const shown = 6;

/** The teams that have not used the practice: the first by name, and whether there are more. */
export async function teamsWithoutIt({ communityId, practiceId }: PracticeAccess): Promise<MayUse> {
  const users = db
    .select({ id: practiceUses.teamId })
    .from(practiceUses)
    .where(eq(practiceUses.practiceId, practiceId));
  const rows = await db
    .select({ id: teams.id, name: teams.name })
    .from(teams)
    .where(and(eq(teams.communityId, communityId), isNull(teams.archivedAt), notInArray(teams.id, users)))
    .orderBy(asc(teams.name))
    .limit(shown + 1);
  return { teams: rows.slice(0, shown), hasMore: rows.length > shown };
}
