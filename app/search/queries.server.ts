import { type Found, findWords } from '#db/search.server';
import type { FoundKind } from '#db/vocabulary';
import type { CommunityAccess } from '~/access/gate.server';

/** So many of each kind where all kinds are shown, and so many of one. */
const most = { ofEach: 5, ofOne: 50 };

/** What people of this community wrote with the words that were typed. Everyone of a community reads all of it. */
export async function search(
  access: CommunityAccess,
  typed: string,
  only: FoundKind | undefined,
): Promise<Found[]> {
  return findWords(access.communityId, typed, { most: only ? most.ofOne : most.ofEach, kind: only });
}
