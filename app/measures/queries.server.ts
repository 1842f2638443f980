import { and, asc, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import { db } from '#db/client.server';
import { isAlso } from '#db/looked-up';
import {
  indicatorLinks,
  measureBaselines,
  measureGoals,
  measurePoints,
  measureRebases,
  measures,
} from '#db/schema/measures';
import { memberships } from '#db/schema/memberships';
import { people } from '#db/schema/people';
import { teamPeople, teams } from '#db/schema/teams';
import type { TeamPart } from '#db/vocabulary';
import { writtenOrder } from '#db/written-order';
import type { CommunityAccess, TeamAccess, TeamSight } from '~/access/gate.server';
import { may } from '~/access/policy';
import { found } from '~/http/errors';
import { maskGroups } from './masking';
import type { Measure } from './measure';
import type { SeriesPoint } from './series';

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

/** The measures of some teams of the community with the team of each, in three queries. */
export async function measuresOfTeams(
  access: CommunityAccess,
  teamIds: readonly string[],
): Promise<(Measure & { teamId: string })[]> {
  if (teamIds.length === 0) return [];
  const rows = await db
    .select({ ...definitionOn(access.today), teamId: measures.teamId })
    .from(measures)
    .where(
      and(
        inArray(measures.teamId, [...teamIds]),
        isAlso(measures.communityId, access.communityId),
        isNull(measures.archivedAt),
      ),
    )
    .orderBy(asc(measures.teamId), asc(measures.createdAt), asc(measures.id))
    .limit(2000);
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

/** Was the measure put away? It is on no list then, and its page is the list of what is archived. */
export async function isArchivedMeasure(team: TeamSight, measureId: string | undefined): Promise<boolean> {
  const row = await db
    .select({ archivedAt: measures.archivedAt })
    .from(measures)
    .where(and(eq(measures.id, measureId ?? ''), eq(measures.teamId, team.teamId)))
    .get();
  return row?.archivedAt != null;
}

/** Is the one whose list a measure is on, on the team no more, or no longer active in the community? */
export async function ownerHasLeft(team: TeamSight, { ownerId }: Pick<Measure, 'ownerId'>): Promise<boolean> {
  if (ownerId === null) return false;
  const row = await db
    .select({ id: teamPeople.id })
    .from(teamPeople)
    .innerJoin(
      memberships,
      and(
        eq(memberships.personId, teamPeople.personId),
        eq(memberships.communityId, team.communityId),
        isNull(memberships.endedAt),
        isNull(memberships.pendingSince),
      ),
    )
    .where(and(eq(teamPeople.teamId, team.teamId), eq(teamPeople.personId, ownerId)))
    .limit(1)
    .get();
  return row === undefined;
}

/** Who is reminded of a measure's numbers; null where that is the whole team. */
export async function ownerName({ ownerId }: Pick<Measure, 'ownerId'>): Promise<string | null> {
  if (ownerId === null) return null;
  const owner = await db.select({ name: people.name }).from(people).where(eq(people.id, ownerId)).get();
  return owner?.name ?? null;
}

/**
 * The points of one measure of the team in order of time: the whole group, set-aside points included. Small counts are
 * hidden from those who may not edit them.
 */
export async function readSeries(team: TeamSight, measureId: string): Promise<SeriesPoint[]> {
  const series = await seriesWhere(team, and(eq(measures.id, measureId), eq(measures.teamId, team.teamId)));
  return series.get(measureId)?.get('') ?? [];
}

/** The same with its groups, by group: "" is the whole. */
export async function readGroups(team: TeamSight, measureId: string): Promise<Map<string, SeriesPoint[]>> {
  const one = and(eq(measures.id, measureId), eq(measures.teamId, team.teamId));
  return (await seriesWhere(team, one, { withGroups: true })).get(measureId) ?? new Map();
}

/** The series of all the team's measures by measure id, in one query. A measure without numbers has no entry. */
export async function seriesOfTeam(team: TeamAccess): Promise<Map<string, SeriesPoint[]>> {
  return wholes(await seriesWhere(team, and(eq(measures.teamId, team.teamId), isNull(measures.archivedAt))));
}

/** The series of measures of any teams of the community by measure id, in one query. */
export async function seriesOfMeasures(
  access: CommunityAccess,
  measureIds: readonly string[],
): Promise<Map<string, SeriesPoint[]>> {
  if (measureIds.length === 0) return new Map();
  const ours = and(inArray(measures.id, [...measureIds]), isAlso(measures.communityId, access.communityId));
  return wholes(await seriesWhere(access, ours));
}

type Groups = Map<string, SeriesPoint[]>;

const wholes = (series: Map<string, Groups>) =>
  new Map(
    [...series].flatMap(([id, groups]) => (groups.has('') ? [[id, groups.get('') ?? []] as const] : [])),
  );

/** Who reads: somebody with a role in the community, or with a link to one chart and none. */
type Reader = Pick<TeamSight, 'person' | 'role' | 'community'>;

const mayWrite = (role: Reader['role'], part: TeamPart | null) =>
  role !== null && may(role, 'write measures', part);

/** Where this reader may not see small counts, groups come along: they may ask for the whole to be hidden too. */
const tellsOnWhole = ({ role }: Reader) =>
  mayWrite(role, null)
    ? undefined
    : and(isNull(teamPeople.part), inArray(measures.kind, ['proportion', 'rate']));

/** The one way to a series: what this reader may not see is hidden here, and nowhere else. */
async function seriesWhere(
  access: Reader,
  condition: ReturnType<typeof and>,
  { withGroups = false } = {},
): Promise<Map<string, Groups>> {
  const rows = await db
    .select({
      ...point,
      measureId: measurePoints.measureId,
      stratum: measurePoints.stratum,
      kind: measures.kind,
      part: teamPeople.part,
      ghostedBy: people.name,
    })
    .from(measures)
    .innerJoin(measurePoints, eq(measurePoints.measureId, measures.id))
    .leftJoin(
      teamPeople,
      and(eq(teamPeople.teamId, measures.teamId), eq(teamPeople.personId, access.person?.id ?? '')),
    )
    .leftJoin(people, eq(people.id, measurePoints.ghostedBy))
    .where(withGroups ? condition : and(condition, or(eq(measurePoints.stratum, ''), tellsOnWhole(access))))
    .orderBy(asc(measurePoints.measureId), asc(measurePoints.stratum), asc(measurePoints.periodStart));
  const series = new Map<string, Groups>();
  const closed = new Map<string, Pick<Measure, 'kind'>>();
  for (const { measureId, stratum, kind, part, ...row } of rows) {
    const groups = series.get(measureId) ?? new Map<string, SeriesPoint[]>();
    series.set(measureId, groups);
    const points = groups.get(stratum);
    if (points) points.push(row);
    else groups.set(stratum, [row]);
    if (!mayWrite(access.role, part)) closed.set(measureId, { kind });
  }
  const { maskingThreshold } = access.community;
  for (const [measureId, measure] of closed) {
    series.set(measureId, maskGroups(measure, series.get(measureId) ?? new Map(), maskingThreshold));
  }
  return series;
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
