import { and, eq } from 'drizzle-orm';
import { db, transaction } from '#db/client.server';
import { practices } from '#db/schema/practices';
import { requireMemberHere } from '~/access/belongs.server';
import type { CommunityAccess, PracticeAccess } from '~/access/gate.server';
import { changedFrom } from '~/history/changed-from';
import { record } from '~/history/record.server';
import { found } from '~/http/errors';
import type { PracticeFields } from './forms';

/** Adds a practice to the community's library; returns its id. */
export async function addPractice(access: CommunityAccess, fields: PracticeFields): Promise<string> {
  return transaction(async () => {
    await requireMemberHere(access, fields.ownerId, 'ownerId');
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
    const here = and(eq(practices.id, access.practiceId), eq(practices.communityId, access.communityId));
    const before = found(await db.select().from(practices).where(here).get());
    if (fields.ownerId !== before.ownerId) await requireMemberHere(access, fields.ownerId, 'ownerId');
    const detail = changedFrom(before, fields);
    if (!detail) return;
    await db.update(practices).set(fields).where(here);
    await record(access, {
      deed: `rewrote the practice “${fields.name}”`,
      thing: 'practice',
      thingId: access.practiceId,
      detail,
    });
  });
}
