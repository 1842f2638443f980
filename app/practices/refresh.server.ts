import { group } from 'd3-array';
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { db, transaction } from '#db/client.server';
import { newestDecision } from '#db/newest-decision';
import { cycleDecisions, cyclePredictions, cycles } from '#db/schema/cycles';
import { evidenceStale, practiceUses, practiceVerdicts, predictionScores } from '#db/schema/evidence';
import { measurePoints, measureRebases, measures } from '#db/schema/measures';
import { teams } from '#db/schema/teams';
import { changeIdeas, theoryMeasures } from '#db/schema/theories';
import type { CommunityDay } from '~/access/gate.server';
import { shownValue } from '~/statistics/shown-value';
import type { DatedPoint } from './measure-verdict';
import {
  type ReadScore,
  type ReadUse,
  type Settle,
  scoresOf,
  type TeamCycle,
  type TeamFacts,
  type TeamMeasure,
  usesOf,
} from './team-evidence';

/*
 * Works out anew what is out of date: for each team of which a point, a cycle, a link, a phase, or anything else the
 * rules look at was changed (evidence_stale, filled by triggers), all its uses, verdicts and scores.
 */

/** What other rooms know, brought by the page. */
export interface FromOtherRooms {
  /** Of each finished cycle of these teams, checks met ÷ applicable. */
  fidelities(access: CommunityDay, teamIds: readonly string[]): Promise<Map<string, number>>;
  settle(access: CommunityDay): Settle;
}

/** So many teams are read and written at once: enough for few queries, and few enough that others get their turn. */
const teamsAtOnce = 12;

/** Brings a community's evidence up to date, or that of one team of it. Nothing to do is one query. */
export async function refreshEvidence(
  access: CommunityDay,
  rooms: FromOtherRooms,
  teamId?: string,
): Promise<void> {
  const stale = await db
    .select({ teamId: evidenceStale.teamId, mark: evidenceStale.mark })
    .from(evidenceStale)
    .innerJoin(teams, eq(teams.id, evidenceStale.teamId))
    .where(
      and(
        eq(teams.communityId, access.communityId),
        teamId === undefined ? undefined : eq(evidenceStale.teamId, teamId),
      ),
    )
    .orderBy(asc(evidenceStale.teamId));
  // In portions, not team by team: the queries of one are the same for all its teams.
  for (let first = 0; first < stale.length; first += teamsAtOnce) {
    await refreshTeams(access, rooms, stale.slice(first, first + teamsAtOnce));
  }
}

interface Stale {
  teamId: string;
  mark: string;
}

async function refreshTeams(access: CommunityDay, rooms: FromOtherRooms, stale: readonly Stale[]) {
  const facts = await factsOf(
    access,
    rooms,
    stale.map(({ teamId }) => teamId),
  );
  const settle = rooms.settle(access);
  const read = facts.map((team) => ({
    teamId: team.teamId,
    uses: usesOf(team),
    scores: scoresOf(team, settle),
  }));
  await transaction(async () => {
    // Who was changed again meanwhile stays marked, and keeps what it had until the next time.
    const marked = await db
      .select()
      .from(evidenceStale)
      .where(
        inArray(
          evidenceStale.teamId,
          stale.map(({ teamId }) => teamId),
        ),
      );
    const marks = new Map(marked.map(({ teamId, mark }) => [teamId, mark]));
    const same = new Set(
      stale.filter(({ teamId, mark }) => marks.get(teamId) === mark).map(({ teamId }) => teamId),
    );
    await write(
      access.communityId,
      read.filter(({ teamId }) => same.has(teamId)),
    );
  });
}

interface Read {
  teamId: string;
  uses: ReadUse[];
  scores: ReadScore[];
}

async function write(communityId: string, read: readonly Read[]): Promise<void> {
  if (read.length === 0) return;
  const ids = read.map(({ teamId }) => teamId);
  await db.delete(practiceVerdicts).where(inArray(practiceVerdicts.teamId, ids));
  await db.delete(practiceUses).where(inArray(practiceUses.teamId, ids));
  await db.delete(predictionScores).where(inArray(predictionScores.teamId, ids));
  await db.delete(evidenceStale).where(inArray(evidenceStale.teamId, ids));
  const uses = read.flatMap(({ teamId, uses: own }) =>
    own.map(({ verdicts: _, ...use }) => ({ ...use, teamId, communityId })),
  );
  const verdicts = read.flatMap(({ teamId, uses: own }) =>
    own.flatMap(({ practiceId, verdicts: of }) => of.map((verdict) => ({ ...verdict, practiceId, teamId }))),
  );
  const scores = read.flatMap(({ teamId, scores: own }) =>
    own.map((score) => ({ ...score, teamId, communityId })),
  );
  // A statement takes so many values; these are portions of one insert each.
  for (const rows of portions(uses)) await db.insert(practiceUses).values(rows);
  for (const rows of portions(verdicts)) await db.insert(practiceVerdicts).values(rows);
  for (const rows of portions(scores)) await db.insert(predictionScores).values(rows);
}

const rowsAtOnce = 500;

function portions<Row>(rows: readonly Row[]): Row[][] {
  const count = Math.ceil(rows.length / rowsAtOnce);
  return Array.from({ length: count }, (_, i) => rows.slice(i * rowsAtOnce, (i + 1) * rowsAtOnce));
}

/** All that the rules look at, for some teams: seven queries, however many teams. */
async function factsOf(
  access: CommunityDay,
  rooms: FromOtherRooms,
  teamIds: readonly string[],
): Promise<TeamFacts[]> {
  const inTeams = inArray(cycles.teamId, [...teamIds]);
  const inUse = and(inTeams, isNull(cycles.archivedAt));
  const [ofCycles, predictions, hung, ofMeasures, points, rebases, fidelities] = await Promise.all([
    readCycles(inUse),
    db
      .select({
        cycleId: cyclePredictions.cycleId,
        measureId: cyclePredictions.measureId,
        expected: cyclePredictions.expected,
        low: cyclePredictions.low,
        high: cyclePredictions.high,
        checkOn: cyclePredictions.checkOn,
      })
      .from(cyclePredictions)
      .innerJoin(cycles, eq(cycles.id, cyclePredictions.cycleId))
      .where(inUse)
      .orderBy(asc(cyclePredictions.createdAt), asc(cyclePredictions.id)),
    db
      .select({ ideaId: theoryMeasures.ideaId, measureId: theoryMeasures.measureId })
      .from(theoryMeasures)
      .where(inArray(theoryMeasures.teamId, [...teamIds])),
    db
      .select({
        id: measures.id,
        teamId: measures.teamId,
        type: measures.type,
        kind: measures.kind,
        ratePer: measures.ratePer,
        direction: measures.direction,
        frequency: measures.frequency,
        dueLagDays: measures.dueLagDays,
      })
      .from(measures)
      .where(and(inArray(measures.teamId, [...teamIds]), isNull(measures.archivedAt))),
    readPoints(teamIds),
    db
      .select({ measureId: measureRebases.measureId, fromOn: measureRebases.fromOn })
      .from(measureRebases)
      .innerJoin(measures, eq(measures.id, measureRebases.measureId))
      .where(and(inArray(measures.teamId, [...teamIds]), isNull(measureRebases.takenBackAt))),
    rooms.fidelities(access, teamIds),
  ]);
  const byCycle = group(predictions, ({ cycleId }) => cycleId);
  const byIdea = group(hung, ({ ideaId }) => ideaId);
  const pointsOf = group(points, ({ measureId }) => measureId);
  const rebasesOf = group(rebases, ({ measureId }) => measureId);
  const measuresOf = group(ofMeasures, ({ teamId }) => teamId);
  const cyclesOf = group(ofCycles, ({ teamId }) => teamId);
  return teamIds.map((teamId) => ({
    teamId,
    cycles: (cyclesOf.get(teamId) ?? []).map(({ teamId: _, isDone, ...cycle }): TeamCycle => {
      const own = byCycle.get(cycle.id) ?? [];
      const ofIdea = byIdea.get(cycle.ideaId) ?? [];
      return {
        ...cycle,
        isDone: Boolean(isDone),
        fidelity: fidelities.get(cycle.id) ?? null,
        predictions: own,
        measureIds: [...new Set([...own, ...ofIdea].map(({ measureId }) => measureId))],
      };
    }),
    measures: new Map(
      (measuresOf.get(teamId) ?? []).map((measure) => [
        measure.id,
        seriesOf(measure, pointsOf.get(measure.id) ?? [], rebasesOf.get(measure.id) ?? []),
      ]),
    ),
  }));
}

function readCycles(which: ReturnType<typeof and>) {
  return db
    .select({
      id: cycles.id,
      teamId: cycles.teamId,
      ideaId: cycles.ideaId,
      practiceId: changeIdeas.practiceId,
      number: cycles.number,
      doStartedOn: cycles.doStartedOn,
      isDone: sql<number>`(trim(${cycles.learned}) <> '' and ${cycleDecisions.id} is not null)`,
      decision: cycleDecisions.decision,
      decidedOn: cycleDecisions.decidedOn,
      focusGroup: cycles.focusGroup,
      writtenAfterwards: cycles.writtenAfterwards,
    })
    .from(cycles)
    .innerJoin(changeIdeas, eq(changeIdeas.id, cycles.ideaId))
    .leftJoin(cycleDecisions, newestDecision)
    .where(which)
    .orderBy(asc(cycles.number));
}

/** In SQL that reads columns only: there are many. */
function readPoints(teamIds: readonly string[]) {
  return db
    .select({
      measureId: measurePoints.measureId,
      date: measurePoints.periodStart,
      stratum: measurePoints.stratum,
      numerator: measurePoints.numerator,
      denominator: measurePoints.denominator,
      value: measurePoints.value,
      ghostedAt: measurePoints.ghostedAt,
    })
    .from(measurePoints)
    .innerJoin(measures, eq(measures.id, measurePoints.measureId))
    .where(and(inArray(measures.teamId, [...teamIds]), isNull(measures.archivedAt)));
}

type MeasureRow = Omit<TeamMeasure, 'points' | 'groups' | 'rebasedOn'> & { ratePer: number };
type PointRow = Awaited<ReturnType<typeof readPoints>>[number];

function seriesOf(
  measure: MeasureRow,
  rows: readonly PointRow[],
  rebases: readonly { fromOn: string }[],
): TeamMeasure {
  const byStratum = group(rows, ({ stratum }) => stratum);
  const pointsOf = (stratum: string) =>
    (byStratum.get(stratum) ?? []).map((row): DatedPoint => {
      const { numerator, denominator } = row;
      const hasShare =
        measure.kind === 'proportion' && numerator !== null && denominator !== null && denominator > 0;
      return {
        date: row.date,
        value: shownValue(measure, row),
        share: hasShare ? { count: numerator, of: denominator } : null,
        outOf: denominator,
        isGhosted: row.ghostedAt !== null,
      };
    });
  const groups = [...byStratum.keys()].filter((name) => name !== '');
  return {
    ...measure,
    rebasedOn: rebases.map(({ fromOn }) => fromOn),
    points: pointsOf(''),
    groups: new Map(groups.map((name) => [name, pointsOf(name)])),
  };
}
