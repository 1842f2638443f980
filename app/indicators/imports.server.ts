import { eq, max } from 'drizzle-orm';
import { db, transaction } from '#db/client.server';
import { indicators, observations } from '#db/schema/indicators';
import type { IndicatorAccess } from '~/access/gate.server';
import { record } from '~/history/record.server';
import { found, RuleBroken } from '~/http/errors';
import { type For, findKeptFile, type KeptFile, markSaved, savedBefore } from '~/imports/keep.server';
import { pastImports, takeBackImport } from '~/imports/past.server';
import type { Report } from '~/imports/progress';
import { withProgress } from '~/imports/progress.server';
import { rememberChoices, rememberedChoices } from '~/imports/remember.server';
import { mappingSteps } from '~/imports/shape';
import { inTurns } from '~/imports/steps';
import { madeUndoneWords } from '~/imports/undone-words';
import { listedUpTo } from '~/ui/words';
import { readChoices, writeChoices } from './choices';
import type { SaveFields } from './forms';
import { changesOf, countsIn, type ImportCounts, type KeptObservation } from './import-changes';
import { previewOf } from './import-preview';
import { type FileReading, fileSteps, withPlaces } from './import-reading';
import { savedWords } from './import-words';
import { madeBy, takeMadeOut } from './made-groups.server';
import { dimensionsOf, figures } from './queries.server';
import { groupsFor, takeFiguresBack, writeFigures } from './write-figures.server';

export const fileFor = (access: IndicatorAccess): For => ({ kind: 'indicator', id: access.indicatorId });

/** A brought file by the choices of the address: what would be saved, and what would not, with its reason. */
export const previewImport = (
  access: IndicatorAccess,
  importId: string | undefined,
  search: URLSearchParams,
) => withProgress(access, importId, (report) => previewFile(access, importId, search, report));

async function previewFile(
  access: IndicatorAccess,
  importId: string | undefined,
  search: URLSearchParams,
  report: Report,
) {
  const kept = await findKeptFile(access, fileFor(access), importId, search.get('sheet'), report);
  const about = {
    id: kept.id,
    fileName: kept.fileName,
    savedAt: kept.savedAt,
    result: kept.result as ImportCounts | null,
  };
  if (!kept.table) return { ...about, preview: null, earlierSavedAt: null, rememberedAt: null };
  const remembered = search.has('shape')
    ? null
    : await rememberedChoices(access, fileFor(access), kept.table);
  const [{ table, proposal, choices, reading, splits }, existing, earlierSavedAt] = await Promise.all([
    readKept(access, kept, remembered?.choices ?? search, report),
    observationsKept(access),
    savedBefore(access, fileFor(access), kept),
  ]);
  const counts = countsIn(changesOf(reading.figures, existing, new Map()), reading.refused.count);
  return {
    ...about,
    earlierSavedAt,
    rememberedAt: remembered?.at ?? null,
    preview: {
      ...previewOf(table, proposal, choices, reading, splits),
      counts,
      splits: splits.map(({ id, name }) => ({ id, name })),
    },
  };
}

async function readKept(access: IndicatorAccess, kept: KeptFile, search: URLSearchParams, report: Report) {
  const table = found(kept.table);
  const [indicator, splits, newest] = await Promise.all([
    db
      .select({ unit: indicators.unit, periodKind: indicators.periodKind })
      .from(indicators)
      .where(eq(indicators.id, access.indicatorId))
      .get()
      .then(found),
    dimensionsOf(access),
    db
      .select({ period: max(observations.period) })
      .from(observations)
      .where(eq(observations.indicatorId, access.indicatorId))
      .get(),
  ]);
  const proposal = await inTurns(mappingSteps(table), report);
  const choices = readChoices(search, { table, proposal, dimensions: splits, indicator });
  const newestKept = newest?.period ? Number(newest.period.slice(0, 4)) : null;
  const about = { ...indicator, firstMonth: access.community.schoolYearFirstMonth, newestKept };
  const reading = await inTurns(fileSteps(table, choices, about, splits), report);
  return { table, proposal, choices, reading, splits };
}

async function observationsKept(access: IndicatorAccess): Promise<KeptObservation[]> {
  return db
    .select({ id: observations.id, ...figures })
    .from(observations)
    .where(eq(observations.indicatorId, access.indicatorId));
}

interface Saved {
  counts: ImportCounts;
  /** The groups that were made for it. */
  newGroups: string[];
}

/**
 * Saves what is read from a kept file by these choices, all of it or nothing. The bytes are read anew: no number
 * comes from the browser. The same file again changes nothing.
 */
export const saveImport = (
  access: IndicatorAccess,
  importId: string | undefined,
  fields: SaveFields,
): Promise<Saved> => withProgress(access, importId, (report) => saveFile(access, importId, fields, report));

async function saveFile(
  access: IndicatorAccess,
  importId: string | undefined,
  fields: SaveFields,
  report: Report,
): Promise<Saved> {
  const search = new URLSearchParams(fields.choices);
  const kept = await findKeptFile(access, fileFor(access), importId, search.get('sheet'), report);
  if (!kept.table) throw new RuleBroken('This file is saved already.');
  const { choices: said, reading } = await readKept(access, kept, search, report);
  const choices = withPlaces(said, reading);
  requireSavable(reading, fields.withoutRefused);
  return transaction(async () => {
    const { ids: groups, made, names: newGroups } = await groupsFor(access, choices, reading);
    const changes = changesOf(reading.figures, await observationsKept(access), groups);
    const counts = countsIn(changes, reading.refused.count);
    await markSaved(access, kept, counts, { choices: writeChoices(choices).toString(), made });
    await rememberChoices(access, fileFor(access), found(kept.table), writeChoices(choices));
    await writeFigures(access, kept, changes, groups, report);
    await record(access, {
      deed: deedOf(kept, counts, newGroups),
      thing: 'indicator',
      thingId: access.indicatorId,
      detail: {
        importId: kept.id,
        ...counts,
        ...(newGroups.length > 0 ? { newGroups } : {}),
        before: changes.changed.slice(0, 200).map(({ kept: before }) => before),
      },
    });
    return { counts, newGroups };
  });
}

function requireSavable(reading: FileReading, withoutRefused: boolean): void {
  const [problem] = reading.problems;
  if (problem) throw new RuleBroken(problem);
  if (reading.figures.length === 0)
    throw new RuleBroken('Nothing in this file can be saved as it is read now.');
  if (reading.refused.count > 0 && !withoutRefused) {
    throw new RuleBroken(
      'Tick this to save the rest without the cells that cannot be read.',
      'withoutRefused',
    );
  }
}

function deedOf({ fileName }: KeptFile, counts: ImportCounts, newGroups: string[]): string {
  if (counts.added + counts.changed === 0) return `brought “${fileName}” again, which changed nothing`;
  const news = newGroups.length > 0 ? `; new in this community: ${listedUpTo(newGroups, 6)}` : '';
  return `saved “${fileName}”, ${savedWords(counts)}${news}`;
}

export const pastFiles = (access: IndicatorAccess) => pastImports(access, fileFor(access));

/** The ids of the files of before that nobody has taken back. */
export const standingImports = async (access: IndicatorAccess) =>
  (await pastFiles(access)).flatMap(({ id, undoneAt }) => (undoneAt === null ? [id] : []));

/**
 * Takes an import back as a whole: what it added goes, what it changed is as before, and groups it made that nothing
 * else uses go too. What was changed since stays.
 * Null where it was taken back before.
 */
export async function undoImport(access: IndicatorAccess, importId = '') {
  return transaction(async () => {
    const taken = await takeBackImport(access, fileFor(access), importId);
    if (!taken) return null;
    const counts = await takeFiguresBack(importId, taken.changes);
    const made = await takeMadeOut(access, madeBy(taken.mapping));
    await record(access, {
      deed: `took back the import of “${taken.fileName}”: ${counts.undone} numbers are as before${counts.kept > 0 ? `, ${counts.kept} were changed since and stay` : ''}${madeUndoneWords(made)}`,
      thing: 'indicator',
      thingId: access.indicatorId,
      detail: { importId, ...counts, ...made },
    });
    return { fileName: taken.fileName, ...counts, made };
  });
}
