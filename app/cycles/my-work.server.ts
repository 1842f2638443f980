import { and, asc, eq, inArray, isNull, lte, type SQL, sql } from 'drizzle-orm';
import { db } from '#db/client.server';
import { isOpenCycle } from '#db/newest-decision';
import { cycles } from '#db/schema/cycles';
import { measurePoints, measures } from '#db/schema/measures';
import { teamPeople, teams } from '#db/schema/teams';
import { changeIdeas } from '#db/schema/theories';
import type { TeamPart } from '#db/vocabulary';
import type { CommunityAccess } from '~/access/gate.server';

/* What is a person's own: the teams they belong to or coach, in the community being looked at. */

function ofMyTeams(access: CommunityAccess) {
  const mine = db
    .select({ id: teamPeople.teamId })
    .from(teamPeople)
    .where(eq(teamPeople.personId, access.person.id));
  return and(eq(teams.communityId, access.communityId), isNull(teams.archivedAt), inArray(teams.id, mine));
}

/** Of my teams, the one I started a cycle in last; the first by name where I never did. Null: I am on none. */
export async function teamToLogFor(access: CommunityAccess): Promise<string | null> {
  const mine = and(eq(cycles.teamId, teams.id), eq(cycles.createdBy, access.person.id));
  const team = await db
    .select({ id: teams.id })
    .from(teams)
    .leftJoin(cycles, mine)
    .where(ofMyTeams(access))
    .groupBy(teams.id)
    .orderBy(sql`max(${cycles.createdAt}) desc nulls last`, asc(teams.name))
    .limit(1)
    .get();
  return team?.id ?? null;
}

/** Of each, whether the person coaches it and is not one of its people: its cycles are not theirs to write. */
export async function myTeams(access: CommunityAccess) {
  const hasPart = (part: TeamPart) => sql`exists (
    select 1 from team_people tp
    where tp.team_id = teams.id and tp.person_id = ${access.person.id} and tp.part = ${part})`;
  const isOnlyCoached = sql<number>`(${hasPart('coach')} and not ${hasPart('member')})`;
  return db
    .select({ id: teams.id, name: teams.name, isOnlyCoached: isOnlyCoached.mapWith(Boolean) })
    .from(teams)
    .where(ofMyTeams(access))
    .orderBy(asc(teams.name))
    .limit(100);
}

/**
 * The cycles of my teams that are not done, with what tells their next step. Of long texts comes only the beginning:
 * all that is asked is whether there is one.
 */
export const openCyclesOfMyTeams = (access: CommunityAccess) => openCycles(ofMyTeams(access));

/** The same of all teams of the community, for who looks after them. */
export const openCyclesOfAllTeams = (access: CommunityAccess) =>
  openCycles(and(eq(teams.communityId, access.communityId), isNull(teams.archivedAt)));

/** The same of some teams of the community. */
export const openCyclesOfTeams = (access: CommunityAccess, teamIds: readonly string[]) =>
  openCycles(and(eq(teams.communityId, access.communityId), inArray(teams.id, [...teamIds])));

async function openCycles(ofTeams: SQL | undefined) {
  const begins = (words: typeof cycles.objective | typeof cycles.learned) =>
    sql<string>`substr(trim(${words}), 1, 1)`;
  const rows = await db
    .select({
      id: cycles.id,
      number: cycles.number,
      idea: changeIdeas.name,
      objective: begins(cycles.objective),
      startsOn: cycles.startsOn,
      endsOn: cycles.endsOn,
      doStartedOn: cycles.doStartedOn,
      doEndedOn: cycles.doEndedOn,
      learned: begins(cycles.learned),
      teamId: teams.id,
      team: teams.name,
    })
    .from(teams)
    .innerJoin(cycles, and(eq(cycles.teamId, teams.id), isNull(cycles.archivedAt)))
    .innerJoin(changeIdeas, eq(changeIdeas.id, cycles.ideaId))
    .where(and(ofTeams, isOpenCycle))
    .orderBy(asc(cycles.startsOn), asc(cycles.number))
    .limit(2000);
  // A decision counts only beside a Study, and with both the cycle were done.
  return rows.map((row) => ({ ...row, decision: null }));
}

/**
 * What of a measure tells when its next number is due, and on whose list it is. An owner who left the team, or whose
 * account is off, owns nothing any more: then the number waits for everybody.
 */
export async function measuresOfMyTeams(access: CommunityAccess) {
  const rows = await db
    .select({
      id: measures.id,
      name: measures.name,
      kind: measures.kind,
      ownerId: measures.ownerId,
      owner: sql<string | null>`(
        select p.name from team_people tp join people p on p.id = tp.person_id
        join memberships m on m.person_id = p.id and m.community_id = ${teams.communityId}
          and m.ended_at is null and m.pending_since is null
        where tp.team_id = ${teams.id} and tp.person_id = ${measures.ownerId} limit 1)`,
      isCoach: sql<number>`exists (
        select 1 from team_people tp
        where tp.team_id = ${teams.id} and tp.person_id = ${access.person.id} and tp.part = 'coach')`,
      frequency: measures.frequency,
      dueLagDays: measures.dueLagDays,
      teamId: teams.id,
      team: teams.name,
    })
    .from(teams)
    .innerJoin(measures, and(eq(measures.teamId, teams.id), isNull(measures.archivedAt)))
    .where(ofMyTeams(access))
    .orderBy(asc(teams.name), asc(measures.createdAt), asc(measures.id))
    .limit(500);
  return rows.map((row) => ({ ...row, isCoach: Boolean(row.isCoach) }));
}

/** So many of the newest periods tell which is the next to enter: the measures' rule looks no further back. */
const periodsAsked = 4;

/** The newest periods of each measure of my teams that have a number, oldest first. */
export async function newestPeriodsOfMyTeams(access: CommunityAccess) {
  const hasBegun = sql`p.measure_id = ${measures.id} and p.stratum = '' and p.period_start <= ${access.today}`;
  const rows = await db
    .select({ measureId: measures.id, periodStart: measurePoints.periodStart })
    .from(teams)
    .innerJoin(measures, and(eq(measures.teamId, teams.id), isNull(measures.archivedAt)))
    .innerJoin(
      measurePoints,
      and(
        eq(measurePoints.measureId, measures.id),
        eq(measurePoints.stratum, ''),
        lte(measurePoints.periodStart, access.today),
        sql`${measurePoints.periodStart} >= coalesce((
          select p.period_start from measure_points p where ${hasBegun}
          order by p.period_start desc limit 1 offset ${periodsAsked - 1}), '')`,
      ),
    )
    .where(ofMyTeams(access))
    .orderBy(asc(measures.id), asc(measurePoints.periodStart));
  const periods = new Map<string, { periodStart: string }[]>();
  for (const { measureId, periodStart } of rows) {
    periods.set(measureId, [...(periods.get(measureId) ?? []), { periodStart }]);
  }
  return periods;
}
