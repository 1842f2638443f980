import { and, eq, isNull } from 'drizzle-orm';
import { db } from '#db/client.server';
import { partners } from '#db/schema/communities';
import { memberships } from '#db/schema/memberships';
import { teamPeople } from '#db/schema/teams';
import { RuleBroken } from '~/http/errors';
import type { CommunityAccess, TeamAccess } from './gate.server';
import { isActiveMembership } from './session.server';

/**
 * Does what a form names belong to the community? An id in a body is a request like one in an address: somebody
 * else's is answered as if it were not there, here with a sentence at the field it came in.
 */

/** @throws RuleBroken at `field` where the person is no active member of the community; null is nobody, and fine. */
export async function requireMemberHere(
  access: CommunityAccess,
  personId: string | null,
  field: string,
): Promise<void> {
  if (personId === null) return;
  const membership = await db
    .select({ id: memberships.id })
    .from(memberships)
    .where(
      and(
        eq(memberships.personId, personId),
        eq(memberships.communityId, access.communityId),
        isActiveMembership,
      ),
    )
    .get();
  if (!membership) throw new RuleBroken('Choose somebody of your community.', field);
}

/** @throws RuleBroken at `field` where the partner is not of the community, or is archived; null is none, and fine. */
export async function requirePartnerHere(
  access: CommunityAccess,
  partnerId: string | null,
  field: string,
): Promise<void> {
  if (partnerId === null) return;
  const partner = await db
    .select({ id: partners.id })
    .from(partners)
    .where(
      and(
        eq(partners.id, partnerId),
        eq(partners.communityId, access.communityId),
        isNull(partners.archivedAt),
      ),
    )
    .get();
  if (!partner) throw new RuleBroken('Choose an organization of your community.', field);
}

/** @throws RuleBroken at `field` where the person is not on the team, or no active member here; null is nobody, and fine. */
export async function requireTeammateHere(
  team: TeamAccess,
  personId: string | null,
  field: string,
): Promise<void> {
  if (personId === null) return;
  const teammate = await db
    .select({ id: teamPeople.id })
    .from(teamPeople)
    .innerJoin(memberships, eq(memberships.personId, teamPeople.personId))
    .where(
      and(
        eq(teamPeople.teamId, team.teamId),
        eq(teamPeople.personId, personId),
        eq(memberships.communityId, team.communityId),
        isActiveMembership,
      ),
    )
    .get();
  if (!teammate) throw new RuleBroken('Choose somebody of your team.', field);
}
