import { and, asc, desc, eq, isNotNull, isNull, ne, sql } from 'drizzle-orm';
import { union } from 'drizzle-orm/sqlite-core';
import { db } from '#db/client.server';
import { reachOfCycle } from '#db/cycle-reach';
import { cyclePredictions, cycles } from '#db/schema/cycles';
import { indicators, outcomes } from '#db/schema/indicators';
import { indicatorLinks } from '#db/schema/measures';
import { practices } from '#db/schema/practices';
import { teams } from '#db/schema/teams';
import { changeIdeas, theoryMeasures } from '#db/schema/theories';
import type { PracticeSetting } from '#db/vocabulary';
import type { CommunityAccess, PracticeAccess } from '~/access/gate.server';

/** Where a practice is used: what it is filtered by. */
export interface PracticeContext {
  setting: PracticeSetting | null;
  outcomeIds: string[];
  /** Groups that its cycles were for, as teams named them. */
  groups: string[];
}

/** The context of every practice of the community: three queries. */
export async function contextsOfPractices(access: CommunityAccess) {
  const [rows, groups, fed, named] = await Promise.all([
    db
      .select({ id: practices.id, setting: practices.setting, outcomeId: practices.outcomeId })
      .from(practices)
      .where(and(eq(practices.communityId, access.communityId), isNull(practices.archivedAt))),
    db
      .selectDistinct({ id: changeIdeas.practiceId, group: sql<string>`trim(${cycles.focusGroup})` })
      .from(cycles)
      .innerJoin(changeIdeas, and(eq(changeIdeas.id, cycles.ideaId), isNotNull(changeIdeas.practiceId)))
      .where(
        and(
          eq(cycles.communityId, access.communityId),
          isNull(cycles.archivedAt),
          // The first is of the index, which knows nothing of spaces.
          sql`${cycles.focusGroup} <> ''`,
          ne(sql`trim(${cycles.focusGroup})`, ''),
        ),
      ),
    outcomesFed(access),
    db
      .select({ id: outcomes.id, name: outcomes.name })
      .from(outcomes)
      .where(eq(outcomes.communityId, access.communityId))
      .orderBy(asc(outcomes.position)),
  ]);
  const contexts = new Map<string, PracticeContext>(
    rows.map(({ id, setting, outcomeId }) => [
      id,
      { setting, outcomeIds: outcomeId === null ? [] : [outcomeId], groups: [] },
    ]),
  );
  for (const { id, group } of groups) contexts.get(id ?? '')?.groups.push(group);
  for (const { id, outcomeId } of fed) {
    const own = contexts.get(id ?? '')?.outcomeIds;
    if (own && !own.includes(outcomeId)) own.push(outcomeId);
  }
  return { contexts, outcomes: named };
}

/**
 * The results that the measures of a practice's cycles feed. Links are few and cycles are many: cross joins keep SQLite
 * to the order of the tables, links first.
 */
function outcomesFed(access: CommunityAccess) {
  const inUse = and(
    eq(indicators.communityId, access.communityId),
    eq(changeIdeas.communityId, access.communityId),
    isNotNull(changeIdeas.practiceId),
  );
  const columns = { id: changeIdeas.practiceId, outcomeId: indicators.outcomeId };
  return union(
    db
      .selectDistinct(columns)
      .from(indicators)
      .crossJoin(indicatorLinks)
      .crossJoin(cyclePredictions)
      .crossJoin(cycles)
      .crossJoin(changeIdeas)
      .where(
        and(
          inUse,
          eq(indicatorLinks.indicatorId, indicators.id),
          eq(cyclePredictions.measureId, indicatorLinks.measureId),
          eq(cycles.id, cyclePredictions.cycleId),
          isNull(cycles.archivedAt),
          eq(changeIdeas.id, cycles.ideaId),
        ),
      ),
    db
      .selectDistinct(columns)
      .from(indicators)
      .crossJoin(indicatorLinks)
      .crossJoin(theoryMeasures)
      .crossJoin(changeIdeas)
      .where(
        and(
          inUse,
          eq(indicatorLinks.indicatorId, indicators.id),
          eq(theoryMeasures.measureId, indicatorLinks.measureId),
          eq(changeIdeas.id, theoryMeasures.ideaId),
        ),
      ),
  );
}

/** Of each team the cycle of the practice that reached most people, the largest first; the planned number where nobody counted. */
export async function reachOfTeams(access: PracticeAccess) {
  const ranked = db.$with('ranked').as(
    db
      .select({
        teamId: cycles.teamId,
        number: cycles.number,
        reached: sql<number | null>`${reachOfCycle}`.as('reached'),
        place: sql<number>`row_number() over (
          partition by ${cycles.teamId} order by ${reachOfCycle} desc, ${cycles.number})`.as('place'),
      })
      .from(changeIdeas)
      .innerJoin(cycles, and(eq(cycles.ideaId, changeIdeas.id), isNull(cycles.archivedAt)))
      .where(
        and(
          eq(changeIdeas.practiceId, access.practiceId),
          eq(changeIdeas.communityId, access.communityId),
          isNotNull(cycles.doStartedOn),
          isNotNull(reachOfCycle),
        ),
      ),
  );
  return db
    .with(ranked)
    .select({
      teamId: ranked.teamId,
      team: teams.name,
      number: ranked.number,
      reached: sql<number>`${ranked.reached}`,
    })
    .from(ranked)
    .innerJoin(teams, eq(teams.id, ranked.teamId))
    .where(eq(ranked.place, 1))
    .orderBy(desc(ranked.reached), asc(teams.name));
}
export type TeamReach = Awaited<ReturnType<typeof reachOfTeams>>[number];
