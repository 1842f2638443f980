import { and, asc, eq, isNull } from 'drizzle-orm';
import { db } from '#db/client.server';
import { memberships } from '#db/schema/memberships';
import { people } from '#db/schema/people';
import { teamPeople, teams } from '#db/schema/teams';
import type { CommunityAccess, TeamAccess } from '~/access/gate.server';
import { mayCoach } from '~/access/policy';
import { isActiveMembership } from '~/access/session.server';

/** The teams that the person coaches, by name. */
export async function coachedTeams(access: CommunityAccess) {
  return db
    .select({ id: teams.id, name: teams.name })
    .from(teamPeople)
    .innerJoin(teams, eq(teams.id, teamPeople.teamId))
    .where(
      and(
        eq(teamPeople.personId, access.person.id),
        eq(teamPeople.part, 'coach'),
        eq(teams.communityId, access.communityId),
        isNull(teams.archivedAt),
      ),
    )
    .orderBy(asc(teams.name))
    .limit(200);
}

/** Who coaches the team, is still active, and has the list on which it asks. */
export async function coachesOf(team: TeamAccess) {
  const rows = await db
    .select({ id: people.id, name: people.name, role: memberships.role })
    .from(teamPeople)
    .innerJoin(people, eq(people.id, teamPeople.personId))
    .innerJoin(
      memberships,
      and(
        eq(memberships.personId, teamPeople.personId),
        eq(memberships.communityId, team.communityId),
        isActiveMembership,
      ),
    )
    .where(and(eq(teamPeople.teamId, team.teamId), eq(teamPeople.part, 'coach')))
    .orderBy(asc(people.name))
    .limit(20);
  return rows.filter(({ role }) => mayCoach(role));
}
