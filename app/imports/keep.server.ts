import { createHash } from 'node:crypto';
import { and, count, desc, eq, gte, isNotNull, isNull, lt, ne } from 'drizzle-orm';
import { db } from '#db/client.server';
import { imports } from '#db/schema/imports';
import type { CommunityAccess } from '~/access/gate.server';
import { found, RuleBroken } from '~/http/errors';
import type { For } from './brought-for';
import { UnreadableFile } from './decode';
import { fileTable } from './file-table.server';
import type { Table } from './header';
import type { Report } from './progress';
import { rememberedSheet } from './remember.server';
import { namedProblem } from './signatures';

export type { For } from './brought-for';

/** Files that nobody confirmed are forgotten after so many days. */
const keptDays = 7;
const dayLong = 86_400_000;
/**
 * So many files a community may bring in an hour: each of them is work for the server that all share. A leader who
 * sets up a community of 53 indicators brings one for each in an afternoon, and some of them twice.
 */
const mostAnHour = 120;
const hourLong = 3_600_000;
const readable = /\.(?:csv|tsv|tab|txt|xlsx|xlsm)$/i;

/**
 * Keeps a file between its preview and the moment somebody confirms what is read from it; returns its id.
 * @throws RuleBroken at the field "file" where no table can be read from it, and then nothing is kept.
 */
export async function keepFile(
  access: CommunityAccess,
  thing: For,
  file: File,
  report?: Report,
): Promise<string> {
  await forgetOldFiles();
  await requireFewFiles(access);
  const contents = Buffer.from(await file.arrayBuffer());
  const table = await tableIn(contents, null, report);
  if (!readable.test(file.name)) {
    throw new RuleBroken('Choose a CSV or Excel file: its name ends in .csv, .tsv, .txt or .xlsx.', 'file');
  }
  const problem = namedProblem(file.name, table);
  if (problem !== null) throw new RuleBroken(problem, 'file');
  const row = await db
    .insert(imports)
    .values({
      communityId: access.communityId,
      forKind: thing.kind,
      forId: thing.id,
      fileName: nameOf(file),
      contents,
      contentHash: createHash('sha256').update(contents).digest('hex'),
      broughtBy: access.person.id,
    })
    .returning({ id: imports.id })
    .get();
  handOver(row.id, table);
  return row.id;
}

/** The file that was read last, until its page has come for it: it comes right behind, and need not read it again. */
let justRead: { importId: string; table: Table } | null = null;
const waitForPage = 20_000;

function handOver(importId: string, table: Table): void {
  const mine = { importId, table };
  justRead = mine;
  setTimeout(() => {
    if (justRead === mine) justRead = null;
  }, waitForPage).unref();
}

function takeOver(importId: string): Table | null {
  if (justRead?.importId !== importId) return null;
  const { table } = justRead;
  justRead = null;
  return table;
}

const ago = (milliseconds: number) => new Date(Date.now() - milliseconds).toISOString();

/** Deletes what nobody confirmed in time, whoever brought it. */
async function forgetOldFiles(): Promise<void> {
  await db
    .delete(imports)
    .where(and(isNull(imports.savedAt), lt(imports.createdAt, ago(keptDays * dayLong))));
}

async function requireFewFiles(access: CommunityAccess): Promise<void> {
  const brought = await db
    .select({ files: count() })
    .from(imports)
    .where(and(eq(imports.communityId, access.communityId), gte(imports.createdAt, ago(hourLong))))
    .get();
  if (brought && brought.files >= mostAnHour) {
    throw new RuleBroken(
      `Your community has brought ${mostAnHour} files in the last hour. Try again in an hour.`,
      'file',
    );
  }
}

/** The name without the folders and control signs that some browsers and programs send along. */
function nameOf(file: File): string {
  const name = file.name.split(/[\\/]/).at(-1) ?? '';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out.
  return name.replace(/[\u0000-\u001f\u007f]/g, '').slice(-200) || 'file.csv';
}

async function tableIn(contents: Buffer, sheet: string | null, report?: Report): Promise<Table> {
  try {
    return await fileTable(contents, sheet, report);
  } catch (error) {
    if (error instanceof UnreadableFile) throw new RuleBroken(error.message, 'file');
    throw error;
  }
}

export interface KeptFile {
  id: string;
  fileName: string;
  contentHash: string;
  savedAt: string | null;
  /** What saving it did; null until then. */
  result: Record<string, number> | null;
  /** null once it is saved. */
  table: Table | null;
}

/** A file this person brought for this thing. */
const isTheirs = (access: CommunityAccess, thing: For, importId: string | undefined) =>
  and(
    eq(imports.id, importId ?? ''),
    eq(imports.communityId, access.communityId),
    eq(imports.forKind, thing.kind),
    eq(imports.forId, thing.id),
    eq(imports.broughtBy, access.person.id),
  );

/**
 * A file this person brought for this thing. Of a workbook the sheet asked for, else the one of last time, else the
 * first with a table. @throws 404 for anybody else's and anything else's.
 */
export async function findKeptFile(
  access: CommunityAccess,
  thing: For,
  importId: string | undefined,
  sheet: string | null,
  report?: Report,
): Promise<KeptFile> {
  await forgetOldFiles();
  const { contents, ...row } = found(
    await db
      .select({
        id: imports.id,
        fileName: imports.fileName,
        contentHash: imports.contentHash,
        savedAt: imports.savedAt,
        result: imports.result,
        contents: imports.contents,
      })
      .from(imports)
      .where(isTheirs(access, thing, importId))
      .get(),
  );
  if (!contents) return { ...row, table: null };
  const table = (sheet === null ? takeOver(row.id) : null) ?? (await tableIn(contents, sheet, report));
  const before = sheet === null ? await rememberedSheet(access, thing, table) : null;
  const isOther = before !== null && before !== table.sheet;
  return { ...row, table: isOther ? await tableIn(contents, before, report) : table };
}

/** Deletes a file that is not saved yet. @throws 404 where this person brought none. */
export async function throwFileAway(
  access: CommunityAccess,
  thing: For,
  importId: string | undefined,
): Promise<void> {
  const thrown = await db
    .delete(imports)
    .where(and(isTheirs(access, thing, importId), isNull(imports.savedAt)))
    .returning({ id: imports.id });
  found(thrown[0]);
}

/** When this very file was saved for this thing before, or null. */
export async function savedBefore(
  access: CommunityAccess,
  thing: For,
  kept: KeptFile,
): Promise<string | null> {
  const row = await db
    .select({ savedAt: imports.savedAt })
    .from(imports)
    .where(
      and(
        eq(imports.forId, thing.id),
        eq(imports.communityId, access.communityId),
        eq(imports.contentHash, kept.contentHash),
        isNotNull(imports.savedAt),
        isNull(imports.undoneAt),
        ne(imports.id, kept.id),
      ),
    )
    .orderBy(desc(imports.savedAt))
    .limit(1)
    .get();
  return row?.savedAt ?? null;
}

/**
 * Marks a file as saved and empties it, inside the transaction that saves what was read.
 * @throws RuleBroken where it is saved already, so that of two people (or two clicks) one wins.
 */
export async function markSaved(
  access: CommunityAccess,
  kept: KeptFile,
  result: Record<string, number>,
  mapping: unknown,
): Promise<void> {
  const marked = await db
    .update(imports)
    .set({ savedAt: new Date().toISOString(), contents: null, result, mapping })
    .where(and(eq(imports.id, kept.id), eq(imports.communityId, access.communityId), isNull(imports.savedAt)))
    .returning({ id: imports.id });
  if (marked.length === 0) throw new RuleBroken('This file is saved already.');
}
