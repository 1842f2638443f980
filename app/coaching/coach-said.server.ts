import { formatISO, parseISO, subDays } from 'date-fns';
import { and, desc, eq, gt, isNull, sql } from 'drizzle-orm';
import { db } from '#db/client.server';
import { helpAnswers, helpAsks, reviews } from '#db/schema/coaching';
import { cycles } from '#db/schema/cycles';
import { measures } from '#db/schema/measures';
import { people } from '#db/schema/people';
import { teamPeople, teams } from '#db/schema/teams';
import { changeIdeas } from '#db/schema/theories';
import type { CommunityAccess } from '~/access/gate.server';
import { aboutWords } from './ask-words';
import { answeredLine, type CoachSaid, returnedLine } from './coach-said';

/** So many days an answer is news, unless whoever asked has closed the ask before. */
const newsDays = 14;
const most = 50;

/** What coaches have said to this person's teams, and to them, that nobody has taken up: two queries. */
export async function coachSaidTo(access: CommunityAccess): Promise<CoachSaid[]> {
  const since = formatISO(subDays(parseISO(access.today), newsDays), { representation: 'date' });
  const [returned, answered] = await Promise.all([returnedReviews(access), answeredAsks(access, since)]);
  return [...returned.map(returnedLine), ...answered.map(answeredLine)];
}

const isTeamHere = (access: CommunityAccess) =>
  and(eq(teams.communityId, access.communityId), isNull(teams.archivedAt));

/**
 * Cycles that were sent back for a change, until somebody of the team's people does something in the cycle, such as
 * writing in it or asking again.
 */
function returnedReviews(access: CommunityAccess) {
  return db
    .select({
      id: reviews.id,
      teamId: teams.id,
      team: teams.name,
      cycleId: cycles.id,
      number: cycles.number,
      idea: changeIdeas.name,
      who: people.name,
    })
    .from(teamPeople)
    .innerJoin(teams, and(eq(teams.id, teamPeople.teamId), isTeamHere(access)))
    .innerJoin(reviews, and(eq(reviews.teamId, teams.id), eq(reviews.outcome, 'returned')))
    .innerJoin(cycles, and(eq(cycles.id, reviews.cycleId), isNull(cycles.archivedAt)))
    .innerJoin(changeIdeas, eq(changeIdeas.id, cycles.ideaId))
    .leftJoin(people, eq(people.id, reviews.decidedBy))
    .where(
      and(
        eq(teamPeople.personId, access.person.id),
        eq(teamPeople.part, 'member'),
        sql`not exists (select 1 from reviews r where r.cycle_id = ${cycles.id} and r.taken_back_at is null
          and r.created_at > ${reviews.decidedAt})`,
        sql`not exists (select 1 from history h join team_people tp on tp.person_id = h.person_id
          where h.cycle_id = ${cycles.id} and h.at > ${reviews.decidedAt}
          and tp.team_id = ${teams.id} and tp.part = 'member')`,
      ),
    )
    .orderBy(desc(reviews.decidedAt))
    .limit(most);
}

/** Their own asks that somebody else answered lately. */
async function answeredAsks(access: CommunityAccess, since: string) {
  const rows = await db
    .select({
      id: helpAsks.id,
      teamId: teams.id,
      team: teams.name,
      number: cycles.number,
      measure: measures.name,
      who: people.name,
    })
    .from(helpAsks)
    .innerJoin(teams, and(eq(teams.id, helpAsks.teamId), isTeamHere(access)))
    // One who left the team reads its asks no more.
    .innerJoin(teamPeople, and(eq(teamPeople.teamId, teams.id), eq(teamPeople.personId, access.person.id)))
    .innerJoin(
      helpAnswers,
      and(eq(helpAnswers.askId, helpAsks.id), sql`${helpAnswers.writtenBy} is not ${access.person.id}`),
    )
    .leftJoin(people, eq(people.id, helpAnswers.writtenBy))
    .leftJoin(cycles, eq(cycles.id, helpAsks.cycleId))
    .leftJoin(measures, eq(measures.id, helpAsks.measureId))
    .where(
      and(
        eq(helpAsks.askedBy, access.person.id),
        isNull(helpAsks.closedAt),
        gt(helpAnswers.createdAt, since),
      ),
    )
    .orderBy(desc(helpAnswers.createdAt))
    .limit(most);
  const newest = new Map([...rows].reverse().map((row) => [row.id, row]));
  return [...newest.values()]
    .reverse()
    .map(({ number, measure, ...ask }) => ({ ...ask, about: aboutWords(number, measure) }));
}
