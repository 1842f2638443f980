import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { db } from '#db/client.server';
import {
  indicatorLinks,
  measureBaselines,
  measureGoals,
  measurePoints,
  measureRebases,
  measures,
} from '#db/schema/measures';
import { people } from '#db/schema/people';
import { teams } from '#db/schema/teams';
import { writtenOrder } from '#db/written-order';
import type { CommunityAccess, TeamAccess, TeamSight } from '~/access/gate.server';
import { found } from '~/http/errors';
import type { Measure } from './measure';
import { type SeriesPoint, shownValue } from './series';

export { cyclesForChart, cyclesOfTeams } from './cycles.server';

/** A measure as it is on a day: its goal is the newest whose day has come, else the one it began with. */
const definitionOn = (today: string) => ({
  id: measures.id,
  name: measures.name,
  type: measures.type,
  kind: measures.kind,
  direction: measures.direction,
  frequency: measures.frequency,
  definition: measures.definition,
  numeratorWords: measures.numeratorWords,
  denominatorWords: measures.denominatorWords,
  inclusions: measures.inclusions,
  strata: measures.strata,
  unit: measures.unit,
  ratePer: measures.ratePer,
  // Names are spelled out: of a query on one table, the columns in here would lose theirs.
  goal: sql<number | null>`coalesce((
    select goal from measure_goals where measure_goals.measure_id = measures.id and from_on <= ${today}
    order by from_on desc limit 1), measures.goal)`,
  firstGoal: measures.goal,
  baselineThrough: sql<string | null>`(
    select through_on from measure_baselines where measure_baselines.measure_id = measures.id
    order by measure_baselines.created_at desc, ${writtenOrder(measureBaselines)} desc limit 1)`,
  goalBy: measures.goalBy,
  source: measures.source,
  collector: measures.collector,
  ownerId: measures.ownerId,
  lowest: measures.lowest,
  highest: measures.highest,
  dueLagDays: measures.dueLagDays,
  ruleSet: measures.ruleSet,
  chartKind: measures.chartKind,
  isScreened: measures.isScreened,
  showsIcons: measures.showsIcons,
});

type Steps = Pick<Measure, 'phaseStarts' | 'goalSteps'>;

/** Measures with the days on which phases began and goals changed, in two queries for all of them. */
async function withSteps<Row extends { id: string }>(rows: readonly Row[]): Promise<(Row & Steps)[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const [phases, goals] = await Promise.all([
    db
      .select({ measureId: measureRebases.measureId, fromOn: measureRebases.fromOn })
      .from(measureRebases)
      .where(and(inArray(measureRebases.measureId, ids), isNull(measureRebases.takenBackAt)))
      .orderBy(asc(measureRebases.fromOn)),
    db
      .select({ measureId: measureGoals.measureId, fromOn: measureGoals.fromOn, goal: measureGoals.goal })
      .from(measureGoals)
      .where(inArray(measureGoals.measureId, ids))
      .orderBy(asc(measureGoals.fromOn)),
  ]);
  const steps = new Map(ids.map((id) => [id, { phaseStarts: [] as string[], goalSteps: [] as Goal[] }]));
  for (const { measureId, fromOn } of phases) steps.get(measureId)?.phaseStarts.push(fromOn);
  for (const { measureId, ...step } of goals) steps.get(measureId)?.goalSteps.push(step);
  return rows.map((row) => ({ ...row, phaseStarts: [], goalSteps: [], ...steps.get(row.id) }));
}
type Goal = Measure['goalSteps'][number];

const point = {
  id: measurePoints.id,
  periodStart: measurePoints.periodStart,
  numerator: measurePoints.numerator,
  denominator: measurePoints.denominator,
  value: measurePoints.value,
  note: measurePoints.note,
  enteredAt: measurePoints.enteredAt,
  ghostedAt: measurePoints.ghostedAt,
  ghostReason: measurePoints.ghostReason,
  rawValues: measurePoints.rawValues,
};

/** The measures a team keeps, in the order they were made. */
export async function measuresOfTeam(team: TeamAccess): Promise<Measure[]> {
  const rows = await db
    .select(definitionOn(team.today))
    .from(measures)
    .where(and(eq(measures.teamId, team.teamId), isNull(measures.archivedAt)))
    .orderBy(asc(measures.createdAt), asc(measures.id))
    .limit(100);
  return withSteps(rows);
}

/** One measure of the team. @throws 404 where it is not this team's. */
export async function findMeasure(team: TeamSight, measureId: string | undefined): Promise<Measure> {
  const rows = await db
    .select(definitionOn(team.today))
    .from(measures)
    .where(
      and(eq(measures.id, measureId ?? ''), eq(measures.teamId, team.teamId), isNull(measures.archivedAt)),
    );
  const [measure] = await withSteps(rows);
  return found(measure);
}

/** Who is reminded of a measure's numbers; null where that is the whole team. */
export async function ownerName({ ownerId }: Pick<Measure, 'ownerId'>): Promise<string | null> {
  if (ownerId === null) return null;
  const owner = await db.select({ name: people.name }).from(people).where(eq(people.id, ownerId)).get();
  return owner?.name ?? null;
}

/** The points of one measure of the team in order of time: the whole group, set-aside points included. */
export async function readSeries(team: TeamSight, measureId: string): Promise<SeriesPoint[]> {
  return db
    .select(point)
    .from(measurePoints)
    .innerJoin(measures, eq(measures.id, measurePoints.measureId))
    .where(
      and(
        eq(measurePoints.measureId, measureId),
        eq(measures.teamId, team.teamId),
        eq(measurePoints.stratum, ''),
      ),
    )
    .orderBy(asc(measurePoints.periodStart));
}

/** The series of all the team's measures by measure id, in one query. A measure without numbers has no entry. */
export async function seriesOfTeam(team: TeamAccess): Promise<Map<string, SeriesPoint[]>> {
  return seriesWhere(and(eq(measures.teamId, team.teamId), isNull(measures.archivedAt)));
}

/** The series of measures of any teams of the community by measure id, in one query. */
export async function seriesOfMeasures(
  access: CommunityAccess,
  measureIds: readonly string[],
): Promise<Map<string, SeriesPoint[]>> {
  if (measureIds.length === 0) return new Map();
  return seriesWhere(
    and(inArray(measures.id, [...measureIds]), eq(measures.communityId, access.communityId)),
  );
}

async function seriesWhere(condition: ReturnType<typeof and>): Promise<Map<string, SeriesPoint[]>> {
  const rows = await db
    .select({ ...point, measureId: measurePoints.measureId })
    .from(measures)
    .innerJoin(measurePoints, and(eq(measurePoints.measureId, measures.id), eq(measurePoints.stratum, '')))
    .where(condition)
    .orderBy(asc(measurePoints.measureId), asc(measurePoints.periodStart));
  const series = new Map<string, SeriesPoint[]>();
  for (const { measureId, ...row } of rows) {
    const points = series.get(measureId);
    if (points) points.push(row);
    else series.set(measureId, [row]);
  }
  return series;
}

/** The newest number of a measure that takes part, in the unit its chart shows; null while there is none. */
export async function latestValue(
  team: TeamAccess,
  measure: Pick<Measure, 'id' | 'kind' | 'ratePer'>,
): Promise<{ periodStart: string; value: number } | null> {
  const newest = await db
    .select(point)
    .from(measurePoints)
    .innerJoin(measures, eq(measures.id, measurePoints.measureId))
    .where(
      and(
        eq(measurePoints.measureId, measure.id),
        eq(measures.teamId, team.teamId),
        eq(measurePoints.stratum, ''),
        isNull(measurePoints.ghostedAt),
        sql`(${measurePoints.denominator} is null or ${measurePoints.denominator} > 0)`,
      ),
    )
    .orderBy(desc(measurePoints.periodStart))
    .limit(1)
    .get();
  const value = newest ? shownValue(measure, newest) : null;
  return newest && value !== null ? { periodStart: newest.periodStart, value } : null;
}

/** The measures of all teams that feed an indicator, with what each link says; archived teams left out. */
export async function measuresFeeding(access: CommunityAccess, indicatorId: string) {
  const rows = await db
    .select({
      ...definitionOn(access.today),
      teamId: teams.id,
      team: teams.name,
      linkId: indicatorLinks.id,
      sign: indicatorLinks.sign,
      lag: indicatorLinks.lag,
    })
    .from(indicatorLinks)
    .innerJoin(measures, and(eq(measures.id, indicatorLinks.measureId), isNull(measures.archivedAt)))
    .innerJoin(teams, and(eq(teams.id, measures.teamId), isNull(teams.archivedAt)))
    .where(and(eq(indicatorLinks.indicatorId, indicatorId), eq(measures.communityId, access.communityId)))
    .orderBy(asc(teams.name), asc(measures.name));
  return withSteps(rows);
}
