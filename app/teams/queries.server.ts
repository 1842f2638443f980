import { and, asc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import { db } from '#db/client.server';
import { isOpenCycle } from '#db/newest-decision';
import { partners } from '#db/schema/communities';
import { cycles } from '#db/schema/cycles';
import { memberships } from '#db/schema/memberships';
import { people } from '#db/schema/people';
import { teamPeople, teams } from '#db/schema/teams';
import type { CommunityAccess, TeamAccess } from '~/access/gate.server';
import { isActiveMembership } from '~/access/session.server';
import { found } from '~/http/errors';

const aim = {
  aimWhat: teams.aimWhat,
  aimForWhom: teams.aimForWhom,
  aimFrom: teams.aimFrom,
  aimTo: teams.aimTo,
  aimUnit: teams.aimUnit,
  aimBy: teams.aimBy,
};

/**
 * The community's teams by name, each with its aim, home organisation, number of people, number of cycles that are not
 * done, and coaches. The counts are look-ups on indexes inside one query; coaches come in a second.
 */
export async function listTeams(access: CommunityAccess, archived = false) {
  const members = sql<number>`(
    select count(distinct tp.person_id) from team_people tp
    join memberships m on m.person_id = tp.person_id and m.community_id = ${teams.communityId} and m.ended_at is null and m.pending_since is null
    where tp.team_id = ${teams.id})`;
  const openCycles = sql<number>`(
    select count(*) from ${cycles} where ${cycles.teamId} = ${teams.id} and ${cycles.archivedAt} is null
    and ${isOpenCycle})`;
  const rows = await db
    .select({
      id: teams.id,
      name: teams.name,
      about: teams.about,
      ...aim,
      archivedAt: teams.archivedAt,
      homePartner: partners.name,
      members,
      openCycles,
    })
    .from(teams)
    .leftJoin(partners, eq(partners.id, teams.homePartnerId))
    .where(
      and(
        eq(teams.communityId, access.communityId),
        archived ? isNotNull(teams.archivedAt) : isNull(teams.archivedAt),
      ),
    )
    .orderBy(asc(teams.name))
    .limit(500);
  const coaches = await coachNames(
    access,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({ ...row, coaches: coaches.get(row.id) ?? [] }));
}

async function coachNames(access: CommunityAccess, teamIds: string[]): Promise<Map<string, string[]>> {
  const names = new Map<string, string[]>();
  if (teamIds.length === 0) return names;
  const rows = await db
    .select({ teamId: teamPeople.teamId, name: people.name })
    .from(teamPeople)
    .innerJoin(people, eq(people.id, teamPeople.personId))
    .innerJoin(memberships, activeHere(access))
    .where(and(inArray(teamPeople.teamId, teamIds), eq(teamPeople.part, 'coach')))
    .orderBy(asc(people.name));
  for (const { teamId, name } of rows) names.set(teamId, [...(names.get(teamId) ?? []), name]);
  return names;
}

const activeHere = (access: CommunityAccess) =>
  and(
    eq(memberships.personId, teamPeople.personId),
    eq(memberships.communityId, access.communityId),
    isActiveMembership,
  );

/** The ids of the teams the person belongs to or coaches. */
export async function ownTeamIds(access: CommunityAccess): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: teams.id })
    .from(teamPeople)
    .innerJoin(teams, eq(teams.id, teamPeople.teamId))
    .where(and(eq(teamPeople.personId, access.person.id), eq(teams.communityId, access.communityId)));
  return rows.map((row) => row.id);
}

/** A team with its aim, its home organisation and its active people, coaches first. */
export async function findTeam(team: TeamAccess) {
  const [row, members] = await Promise.all([
    db
      .select({
        id: teams.id,
        name: teams.name,
        about: teams.about,
        ...aim,
        homePartnerId: teams.homePartnerId,
        homePartner: partners.name,
        createdAt: teams.createdAt,
        archivedAt: teams.archivedAt,
      })
      .from(teams)
      .leftJoin(partners, eq(partners.id, teams.homePartnerId))
      .where(and(eq(teams.id, team.teamId), eq(teams.communityId, team.communityId)))
      .get(),
    peopleOfTeam(team),
  ]);
  return { ...found(row), people: members };
}

/** The active people of the team with their part, coaches first. */
export async function peopleOfTeam(team: TeamAccess) {
  return db
    .select({
      personId: people.id,
      name: people.name,
      part: teamPeople.part,
      role: memberships.role,
      partner: partners.name,
    })
    .from(teamPeople)
    .innerJoin(people, eq(people.id, teamPeople.personId))
    .innerJoin(memberships, activeHere(team))
    .leftJoin(partners, eq(partners.id, memberships.partnerId))
    .where(eq(teamPeople.teamId, team.teamId))
    .orderBy(sql`${teamPeople.part} <> 'coach'`, asc(people.name));
}
