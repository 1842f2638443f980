import { and, asc, eq, ne, sql } from 'drizzle-orm';
import { db } from '#db/client.server';
import { communities, networks, partners } from '#db/schema/communities';
import { memberships } from '#db/schema/memberships';
import { people } from '#db/schema/people';
import type { CommunityAccess } from '~/access/gate.server';
import { isActiveMembership, nameHere } from '~/access/session.server';
import { found } from '~/http/errors';

const columns = {
  personId: people.id,
  name: nameHere,
  email: people.email,
  role: memberships.role,
  partnerId: memberships.partnerId,
  partner: partners.name,
  pendingSince: memberships.pendingSince,
  endedAt: memberships.endedAt,
  hasPassword: sql<number>`${people.passwordHash} is not null`.mapWith(Boolean),
};

/** Everyone who is or was of the community: the active ones first, then by name. */
export async function listPeople(access: CommunityAccess) {
  return db
    .select(columns)
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .leftJoin(partners, eq(partners.id, memberships.partnerId))
    .where(eq(memberships.communityId, access.communityId))
    .orderBy(sql`${memberships.endedAt} is not null`, asc(nameHere))
    .limit(1000);
}

/** A person of the community, active or not. @throws Response 404 for anybody else. */
export async function findPerson(access: CommunityAccess, personId: string | undefined) {
  const person = found(
    await db
      .select(columns)
      .from(memberships)
      .innerJoin(people, eq(people.id, memberships.personId))
      .leftJoin(partners, eq(partners.id, memberships.partnerId))
      .where(and(eq(memberships.communityId, access.communityId), eq(people.id, personId ?? '')))
      .get(),
  );
  const mayTouch = person.pendingSince === null && (await mayTouchAccount(access, person.personId));
  return { ...person, mayTouchAccount: mayTouch };
}
export type PersonOfCommunity = Awaited<ReturnType<typeof findPerson>>;

/**
 * May this admin change the person's account itself (name, e-mail, way in)? Not where it opens a door to another
 * community or to the network: whoever makes a link can use it.
 */
async function mayTouchAccount(access: CommunityAccess, personId: string): Promise<boolean> {
  return access.person.isNetworkAdmin || !(await opensOtherDoors(access, personId));
}

/** Is the person active in another community too, or do they run the network? An invitation is no door yet. */
export async function opensOtherDoors(access: CommunityAccess, personId: string): Promise<boolean> {
  const elsewhere = await db
    .select({ id: memberships.id })
    .from(memberships)
    .where(
      and(
        eq(memberships.personId, personId),
        ne(memberships.communityId, access.communityId),
        isActiveMembership,
      ),
    )
    .limit(1)
    .get();
  if (elsewhere) return true;
  const person = await db
    .select({ isNetworkAdmin: people.isNetworkAdmin })
    .from(people)
    .where(eq(people.id, personId))
    .get();
  return person?.isNetworkAdmin ?? false;
}

/** What others know of a person, and so no password: name, e-mail name, communities, network. */
export async function knownOf(personId: string): Promise<string[]> {
  const rows = await db
    .select({ name: people.name, email: people.email, community: communities.name })
    .from(people)
    .leftJoin(memberships, eq(memberships.personId, people.id))
    .leftJoin(communities, eq(communities.id, memberships.communityId))
    .where(eq(people.id, personId))
    .limit(100);
  const network = await db.select({ name: networks.name }).from(networks).get();
  const words = rows.flatMap((row) => [row.name, row.email, emailName(row.email), row.community ?? '']);
  return [...words, network?.name ?? ''];
}

export const emailName = (email: string) => email.split('@')[0] ?? '';
