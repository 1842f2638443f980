import { and, eq } from 'drizzle-orm';
import { db } from '#db/client.server';
import { stories } from '#db/schema/stories';
import type { CommunityAccess } from '~/access/gate.server';

/** Stories of one practice are told of another from now on: the two are the same. Part of a merge. */
export async function moveStories(access: CommunityAccess, fromId: string, intoId: string): Promise<void> {
  await db
    .update(stories)
    .set({ practiceId: intoId })
    .where(and(eq(stories.practiceId, fromId), eq(stories.communityId, access.communityId)));
}
