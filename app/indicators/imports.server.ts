import { eq, inArray, max } from 'drizzle-orm';
import { db, transaction } from '#db/client.server';
import { dimensions, indicators, observations, subgroups } from '#db/schema/indicators';
import type { IndicatorAccess } from '~/access/gate.server';
import { record } from '~/history/record.server';
import { found, RuleBroken } from '~/http/errors';
import { type For, findKeptFile, type KeptFile, markSaved, savedBefore } from '~/imports/keep.server';
import { proposeMapping } from '~/imports/shape';
import { readChoices, writeChoices } from './choices';
import { plainName } from './dimension-names';
import type { SaveFields } from './forms';
import { type Changes, changesOf, countsIn, type ImportCounts, type KeptObservation } from './import-changes';
import { previewOf } from './import-preview';
import { type FileReading, type ReadFigure, readFile } from './import-reading';
import { dimensionsOf, figures } from './queries.server';
import type { Dimension } from './reading';

/** SQLite takes 32,766 values in one statement; an observation has fourteen. */
const rowsAtOnce = 2000;

export const fileFor = (access: IndicatorAccess): For => ({ kind: 'indicator', id: access.indicatorId });

/** A brought file by the choices of the address: what would be saved, and what would not, with its reason. */
export async function previewImport(
  access: IndicatorAccess,
  importId: string | undefined,
  search: URLSearchParams,
) {
  const kept = await findKeptFile(access, fileFor(access), importId);
  const about = {
    fileName: kept.fileName,
    savedAt: kept.savedAt,
    result: kept.result as ImportCounts | null,
  };
  if (!kept.table) return { ...about, preview: null, earlierSavedAt: null };
  const [{ table, proposal, choices, reading, splits }, existing, earlierSavedAt] = await Promise.all([
    readKept(access, kept, search),
    observationsKept(access),
    savedBefore(access, fileFor(access), kept),
  ]);
  const counts = countsIn(
    changesOf(reading.figures, existing, groupIds(chosenAmong(splits, choices))),
    reading.refused.length,
  );
  return {
    ...about,
    earlierSavedAt,
    preview: {
      ...previewOf(table, proposal, choices, reading),
      counts,
      splits: splits.map(({ id, name }) => ({ id, name })),
    },
  };
}

async function readKept(access: IndicatorAccess, kept: KeptFile, search: URLSearchParams) {
  const table = found(kept.table);
  const [indicator, splits] = await Promise.all([
    db
      .select({ unit: indicators.unit, periodKind: indicators.periodKind })
      .from(indicators)
      .where(eq(indicators.id, access.indicatorId))
      .get()
      .then(found),
    dimensionsOf(access),
  ]);
  const proposal = proposeMapping(table);
  const choices = readChoices(search, { table, proposal, dimensions: splits, indicator });
  const reading = readFile(table, choices, {
    ...indicator,
    firstMonth: access.community.schoolYearFirstMonth,
  });
  return { table, proposal, choices, reading, splits };
}

async function observationsKept(access: IndicatorAccess): Promise<KeptObservation[]> {
  return db
    .select({ id: observations.id, ...figures })
    .from(observations)
    .where(eq(observations.indicatorId, access.indicatorId));
}

function chosenAmong(splits: readonly Dimension[], choices: { dimensionId: string; newDimension: string }) {
  return (
    splits.find(({ id }) => id === choices.dimensionId) ??
    splits.find(({ name }) => plainName(name) === plainName(choices.newDimension))
  );
}

const groupIds = (dimension: Pick<Dimension, 'groups'> | undefined) =>
  new Map((dimension?.groups ?? []).map(({ id, name }) => [plainName(name), id]));

/**
 * Saves what is read from a kept file by these choices, all of it or nothing. The bytes are read anew: no number
 * comes from the browser. The same file again changes nothing.
 */
export async function saveImport(
  access: IndicatorAccess,
  importId: string | undefined,
  fields: SaveFields,
): Promise<ImportCounts> {
  const kept = await findKeptFile(access, fileFor(access), importId);
  if (!kept.table) throw new RuleBroken('This file is saved already.');
  const { choices, reading } = await readKept(access, kept, new URLSearchParams(fields.choices));
  requireSavable(reading, fields.withoutRefused);
  return transaction(async () => {
    const groups = await groupsFor(access, choices, reading);
    const changes = changesOf(reading.figures, await observationsKept(access), groups);
    const counts = countsIn(changes, reading.refused.length);
    await markSaved(access, kept, counts, writeChoices(choices).toString());
    await writeFigures(access, kept, changes, groups);
    await record(access, {
      deed: deedOf(kept, counts),
      thing: 'indicator',
      thingId: access.indicatorId,
      detail: {
        importId: kept.id,
        ...counts,
        before: changes.changed.slice(0, 200).map(({ kept: before }) => before),
      },
    });
    return counts;
  });
}

function requireSavable(reading: FileReading, withoutRefused: boolean): void {
  const [problem] = reading.problems;
  if (problem) throw new RuleBroken(problem);
  if (reading.figures.length === 0)
    throw new RuleBroken('Nothing in this file can be saved as it is read now.');
  if (reading.refused.length > 0 && !withoutRefused) {
    throw new RuleBroken(
      'Tick this to save the rest without the cells that cannot be read.',
      'withoutRefused',
    );
  }
}

function deedOf({ fileName }: KeptFile, { added, changed }: ImportCounts): string {
  if (added + changed === 0) return `brought “${fileName}” again, which changed nothing`;
  return `saved “${fileName}”: ${added.toLocaleString('en-US')} figures added, ${changed.toLocaleString('en-US')} changed`;
}

/** The groups of the chosen dimension by plain name; those that are new, and a new dimension, are made. */
async function groupsFor(
  access: IndicatorAccess,
  choices: { dimensionId: string; newDimension: string },
  reading: FileReading,
): Promise<Map<string, string>> {
  if (reading.groups.length === 0) return new Map();
  const splits = await dimensionsOf(access);
  const known = chosenAmong(splits, choices);
  const dimensionId = known?.id ?? (await newDimension(access, choices.newDimension));
  const ids = groupIds(known);
  const missing = reading.groups.filter((name) => !ids.has(plainName(name)));
  if (missing.length === 0) return ids;
  const values = missing.map((name, index) => ({ dimensionId, name, position: ids.size + index }));
  const made = await db
    .insert(subgroups)
    .values(values)
    .returning({ id: subgroups.id, name: subgroups.name });
  for (const { id, name } of made) ids.set(plainName(name), id);
  return ids;
}

async function newDimension(access: IndicatorAccess, name: string): Promise<string> {
  if (name === '') throw new RuleBroken('Say what the groups split people by, such as race and ethnicity.');
  const last = await db
    .select({ position: max(dimensions.position) })
    .from(dimensions)
    .where(eq(dimensions.communityId, access.communityId))
    .get();
  const made = await db
    .insert(dimensions)
    .values({ communityId: access.communityId, name, position: (last?.position ?? 0) + 1 })
    .returning({ id: dimensions.id })
    .get();
  return made.id;
}

async function writeFigures(
  access: IndicatorAccess,
  kept: KeptFile,
  { added, changed }: Changes,
  groups: ReadonlyMap<string, string>,
): Promise<void> {
  const enteredAt = new Date().toISOString();
  const rowOf = (figure: ReadFigure, id?: string): typeof observations.$inferInsert => ({
    ...(id === undefined ? {} : { id }),
    indicatorId: access.indicatorId,
    period: figure.period.key,
    periodStart: figure.period.startsOn,
    subgroupId: figure.group === null ? null : (groups.get(plainName(figure.group)) as string),
    numerator: figure.numerator,
    denominator: figure.denominator,
    value: figure.value,
    isSuppressed: figure.isSuppressed,
    source: kept.fileName,
    importId: kept.id,
    enteredBy: access.person.id,
    enteredAt,
  });
  // A changed figure takes the place, and the id, of the one before.
  const ids = changed.map((one) => one.kept.id);
  for (const some of chunks(ids)) await db.delete(observations).where(inArray(observations.id, some));
  const rows = [
    ...added.map((figure) => rowOf(figure)),
    ...changed.map((one) => rowOf(one.figure, one.kept.id)),
  ];
  for (const some of chunks(rows)) await db.insert(observations).values(some);
}

function chunks<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / rowsAtOnce) }, (_, index) =>
    all.slice(index * rowsAtOnce, (index + 1) * rowsAtOnce),
  );
}
