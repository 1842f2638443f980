import { and, asc, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import { currentDatabase, db } from '#db/client.server';
import { indicators, observations, outcomes, referenceGroups } from '#db/schema/indicators';
import { indicatorLinks, measures } from '#db/schema/measures';
import { indicatorPasts } from '#db/schema/scoreboard';
import type { CommunitySight } from '~/access/gate.server';
import { endOfDay } from '~/access/today';
import { aTurn } from '~/imports/steps';
import type { Area, BoardRow } from './board';
import type { Observed } from './cells';
import { type ChosenReference, definitionThen, figuresThen, type Past, referencesThen } from './known-then';
import { dimensionByGroup, dimensionsOf, figures, listOutcomes, readerOf, rule } from './queries.server';
import { type ScoreDefinition, scoreRow } from './score-row';

/**
 * The scoreboard's rows under their outcomes, as this reader may see them: as they are now, or as they were at the
 * end of a past day, worked out from what was known then.
 */
export async function readAreas(sight: CommunitySight, on: string | null): Promise<Area[]> {
  const frame = await readFrame(sight, on !== null);
  const rows = on === null ? await rowsNow(sight, frame) : await rowsThen(sight, frame, on);
  return frame.outcomes.map((outcome) => ({
    ...outcome,
    rows: rows
      .filter((row) => row.outcomeId === outcome.id)
      .sort((a, b) => Number(b.isCore) - Number(a.isCore) || a.name.localeCompare(b.name)),
  }));
}

/** What stands around the figures: outcomes, definitions, groups, who is compared, what teams work on. */
async function readFrame(sight: CommunitySight, withArchived: boolean) {
  const [outcomeList, definitions, dimensions, references, atWork] = await Promise.all([
    listOutcomes(sight),
    definitionRows(sight, withArchived),
    dimensionsOf(sight),
    referenceRows(sight),
    indicatorsAtWork(sight),
  ]);
  const byIndicator = groupedBy(references, ({ indicatorId }) => indicatorId);
  const withTeam = new Set(atWork.map(({ indicatorId }) => indicatorId));
  return { outcomes: outcomeList, definitions, dimensions, references: byIndicator, withTeam };
}
type Frame = Awaited<ReturnType<typeof readFrame>>;

const ofCommunity = (sight: CommunitySight) => eq(indicators.communityId, sight.communityId);
const inUse = (sight: CommunitySight) => and(ofCommunity(sight), isNull(indicators.archivedAt));

export const definitionRows = (sight: CommunitySight, withArchived: boolean) =>
  db
    .select({
      id: indicators.id,
      name: indicators.name,
      isCore: indicators.isCore,
      outcomeId: indicators.outcomeId,
      createdAt: indicators.createdAt,
      archivedAt: indicators.archivedAt,
      // Each change adds a figure or a past, so the two together never come back to what they were.
      figures: sql<number>`(select count(*) from ${observations} where ${observations.indicatorId} = ${indicators.id})`,
      pasts: sql<number>`(select count(*) from ${indicatorPasts} where ${indicatorPasts.indicatorId} = ${indicators.id})`,
      ...rule,
    })
    .from(indicators)
    .innerJoin(outcomes, eq(outcomes.id, indicators.outcomeId))
    .where(withArchived ? ofCommunity(sight) : inUse(sight))
    .orderBy(asc(outcomes.position), asc(indicators.name))
    .limit(500);

export const referenceRows = (sight: CommunitySight) =>
  db
    .select({
      indicatorId: referenceGroups.indicatorId,
      dimensionId: referenceGroups.dimensionId,
      subgroupId: referenceGroups.subgroupId,
      createdAt: referenceGroups.createdAt,
    })
    .from(indicators)
    .innerJoin(referenceGroups, eq(referenceGroups.indicatorId, indicators.id))
    .where(ofCommunity(sight));

/** Indicators that a measure in use feeds. */
export const indicatorsAtWork = (sight: CommunitySight) =>
  db
    .selectDistinct({ indicatorId: indicatorLinks.indicatorId })
    .from(measures)
    .innerJoin(indicatorLinks, eq(indicatorLinks.measureId, measures.id))
    .where(and(eq(measures.communityId, sight.communityId), isNull(measures.archivedAt)));

/* As it is now. Rows are kept in memory, each as long as nothing changed that it was worked out from. */

export const figureRows = (indicatorIds: string[]) =>
  db
    .select({ indicatorId: observations.indicatorId, ...figures })
    .from(observations)
    .where(inArray(observations.indicatorId, indicatorIds))
    .orderBy(asc(observations.indicatorId), asc(observations.periodStart));

interface Kept {
  /** What the row was worked out from. */
  from: string;
  row: BoardRow;
}
interface KeptCommunity {
  frame: string;
  rows: Map<string, Kept>;
}

const keptOf = new WeakMap<object, Map<string, KeptCommunity>>();
/** Communities, once for those who may edit and once for all others: some 100 KB each. */
const mostKept = 200;

/** The rows kept for this community and kind of reader; none where its groups or settings have changed. */
function keptRows(sight: CommunitySight, { dimensions }: Frame): Map<string, Kept> {
  const database = currentDatabase();
  const all = keptOf.get(database) ?? new Map<string, KeptCommunity>();
  keptOf.set(database, all);
  const reader = readerOf(sight);
  const key = `${sight.communityId} ${reader.mayEdit}`;
  const frame = JSON.stringify([reader, sight.community.schoolYearFirstMonth, dimensions]);
  const known = all.get(key);
  const kept = known?.frame === frame ? known : { frame, rows: new Map<string, Kept>() };
  // Asked for last, forgotten last.
  all.delete(key);
  all.set(key, kept);
  if (all.size > mostKept) all.delete(all.keys().next().value as string);
  return kept.rows;
}

async function rowsNow(sight: CommunitySight, frame: Frame): Promise<BoardRow[]> {
  const kept = keptRows(sight, frame);
  const fromOf = (definition: Frame['definitions'][number]) =>
    JSON.stringify([definition, frame.references.get(definition.id), frame.withTeam.has(definition.id)]);
  const wanted = frame.definitions.map((definition) => ({ definition, from: fromOf(definition) }));
  const stale = wanted.filter(({ definition, from }) => kept.get(definition.id)?.from !== from);
  if (stale.length > 0) {
    const read = await figureRows(stale.map(({ definition }) => definition.id));
    const observed = groupedBy(read, ({ indicatorId }) => indicatorId);
    for (const { definition, from } of stale) {
      // To mask and read 288 figures takes milliseconds: others have a turn between two indicators.
      await aTurn();
      const own = observed.get(definition.id) ?? [];
      const row = rowOf(sight, frame, definition, own, chosenNow(frame, definition.id));
      kept.set(definition.id, { from, row });
    }
  }
  return wanted.flatMap(({ definition }) => kept.get(definition.id)?.row ?? []);
}

const chosenNow = ({ references }: Frame, id: string) =>
  new Map((references.get(id) ?? []).map(({ dimensionId, subgroupId }) => [dimensionId, subgroupId]));

function rowOf(
  sight: CommunitySight,
  { dimensions, withTeam }: Frame,
  definition: ScoreDefinition,
  observed: readonly Observed[],
  chosen: ReadonlyMap<string, string>,
  now: readonly Observed[] | null = null,
): BoardRow {
  const withChosen = dimensions.map((dimension) => ({
    ...dimension,
    chosenReferenceId: chosen.get(dimension.id) ?? null,
  }));
  const groups = dimensionByGroup(withChosen);
  const firstMonth = sight.community.schoolYearFirstMonth;
  const row = scoreRow(definition, observed, withChosen, groups, readerOf(sight), firstMonth, now);
  return { ...row, hasTeam: withTeam.has(definition.id) };
}

/* As it was. */

/** Those entered later too: what is known now decides with what was known then what may be shown. */
export const datedFigures = (sight: CommunitySight) =>
  db
    .select({ indicatorId: observations.indicatorId, enteredAt: observations.enteredAt, ...figures })
    .from(indicators)
    .innerJoin(observations, eq(observations.indicatorId, indicators.id))
    .where(ofCommunity(sight))
    .orderBy(asc(observations.indicatorId), asc(observations.periodStart));

export const pastsAfter = (sight: CommunitySight, at: string) =>
  db
    .select({
      indicatorId: indicatorPasts.indicatorId,
      kind: indicatorPasts.kind,
      cell: indicatorPasts.cell,
      was: indicatorPasts.was,
      knownFrom: indicatorPasts.knownFrom,
      knownUntil: indicatorPasts.knownUntil,
    })
    .from(indicators)
    .innerJoin(
      indicatorPasts,
      and(eq(indicatorPasts.indicatorId, indicators.id), gt(indicatorPasts.knownUntil, at)),
    )
    .where(ofCommunity(sight));

async function rowsThen(sight: CommunitySight, frame: Frame, on: string): Promise<BoardRow[]> {
  const at = endOfDay(sight.community.timeZone, on);
  const [dated, after] = await Promise.all([datedFigures(sight), pastsAfter(sight, at)]);
  const observed = groupedBy(dated, ({ indicatorId }) => indicatorId);
  const pasts = groupedBy(after, ({ indicatorId }) => indicatorId);
  const rows: BoardRow[] = [];
  for (const now of frame.definitions) {
    const own: Past[] = pasts.get(now.id) ?? [];
    const definition = definitionThen(now, own, at);
    if (!definition) continue;
    await aTurn();
    const chosen: ChosenReference[] = frame.references.get(now.id) ?? [];
    const current = observed.get(now.id) ?? [];
    const known = figuresThen(current, own, at);
    rows.push(rowOf(sight, frame, definition, known, referencesThen(chosen, own, at), current));
  }
  return rows;
}

function groupedBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const known = groups.get(keyOf(row));
    if (known) known.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
