import { and, desc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import { db } from '#db/client.server';
import { isDoneCycle, newestDecision } from '#db/newest-decision';
import { cycleDecisions, cycles } from '#db/schema/cycles';
import { people } from '#db/schema/people';
import { teamPeople, teams } from '#db/schema/teams';
import { changeIdeas } from '#db/schema/theories';
import type { CommunityAccess, TeamAccess } from '~/access/gate.server';
import { dayIn } from '~/access/today';
import { groupedBy } from './grouped';
import { pacesOf, type WaitDays } from './pace';
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

export const stuckOfTeam = (team: TeamAccess) => readStuck(team, eq(cycles.teamId, team.teamId));

/** Of the teams a person belongs to or coaches. */
export async function stuckOfMyTeams(access: CommunityAccess): Promise<StuckOfTeam[]> {
  const mine = db
    .select({ id: teamPeople.teamId })
    .from(teamPeople)
    .innerJoin(teams, and(eq(teams.id, teamPeople.teamId), isNull(teams.archivedAt)))
    .where(eq(teamPeople.personId, access.person.id));
  return readStuck(access, inArray(cycles.teamId, mine));
}

/** Of some teams of the community. */
export async function stuckOfTeams(
  access: CommunityAccess,
  teamIds: readonly string[],
): Promise<StuckOfTeam[]> {
  if (teamIds.length === 0) return [];
  return readStuck(access, inArray(cycles.teamId, [...teamIds]));
}

/** Of all teams of the community, for who looks after them. */
export async function stuckOfAllTeams(access: CommunityAccess): Promise<StuckOfTeam[]> {
  const theirs = db
    .select({ id: teams.id })
    .from(teams)
    .where(and(eq(teams.communityId, access.communityId), isNull(teams.archivedAt)));
  return readStuck(access, inArray(cycles.teamId, theirs));
}

/** The community's pace is that of its newest finished cycles. */
const newestFinished = 500;

async function readStuck(access: CommunityAccess, which: SQL): Promise<StuckOfTeam[]> {
  const inUse = and(eq(cycles.communityId, access.communityId), isNull(cycles.archivedAt));
  const [ours, finished] = await Promise.all([
    select().where(and(which, inUse)).orderBy(desc(cycles.startsOn)).limit(2000),
    select().where(and(inUse, isDoneCycle)).orderBy(desc(cycles.startsOn)).limit(newestFinished),
  ]);
  const { today, community } = access;
  const asDays = (row: Row) => withDays(row, community.timeZone);
  const ofCommunity = finished.map(asDays);
  const byTeam = groupedBy(ours.map(asDays), ({ teamId }) => teamId);
  const rows = new Map(ours.map((row) => [row.id, row]));
  return [...byTeam]
    .flatMap(([teamId, own]) => {
      const paces = pacesOf(own.filter(isFinished), ofCommunity);
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
  select min(pt.period_start) from cycle_predictions p
  join measure_points pt on pt.measure_id = p.measure_id and pt.stratum = '' and pt.period_start >= ${day}
  where p.cycle_id = ${cycles.id} and pt.ghosted_at is null)`;

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
      startsOn: cycles.startsOn,
      doStartedOn: cycles.doStartedOn,
      doEndedOn: cycles.doEndedOn,
      studiedAt: cycles.studiedAt,
      decidedOn: cycleDecisions.decidedOn,
      decision: cycleDecisions.decision,
      learned: sql<string>`substr(trim(${cycles.learned}), 1, 1)`,
      firstDataOn: firstNumberFrom(cycles.doStartedOn),
      followUpOn: firstNumberFrom(sql`${cycleDecisions.decidedOn}`),
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
function withDays(
  { studiedAt, hasSeen, ...row }: Row,
  timeZone: string,
): StuckCycle & WaitDays & { teamId: string } {
  return {
    ...row,
    studiedOn: studiedAt === null ? null : dayIn(timeZone, new Date(studiedAt)),
    hasSeen: Boolean(hasSeen),
  };
}
