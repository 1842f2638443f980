import { and, eq } from 'drizzle-orm';
import { db, transaction } from '#db/client.server';
import { memberships } from '#db/schema/communities';
import { practices } from '#db/schema/practices';
import type { CommunityAccess, PracticeAccess } from '~/access/gate.server';
import { record } from '~/history/record.server';
import { RuleBroken } from '~/http/errors';
import type { PracticeFields } from './forms';

/** Adds a practice to the community's library; returns its id. */
export async function addPractice(access: CommunityAccess, fields: PracticeFields): Promise<string> {
  return transaction(async () => {
    await requireOwnerHere(access, fields.ownerId);
    const practice = await db
      .insert(practices)
      .values({ ...fields, communityId: access.communityId })
      .returning({ id: practices.id })
      .get();
    await record(access, {
      deed: `added the practice “${fields.name}”`,
      thing: 'practice',
      thingId: practice.id,
    });
    return practice.id;
  });
}

export async function rewritePractice(access: PracticeAccess, fields: PracticeFields): Promise<void> {
  await transaction(async () => {
    await requireOwnerHere(access, fields.ownerId);
    await db
      .update(practices)
      .set(fields)
      .where(and(eq(practices.id, access.practiceId), eq(practices.communityId, access.communityId)));
    await record(access, {
      deed: `rewrote the practice “${fields.name}”`,
      thing: 'practice',
      thingId: access.practiceId,
    });
  });
}

async function requireOwnerHere(access: CommunityAccess, ownerId: string | null): Promise<void> {
  if (ownerId === null) return;
  const membership = await db
    .select({ id: memberships.id })
    .from(memberships)
    .where(and(eq(memberships.personId, ownerId), eq(memberships.communityId, access.communityId)))
    .get();
  if (!membership) throw new RuleBroken('Choose somebody of your community.', 'ownerId');
}
