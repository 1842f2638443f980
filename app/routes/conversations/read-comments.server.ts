import type { CommunityAccess, ThingAccess } from '~/access/gate.server';
import { threadsBeside } from '~/conversations/queries.server';
import { mayCommentOn } from './may-comment.server';

/** What a page, behind its own gate, shows of the comments beside its thing. */
export async function readComments(access: CommunityAccess, thing: ThingAccess['thing'], thingId: string) {
  return {
    ...{ thing, thingId, timeZone: access.community.timeZone, mayWrite: mayCommentOn(access) },
    ...(await threadsBeside(access, { thing, thingId })),
  };
}
