import { and, eq, inArray, sql } from 'drizzle-orm';
import { db } from '#db/client.server';
import { type EntryFigures, measureEntries, measurePoints, refusedCells } from '#db/schema/measures';
import type { EntryKind } from '#db/vocabulary';
import type { TeamAccess } from '~/access/gate.server';
import type { CellTexts } from './cell';
import { placeKey } from './grid';

/* The statements behind entering, undoing and counting. Called inside their transaction. */

export interface PointChange {
  periodStart: string;
  stratum: string;
  was: EntryFigures | null;
  is: EntryFigures | null;
}

type Place = Pick<PointChange, 'periodStart' | 'stratum'>;

/** SQLite takes so many values in one statement, and a row has some twenty. */
const rowsAtOnce = 1000;

function inParts<Row>(rows: readonly Row[]): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / rowsAtOnce) }, (_, part) =>
    rows.slice(part * rowsAtOnce, (part + 1) * rowsAtOnce),
  );
}

/** Puts each changed number where it belongs; what is set aside stays set aside. */
export async function writePoints(measureId: string, changes: readonly PointChange[]): Promise<void> {
  const rows = changes.flatMap(({ periodStart, stratum, is }) =>
    is
      ? [{ measureId, periodStart, stratum, ...is, enteredAt: is.enteredAt ?? new Date().toISOString() }]
      : [],
  );
  for (const part of inParts(rows)) {
    await db
      .insert(measurePoints)
      .values(part)
      .onConflictDoUpdate({
        target: [measurePoints.measureId, measurePoints.stratum, measurePoints.periodStart],
        set: {
          numerator: sql`excluded.numerator`,
          denominator: sql`excluded.denominator`,
          value: sql`excluded.value`,
          rawValues: sql`excluded.raw_values`,
          note: sql`excluded.note`,
          enteredBy: sql`excluded.entered_by`,
          enteredAt: sql`excluded.entered_at`,
          importId: sql`excluded.import_id`,
        },
      });
  }
}

/** Takes out the numbers that are no more; the entry and history keep what they were. */
export async function writeRemovals(measureId: string, changes: readonly PointChange[]): Promise<void> {
  const gone = changes.filter(({ is }) => is === null);
  if (gone.length === 0) return;
  const place = sql<string>`${measurePoints.periodStart} || ' ' || ${measurePoints.stratum}`;
  await db
    .delete(measurePoints)
    .where(and(eq(measurePoints.measureId, measureId), inArray(place, keysOf(gone))));
}

/** Keeps what was typed and is no number yet. */
export async function writeHeld(
  team: TeamAccess,
  measureId: string,
  cells: readonly (Place & CellTexts)[],
  createdAt: string,
): Promise<void> {
  const rows = cells.map((cell) => ({ ...cell, measureId, typedBy: team.person.id, createdAt }));
  for (const part of inParts(rows)) {
    await db
      .insert(refusedCells)
      .values(part)
      .onConflictDoUpdate({
        target: [refusedCells.measureId, refusedCells.stratum, refusedCells.periodStart],
        set: {
          numerator: sql`excluded.numerator`,
          denominator: sql`excluded.denominator`,
          value: sql`excluded.value`,
          note: sql`excluded.note`,
          typedBy: sql`excluded.typed_by`,
          createdAt: sql`excluded.created_at`,
        },
      });
  }
}

/** What waited to be mended is mended or thrown away. */
export async function letGo(measureId: string, cells: readonly Place[]): Promise<void> {
  if (cells.length === 0) return;
  const place = sql<string>`${refusedCells.periodStart} || ' ' || ${refusedCells.stratum}`;
  await db
    .delete(refusedCells)
    .where(and(eq(refusedCells.measureId, measureId), inArray(place, keysOf(cells))));
}

/** The act as a whole, so that it can be undone. */
export async function writeEntry(
  team: TeamAccess,
  measureId: string,
  kind: EntryKind,
  changes: PointChange[],
): Promise<string> {
  const { id } = await db
    .insert(measureEntries)
    .values({ measureId, kind, changes, madeBy: team.person.id })
    .returning({ id: measureEntries.id })
    .get();
  return id;
}

const keysOf = (places: readonly Place[]) =>
  places.map(({ periodStart, stratum }) => placeKey(periodStart, stratum));
