import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { db } from '#db/client.server';
import { partners } from '#db/schema/communities';
import { indicatorLinks, measures } from '#db/schema/measures';
import { memberships } from '#db/schema/memberships';
import { teamPeople, teams } from '#db/schema/teams';
import type { CommunityAccess, TeamAccess } from '~/access/gate.server';
import { isActiveMembership } from '~/access/session.server';
import { type CharterPart, charterOf } from './charter';
import { findTeam } from './queries.server';

/** The team's charter, part by part. */
export async function readCharter(
  team: TeamAccess,
  known?: Awaited<ReturnType<typeof findTeam>>,
): Promise<CharterPart[]> {
  const [row, counts] = await Promise.all([known ?? findTeam(team), countMeasures(team)]);
  return charterOf({ ...row, ...counts });
}

/** The charters of some teams of the community, by team: two queries, however many teams. */
export async function chartersOfTeams(
  access: CommunityAccess,
  teamIds: readonly string[],
): Promise<Map<string, CharterPart[]>> {
  if (teamIds.length === 0) return new Map();
  const [rows, members] = await Promise.all([
    db
      .select({
        id: teams.id,
        about: teams.about,
        aimWhat: teams.aimWhat,
        aimForWhom: teams.aimForWhom,
        aimFrom: teams.aimFrom,
        aimTo: teams.aimTo,
        aimUnit: teams.aimUnit,
        aimBy: teams.aimBy,
        homePartner: partners.name,
        outcomeMeasures: sql<number>`(select count(*) from measures m where m.team_id = ${teams.id}
          and m.type = 'outcome' and m.archived_at is null)`,
        indicators: sql<number>`(select count(distinct l.indicator_id) from measures m
          join indicator_links l on l.measure_id = m.id where m.team_id = ${teams.id} and m.archived_at is null)`,
      })
      .from(teams)
      .leftJoin(partners, eq(partners.id, teams.homePartnerId))
      .where(and(inArray(teams.id, [...teamIds]), eq(teams.communityId, access.communityId))),
    db
      .select({
        teamId: teamPeople.teamId,
        personId: teamPeople.personId,
        part: teamPeople.part,
        partner: partners.name,
      })
      .from(teamPeople)
      .innerJoin(
        memberships,
        and(
          eq(memberships.personId, teamPeople.personId),
          eq(memberships.communityId, access.communityId),
          isActiveMembership,
        ),
      )
      .leftJoin(partners, eq(partners.id, memberships.partnerId))
      .where(inArray(teamPeople.teamId, [...teamIds])),
  ]);
  return new Map(
    rows.map((row) => {
      const people = members.filter(({ teamId }) => teamId === row.id);
      return [row.id, charterOf({ ...row, people })];
    }),
  );
}

async function countMeasures(team: TeamAccess): Promise<{ outcomeMeasures: number; indicators: number }> {
  const row = await db
    .select({
      outcomeMeasures: sql<number>`count(distinct case when ${measures.type} = 'outcome' then ${measures.id} end)`,
      indicators: sql<number>`count(distinct ${indicatorLinks.indicatorId})`,
    })
    .from(measures)
    .leftJoin(indicatorLinks, eq(indicatorLinks.measureId, measures.id))
    .where(and(eq(measures.teamId, team.teamId), isNull(measures.archivedAt)))
    .get();
  return row ?? { outcomeMeasures: 0, indicators: 0 };
}
