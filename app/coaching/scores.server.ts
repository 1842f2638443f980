import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { db, transaction } from '#db/client.server';
import { isAlso } from '#db/looked-up';
import { newestDecision } from '#db/newest-decision';
import { progressScores } from '#db/schema/coaching';
import { cycleDecisions, cycles } from '#db/schema/cycles';
import { people } from '#db/schema/people';
import { teams } from '#db/schema/teams';
import type { ScoreKind } from '#db/vocabulary';
import { writtenOrder } from '#db/written-order';
import type { CommunityAccess, TeamAccess } from '~/access/gate.server';
import { dayIn } from '~/access/today';
import { record } from '~/history/record.server';
import type { ScoreFields } from './forms';
import type { ScoreClaimed } from './queue-lines';
import { type CycleEvidence, type Suggestion, scoreWords } from './score';

/** What of these teams, besides charter and measures, is evidence for a score: two queries, however many teams. */
export async function factsOfTeams(access: CommunityAccess, teamIds: readonly string[]) {
  if (teamIds.length === 0) return [];
  const ofThese = inArray(teams.id, [...teamIds]);
  const [rows, ofCycles] = await Promise.all([
    db
      .select({
        id: teams.id,
        // Names are spelled out: of a query on one table, the columns in here would lose theirs.
        meetings: sql<number>`(select count(*) from meetings x where x.team_id = teams.id and x.ended_at is not null)`,
      })
      .from(teams)
      .where(and(ofThese, eq(teams.communityId, access.communityId))),
    db
      .select({
        teamId: cycles.teamId,
        number: cycles.number,
        doStartedOn: cycles.doStartedOn,
        doEndedOn: cycles.doEndedOn,
        scale: cycles.scale,
        decision: cycleDecisions.decision,
        decidedOn: cycleDecisions.decidedOn,
        files: sql<number>`(select count(*) from cycle_files f where f.cycle_id = ${cycles.id} and f.taken_out_at is null)`,
      })
      .from(cycles)
      .leftJoin(cycleDecisions, newestDecision)
      .where(
        and(
          inArray(cycles.teamId, [...teamIds]),
          isAlso(cycles.communityId, access.communityId),
          isNull(cycles.archivedAt),
        ),
      )
      .orderBy(asc(cycles.teamId), asc(cycles.number))
      .limit(10_000),
  ]);
  return rows.map((row) => {
    const own = ofCycles.filter(({ teamId }) => teamId === row.id);
    return {
      ...row,
      cycles: own.map(
        ({ number, doEndedOn, scale, decision, decidedOn, files }): CycleEvidence => ({
          ...{ number, scale, decision, decidedOn, files },
          isPastDo: doEndedOn !== null,
        }),
      ),
      /** The first day of Do of the team's first cycle; null while none has begun. */
      firstDo: own.flatMap(({ doStartedOn }) => doStartedOn ?? []).sort()[0] ?? null,
    };
  });
}

/** A team's scores, claimed and settled, the oldest first. */
export async function scoresOfTeam(team: TeamAccess) {
  return db
    .select({
      id: progressScores.id,
      kind: progressScores.kind,
      score: progressScores.score,
      suggested: progressScores.suggested,
      evidence: progressScores.evidence,
      reason: progressScores.reason,
      who: people.name,
      createdAt: progressScores.createdAt,
    })
    .from(progressScores)
    .leftJoin(people, eq(people.id, progressScores.givenBy))
    .where(eq(progressScores.teamId, team.teamId))
    .orderBy(asc(progressScores.createdAt), asc(writtenOrder(progressScores)))
    .limit(500);
}
export type GivenScore = Awaited<ReturnType<typeof scoresOfTeam>>[number];

export interface NewestScores {
  claimed: number | null;
  settled: number | null;
  settledAt: string | null;
}

/** The newest claimed and the newest settled score of each of these teams, in one query. */
export async function newestScores(
  access: CommunityAccess,
  teamIds: readonly string[],
): Promise<Map<string, NewestScores>> {
  const newest = new Map<string, NewestScores>();
  if (teamIds.length === 0) return newest;
  const rows = await db
    .select({
      teamId: progressScores.teamId,
      kind: progressScores.kind,
      score: progressScores.score,
      createdAt: progressScores.createdAt,
    })
    .from(progressScores)
    .where(
      and(
        inArray(progressScores.teamId, [...teamIds]),
        isAlso(progressScores.communityId, access.communityId),
        sql`${progressScores.id} = (select s.id from progress_scores s
          where s.team_id = ${progressScores.teamId} and s.kind = ${progressScores.kind}
          order by s.created_at desc, s.rowid desc limit 1)`,
      ),
    )
    .orderBy(desc(progressScores.createdAt));
  for (const { teamId, kind, score, createdAt } of rows) {
    const one = newest.get(teamId) ?? { claimed: null, settled: null, settledAt: null };
    newest.set(teamId, {
      ...one,
      [kind]: score,
      ...(kind === 'settled' ? { settledAt: createdAt } : {}),
    });
  }
  return newest;
}

const isTheNewestClaim = sql`${progressScores.id} = (select s.id from progress_scores s
  where s.team_id = ${progressScores.teamId} order by s.created_at desc, s.rowid desc limit 1)
  and ${progressScores.kind} = 'claimed'`;

/** What these teams claim and their coach has not settled since: of each the newest, in one query. */
export async function openClaims(
  access: CommunityAccess,
  teamIds: readonly string[],
): Promise<ScoreClaimed[]> {
  if (teamIds.length === 0) return [];
  const rows = await db
    .select({
      id: progressScores.id,
      teamId: progressScores.teamId,
      team: teams.name,
      score: progressScores.score,
      reason: progressScores.reason,
      who: people.name,
      createdAt: progressScores.createdAt,
    })
    .from(progressScores)
    .innerJoin(teams, eq(teams.id, progressScores.teamId))
    .leftJoin(people, eq(people.id, progressScores.givenBy))
    .where(
      and(
        inArray(progressScores.teamId, [...teamIds]),
        isAlso(progressScores.communityId, access.communityId),
        isTheNewestClaim,
      ),
    )
    .orderBy(asc(progressScores.createdAt));
  const { timeZone } = access.community;
  return rows.map(({ createdAt, ...row }) => ({ ...row, onDate: dayIn(timeZone, new Date(createdAt)) }));
}

/** The team claims a score, or the coach settles it; kept with what the program suggested that day, and why. */
export async function giveScore(
  team: TeamAccess,
  kind: ScoreKind,
  { score, reason }: ScoreFields,
  suggestion: Suggestion,
): Promise<void> {
  await transaction(async () => {
    const { communityId, teamId, person } = team;
    const { id } = await db
      .insert(progressScores)
      .values({
        ...{ communityId, teamId, kind, score, reason, givenBy: person.id },
        suggested: suggestion.score,
        evidence: suggestion.steps,
      })
      .returning({ id: progressScores.id })
      .get();
    await record(team, {
      deed: `${kind} a progress score of ${scoreWords(score)}`,
      ...{ thing: 'progress score', thingId: id, detail: { reason } },
    });
  });
}
