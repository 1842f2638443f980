import { and, asc, desc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import { db } from '#db/client.server';
import { isAlso } from '#db/looked-up';
import { helpAnswers, helpAsks } from '#db/schema/coaching';
import { cycles } from '#db/schema/cycles';
import { measures } from '#db/schema/measures';
import { people } from '#db/schema/people';
import { teams } from '#db/schema/teams';
import type { CommunityAccess, TeamAccess } from '~/access/gate.server';
import { dayIn } from '~/access/today';
import { found } from '~/http/errors';
import { aboutWords } from './ask-words';
import type { HelpAsked } from './queue-lines';

const hasAnswer = sql<number>`exists (select 1 from help_answers a where a.ask_id = ${helpAsks.id})`;
/** Waits: nobody has answered, and nobody has said that it is no longer needed. */
const isWaiting = and(isNull(helpAsks.closedAt), sql`not ${hasAnswer}`);

const select = () =>
  db
    .select({
      id: helpAsks.id,
      teamId: helpAsks.teamId,
      team: teams.name,
      cycleId: helpAsks.cycleId,
      number: cycles.number,
      scale: cycles.scale,
      measureId: helpAsks.measureId,
      measure: measures.name,
      words: helpAsks.words,
      askedBy: helpAsks.askedBy,
      who: people.name,
      createdAt: helpAsks.createdAt,
      closedAt: helpAsks.closedAt,
    })
    .from(helpAsks)
    .innerJoin(teams, eq(teams.id, helpAsks.teamId))
    .leftJoin(cycles, eq(cycles.id, helpAsks.cycleId))
    .leftJoin(measures, eq(measures.id, helpAsks.measureId))
    .leftJoin(people, eq(people.id, helpAsks.askedBy))
    .$dynamic();

/** The asks of these teams that nobody has answered, the oldest first, in one query. */
export async function openAsks(access: CommunityAccess, teamIds: readonly string[]): Promise<HelpAsked[]> {
  if (teamIds.length === 0) return [];
  const ofTeams = and(
    inArray(helpAsks.teamId, [...teamIds]),
    isAlso(helpAsks.communityId, access.communityId),
  );
  const rows = await select().where(and(ofTeams, isWaiting)).orderBy(asc(helpAsks.createdAt)).limit(500);
  return rows.map(({ number, measure, createdAt, ...row }) => ({
    ...row,
    about: aboutWords(number, measure),
    onDate: dayIn(access.community.timeZone, new Date(createdAt)),
  }));
}

/** A team's asks with their answers, the newest first. Only for those concerned: its people and its coach. */
export async function asksOfTeam(team: TeamAccess, of: { cycleId?: string; measureId?: string } = {}) {
  if (!team.isOwnTeam) return [];
  const which = [
    eq(helpAsks.teamId, team.teamId),
    of.cycleId === undefined ? undefined : eq(helpAsks.cycleId, of.cycleId),
    of.measureId === undefined ? undefined : eq(helpAsks.measureId, of.measureId),
  ];
  return withAnswers(and(...which));
}

/** One ask of the team. @throws 404 where it is not this team's. */
export async function findAsk(team: TeamAccess, askId = '') {
  const [ask] = await withAnswers(and(eq(helpAsks.id, askId), eq(helpAsks.teamId, team.teamId)));
  return found(ask);
}

async function withAnswers(which: SQL | undefined) {
  const [rows, answers] = await Promise.all([
    select().where(which).orderBy(desc(helpAsks.createdAt)).limit(200),
    db
      .select({
        id: helpAnswers.id,
        askId: helpAnswers.askId,
        text: helpAnswers.text,
        who: people.name,
        createdAt: helpAnswers.createdAt,
      })
      .from(helpAnswers)
      .innerJoin(helpAsks, eq(helpAsks.id, helpAnswers.askId))
      .leftJoin(people, eq(people.id, helpAnswers.writtenBy))
      .where(which)
      .orderBy(asc(helpAnswers.createdAt), asc(helpAnswers.id))
      .limit(1000),
  ]);
  return rows.map(({ number, measure, ...row }) => ({
    ...row,
    about: aboutWords(number, measure),
    answers: answers.filter(({ askId }) => askId === row.id),
  }));
}
export type AskInFull = Awaited<ReturnType<typeof findAsk>>;
