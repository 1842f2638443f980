import { and, eq, isNull, ne } from 'drizzle-orm';
import { db, transaction } from '#db/client.server';
import { memberships } from '#db/schema/memberships';
import { people } from '#db/schema/people';
import { type Role, roleWords } from '#db/vocabulary';
import { requirePartnerHere } from '~/access/belongs.server';
import type { CommunityAccess } from '~/access/gate.server';
import { endSessions } from '~/access/session.server';
import { record } from '~/history/record.server';
import { found, RuleBroken } from '~/http/errors';
import type { MembershipFields } from './forms';

/** Takes a person into the community. That they are not of it yet, the unique index keeps. */
export async function admit(
  access: CommunityAccess,
  person: { personId: string; name: string },
  { role, partnerId }: MembershipFields,
): Promise<void> {
  await transaction(async () => {
    await requirePartnerHere(access, partnerId, 'partnerId');
    const { communityId } = access;
    await db.insert(memberships).values({ personId: person.personId, communityId, role, partnerId });
    await recordOf(access, person.personId, `added ${person.name} as ${roleWords[role].toLowerCase()}`);
  });
}

/** Community and role of the first admin, at set-up. */
export async function admitFirstAdmin(communityId: string, personId: string): Promise<void> {
  await db.insert(memberships).values({ communityId, personId, role: 'admin' });
}

/** Gives a person another role or organization. With another role they sign in anew. */
export async function assignRole(
  access: CommunityAccess,
  personId: string | undefined,
  { role, partnerId }: MembershipFields,
): Promise<void> {
  await transaction(async () => {
    const member = await findMember(access, personId);
    if (member.role === role && member.partnerId === partnerId) return;
    if (partnerId !== member.partnerId) await requirePartnerHere(access, partnerId, 'partnerId');
    if (role !== 'admin') await requireAnotherAdmin(access, member);
    await db.update(memberships).set({ role, partnerId }).where(eq(memberships.id, member.id));
    if (member.role === role) {
      await recordOf(access, member.personId, `changed the organization of ${member.name}`);
      return;
    }
    await endSessions(member.personId);
    const [from, to] = [roleWords[member.role].toLowerCase(), roleWords[role].toLowerCase()];
    await recordOf(access, member.personId, `changed ${member.name} from ${from} to ${to}`);
  });
}

/** Ends a person's part in the community, and every session they have, at once. Their work stays. */
export async function deactivate(access: CommunityAccess, personId: string | undefined): Promise<void> {
  await transaction(async () => {
    const member = await findMember(access, personId);
    if (member.endedAt !== null) return;
    await requireAnotherAdmin(access, member);
    const endedAt = new Date().toISOString();
    await db.update(memberships).set({ endedAt }).where(eq(memberships.id, member.id));
    await endSessions(member.personId);
    await recordOf(access, member.personId, `deactivated ${member.name}`);
  });
}

/** Brings a person back, in the role they had. */
export async function reactivate(access: CommunityAccess, personId: string | undefined): Promise<void> {
  await transaction(async () => {
    const member = await findMember(access, personId);
    if (member.endedAt === null) return;
    await db.update(memberships).set({ endedAt: null }).where(eq(memberships.id, member.id));
    await recordOf(access, member.personId, `brought back ${member.name}`);
  });
}

interface Member {
  id: string;
  personId: string;
  name: string;
  role: Role;
  partnerId: string | null;
  endedAt: string | null;
}

async function findMember(access: CommunityAccess, personId: string | undefined): Promise<Member> {
  return found(
    await db
      .select({
        id: memberships.id,
        personId: memberships.personId,
        name: people.name,
        role: memberships.role,
        partnerId: memberships.partnerId,
        endedAt: memberships.endedAt,
      })
      .from(memberships)
      .innerJoin(people, eq(people.id, memberships.personId))
      .where(and(eq(memberships.communityId, access.communityId), eq(people.id, personId ?? '')))
      .get(),
  );
}

/** Somebody must be able to let people in. Asked inside the transaction, so that two cannot step down at once. */
async function requireAnotherAdmin(access: CommunityAccess, member: Member): Promise<void> {
  if (member.role !== 'admin' || member.endedAt !== null) return;
  const other = await db
    .select({ id: memberships.id })
    .from(memberships)
    .where(
      and(
        eq(memberships.communityId, access.communityId),
        eq(memberships.role, 'admin'),
        isNull(memberships.endedAt),
        ne(memberships.id, member.id),
      ),
    )
    .limit(1)
    .get();
  if (!other) {
    throw new RuleBroken(
      `${member.name} is the only admin of the community. Make somebody else an admin first.`,
    );
  }
}

const recordOf = (access: CommunityAccess, personId: string, deed: string) =>
  record(access, { deed, thing: 'person', thingId: personId });
