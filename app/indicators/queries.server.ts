import { and, asc, eq } from 'drizzle-orm';
import { db } from '#db/client.server';
import {
  dimensions,
  indicators,
  observations,
  outcomes,
  referenceGroups,
  subgroups,
} from '#db/schema/indicators';
import { people } from '#db/schema/people';
import type { CommunitySight, IndicatorAccess } from '~/access/gate.server';
import { found } from '~/http/errors';
import type { Observed } from './cells';
import type { Reader } from './masking';
import type { Dimension } from './reading';

/** Whoever may edit indicators sees small groups; everybody else does not. */
export const readerOf = (access: CommunitySight): Reader => ({
  mayEdit: access.may('manage indicators'),
  threshold: access.community.maskingThreshold,
});

export const rule = {
  unit: indicators.unit,
  ratePer: indicators.ratePer,
  direction: indicators.direction,
  periodKind: indicators.periodKind,
  baselinePeriod: indicators.baselinePeriod,
  minimumMovement: indicators.minimumMovement,
  target: indicators.target,
  targetPeriod: indicators.targetPeriod,
  revisions: indicators.revisions,
};

export const figures = {
  period: observations.period,
  subgroupId: observations.subgroupId,
  numerator: observations.numerator,
  denominator: observations.denominator,
  value: observations.value,
  marginOfError: observations.marginOfError,
  isSuppressed: observations.isSuppressed,
};

/** The outcomes of the community, cradle to career. */
export async function listOutcomes(access: CommunitySight) {
  return db
    .select({ id: outcomes.id, name: outcomes.name })
    .from(outcomes)
    .where(eq(outcomes.communityId, access.communityId))
    .orderBy(asc(outcomes.position))
    .limit(100);
}

export async function findIndicator(access: IndicatorAccess) {
  const indicator = await db
    .select({
      id: indicators.id,
      name: indicators.name,
      definition: indicators.definition,
      source: indicators.source,
      isCore: indicators.isCore,
      ownerId: indicators.ownerId,
      everyYears: indicators.everyYears,
      archivedAt: indicators.archivedAt,
      owner: people.name,
      outcomeId: outcomes.id,
      outcome: outcomes.name,
      ...rule,
    })
    .from(indicators)
    .innerJoin(outcomes, eq(outcomes.id, indicators.outcomeId))
    .leftJoin(people, eq(people.id, indicators.ownerId))
    .where(and(eq(indicators.id, access.indicatorId), eq(indicators.communityId, access.communityId)))
    .get();
  return found(indicator);
}

/** Every observation of the indicator as it is kept. Mask it before anything is worked out or shown. */
export async function observationsOf(access: IndicatorAccess): Promise<Observed[]> {
  return db
    .select(figures)
    .from(observations)
    .where(eq(observations.indicatorId, access.indicatorId))
    .orderBy(asc(observations.periodStart), asc(observations.id));
}

/** Where each number is from and what was noted at it, by period and group. For those that may be shown. */
export async function wordsOfFigures(access: IndicatorAccess) {
  const rows = await db
    .select({
      period: observations.period,
      subgroupId: observations.subgroupId,
      source: observations.source,
      note: observations.note,
    })
    .from(observations)
    .where(eq(observations.indicatorId, access.indicatorId));
  return new Map(rows.map(({ period, subgroupId, ...words }) => [`${period} ${subgroupId ?? ''}`, words]));
}

/** The community's dimensions with their groups in order; with an indicator, also its chosen references. */
export async function dimensionsOf(access: CommunitySight, indicatorId = ''): Promise<Dimension[]> {
  const rows = await db
    .select({
      id: dimensions.id,
      name: dimensions.name,
      groupId: subgroups.id,
      group: subgroups.name,
      chosenReferenceId: referenceGroups.subgroupId,
    })
    .from(dimensions)
    .leftJoin(subgroups, eq(subgroups.dimensionId, dimensions.id))
    .leftJoin(
      referenceGroups,
      and(eq(referenceGroups.dimensionId, dimensions.id), eq(referenceGroups.indicatorId, indicatorId)),
    )
    .where(eq(dimensions.communityId, access.communityId))
    .orderBy(asc(dimensions.position), asc(dimensions.id), asc(subgroups.position), asc(subgroups.name));
  const byId = new Map<string, Dimension>();
  for (const { groupId, group, ...row } of rows) {
    const dimension = byId.get(row.id) ?? { ...row, groups: [] };
    if (groupId !== null && group !== null) dimension.groups.push({ id: groupId, name: group });
    byId.set(row.id, dimension);
  }
  return [...byId.values()];
}

/** Group id → the id of its dimension. */
export function dimensionByGroup(all: readonly Dimension[]): Map<string, string> {
  return new Map(all.flatMap(({ id, groups }) => groups.map((group) => [group.id, id] as const)));
}
