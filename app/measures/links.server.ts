import { and, asc, eq, isNull } from 'drizzle-orm';
import { db, isDuplicate, transaction } from '#db/client.server';
import { indicators } from '#db/schema/indicators';
import { indicatorLinks, measures } from '#db/schema/measures';
import type { CommunityAccess, TeamAccess } from '~/access/gate.server';
import { record } from '~/history/record.server';
import { found, RuleBroken } from '~/http/errors';
import type { LinkFields } from './forms';
import { findMeasure } from './queries.server';

/** The indicators a measure feeds, with what the team expects of each. */
export async function linksOfMeasure(team: TeamAccess, measureId: string) {
  return db
    .select({
      id: indicatorLinks.id,
      indicatorId: indicators.id,
      indicator: indicators.name,
      periodKind: indicators.periodKind,
      sign: indicatorLinks.sign,
      lag: indicatorLinks.lag,
    })
    .from(indicatorLinks)
    .innerJoin(indicators, eq(indicators.id, indicatorLinks.indicatorId))
    .innerJoin(measures, eq(measures.id, indicatorLinks.measureId))
    .where(and(eq(indicatorLinks.measureId, measureId), eq(measures.teamId, team.teamId)))
    .orderBy(asc(indicators.name));
}

/** The indicators of the community that a measure could feed. */
export async function indicatorsToFeed(access: CommunityAccess) {
  return db
    .select({ id: indicators.id, name: indicators.name })
    .from(indicators)
    .where(and(eq(indicators.communityId, access.communityId), isNull(indicators.archivedAt)))
    .orderBy(asc(indicators.name))
    .limit(500);
}

/** "This measure feeds that indicator", in the sign and with the lag the team expects. */
export async function linkMeasure(
  team: TeamAccess,
  measureId: string | undefined,
  fields: LinkFields,
): Promise<void> {
  await transaction(async () => {
    const measure = await findMeasure(team, measureId);
    const indicator = (await indicatorsToFeed(team)).find(({ id }) => id === fields.indicatorId);
    if (!indicator) throw new RuleBroken('Choose an indicator of your community.', 'indicatorId');
    await db
      .insert(indicatorLinks)
      .values({ ...fields, measureId: measure.id, createdBy: team.person.id })
      .catch((error: unknown) => {
        if (!isDuplicate(error)) throw error;
        throw new RuleBroken('This measure feeds that indicator already.', 'indicatorId');
      });
    await record(team, {
      deed: `said that “${measure.name}” feeds the indicator “${indicator.name}”`,
      thing: 'measure',
      thingId: measure.id,
      detail: { indicatorId: indicator.id, sign: fields.sign, lag: fields.lag },
    });
  });
}

/** @throws 404 where the link is not this measure's. */
export async function unlinkMeasure(
  team: TeamAccess,
  measureId: string | undefined,
  linkId: string,
): Promise<void> {
  await transaction(async () => {
    const measure = await findMeasure(team, measureId);
    const link = found((await linksOfMeasure(team, measure.id)).find(({ id }) => id === linkId));
    await db.delete(indicatorLinks).where(eq(indicatorLinks.id, link.id));
    await record(team, {
      deed: `took back that “${measure.name}” feeds the indicator “${link.indicator}”`,
      thing: 'measure',
      thingId: measure.id,
      detail: { indicatorId: link.indicatorId, sign: link.sign, lag: link.lag },
    });
  });
}
