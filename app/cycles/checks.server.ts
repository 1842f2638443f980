import { and, asc, eq, gte, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import { db } from '#db/client.server';
import { newestDecision } from '#db/newest-decision';
import { cycleDecisions, cyclePredictions, cycles } from '#db/schema/cycles';
import { measurePoints } from '#db/schema/measures';
import { teams } from '#db/schema/teams';
import { changeIdeas, theoryMeasures } from '#db/schema/theories';
import type { CommunityAccess, CommunityDay, TeamAccess } from '~/access/gate.server';
import { dayIn } from '~/access/today';
import {
  type CheckAnswer,
  type CheckedCycle,
  checksOf,
  type DatedPoint,
  fidelityOf,
  seriesTo,
} from './checks';
import { groupedBy } from './grouped';
import { stageOf } from './stages';

/* The checks of many cycles at once: four queries, however many cycles. */

export interface Checked extends CheckedCycle {
  teamId: string;
  team: string;
  idea: string;
  practiceId: string | null;
  isDone: boolean;
  answers: CheckAnswer[];
}

export const checksOfTeam = (team: TeamAccess) => readChecks(team, eq(cycles.teamId, team.teamId));

/** The cycles of a practice, with what of their teams they build on. */
export async function checksOfPractice(access: CommunityAccess, practiceId: string): Promise<Checked[]> {
  const users = db
    .select({ id: changeIdeas.teamId })
    .from(changeIdeas)
    .where(and(eq(changeIdeas.practiceId, practiceId), eq(changeIdeas.communityId, access.communityId)));
  const all = await readChecks(access, inArray(cycles.teamId, users));
  return all.filter((cycle) => cycle.practiceId === practiceId);
}

/** Checks met ÷ applicable of each finished cycle of these teams, by cycle. */
export async function fidelitiesOfTeams(
  access: CommunityDay,
  teamIds: readonly string[],
): Promise<Map<string, number>> {
  const checked = await readChecks(access, inArray(cycles.teamId, [...teamIds]), everything);
  return new Map(
    checked.flatMap(({ id, isDone, answers }) => {
      const { met, applicable } = fidelityOf([answers]);
      return isDone && applicable > 0 ? [[id, met / applicable] as const] : [];
    }),
  );
}

/** So much is read for one page; what is worked out for good leaves nothing out. */
const forAPage = { cycles: 5000, links: 20_000, points: 100_000 };
const everything: typeof forAPage = { cycles: -1, links: -1, points: -1 };

async function readChecks(access: CommunityDay, which: SQL, most = forAPage): Promise<Checked[]> {
  // The plus keeps the community's index out of it: a community has many more cycles than these teams.
  const isHere = sql`+${cycles.communityId} = ${access.communityId}`;
  const ofThese = and(which, isHere, isNull(cycles.archivedAt));
  const isWritten = (words: typeof cycles.objective | typeof cycles.observations) =>
    sql<number>`trim(${words}) <> ''`;
  const [rows, links] = await Promise.all([
    db
      .select({
        id: cycles.id,
        number: cycles.number,
        previousId: cycles.previousId,
        ideaId: cycles.ideaId,
        kind: cycles.kind,
        scale: cycles.scale,
        people: cycles.people,
        startsOn: cycles.startsOn,
        doStartedOn: cycles.doStartedOn,
        doEndedOn: cycles.doEndedOn,
        learned: sql<string>`substr(trim(${cycles.learned}), 1, 1)`,
        studiedAt: cycles.studiedAt,
        writtenAfterwards: cycles.writtenAfterwards,
        createdAt: cycles.createdAt,
        decision: cycleDecisions.decision,
        teamId: cycles.teamId,
        team: teams.name,
        idea: changeIdeas.name,
        practiceId: changeIdeas.practiceId,
        hasPlan: sql<number>`(${isWritten(cycles.objective)} or exists (
          select 1 from cycle_questions q where q.cycle_id = ${cycles.id}))`,
        hasDo: sql<number>`(${isWritten(cycles.observations)} or ${cycles.ranAsPlanned} is not null or exists (
          select 1 from cycle_notes n where n.cycle_id = ${cycles.id} and n.taken_out_at is null))`,
        hasPrediction: sql<number>`(exists (
          select 1 from cycle_questions q where q.cycle_id = ${cycles.id} and trim(q.prediction) <> '') or exists (
          select 1 from cycle_predictions p where p.cycle_id = ${cycles.id}))`,
      })
      .from(cycles)
      .innerJoin(teams, eq(teams.id, cycles.teamId))
      .innerJoin(changeIdeas, eq(changeIdeas.id, cycles.ideaId))
      .leftJoin(cycleDecisions, newestDecision)
      .where(ofThese)
      .orderBy(asc(teams.name), asc(cycles.number))
      .limit(most.cycles),
    linksOf(ofThese, most.links),
  ]);
  const since = rows.map(({ startsOn, doStartedOn }) => doStartedOn ?? startsOn).sort()[0] ?? access.today;
  const points = await pointsOf([...new Set([...links.values()].flat())], since, most.points);
  const { timeZone } = access.community;
  const all = rows.map(({ studiedAt, createdAt, ...row }) => ({
    ...row,
    writtenOn: dayIn(timeZone, new Date(createdAt)),
    studiedOn: studiedAt === null ? null : dayIn(timeZone, new Date(studiedAt)),
    hasPlan: Boolean(row.hasPlan),
    hasDo: Boolean(row.hasDo),
    hasPrediction: Boolean(row.hasPrediction),
  }));
  const byId = new Map(all.map((cycle) => [cycle.id, cycle]));
  return all.map((cycle) => {
    const series = seriesTo(cycle, byId);
    const measureIds = [...new Set(series.flatMap(({ id }) => links.get(id) ?? []))];
    const own = { measureIds, points: measureIds.flatMap((id) => points.get(id) ?? []) };
    return {
      ...cycle,
      isDone: stageOf(cycle) === 'done',
      answers: checksOf(cycle, series, own, access.today),
    };
  });
}

/** The measures of each cycle: those it predicts, and those that hang on its idea in the team's theory. */
async function linksOf(which: SQL | undefined, most: number): Promise<Map<string, string[]>> {
  const [predicted, hung] = await Promise.all([
    db
      .select({ cycleId: cycles.id, measureId: cyclePredictions.measureId })
      .from(cycles)
      .innerJoin(cyclePredictions, eq(cyclePredictions.cycleId, cycles.id))
      .where(which)
      .limit(most),
    db
      .select({ cycleId: cycles.id, measureId: theoryMeasures.measureId })
      .from(cycles)
      .innerJoin(theoryMeasures, eq(theoryMeasures.ideaId, cycles.ideaId))
      .where(which)
      .limit(most),
  ]);
  const byCycle = groupedBy([...predicted, ...hung], ({ cycleId }) => cycleId);
  return new Map([...byCycle].map(([id, links]) => [id, links.map(({ measureId }) => measureId)]));
}

/** The dated numbers of everyone, of these measures, since a day. */
async function pointsOf(
  measureIds: string[],
  since: string,
  most: number,
): Promise<Map<string, DatedPoint[]>> {
  if (measureIds.length === 0) return new Map();
  const rows = await db
    .select({ measureId: measurePoints.measureId, date: measurePoints.periodStart })
    .from(measurePoints)
    .where(
      and(
        inArray(measurePoints.measureId, measureIds),
        eq(measurePoints.stratum, ''),
        gte(measurePoints.periodStart, since),
        isNull(measurePoints.ghostedAt),
      ),
    )
    .limit(most);
  return groupedBy(rows, ({ measureId }) => measureId);
}
