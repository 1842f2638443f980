import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import { db } from '#db/client.server';
import { importChanges, imports } from '#db/schema/imports';
import { people } from '#db/schema/people';
import type { ChangedKind } from '#db/vocabulary';
import type { CommunityAccess } from '~/access/gate.server';
import { found } from '~/http/errors';
import type { For } from './brought-for';
import { aTurn } from './steps';

const mostListed = 50;

/** The files that were saved for a thing, newest first: who, when, what came of it, and whether it was undone. */
export async function pastImports(access: CommunityAccess, thing: For) {
  return db
    .select({
      id: imports.id,
      fileName: imports.fileName,
      savedAt: imports.savedAt,
      by: people.name,
      result: imports.result,
      undoneAt: imports.undoneAt,
    })
    .from(imports)
    .leftJoin(people, eq(people.id, imports.broughtBy))
    .where(
      and(
        eq(imports.communityId, access.communityId),
        eq(imports.forKind, thing.kind),
        eq(imports.forId, thing.id),
        isNotNull(imports.savedAt),
      ),
    )
    .orderBy(desc(imports.createdAt))
    .limit(mostListed);
}
export type PastImport = Awaited<ReturnType<typeof pastImports>>[number];

export type ImportChange = Pick<typeof importChanges.$inferInsert, 'rowId' | 'was' | 'is'>;

/** SQLite takes 32,766 values in one statement. */
export const rowsAtOnce = 500;

export function inChunks<T>(all: readonly T[], size = rowsAtOnce): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
}

/** Keeps what an import put where, so that it can be undone; inside the transaction that saves it. */
export async function keepChanges(
  importId: string,
  kind: ChangedKind,
  changes: readonly ImportChange[],
): Promise<void> {
  for (const some of inChunks(changes)) {
    await aTurn();
    await db.insert(importChanges).values(some.map((change) => ({ ...change, importId, kind })));
  }
}

/** Marks a saved import of this thing as undone and gives its changes and what was kept as its mapping; null where it was undone before. @throws 404. */
export async function takeBackImport(access: CommunityAccess, thing: For, importId: string | undefined) {
  const row = found(
    await db
      .select({
        id: imports.id,
        fileName: imports.fileName,
        undoneAt: imports.undoneAt,
        mapping: imports.mapping,
      })
      .from(imports)
      .where(
        and(
          eq(imports.id, importId ?? ''),
          eq(imports.communityId, access.communityId),
          eq(imports.forKind, thing.kind),
          eq(imports.forId, thing.id),
          isNotNull(imports.savedAt),
        ),
      )
      .get(),
  );
  if (row.undoneAt !== null) return null;
  await db
    .update(imports)
    .set({ undoneAt: new Date().toISOString(), undoneBy: access.person.id })
    .where(and(eq(imports.id, row.id), isNull(imports.undoneAt)));
  const changes = await db
    .select({ rowId: importChanges.rowId, was: importChanges.was, is: importChanges.is })
    .from(importChanges)
    .where(eq(importChanges.importId, row.id));
  return { fileName: row.fileName, mapping: row.mapping, changes };
}
