import { and, asc, eq, isNull } from 'drizzle-orm';
import { db } from '#db/client.server';
import { indicators, observations } from '#db/schema/indicators';
import type { CommunityAccess } from '~/access/gate.server';
import { isFigure } from './cells';
import { readableCells } from './masking';
import {
  definitionsOf,
  dimensionByGroup,
  dimensionsOf,
  figures,
  listOutcomes,
  readerOf,
} from './queries.server';
import { readOverall, targetLabel } from './reading';

/**
 * The indicators of the community under their outcomes, each with its figures for everyone as this reader may see
 * them. Four queries, however many indicators. The groups are read too: what hides a small one can hide a total.
 */
export async function listIndicators(access: CommunityAccess) {
  const [outcomes, definitions, dimensions, observed] = await Promise.all([
    listOutcomes(access),
    definitionsOf(access),
    dimensionsOf(access),
    db
      .select({ indicatorId: observations.indicatorId, ...figures })
      .from(indicators)
      .innerJoin(observations, eq(observations.indicatorId, indicators.id))
      .where(and(eq(indicators.communityId, access.communityId), isNull(indicators.archivedAt)))
      .orderBy(asc(observations.indicatorId), asc(observations.periodStart)),
  ]);
  const byIndicator = new Map<string, typeof observed>();
  for (const row of observed) {
    const rows = byIndicator.get(row.indicatorId);
    if (rows) rows.push(row);
    else byIndicator.set(row.indicatorId, [row]);
  }
  const groups = dimensionByGroup(dimensions);
  const reader = readerOf(access);
  const firstMonth = access.community.schoolYearFirstMonth;
  const rows = definitions.map((definition) => {
    const cells = readableCells(byIndicator.get(definition.id) ?? [], groups, definition, reader);
    const { all, baseline, latest, movement, sentence, unit } = readOverall(definition, cells, firstMonth);
    return {
      id: definition.id,
      name: definition.name,
      isCore: definition.isCore,
      outcomeId: definition.outcomeId,
      direction: definition.direction,
      values: all.cells.map((cell) => (isFigure(cell) ? cell.value : null)),
      baseline,
      latest,
      status: movement.status,
      beyondChance: movement.beyondChance,
      sentence,
      unit,
      target: definition.target,
      targetLabel: targetLabel(definition, firstMonth),
    };
  });
  return outcomes.map((outcome) => ({
    ...outcome,
    indicators: rows.filter((row) => row.outcomeId === outcome.id),
  }));
}
