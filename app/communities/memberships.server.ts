import { and, eq, ne } from 'drizzle-orm';
import { db, transaction } from '#db/client.server';
import { partners } from '#db/schema/communities';
import { memberships } from '#db/schema/memberships';
import { people } from '#db/schema/people';
import { type Role, roleWords } from '#db/vocabulary';
import { requirePartnerHere } from '~/access/belongs.server';
import type { CommunityAccess, InvitationAccess } from '~/access/gate.server';
import { endSessions, isActiveMembership, nameHere } from '~/access/session.server';
import { type Changed, changedFrom } from '~/history/changed-from';
import { keptBeside } from '~/history/meanwhile.server';
import { record } from '~/history/record.server';
import { found, RuleBroken } from '~/http/errors';
import type { Shown } from '~/http/meanwhile';
import type { MembershipFields } from './forms';

/**
 * Takes a person into the community, or invites them: whoever has an account elsewhere belongs once they say yes.
 * `name` is what the admin calls them.
 */
export async function admit(
  access: CommunityAccess,
  { personId, name, isInvited }: { personId: string; name: string; isInvited: boolean },
  { role, partnerId }: MembershipFields,
): Promise<void> {
  await transaction(async () => {
    await requirePartnerHere(access, partnerId, 'partnerId');
    const { communityId } = access;
    const what = { role, partnerId, pendingSince: isInvited ? new Date().toISOString() : null };
    await db
      .insert(memberships)
      .values({ personId, communityId, ...what })
      // An invitation that nobody can answer any more, as the person belongs nowhere else now.
      .onConflictDoUpdate({ target: [memberships.personId, memberships.communityId], set: what });
    const deed = isInvited ? 'invited' : 'added';
    await recordOf(access, personId, `${deed} ${name} as ${roleWords[role].toLowerCase()}`);
  });
}

/** One's own yes or no to an invitation. */
export async function answerInvitation(access: InvitationAccess, isYes: boolean): Promise<void> {
  await transaction(async () => {
    await db
      .update(memberships)
      .set(isYes ? { pendingSince: null } : { endedAt: new Date().toISOString() })
      .where(eq(memberships.id, access.membershipId));
    // Who says no stays unnamed: a line of history would tell their name.
    if (isYes) await recordOf(access, access.person.id, 'said yes to the invitation');
  });
}

/** Community and role of the first admin, at set-up. */
export async function admitFirstAdmin(communityId: string, personId: string): Promise<void> {
  await db.insert(memberships).values({ communityId, personId, role: 'admin' });
}

/**
 * Gives a person another role or organization; `shown` is what the form was drawn with. With another role they sign in
 * anew, if this is all they belong to.
 */
export async function assignRole(
  access: CommunityAccess,
  personId: string | undefined,
  fields: MembershipFields,
  shown: Shown | null = null,
): Promise<void> {
  await transaction(async () => {
    const member = await findMember(access, personId);
    const { role, partnerId } = await keptBeside<MembershipFields>(access, {
      typed: { role: fields.role, partnerId: fields.partnerId },
      ...{ now: member, shown, of: { thingId: member.personId } },
      words: { role: roleWords },
      named: { partnerId: partners },
    });
    const detail = changedFrom<MembershipFields>(member, { role, partnerId });
    if (!detail) return;
    if (partnerId !== member.partnerId) await requirePartnerHere(access, partnerId, 'partnerId');
    if (role !== 'admin') await requireAnotherAdmin(access, member);
    await db.update(memberships).set({ role, partnerId }).where(eq(memberships.id, member.id));
    if (member.role === role) {
      await recordOf(access, member.personId, `changed the organization of ${member.name}`, detail);
      return;
    }
    if (!(await isActiveElsewhere(access, member.personId))) await endSessions(member.personId);
    const [from, to] = [roleWords[member.role].toLowerCase(), roleWords[role].toLowerCase()];
    await recordOf(access, member.personId, `changed ${member.name} from ${from} to ${to}`, detail);
  });
}

/**
 * Ends a person's part in the community at once; their work stays. Where it was all they belonged to, every session
 * ends too. Answers whether it was.
 */
export async function deactivate(access: CommunityAccess, personId: string | undefined): Promise<boolean> {
  return transaction(async () => {
    const member = await findMember(access, personId);
    const wasAll = !(await isActiveElsewhere(access, member.personId));
    if (member.endedAt !== null) return wasAll;
    await requireAnotherAdmin(access, member);
    const endedAt = new Date().toISOString();
    await db.update(memberships).set({ endedAt }).where(eq(memberships.id, member.id));
    if (wasAll) await endSessions(member.personId);
    await recordOf(access, member.personId, `deactivated ${member.name}`);
    return wasAll;
  });
}

/** Brings a person back, in the role they had. Whoever belongs elsewhere by now is asked first: answers whether. */
export async function reactivate(access: CommunityAccess, personId: string | undefined): Promise<boolean> {
  return transaction(async () => {
    const member = await findMember(access, personId);
    if (member.endedAt === null) return member.pendingSince !== null;
    const isAsked = await isActiveElsewhere(access, member.personId);
    const pendingSince = isAsked ? new Date().toISOString() : member.pendingSince;
    await db.update(memberships).set({ endedAt: null, pendingSince }).where(eq(memberships.id, member.id));
    await recordOf(access, member.personId, `${pendingSince ? 'asked back' : 'brought back'} ${member.name}`);
    return pendingSince !== null;
  });
}

interface Member {
  id: string;
  personId: string;
  name: string;
  role: Role;
  partnerId: string | null;
  pendingSince: string | null;
  endedAt: string | null;
}

async function findMember(access: CommunityAccess, personId: string | undefined): Promise<Member> {
  return found(
    await db
      .select({
        id: memberships.id,
        personId: memberships.personId,
        name: nameHere,
        role: memberships.role,
        partnerId: memberships.partnerId,
        pendingSince: memberships.pendingSince,
        endedAt: memberships.endedAt,
      })
      .from(memberships)
      .innerJoin(people, eq(people.id, memberships.personId))
      .where(and(eq(memberships.communityId, access.communityId), eq(people.id, personId ?? '')))
      .get(),
  );
}

/** Is the person an active member of another community too? Its admins alone decide on what they are there. */
async function isActiveElsewhere(access: CommunityAccess, personId: string): Promise<boolean> {
  const other = await db
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
  return other !== undefined;
}

/** Somebody must be able to let people in. Asked inside the transaction, so that two cannot step down at once. */
async function requireAnotherAdmin(access: CommunityAccess, member: Member): Promise<void> {
  const isActive = member.endedAt === null && member.pendingSince === null;
  if (member.role !== 'admin' || !isActive) return;
  const other = await db
    .select({ id: memberships.id })
    .from(memberships)
    .where(
      and(
        eq(memberships.communityId, access.communityId),
        eq(memberships.role, 'admin'),
        isActiveMembership,
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

const recordOf = (access: CommunityAccess, personId: string, deed: string, changed?: Changed) =>
  record(access, { deed, thing: 'person', thingId: personId, detail: changed && { ...changed } });
