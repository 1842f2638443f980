import { eq, inArray, max } from 'drizzle-orm';
import { db } from '#db/client.server';
import { newId } from '#db/ids';
import { dimensions, observations, subgroups } from '#db/schema/indicators';
import type { IndicatorAccess } from '~/access/gate.server';
import { RuleBroken } from '~/http/errors';
import type { KeptFile } from '~/imports/keep.server';
import { type ImportChange, inChunks, keepChanges, rowsAtOnce } from '~/imports/past.server';
import type { Report } from '~/imports/progress';
import { aTurn } from '~/imports/steps';
import { plainName } from './dimension-names';
import { chosenAmong } from './group-places';
import type { Changes } from './import-changes';
import type { FileReading, ReadFigure } from './import-reading';
import type { Made } from './made-groups.server';
import { dimensionsOf } from './queries.server';
import type { Dimension } from './reading';
import { noteOf } from './years-together';

/** The new groups by plain name, made in the chosen split, and a new split where it has to be. */
export async function groupsFor(
  access: IndicatorAccess,
  choices: { dimensionId: string; newDimension: string },
  reading: FileReading,
): Promise<{ ids: Map<string, string>; made: Made; names: string[] }> {
  const splits = await dimensionsOf(access);
  requireStillThere(reading, splits);
  const ids = new Map<string, string>();
  if (reading.newGroups.length === 0) return { ids, made: { dimensionId: null, groupIds: [] }, names: [] };
  const known = chosenAmong(splits, choices);
  const dimensionId = known?.id ?? (await newDimension(access, choices.newDimension));
  // Somebody may have made one of them meanwhile.
  const here = new Map((known?.groups ?? []).map(({ id, name }) => [plainName(name), id]));
  const missing: string[] = [];
  for (const name of reading.newGroups) {
    const id = here.get(plainName(name));
    if (id === undefined) missing.push(name);
    else ids.set(plainName(name), id);
  }
  const groupIds: string[] = [];
  for (const some of inChunks(missing.map((name, at) => ({ dimensionId, name, position: here.size + at })))) {
    const made = await db
      .insert(subgroups)
      .values(some)
      .returning({ id: subgroups.id, name: subgroups.name });
    for (const { id, name } of made) {
      ids.set(plainName(name), id);
      groupIds.push(id);
    }
  }
  return { ids, made: { dimensionId: known ? null : dimensionId, groupIds }, names: missing };
}

/** @throws RuleBroken where a group that the file was read for has been taken out since. */
function requireStillThere(reading: FileReading, splits: readonly Dimension[]): void {
  const here = new Set(splits.flatMap(({ groups }) => groups.map(({ id }) => id)));
  const gone = reading.figures.find(({ groupId }) => groupId !== null && !here.has(groupId));
  if (gone)
    throw new RuleBroken(`The group “${gone.group}” was taken out meanwhile. Look at the file again.`);
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

export async function writeFigures(
  access: IndicatorAccess,
  kept: KeptFile,
  { added, changed }: Changes,
  groups: ReadonlyMap<string, string>,
  report: Report,
): Promise<void> {
  const enteredAt = new Date().toISOString();
  const rowOf = (figure: ReadFigure, id?: string): typeof observations.$inferInsert => ({
    ...(id === undefined ? {} : { id }),
    indicatorId: access.indicatorId,
    period: figure.period.key,
    periodStart: figure.period.startsOn,
    subgroupId: idOf(figure, groups),
    numerator: figure.numerator,
    denominator: figure.denominator,
    value: figure.value,
    marginOfError: figure.marginOfError,
    isSuppressed: figure.isSuppressed,
    source: kept.fileName,
    note: noteOf(figure),
    importId: kept.id,
    enteredBy: access.person.id,
    enteredAt,
  });
  // A changed figure takes the place, and the id, of the one before.
  const ids = changed.map((one) => one.kept.id);
  const before = new Map<string, typeof observations.$inferSelect>();
  for (const some of inChunks(ids)) {
    for (const row of await db.select().from(observations).where(inArray(observations.id, some))) {
      before.set(row.id, row);
    }
    await db.delete(observations).where(inArray(observations.id, some));
  }
  const rows = [
    ...added.map((figure) => rowOf(figure, newId())),
    ...changed.map((one) => rowOf(one.figure, one.kept.id)),
  ];
  for (const [index, some] of inChunks(rows).entries()) {
    report({ what: 'saved', done: index * rowsAtOnce, all: rows.length });
    await aTurn();
    await db.insert(observations).values(some);
  }
  await keepChanges(
    kept.id,
    'observation',
    rows.map(({ id = '', ...row }) => ({ rowId: id, was: before.get(id) ?? null, is: figuresIn(row) })),
  );
}

const idOf = ({ group, groupId }: ReadFigure, groups: ReadonlyMap<string, string>) =>
  group === null ? null : (groupId ?? (groups.get(plainName(group)) as string));

type Row = Pick<
  typeof observations.$inferInsert,
  'numerator' | 'denominator' | 'value' | 'marginOfError' | 'isSuppressed'
>;
/** A margin is told only where there is one: imports from before margins were read say nothing of it. */
const figuresIn = ({ numerator, denominator, value, marginOfError, isSuppressed }: Row) => ({
  numerator: numerator ?? null,
  denominator: denominator ?? null,
  value: value ?? null,
  isSuppressed: isSuppressed ?? false,
  ...(marginOfError == null ? {} : { marginOfError }),
});

/** Takes back what an import changed; what somebody has changed since stays as it is now. Says how many of each. */
export async function takeFiguresBack(
  importId: string,
  changes: readonly ImportChange[],
): Promise<{ undone: number; kept: number }> {
  const now = new Map<string, typeof observations.$inferSelect>();
  for (const some of inChunks(changes.map(({ rowId }) => rowId))) {
    for (const row of await db.select().from(observations).where(inArray(observations.id, some))) {
      now.set(row.id, row);
    }
  }
  const stands = changes.filter(({ rowId, is }) => {
    const row = now.get(rowId);
    return row?.importId === importId && JSON.stringify(figuresIn(row)) === JSON.stringify(is);
  });
  for (const some of inChunks(stands.map(({ rowId }) => rowId))) {
    await db.delete(observations).where(inArray(observations.id, some));
  }
  const back = stands.flatMap(({ was }) => (was ? [was as typeof observations.$inferInsert] : []));
  for (const some of inChunks(back)) await db.insert(observations).values(some);
  return { undone: stands.length, kept: changes.length - stands.length };
}
