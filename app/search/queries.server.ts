import { and, desc, inArray, isNull, or } from 'drizzle-orm';
import { db } from '#db/client.server';
import { isAlso } from '#db/looked-up';
import { newestDecision } from '#db/newest-decision';
import { cycleDecisions, cycles } from '#db/schema/cycles';
import { type Found, findWords } from '#db/search.server';
import type { FoundKind } from '#db/vocabulary';
import type { CommunityAccess } from '~/access/gate.server';
import { becameWords } from './became';

/** So many of each kind where all kinds are shown, and so many of one. */
const most = { ofEach: 5, ofOne: 50 };

export interface SearchHit extends Found {
  /** Of a test or a change idea: "Kept", "Stopped", "Still testing"; else empty. */
  became: string;
}

/** What people of this community wrote with the words that were typed. Everyone of a community reads all of it. */
export async function search(
  access: CommunityAccess,
  typed: string,
  only: FoundKind | undefined,
): Promise<SearchHit[]> {
  const asked = { most: only ? most.ofOne : most.ofEach, kind: only };
  const found = await findWords(access.communityId, typed, asked);
  const tests = await testsOf(access, found);
  return found.map((hit) => ({
    ...hit,
    became: becameWords(tests.filter(({ id, ideaId }) => hit.id === (hit.kind === 'cycle' ? id : ideaId))),
  }));
}

/** The tests among what was found, and those of the ideas among it, the newest first: one query. */
async function testsOf(access: CommunityAccess, found: readonly Found[]) {
  const idsOf = (kind: FoundKind) => found.filter((hit) => hit.kind === kind).map(({ id }) => id);
  const [cycleIds, ideaIds] = [idsOf('cycle'), idsOf('idea')];
  if (cycleIds.length + ideaIds.length === 0) return [];
  return db
    .select({
      id: cycles.id,
      ideaId: cycles.ideaId,
      doStartedOn: cycles.doStartedOn,
      decision: cycleDecisions.decision,
    })
    .from(cycles)
    .leftJoin(cycleDecisions, newestDecision)
    .where(
      and(
        or(inArray(cycles.id, cycleIds), inArray(cycles.ideaId, ideaIds)),
        isAlso(cycles.communityId, access.communityId),
        isNull(cycles.archivedAt),
      ),
    )
    .orderBy(desc(cycles.startsOn), desc(cycles.number))
    .limit(2000);
}
