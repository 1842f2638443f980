import { and, eq, ne } from 'drizzle-orm';
import { db } from '#db/client.server';
import { imports } from '#db/schema/imports';
import type { CommunityAccess } from '~/access/gate.server';
import { notFound } from '~/http/errors';
import type { Progress, Report } from './progress';

/** Files that are being sent, read or saved at this moment, by the key their page asks with. */
const atWork = new Map<string, { personId: string; communityId: string; progress: Progress | null }>();

/**
 * Does work on a file that tells how far it is. The key is the id of the import, or the one its page made before there
 * was an import. A key that is somebody else's at this moment tells nothing.
 */
export async function withProgress<T>(
  access: CommunityAccess,
  key: string | null | undefined,
  work: (report: Report) => Promise<T>,
): Promise<T> {
  if (!key || !/^[\w-]{1,40}$/.test(key) || atWork.has(key)) return work(() => {});
  const mine = {
    personId: access.person.id,
    communityId: access.communityId,
    progress: null as Progress | null,
  };
  atWork.set(key, mine);
  try {
    return await work((progress) => {
      mine.progress = progress;
    });
  } finally {
    atWork.delete(key);
  }
}

/** How far a file of this person is; null where nothing is being done. @throws 404 for anybody else's. */
export async function progressOf(access: CommunityAccess, key: string | undefined): Promise<Progress | null> {
  const running = atWork.get(key ?? '');
  if (running) {
    if (running.personId !== access.person.id || running.communityId !== access.communityId) throw notFound();
    return running.progress;
  }
  const anothers = await db
    .select({ id: imports.id })
    .from(imports)
    .where(and(eq(imports.id, key ?? ''), ne(imports.broughtBy, access.person.id)))
    .get();
  if (anothers) throw notFound();
  return null;
}
