import { and, desc, eq, gte, isNull, lte, sql } from 'drizzle-orm';
import { db } from '#db/client.server';
import { cycles } from '#db/schema/cycles';
import { teams } from '#db/schema/teams';
import { changeIdeas } from '#db/schema/theories';
import type { CommunityAccess } from '~/access/gate.server';
import { type ChainBreaks, chainBreaks } from './chains';

/** The measures a cycle aims at: those it predicts, and those that hang on its idea. */
const aimedAt = sql.raw(`(
  select p.measure_id from cycle_predictions p where p.cycle_id = cycles.id
  union select t.measure_id from theory_measures t where t.idea_id = cycles.idea_id)`);

/** Where the chains of the cycles break whose Do began since a day, as the gauges count them: one query. */
export async function brokenChains(
  access: CommunityAccess,
  since: string,
  /** So many cycles of each break are named. */
  few: number,
): Promise<ChainBreaks> {
  const rows = await db
    .select({
      id: cycles.id,
      number: cycles.number,
      teamId: teams.id,
      team: teams.name,
      practiceId: changeIdeas.practiceId,
      hasMeasure: sql<number>`exists (select 1 from ${aimedAt})`,
      hasIndicator: sql<number>`exists (
        select 1 from indicator_links l
        join indicators i on i.id = l.indicator_id and i.archived_at is null
        where l.measure_id in ${aimedAt})`,
      hasGap: sql<number>`exists (
        select 1 from indicator_links l
        join indicators i on i.id = l.indicator_id and i.archived_at is null
        join observations o on o.indicator_id = i.id and o.subgroup_id is not null
        where l.measure_id in ${aimedAt})`,
    })
    .from(cycles)
    .innerJoin(teams, and(eq(teams.id, cycles.teamId), isNull(teams.archivedAt)))
    .innerJoin(changeIdeas, eq(changeIdeas.id, cycles.ideaId))
    .where(
      and(
        eq(cycles.communityId, access.communityId),
        isNull(cycles.archivedAt),
        gte(cycles.doStartedOn, since),
        lte(cycles.doStartedOn, access.today),
      ),
    )
    .orderBy(desc(cycles.doStartedOn), desc(cycles.number))
    .limit(5000);
  return chainBreaks(
    rows.map(({ practiceId, hasMeasure, hasIndicator, hasGap, ...cycle }) => ({
      ...cycle,
      hasPractice: practiceId !== null,
      hasMeasure: Boolean(hasMeasure),
      hasIndicator: Boolean(hasIndicator),
      hasGap: Boolean(hasGap),
    })),
    since,
    few,
  );
}
