import { and, eq, inArray } from 'drizzle-orm';
import { db, transaction } from '#db/client.server';
import {
  dimensions,
  indicators,
  observations,
  outcomes,
  referenceGroups,
  subgroups,
} from '#db/schema/indicators';
import { people } from '#db/schema/people';
import { requireMemberHere } from '~/access/belongs.server';
import type { CommunityAccess, IndicatorAccess } from '~/access/gate.server';
import { type Changed, changedFrom } from '~/history/changed-from';
import { keptBeside } from '~/history/meanwhile.server';
import { record } from '~/history/record.server';
import { found, RuleBroken } from '~/http/errors';
import type { Shown } from '~/http/meanwhile';
import { answerWords, definitionChanges, type Names } from './definition-words';
import type { IndicatorFields, ReferenceFields } from './forms';

/** Adds an indicator to the community's registry; returns its id. */
export async function defineIndicator(access: CommunityAccess, fields: IndicatorFields): Promise<string> {
  return transaction(async () => {
    await requireOutcomeHere(access, fields.outcomeId);
    await requireMemberHere(access, fields.ownerId, 'ownerId');
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

/** Answers that only make sense beside each other. */
const together = [
  ['target', 'targetPeriod', 'baselinePeriod', 'unit', 'periodKind'],
] as const satisfies (keyof IndicatorFields)[][];

/**
 * Rewrites what an indicator is; `shown` is what the form was drawn with. What its figures are, and for which periods,
 * stays once there are some.
 */
export async function redefineIndicator(
  access: IndicatorAccess,
  typed: IndicatorFields,
  shown: Shown | null = null,
): Promise<void> {
  await transaction(async () => {
    const isThis = and(eq(indicators.id, access.indicatorId), eq(indicators.communityId, access.communityId));
    const before = found(await db.select().from(indicators).where(isThis).get());
    const fields = await keptBeside<IndicatorFields>(access, {
      ...{ typed, now: before, shown, together, of: { thingId: access.indicatorId } },
      words: answerWords,
      named: { outcomeId: outcomes, ownerId: people },
    });
    const detail = changedFrom(before, fields);
    if (!detail) return;
    await requireOutcomeHere(access, fields.outcomeId);
    // Whoever looks after it may have left meanwhile, and stays until somebody else is chosen.
    if (fields.ownerId !== before.ownerId) await requireMemberHere(access, fields.ownerId, 'ownerId');
    await requireSameFigures(access, detail);
    await db.update(indicators).set(fields).where(isThis);
    await record(access, {
      deed: `changed the definition of “${fields.name}”`,
      thing: 'indicator',
      thingId: access.indicatorId,
      detail,
      changes: definitionChanges(detail.before, fields, await namesIn(before, fields)),
    });
  });
}

/** The names of the outcomes and people that some answers name. */
async function namesIn(...answers: Partial<Record<'outcomeId' | 'ownerId', unknown>>[]): Promise<Names> {
  const ids = (name: 'outcomeId' | 'ownerId') => answers.flatMap((some) => (some[name] ?? []) as string);
  const [ofOutcomes, ofPeople] = await Promise.all([
    db
      .select({ id: outcomes.id, name: outcomes.name })
      .from(outcomes)
      .where(inArray(outcomes.id, ids('outcomeId'))),
    db
      .select({ id: people.id, name: people.name })
      .from(people)
      .where(inArray(people.id, ids('ownerId'))),
  ]);
  return new Map([...ofOutcomes, ...ofPeople].map(({ id, name }) => [id, name]));
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

async function requireOutcomeHere(access: CommunityAccess, outcomeId: string): Promise<void> {
  const outcome = await db
    .select({ id: outcomes.id })
    .from(outcomes)
    .where(and(eq(outcomes.id, outcomeId), eq(outcomes.communityId, access.communityId)))
    .get();
  if (!outcome) throw new RuleBroken('Choose an outcome of your community.', 'outcomeId');
}
