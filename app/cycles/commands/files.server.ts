import { and, asc, count, eq, isNull } from 'drizzle-orm';
import { db, transaction } from '#db/client.server';
import { now } from '#db/schema/columns';
import { cycleFileContents, cycleFiles, cycles } from '#db/schema/cycles';
import { people } from '#db/schema/people';
import type { TeamAccess } from '~/access/gate.server';
import { record } from '~/history/record.server';
import { found, RuleBroken } from '~/http/errors';
import { mediaTypeOf } from '../file-kind.server';
import { fileBytes, mostFiles } from '../file-limits';
import { cycleRow } from './cycle-rows.server';

const tooLarge = 'This file is larger than 10 MB. Make it smaller, or link to it in your notes.';
const notTaken =
  'Choose a PDF, a picture (PNG, JPEG, WebP), a Word, Excel or PowerPoint file, or a CSV or text file.';

/** The files of a cycle, those that were taken out as well: they can be brought back. */
export async function filesOfCycle(access: TeamAccess, cycleId: string) {
  return db
    .select({
      id: cycleFiles.id,
      fileName: cycleFiles.fileName,
      bytes: cycleFiles.bytes,
      createdAt: cycleFiles.createdAt,
      takenOutAt: cycleFiles.takenOutAt,
      who: people.name,
    })
    .from(cycleFiles)
    .innerJoin(cycles, eq(cycles.id, cycleFiles.cycleId))
    .leftJoin(people, eq(people.id, cycleFiles.addedBy))
    .where(and(eq(cycleFiles.cycleId, cycleId), eq(cycles.teamId, access.teamId)))
    .orderBy(asc(cycleFiles.createdAt), asc(cycleFiles.id))
    .limit(200);
}

export async function addFile(access: TeamAccess, cycleId: string, file: File): Promise<void> {
  if (file.size === 0) throw new RuleBroken('This file is empty.', 'file');
  if (file.size > fileBytes) throw new RuleBroken(tooLarge, 'file');
  const contents = Buffer.from(await file.arrayBuffer());
  const mediaType = await mediaTypeOf(contents, file.name);
  if (mediaType === null) throw new RuleBroken(notTaken, 'file');
  const fileName = file.name.replace(/^.*[\\/]/, '').slice(0, 200) || 'file';
  await transaction(async () => {
    const cycle = await cycleRow(access, cycleId);
    await requireRoom(cycleId);
    const { id } = await db
      .insert(cycleFiles)
      .values({ cycleId, fileName, mediaType, bytes: contents.length, addedBy: access.person.id })
      .returning({ id: cycleFiles.id })
      .get();
    await db.insert(cycleFileContents).values({ fileId: id, contents });
    await record(access, { deed: `added the file “${fileName}” to Cycle ${cycle.number}`, cycleId });
  });
}

async function requireRoom(cycleId: string): Promise<void> {
  const kept = await db
    .select({ files: count() })
    .from(cycleFiles)
    .where(and(eq(cycleFiles.cycleId, cycleId), isNull(cycleFiles.takenOutAt)))
    .get();
  if ((kept?.files ?? 0) >= mostFiles) {
    throw new RuleBroken(`A cycle keeps ${mostFiles} files. Take one out first.`, 'file');
  }
}

/** Takes a file out, or brings it back; the same twice changes nothing. */
export async function placeFile(
  access: TeamAccess,
  cycleId: string,
  { fileId, place }: { fileId: string; place: 'out' | 'back' },
): Promise<void> {
  await transaction(async () => {
    const cycle = await cycleRow(access, cycleId);
    const file = found(
      await db
        .select({ fileName: cycleFiles.fileName, takenOutAt: cycleFiles.takenOutAt })
        .from(cycleFiles)
        .where(and(eq(cycleFiles.id, fileId), eq(cycleFiles.cycleId, cycleId)))
        .get(),
    );
    if ((place === 'out') === (file.takenOutAt !== null)) return;
    if (place === 'back') await requireRoom(cycleId);
    const takenOutAt = place === 'out' ? now() : null;
    await db.update(cycleFiles).set({ takenOutAt }).where(eq(cycleFiles.id, fileId));
    const deed = place === 'out' ? 'took out' : 'brought back';
    await record(access, { deed: `${deed} the file “${file.fileName}” of Cycle ${cycle.number}`, cycleId });
  });
}

/** A file with its bytes. @throws Response 404 where it is not there, or was taken out. */
export async function readCycleFile(access: TeamAccess, cycleId = '', fileId = '') {
  const file = await db
    .select({
      id: cycleFiles.id,
      fileName: cycleFiles.fileName,
      mediaType: cycleFiles.mediaType,
      contents: cycleFileContents.contents,
    })
    .from(cycleFiles)
    .innerJoin(cycles, eq(cycles.id, cycleFiles.cycleId))
    .innerJoin(cycleFileContents, eq(cycleFileContents.fileId, cycleFiles.id))
    .where(
      and(
        eq(cycleFiles.id, fileId),
        eq(cycleFiles.cycleId, cycleId),
        eq(cycles.teamId, access.teamId),
        isNull(cycleFiles.takenOutAt),
      ),
    )
    .get();
  return found(file);
}
