import { eq, inArray, sql } from 'drizzle-orm';
import { db, transaction } from '#db/client.server';
import { newId } from '#db/ids';
import { measurePoints, measures, refusedCells } from '#db/schema/measures';
import type { TeamAccess } from '~/access/gate.server';
import { record } from '~/history/record.server';
import { found, RuleBroken } from '~/http/errors';
import type { Table } from '~/imports/header';
import { type For, findKeptFile, type KeptFile, markSaved, savedBefore } from '~/imports/keep.server';
import { inChunks, keepChanges, pastImports, rowsAtOnce, takeBackImport } from '~/imports/past.server';
import type { Report } from '~/imports/progress';
import { withProgress } from '~/imports/progress.server';
import { rememberChoices, rememberedChoices } from '~/imports/remember.server';
import { mappingSteps } from '~/imports/shape';
import { aTurn, inTurns } from '~/imports/steps';
import type { SaveImportFields } from './forms';
import { readImportChoices, writeImportChoices } from './import-choices';
import { type ImportedChange, importedChanges, type KeptPoint, seriesPreview } from './import-preview';
import { type SeriesReading, seriesSteps } from './import-reading';
import type { Measure } from './measure';
import { findMeasure } from './queries.server';
import { type Figures, isSame } from './series';

export const fileForMeasure = (measureId: string): For => ({ kind: 'measure', id: measureId });

/** What saving a file did, or would do. */
export interface SeriesCounts extends Record<string, number> {
  added: number;
  changed: number;
  same: number;
  refused: number;
}

/** A brought file by the choices of the address, else by those of last time: what would be saved, and what would not. */
export const previewSeriesImport = (
  team: TeamAccess,
  measure: Measure,
  importId: string | undefined,
  search: URLSearchParams,
) => withProgress(team, importId, (report) => previewFile(team, measure, importId, search, report));

async function previewFile(
  team: TeamAccess,
  measure: Measure,
  importId: string | undefined,
  search: URLSearchParams,
  report: Report,
) {
  const thing = fileForMeasure(measure.id);
  const kept = await findKeptFile(team, thing, importId, search.get('sheet'), report);
  const about = {
    id: kept.id,
    fileName: kept.fileName,
    savedAt: kept.savedAt,
    result: kept.result as SeriesCounts | null,
  };
  if (!kept.table) return { ...about, preview: null, earlierSavedAt: null, rememberedAt: null };
  const remembered = search.has('shape') ? null : await rememberedChoices(team, thing, kept.table);
  const [{ proposal, choices, reading }, points, earlierSavedAt] = await Promise.all([
    readSeriesFile(team, measure, kept.table, remembered?.choices ?? search, report),
    pointsKept(measure.id),
    savedBefore(team, thing, kept),
  ]);
  const changes = importedChanges(reading.rows, points);
  return {
    ...about,
    earlierSavedAt,
    rememberedAt: remembered?.at ?? null,
    preview: {
      ...seriesPreview(kept.table, proposal, choices, reading, changes, measure),
      counts: countsIn(changes, reading),
    },
  };
}

async function readSeriesFile(
  team: TeamAccess,
  measure: Measure,
  table: Table,
  search: URLSearchParams,
  report: Report,
) {
  const [proposal, points] = await Promise.all([
    inTurns(mappingSteps(table), report),
    pointsKept(measure.id),
  ]);
  const choices = readImportChoices(search, table, proposal, measure);
  const about = { measure, calendar: team.community, today: team.today, points };
  return { proposal, choices, reading: await inTurns(seriesSteps(table, choices, about), report) };
}

/** All points of a measure, groups and set-aside ones included. */
async function pointsKept(measureId: string): Promise<KeptPoint[]> {
  return db
    .select({
      id: measurePoints.id,
      stratum: measurePoints.stratum,
      periodStart: measurePoints.periodStart,
      numerator: measurePoints.numerator,
      denominator: measurePoints.denominator,
      value: measurePoints.value,
      note: measurePoints.note,
    })
    .from(measurePoints)
    .where(eq(measurePoints.measureId, measureId));
}

function countsIn(changes: readonly ImportedChange[], reading: SeriesReading): SeriesCounts {
  const count = (kind: ImportedChange['change']) => changes.filter(({ change }) => change === kind).length;
  return {
    added: count('added'),
    changed: count('changed'),
    same: count('same'),
    refused: reading.refused.count,
  };
}

/**
 * Saves what is read from a kept file by these choices, all of it or nothing. The bytes are read anew: no number
 * comes from the browser. The same file again changes nothing.
 */
export const saveSeriesImport = (
  team: TeamAccess,
  measureId: string | undefined,
  importId: string | undefined,
  fields: SaveImportFields,
): Promise<SeriesCounts> =>
  withProgress(team, importId, (report) => saveFile(team, measureId, importId, fields, report));

async function saveFile(
  team: TeamAccess,
  measureId: string | undefined,
  importId: string | undefined,
  fields: SaveImportFields,
  report: Report,
): Promise<SeriesCounts> {
  const measure = await findMeasure(team, measureId);
  const thing = fileForMeasure(measure.id);
  const search = new URLSearchParams(fields.choices);
  const kept = await findKeptFile(team, thing, importId, search.get('sheet'), report);
  if (!kept.table) throw new RuleBroken('This file is saved already.');
  const table = found(kept.table);
  const { choices, reading } = await readSeriesFile(team, measure, table, search, report);
  requireSavable(reading, fields.withoutRefused);
  return transaction(async () => {
    const changes = importedChanges(reading.rows, await pointsKept(measure.id));
    const counts = countsIn(changes, reading);
    const written = writeImportChoices(choices);
    await markSaved(team, kept, counts, written.toString());
    await rememberChoices(team, thing, table, written);
    await addStrata(measure, reading.newStrata);
    await writePoints(team, measure.id, kept, changes, report);
    await record(team, {
      deed: `brought “${kept.fileName}” into “${measure.name}”: ${seriesCountsInWords(counts)}`,
      thing: 'measure',
      thingId: measure.id,
      detail: { importId: kept.id, ...counts },
    });
    return counts;
  });
}

function requireSavable(reading: SeriesReading, withoutRefused: boolean): void {
  const [problem] = reading.problems;
  if (problem) throw new RuleBroken(problem);
  if (reading.rows.length === 0) throw new RuleBroken('Nothing in this file can be saved as it is read now.');
  if (reading.refused.count > 0 && !withoutRefused) {
    throw new RuleBroken(
      'Tick this to save the rest without the cells that cannot be read.',
      'withoutRefused',
    );
  }
}

async function addStrata(measure: Measure, added: readonly string[]): Promise<void> {
  if (added.length === 0) return;
  await db
    .update(measures)
    .set({ strata: [...measure.strata, ...added] })
    .where(eq(measures.id, measure.id));
}

const figuresOf = ({ numerator, denominator, value }: Figures): Figures => ({
  numerator,
  denominator,
  value,
});

async function writePoints(
  team: TeamAccess,
  measureId: string,
  kept: KeptFile,
  changes: readonly ImportedChange[],
  report: Report,
): Promise<void> {
  const entered = { enteredBy: team.person.id, enteredAt: new Date().toISOString(), importId: kept.id };
  const news = changes
    .filter(({ change }) => change !== 'same')
    .map((row) => ({ ...row, id: row.was?.id ?? newId() }));
  for (const [index, some] of inChunks(news).entries()) {
    report({ what: 'saved', done: index * rowsAtOnce, all: news.length });
    await aTurn();
    await db
      .insert(measurePoints)
      .values(
        some.map(({ id, stratum, periodStart, ...row }) => ({
          id,
          measureId,
          stratum,
          periodStart,
          ...figuresOf(row),
          ...entered,
        })),
      )
      .onConflictDoUpdate({
        target: measurePoints.id,
        set: {
          numerator: sql`excluded.numerator`,
          denominator: sql`excluded.denominator`,
          value: sql`excluded.value`,
          rawValues: null,
          enteredBy: sql`excluded.entered_by`,
          enteredAt: sql`excluded.entered_at`,
          importId: sql`excluded.import_id`,
        },
      });
  }
  await keepChanges(
    kept.id,
    'point',
    news.map((row) => ({
      rowId: row.id,
      was: row.was && { ...figuresOf(row.was) },
      is: { ...figuresOf(row) },
    })),
  );
  // A good number has come in the place of what could not be.
  const mended = new Set(news.map(({ stratum, periodStart }) => `${stratum}\u0000${periodStart}`));
  const waiting = await db
    .select({ id: refusedCells.id, stratum: refusedCells.stratum, periodStart: refusedCells.periodStart })
    .from(refusedCells)
    .where(eq(refusedCells.measureId, measureId));
  const gone = waiting.filter(({ stratum, periodStart }) => mended.has(`${stratum}\u0000${periodStart}`));
  for (const some of inChunks(gone.map(({ id }) => id))) {
    await db.delete(refusedCells).where(inArray(refusedCells.id, some));
  }
}

/** "10 new, 2 changed, 3 the same" */
export function seriesCountsInWords({ added, changed, same }: SeriesCounts): string {
  const parts = [
    [added, 'new'],
    [changed, 'changed'],
    [same, 'the same'],
  ] as const;
  return parts
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count.toLocaleString('en-US')} ${word}`)
    .join(', ');
}

export const pastSeriesImports = (team: TeamAccess, measureId: string) =>
  pastImports(team, fileForMeasure(measureId));

export interface Undone {
  fileName: string;
  undone: number;
  /** Somebody has changed these since, and their numbers stay. */
  kept: number;
}

/**
 * Takes an import back as a whole: what it added goes, what it changed is as before. What was changed since stays.
 * Null where it was taken back before.
 */
export async function undoSeriesImport(
  team: TeamAccess,
  measureId: string | undefined,
  importId: string | undefined,
): Promise<Undone | null> {
  return transaction(async () => {
    const measure = await findMeasure(team, measureId);
    const taken = await takeBackImport(team, fileForMeasure(measure.id), importId);
    if (!taken) return null;
    const { fileName, changes } = taken;
    const now = new Map(
      (
        await db
          .select({
            id: measurePoints.id,
            numerator: measurePoints.numerator,
            denominator: measurePoints.denominator,
            value: measurePoints.value,
            importId: measurePoints.importId,
            ghostedAt: measurePoints.ghostedAt,
          })
          .from(measurePoints)
          .where(eq(measurePoints.measureId, measure.id))
      ).map((point) => [point.id, point]),
    );
    const stands = changes.filter(({ rowId, is, was }) => {
      const point = now.get(rowId);
      if (!point || point.importId !== importId || !isSame(point, is as unknown as Figures)) return false;
      return was !== null || point.ghostedAt === null;
    });
    const added = stands.filter(({ was }) => was === null).map(({ rowId }) => rowId);
    for (const some of inChunks(added)) {
      await db.delete(measurePoints).where(inArray(measurePoints.id, some));
    }
    await restore(
      stands.flatMap(({ rowId, was }) => (was ? [{ id: rowId, was: was as unknown as Figures }] : [])),
      measure.id,
    );
    const counts = { undone: stands.length, kept: changes.length - stands.length };
    await record(team, {
      deed: `took back the import of “${fileName}” into “${measure.name}”: ${counts.undone} numbers are as before${counts.kept > 0 ? `, ${counts.kept} were changed since and stay` : ''}`,
      thing: 'measure',
      thingId: measure.id,
      detail: { importId, ...counts },
    });
    return { fileName, ...counts };
  });
}

async function restore(rows: { id: string; was: Figures }[], measureId: string): Promise<void> {
  const known = new Map(
    (await db.select().from(measurePoints).where(eq(measurePoints.measureId, measureId))).map((row) => [
      row.id,
      row,
    ]),
  );
  const back = rows.flatMap(({ id, was }) => {
    const row = known.get(id);
    return row ? [{ ...row, ...figuresOf(was), importId: null }] : [];
  });
  for (const some of inChunks(back)) {
    await db
      .insert(measurePoints)
      .values(some)
      .onConflictDoUpdate({
        target: measurePoints.id,
        set: {
          numerator: sql`excluded.numerator`,
          denominator: sql`excluded.denominator`,
          value: sql`excluded.value`,
          importId: null,
        },
      });
  }
}
