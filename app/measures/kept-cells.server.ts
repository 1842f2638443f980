import { and, asc, desc, eq, gte, isNull, lte } from 'drizzle-orm';
import { db } from '#db/client.server';
import { imports } from '#db/schema/imports';
import { measureEntries, measurePoints, measures, refusedCells } from '#db/schema/measures';
import { people } from '#db/schema/people';
import { writtenOrder } from '#db/written-order';
import type { TeamAccess } from '~/access/gate.server';
import type { HeldCell, KeptPoint } from './cell';
import { placeKey } from './grid';

export interface KeptCells {
  points: KeptPoint[];
  held: HeldCell[];
}

/** What stands in the periods from one to another, all groups: the numbers, and what waits to be mended. */
export async function keptCells(
  team: TeamAccess,
  measureId: string,
  { from, to }: { from: string; to: string },
): Promise<KeptCells> {
  const [points, held] = await Promise.all([
    db
      .select({
        id: measurePoints.id,
        periodStart: measurePoints.periodStart,
        stratum: measurePoints.stratum,
        numerator: measurePoints.numerator,
        denominator: measurePoints.denominator,
        value: measurePoints.value,
        rawValues: measurePoints.rawValues,
        note: measurePoints.note,
        enteredBy: measurePoints.enteredBy,
        enteredAt: measurePoints.enteredAt,
        who: people.name,
        importId: measurePoints.importId,
        file: imports.fileName,
        ghostedAt: measurePoints.ghostedAt,
        ghostReason: measurePoints.ghostReason,
      })
      .from(measurePoints)
      .innerJoin(measures, eq(measures.id, measurePoints.measureId))
      .leftJoin(people, eq(people.id, measurePoints.enteredBy))
      .leftJoin(imports, eq(imports.id, measurePoints.importId))
      .where(
        and(
          eq(measurePoints.measureId, measureId),
          eq(measures.teamId, team.teamId),
          gte(measurePoints.periodStart, from),
          lte(measurePoints.periodStart, to),
        ),
      )
      .orderBy(asc(measurePoints.periodStart), asc(measurePoints.stratum)),
    db
      .select({
        periodStart: refusedCells.periodStart,
        stratum: refusedCells.stratum,
        numerator: refusedCells.numerator,
        denominator: refusedCells.denominator,
        value: refusedCells.value,
        note: refusedCells.note,
        who: people.name,
        createdAt: refusedCells.createdAt,
      })
      .from(refusedCells)
      .innerJoin(measures, eq(measures.id, refusedCells.measureId))
      .leftJoin(people, eq(people.id, refusedCells.typedBy))
      .where(
        and(
          eq(refusedCells.measureId, measureId),
          eq(measures.teamId, team.teamId),
          gte(refusedCells.periodStart, from),
          lte(refusedCells.periodStart, to),
        ),
      ),
  ]);
  // A good number that came later, as from a file, stands: what was typed before is no longer asked about.
  const newest = new Map(points.map((row) => [placeKey(row.periodStart, row.stratum), row.enteredAt]));
  return {
    points,
    held: held.filter((row) => row.createdAt >= (newest.get(placeKey(row.periodStart, row.stratum)) ?? '')),
  };
}

/** The periods for which one group of a measure has its number. */
export async function enteredPeriods(
  team: TeamAccess,
  measureId: string,
  stratum: string,
): Promise<{ periodStart: string }[]> {
  return db
    .select({ periodStart: measurePoints.periodStart })
    .from(measurePoints)
    .innerJoin(measures, eq(measures.id, measurePoints.measureId))
    .where(
      and(
        eq(measurePoints.measureId, measureId),
        eq(measures.teamId, team.teamId),
        eq(measurePoints.stratum, stratum),
      ),
    )
    .orderBy(asc(measurePoints.periodStart));
}

export interface LastEntry {
  id: string;
  kind: 'cell' | 'paste' | 'tally';
  count: number;
  who: string | null;
  isMine: boolean;
}

/** Entries can be undone for so long. */
const undoneWithinDays = 30;

/** The newest act of entering numbers that still stands and is not too old to be undone; null where there is none. */
export async function lastEntry(team: TeamAccess, measureId: string): Promise<LastEntry | null> {
  const row = await db
    .select({
      id: measureEntries.id,
      kind: measureEntries.kind,
      changes: measureEntries.changes,
      madeBy: measureEntries.madeBy,
      who: people.name,
      createdAt: measureEntries.createdAt,
    })
    .from(measureEntries)
    .innerJoin(measures, eq(measures.id, measureEntries.measureId))
    .leftJoin(people, eq(people.id, measureEntries.madeBy))
    .where(
      and(
        eq(measureEntries.measureId, measureId),
        eq(measures.teamId, team.teamId),
        isNull(measureEntries.undoneAt),
      ),
    )
    .orderBy(desc(measureEntries.createdAt), desc(writtenOrder(measureEntries)))
    .limit(1)
    .get();
  if (!row || isTooOld(row.createdAt)) return null;
  const { changes, madeBy, createdAt: _, ...entry } = row;
  return { ...entry, count: changes.length, isMine: madeBy === team.person.id };
}

export const isTooOld = (createdAt: string) =>
  Date.now() - Date.parse(createdAt) > undoneWithinDays * 86_400_000;
