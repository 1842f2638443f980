import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';
import { db } from '#db/client.server';
import { communities, networks, partners } from '#db/schema/communities';
import { memberships } from '#db/schema/memberships';
import { people } from '#db/schema/people';
import type { CommunityAccess } from '~/access/gate.server';
import { isActiveMembership } from '~/access/session.server';

/** The active people of the community, by name. */
export async function listMembers(access: CommunityAccess) {
  return db
    .select({
      personId: people.id,
      name: people.name,
      role: memberships.role,
      partner: partners.name,
    })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .leftJoin(partners, eq(partners.id, memberships.partnerId))
    .where(and(eq(memberships.communityId, access.communityId), isActiveMembership))
    .orderBy(asc(people.name))
    .limit(1000);
}

/** The communities that wait for one's yes or no. */
export async function listInvitations(access: CommunityAccess) {
  return db
    .select({ membershipId: memberships.id, community: communities.name, role: memberships.role })
    .from(memberships)
    .innerJoin(communities, eq(communities.id, memberships.communityId))
    .where(
      and(
        eq(memberships.personId, access.person.id),
        isNotNull(memberships.pendingSince),
        isNull(memberships.endedAt),
      ),
    )
    .orderBy(asc(communities.name))
    .limit(100);
}

/** The partner organisations of the community, by name. */
export async function listPartners(access: CommunityAccess) {
  return db
    .select({ id: partners.id, name: partners.name, sector: partners.sector })
    .from(partners)
    .where(and(eq(partners.communityId, access.communityId), isNull(partners.archivedAt)))
    .orderBy(asc(partners.name))
    .limit(1000);
}

/** The name of the network, for pages that nobody has signed in to; empty before set-up. */
export async function networkName(): Promise<string> {
  return (await db.select({ name: networks.name }).from(networks).get())?.name ?? '';
}

/** The names of the demo communities, which are removed together. */
export async function listDemo() {
  const rows = await db
    .select({ name: communities.name })
    .from(communities)
    .where(eq(communities.isDemo, true));
  return rows.map((row) => row.name);
}
