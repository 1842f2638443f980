import { and, eq, gte, inArray, isNotNull, isNull, lte, type SQL, sql } from 'drizzle-orm';
import { db } from '#db/client.server';
import { newestDecision } from '#db/newest-decision';
import { cycleDecisions, cycleQuestions, cycles } from '#db/schema/cycles';
import { practiceUses, predictionScores } from '#db/schema/evidence';
import { changeIdeas } from '#db/schema/theories';
import { type Decision, decisions, type Vote, votes } from '#db/vocabulary';
import type { CommunityAccess } from '~/access/gate.server';
import { calibrationOf, type Predictor } from './calibration.server';
import { endingsOf, type Gauges } from './gauges';

/** The gauges of a team, a practice or the whole community since a day: six queries. */
export async function readGauges(access: CommunityAccess, whose: Predictor, since: string): Promise<Gauges> {
  const inUse = and(
    eq(cycles.communityId, access.communityId),
    isNull(cycles.archivedAt),
    whose === 'community'
      ? undefined
      : 'teamId' in whose
        ? eq(cycles.teamId, whose.teamId)
        : inArray(
            cycles.ideaId,
            db
              .select({ id: changeIdeas.id })
              .from(changeIdeas)
              .where(eq(changeIdeas.practiceId, whose.practiceId)),
          ),
  );
  const [begun, ended, numbers, answers, uses, predictions] = await Promise.all([
    readBegun(and(inUse, gte(cycles.doStartedOn, since), lte(cycles.doStartedOn, access.today))),
    readEnded(and(inUse, gte(cycleDecisions.decidedOn, since))),
    readMissedNumbers(
      and(
        inUse,
        eq(predictionScores.communityId, access.communityId),
        gte(predictionScores.finalFrom, since),
        lte(predictionScores.finalFrom, access.today),
      ),
    ),
    readMissedAnswers(and(inUse, gte(cycles.startsOn, since))),
    readResults(access, whose),
    calibrationOf(access, whose),
  ]);
  const byDecision = Object.fromEntries(decisions.map((decision) => [decision, 0])) as Record<
    Decision,
    number
  >;
  for (const { decision, count: of } of ended) byDecision[decision] = of;
  const results = Object.fromEntries(votes.map((vote) => [vote, 0])) as Record<Vote, number>;
  for (const { vote, count: of } of uses) results[vote] = of;
  const endings = endingsOf(byDecision);
  const misses = (numbers?.all ?? 0) + (answers?.all ?? 0);
  const explainedMisses = (numbers?.explained ?? 0) + (answers?.explained ?? 0);
  return {
    since,
    activity: { cyclesBegun: begun?.cycles ?? 0, teams: begun?.teams ?? 0, testsEnded: endings.ended },
    learning: { ...endings, misses, explainedMisses, predictions },
    results,
  };
}

const count = sql<number>`count(*)`;

const readBegun = (which: SQL | undefined) =>
  db
    .select({ cycles: count, teams: sql<number>`count(distinct ${cycles.teamId})` })
    .from(cycles)
    .where(which)
    .get();

/** A cycle ends with its newest decision, once its Study is written. */
const readEnded = (which: SQL | undefined) =>
  db
    .select({ decision: cycleDecisions.decision, count })
    .from(cycles)
    .innerJoin(cycleDecisions, newestDecision)
    .where(and(which, sql`trim(${cycles.learned}) <> ''`))
    .groupBy(cycleDecisions.decision);

/*
 * Misses are few and cycles are many: a cross join keeps SQLite to the order of the tables, misses first, which are read
 * from an index of their own.
 */

/** A number outside its range: explained where the Study says what was learned. */
const readMissedNumbers = (which: SQL | undefined) =>
  db
    .select({ all: count, explained: sql<number>`coalesce(sum(trim(${cycles.learned}) <> ''), 0)` })
    .from(predictionScores)
    .crossJoin(cycles)
    .where(and(eq(cycles.id, predictionScores.cycleId), sql`${predictionScores.isHit} = 0`, which))
    .get();

/** An answer that did not come true: explained where what happened is written beside it. */
const readMissedAnswers = (which: SQL | undefined) =>
  db
    .select({
      all: count,
      explained: sql<number>`coalesce(sum(trim(${cycleQuestions.whatHappened}) <> ''), 0)`,
    })
    .from(cycleQuestions)
    .crossJoin(cycles)
    .where(and(eq(cycles.id, cycleQuestions.cycleId), sql`${cycleQuestions.cameTrue} = 'no'`, which))
    .get();

function readResults(access: CommunityAccess, whose: Predictor) {
  const by =
    whose === 'community'
      ? undefined
      : 'teamId' in whose
        ? eq(practiceUses.teamId, whose.teamId)
        : eq(practiceUses.practiceId, whose.practiceId);
  return db
    .select({ vote: practiceUses.vote, count })
    .from(practiceUses)
    .where(and(eq(practiceUses.communityId, access.communityId), isNotNull(practiceUses.changeOn), by))
    .groupBy(practiceUses.vote);
}
