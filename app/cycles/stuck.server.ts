import { and, desc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import { db } from '#db/client.server';
import { isAlso } from '#db/looked-up';
import { isDoneCycle, newestDecision } from '#db/newest-decision';
import { cycleDecisions, cycles } from '#db/schema/cycles';
import { people } from '#db/schema/people';
import { teamPeople, teams } from '#db/schema/teams';
import { changeIdeas } from '#db/schema/theories';
import type { CommunityAccess, TeamAccess } from '~/access/gate.server';
import { dayIn } from '~/access/today';
import { groupedBy } from './grouped';
import { mediansOf, pacesOf, type WaitDays } from './pace';
import { type Stuck, type StuckCycle, stuckOf } from './stuck';

/* What is stuck, of one team or of all of a person's: two queries, however many cycles. */

/** With the team and what it is about: "Text first, then call. Attendance Action Team". */
export interface StuckOfTeam extends Stuck {
  teamId: string;
  team: string;
  idea: string;
  about: string;
  /** Who leads the cycle. */
  leader: string | null;
}

export const stuckOfTeam = (team: TeamAccess) =>
  readStuck(team, ofTeams(team, eq(cycles.teamId, team.teamId)));

/** Of the teams a person belongs to or coaches. */
export async function stuckOfMyTeams(access: CommunityAccess): Promise<StuckOfTeam[]> {
  const mine = db
    .select({ id: teamPeople.teamId })
    .from(teamPeople)
    .innerJoin(teams, and(eq(teams.id, teamPeople.teamId), isNull(teams.archivedAt)))
    .where(eq(teamPeople.personId, access.person.id));
  return readStuck(access, ofTeams(access, inArray(cycles.teamId, mine)));
}

/** Of some teams of the community. */
export async function stuckOfTeams(
  access: CommunityAccess,
  teamIds: readonly string[],
): Promise<StuckOfTeam[]> {
  if (teamIds.length === 0) return [];
  return readStuck(access, ofTeams(access, inArray(cycles.teamId, [...teamIds])));
}

/** Of all teams of the community, for who looks after them. */
export async function stuckOfAllTeams(access: CommunityAccess): Promise<StuckOfTeam[]> {
  const theirs = db
    .select({ id: teams.id })
    .from(teams)
    .where(and(eq(teams.communityId, access.communityId), isNull(teams.archivedAt)));
  // Of nearly all, the newest first: here the index of the community is the way.
  return readStuck(access, and(eq(cycles.communityId, access.communityId), inArray(cycles.teamId, theirs)));
}

/** Cycles that are found by their teams, and are the community's. */
const ofTeams = ({ communityId }: CommunityAccess, which: SQL) =>
  and(which, isAlso(cycles.communityId, communityId));

/** The community's pace is that of its newest finished cycles. */
const newestFinished = 500;

async function readStuck(access: CommunityAccess, which: SQL | undefined): Promise<StuckOfTeam[]> {
  const [ours, finished] = await Promise.all([
    select()
      .where(and(which, isNull(cycles.archivedAt)))
      .orderBy(desc(cycles.startsOn))
      .limit(2000),
    finishedOf(access),
  ]);
  const { today, community } = access;
  const ofCommunity = mediansOf(finished.map((row) => withStudyDay(row, community.timeZone)));
  const byTeam = groupedBy(
    ours.map((row) => withDays(row, community.timeZone)),
    ({ teamId }) => teamId,
  );
  const rows = new Map(ours.map((row) => [row.id, row]));
  return [...byTeam]
    .flatMap(([teamId, own]) => {
      const paces = pacesOf(mediansOf(own.filter(isFinished)), ofCommunity);
      const stuck = stuckOf(own, { paces, today, holidays: community.holidays });
      return stuck.map((one) => {
        const { idea = '', team = '', leader = null } = rows.get(one.cycleId) ?? {};
        return { ...one, teamId, team, idea, leader, about: `${idea}. ${team}` };
      });
    })
    .sort((a, b) => b.urgency - a.urgency);
}

const isFinished = ({ learned, decision }: StuckCycle) => learned !== '' && decision !== null;

/** The first number of a linked measure in use, from a day of the cycle on. */
const firstNumberFrom = (day: SQL | typeof cycles.doStartedOn) => sql<string | null>`(
  select min((
    select pt.period_start from measure_points pt
    where pt.measure_id = p.measure_id and pt.stratum = '' and pt.period_start >= ${day} and pt.ghosted_at is null
    order by pt.period_start limit 1))
  from cycle_predictions p where p.cycle_id = ${cycles.id})`;

const waitDays = {
  startsOn: cycles.startsOn,
  doStartedOn: cycles.doStartedOn,
  doEndedOn: cycles.doEndedOn,
  studiedAt: cycles.studiedAt,
  decidedOn: cycleDecisions.decidedOn,
  firstDataOn: firstNumberFrom(cycles.doStartedOn),
  followUpOn: firstNumberFrom(sql`${cycleDecisions.decidedOn}`),
};

/** The days of the community's newest finished cycles, and nothing else of them. */
const finishedOf = ({ communityId }: CommunityAccess) =>
  db
    .select(waitDays)
    .from(cycles)
    .leftJoin(cycleDecisions, newestDecision)
    .where(and(eq(cycles.communityId, communityId), isNull(cycles.archivedAt), isDoneCycle))
    .orderBy(desc(cycles.startsOn))
    .limit(newestFinished);

const select = () =>
  db
    .select({
      id: cycles.id,
      teamId: cycles.teamId,
      number: cycles.number,
      previousId: cycles.previousId,
      startsBranch: cycles.startsBranch,
      ideaId: cycles.ideaId,
      idea: changeIdeas.name,
      team: teams.name,
      leader: people.name,
      scale: cycles.scale,
      endsOn: cycles.endsOn,
      ...waitDays,
      decision: cycleDecisions.decision,
      learned: sql<string>`substr(trim(${cycles.learned}), 1, 1)`,
      measureId: sql<string | null>`(select p.measure_id from cycle_predictions p
        join measures m on m.id = p.measure_id and m.archived_at is null
        where p.cycle_id = ${cycles.id} order by m.created_at, m.id limit 1)`,
      hasSeen: sql<number>`(trim(${cycles.observations}) <> ''
        or exists (select 1 from cycle_notes n where n.cycle_id = ${cycles.id} and n.taken_out_at is null)
        or exists (select 1 from cycle_counts c where c.cycle_id = ${cycles.id} and c.reached is not null))`,
      plan: sql<string>`trim(${cycles.objective}) || coalesce((
        select group_concat(q.question, char(10)) from cycle_questions q where q.cycle_id = ${cycles.id}), '')`,
    })
    .from(cycles)
    .innerJoin(teams, eq(teams.id, cycles.teamId))
    .innerJoin(changeIdeas, eq(changeIdeas.id, cycles.ideaId))
    .leftJoin(people, eq(people.id, cycles.ledBy))
    .leftJoin(cycleDecisions, newestDecision)
    .$dynamic();

type Row = Awaited<ReturnType<typeof select>>[number];

/** Instants as days of the community's clock. */
const withStudyDay = <Of extends { studiedAt: string | null }>(
  { studiedAt, ...row }: Of,
  timeZone: string,
) => ({ ...row, studiedOn: studiedAt === null ? null : dayIn(timeZone, new Date(studiedAt)) });

function withDays(row: Row, timeZone: string): StuckCycle & WaitDays & { teamId: string } {
  return { ...withStudyDay(row, timeZone), hasSeen: Boolean(row.hasSeen) };
}
