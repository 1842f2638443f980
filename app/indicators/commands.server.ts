import { and, eq } from 'drizzle-orm';
import { db, transaction } from '#db/client.server';
import {
  dimensions,
  indicators,
  observations,
  outcomes,
  referenceGroups,
  subgroups,
} from '#db/schema/indicators';
import { requireMemberHere } from '~/access/belongs.server';
import type { CommunityAccess, IndicatorAccess } from '~/access/gate.server';
import { type Changed, changedFrom } from '~/history/changed-from';
import { record } from '~/history/record.server';
import { found, RuleBroken } from '~/http/errors';
import type { IndicatorFields, ReferenceFields } from './forms';

/** Adds an indicator to the community's registry; returns its id. */
export async function defineIndicator(access: CommunityAccess, fields: IndicatorFields): Promise<string> {
  return transaction(async () => {
    await requireHere(access, fields);
    const indicator = await db
      .insert(indicators)
      .values({ ...fields, communityId: access.communityId })
      .returning({ id: indicators.id })
      .get();
    await record(access, {
      deed: `defined the indicator “${fields.name}”`,
      thing: 'indicator',
      thingId: indicator.id,
    });
    return indicator.id;
  });
}

/** Rewrites what an indicator is. What its figures are, and for which periods, stays once there are some. */
export async function redefineIndicator(access: IndicatorAccess, fields: IndicatorFields): Promise<void> {
  await transaction(async () => {
    await requireHere(access, fields);
    const isThis = and(eq(indicators.id, access.indicatorId), eq(indicators.communityId, access.communityId));
    const before = found(await db.select().from(indicators).where(isThis).get());
    const detail = changedFrom(before, fields);
    if (!detail) return;
    await requireSameFigures(access, detail);
    await db.update(indicators).set(fields).where(isThis);
    await record(access, {
      deed: `changed the definition of “${fields.name}”`,
      thing: 'indicator',
      thingId: access.indicatorId,
      detail,
    });
  });
}

/** From now on the groups of this dimension are compared with this one, on this indicator. */
export async function chooseReference(
  access: IndicatorAccess,
  { dimensionId, subgroupId }: ReferenceFields,
): Promise<void> {
  const isThis = and(
    eq(referenceGroups.indicatorId, access.indicatorId),
    eq(referenceGroups.dimensionId, dimensionId),
  );
  await transaction(async () => {
    const split = await db
      .select({ dimension: dimensions.name, group: subgroups.name })
      .from(dimensions)
      .leftJoin(subgroups, and(eq(subgroups.dimensionId, dimensions.id), eq(subgroups.id, subgroupId ?? '')))
      .where(and(eq(dimensions.id, dimensionId), eq(dimensions.communityId, access.communityId)))
      .get();
    if (!split || (subgroupId !== null && split.group === null)) {
      throw new RuleBroken('Choose one of the groups of this split.', 'subgroupId');
    }
    if (subgroupId === null) {
      await db.delete(referenceGroups).where(isThis);
    } else {
      const chosen = { subgroupId, chosenBy: access.person.id };
      await db
        .insert(referenceGroups)
        .values({ indicatorId: access.indicatorId, dimensionId, ...chosen })
        .onConflictDoUpdate({
          target: [referenceGroups.indicatorId, referenceGroups.dimensionId],
          set: chosen,
        });
    }
    const whom = split.group === null ? 'the group that did best at the baseline' : `“${split.group}”`;
    await record(access, {
      deed: `chose ${whom} as the group to compare with, by ${split.dimension.toLowerCase()}`,
      thing: 'indicator',
      thingId: access.indicatorId,
      detail: { dimensionId, subgroupId },
    });
  });
}

const settled = {
  unit: 'This indicator has figures already, so what the numbers are cannot change. Define a new indicator.',
  ratePer: 'This indicator has figures already, so this cannot change. Define a new indicator.',
  periodKind: 'This indicator has figures already, so its periods cannot change.',
};

/** Figures are kept by period and as numbers alone: of another unit, or for other periods, they would be wrong. */
async function requireSameFigures(access: IndicatorAccess, { before }: Changed): Promise<void> {
  const field = (Object.keys(settled) as (keyof typeof settled)[]).find((name) => name in before);
  if (!field) return;
  const figure = await db
    .select({ id: observations.id })
    .from(observations)
    .where(eq(observations.indicatorId, access.indicatorId))
    .limit(1)
    .get();
  if (figure) throw new RuleBroken(settled[field], field);
}

async function requireHere(access: CommunityAccess, fields: IndicatorFields): Promise<void> {
  const outcome = await db
    .select({ id: outcomes.id })
    .from(outcomes)
    .where(and(eq(outcomes.id, fields.outcomeId), eq(outcomes.communityId, access.communityId)))
    .get();
  if (!outcome) throw new RuleBroken('Choose an outcome of your community.', 'outcomeId');
  await requireMemberHere(access, fields.ownerId, 'ownerId');
}
