import { and, desc, eq, sql } from 'drizzle-orm';
import { db } from '#db/client.server';
import { importMappings } from '#db/schema/imports';
import type { CommunityAccess } from '~/access/gate.server';
import type { For } from './brought-for';
import { fingerprint } from './fingerprint';
import type { Table } from './header';

/** What belongs to one file alone, and is not remembered for the next. */
const ofOneFile = ['fixedPeriod', 'without', 'repeats'];

/** Keeps what the columns of a file meant, inside the transaction that saves it. */
export async function rememberChoices(
  access: CommunityAccess,
  thing: For,
  table: Table,
  choices: URLSearchParams,
): Promise<void> {
  const kept = new URLSearchParams(choices);
  for (const name of ofOneFile) kept.delete(name);
  await remember(access, thing, fingerprint(table.headers), kept);
  if (table.sheet !== null && table.sheets.length > 1) {
    await remember(access, thing, sheetsKey(table), new URLSearchParams({ sheet: table.sheet }));
  }
}

/** Under it the sheet that was chosen is remembered for the next workbook with these sheets. */
const sheetsKey = (table: Table) => `sheets ${fingerprint(table.sheets)}`;

async function remember(
  access: CommunityAccess,
  thing: For,
  key: string,
  choices: URLSearchParams,
): Promise<void> {
  const confirmed = {
    choices: choices.toString(),
    confirmedBy: access.person.id,
    createdAt: new Date().toISOString(),
  };
  await db
    .insert(importMappings)
    .values({
      communityId: access.communityId,
      forKind: thing.kind,
      forId: thing.id,
      fingerprint: key,
      ...confirmed,
    })
    .onConflictDoUpdate({
      target: [
        importMappings.communityId,
        importMappings.forKind,
        importMappings.forId,
        importMappings.fingerprint,
      ],
      set: confirmed,
    });
}

export interface Remembered {
  choices: URLSearchParams;
  /** The instant it was confirmed. */
  at: string;
}

/**
 * What the columns of such a file meant last time: for this very thing, else for another of its kind in the community;
 * null where nobody has confirmed a file of this shape.
 */
export async function rememberedChoices(
  access: CommunityAccess,
  thing: For,
  table: Table,
): Promise<Remembered | null> {
  return recall(access, thing, fingerprint(table.headers));
}

/** The sheet that was read of a workbook with these sheets last time; null where there was none, or it has no choice. */
export async function rememberedSheet(
  access: CommunityAccess,
  thing: For,
  table: Table,
): Promise<string | null> {
  if (table.sheets.length < 2) return null;
  const remembered = await recall(access, thing, sheetsKey(table));
  return remembered?.choices.get('sheet') ?? null;
}

async function recall(access: CommunityAccess, thing: For, key: string): Promise<Remembered | null> {
  const row = await db
    .select({ choices: importMappings.choices, at: importMappings.createdAt })
    .from(importMappings)
    .where(
      and(
        eq(importMappings.communityId, access.communityId),
        eq(importMappings.forKind, thing.kind),
        eq(importMappings.fingerprint, key),
      ),
    )
    .orderBy(desc(sql`${importMappings.forId} = ${thing.id}`), desc(importMappings.createdAt))
    .limit(1)
    .get();
  if (!row) return null;
  return { choices: new URLSearchParams(String(row.choices)), at: row.at };
}
