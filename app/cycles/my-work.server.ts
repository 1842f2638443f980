import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { db } from '#db/client.server';
import { cycleDecisions, cycles } from '#db/schema/cycles';
import { measures } from '#db/schema/measures';
import { teamPeople, teams } from '#db/schema/teams';
import { changeIdeas } from '#db/schema/theories';
import type { CommunityAccess } from '~/access/gate.server';
import { inBrief, newestDecision } from './queries.server';

/* What is a person's own: the teams they belong to or coach, in the community being looked at. */

function ofMyTeams(access: CommunityAccess) {
  const mine = db
    .select({ id: teamPeople.teamId })
    .from(teamPeople)
    .where(eq(teamPeople.personId, access.person.id));
  return and(eq(teams.communityId, access.communityId), isNull(teams.archivedAt), inArray(teams.id, mine));
}

export async function myTeams(access: CommunityAccess) {
  return db
    .select({ id: teams.id, name: teams.name })
    .from(teams)
    .where(ofMyTeams(access))
    .orderBy(asc(teams.name))
    .limit(100);
}

export async function cyclesOfMyTeams(access: CommunityAccess) {
  return db
    .select({ ...inBrief, teamId: teams.id, team: teams.name })
    .from(teams)
    .innerJoin(cycles, and(eq(cycles.teamId, teams.id), isNull(cycles.archivedAt)))
    .innerJoin(changeIdeas, eq(changeIdeas.id, cycles.ideaId))
    .leftJoin(cycleDecisions, newestDecision)
    .where(ofMyTeams(access))
    .orderBy(asc(cycles.startsOn), asc(cycles.number))
    .limit(2000);
}

/** What of a measure tells when its next number is due. */
export async function measuresOfMyTeams(access: CommunityAccess) {
  return db
    .select({
      id: measures.id,
      name: measures.name,
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
}
