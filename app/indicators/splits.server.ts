import { asc, eq, inArray, max, sql } from 'drizzle-orm';
import { db, transaction } from '#db/client.server';
import { dimensions, observations, referenceGroups, subgroups } from '#db/schema/indicators';
import type { CommunityAccess } from '~/access/gate.server';
import { record } from '~/history/record.server';
import { found, RuleBroken } from '~/http/errors';
import { plainName } from './dimension-names';
import type { SplitDeed } from './forms';

/* What a community's indicators are split by: its splits and their groups. */

/** The splits in order with their groups, each with how many figures there are of it. */
export async function splitsWithUse(access: CommunityAccess) {
  const rows = await everySplit(access);
  const ids = rows.flatMap(({ groupId }) => (groupId === null ? [] : [groupId]));
  const used = ids.length === 0 ? [] : await figuresOf(ids);
  const counts = new Map(used.map(({ subgroupId, count }) => [subgroupId, count]));
  const splits = new Map<
    string,
    { id: string; name: string; groups: { id: string; name: string; figures: number }[] }
  >();
  for (const { id, name, groupId, group } of rows) {
    const split = splits.get(id) ?? { id, name, groups: [] };
    if (groupId !== null && group !== null) {
      split.groups.push({ id: groupId, name: group, figures: counts.get(groupId) ?? 0 });
    }
    splits.set(id, split);
  }
  return [...splits.values()];
}

const figuresOf = (groupIds: string[]) =>
  db
    .select({ subgroupId: observations.subgroupId, count: sql<number>`count(*)` })
    .from(observations)
    .where(inArray(observations.subgroupId, groupIds))
    .groupBy(observations.subgroupId);

const everySplit = ({ communityId }: CommunityAccess) =>
  db
    .select({
      id: dimensions.id,
      name: dimensions.name,
      position: dimensions.position,
      groupId: subgroups.id,
      group: subgroups.name,
      groupPosition: subgroups.position,
    })
    .from(dimensions)
    .leftJoin(subgroups, eq(subgroups.dimensionId, dimensions.id))
    .where(eq(dimensions.communityId, communityId))
    .orderBy(asc(dimensions.position), asc(dimensions.id), asc(subgroups.position), asc(subgroups.name));

/** Adds, renames, moves up or takes out a split or one of its groups. @throws Response 404 for another community's. */
export async function changeSplits(access: CommunityAccess, deed: SplitDeed): Promise<string> {
  return transaction(async () => {
    const rows = await everySplit(access);
    const splits = [...new Map(rows.map((row) => [row.id, row])).values()];
    if (deed.deed === 'add') {
      if (splits.some(({ name }) => plainName(name) === plainName(deed.name))) {
        throw new RuleBroken('People are split by that already.', 'name');
      }
      const last = await db
        .select({ position: max(dimensions.position) })
        .from(dimensions)
        .where(eq(dimensions.communityId, access.communityId))
        .get();
      const made = await db
        .insert(dimensions)
        .values({ communityId: access.communityId, name: deed.name, position: (last?.position ?? 0) + 1 })
        .returning({ id: dimensions.id })
        .get();
      await record(access, { deed: `added the split “${deed.name}”`, thing: 'split', thingId: made.id });
      return 'Added.';
    }
    if (deed.deed === 'add group') {
      const split = found(splits.find(({ id }) => id === deed.splitId));
      const own = rows.filter(({ id, groupId }) => id === split.id && groupId !== null);
      if (own.some(({ group }) => plainName(group ?? '') === plainName(deed.name))) {
        throw new RuleBroken('There is a group of that name.', 'name');
      }
      // The numbers of one split are one form.
      if (own.length >= mostGroups) throw new RuleBroken(`${mostGroups} groups are the most.`, 'name');
      const position = own.reduce((last, one) => Math.max(last, one.groupPosition ?? 0), -1) + 1;
      const made = await db
        .insert(subgroups)
        .values({ dimensionId: split.id, name: deed.name, position })
        .returning({ id: subgroups.id })
        .get();
      const words = `added the group “${deed.name}” to “${split.name}”`;
      await record(access, { deed: words, thing: 'split', thingId: made.id });
      return 'Added.';
    }
    const split = splits.find(({ id }) => id === deed.id);
    if (split) return changeSplit(access, deed, split, splits, rows);
    return changeGroup(access, deed, rows);
  });
}

const mostGroups = 180;
type Existing = Exclude<SplitDeed, { deed: 'add' | 'add group' }>;
type SplitRow = Awaited<ReturnType<typeof everySplit>>[number];

async function changeSplit(
  access: CommunityAccess,
  deed: Existing,
  split: SplitRow,
  splits: SplitRow[],
  rows: SplitRow[],
): Promise<string> {
  const isThis = eq(dimensions.id, split.id);
  const line = (words: string) => record(access, { deed: words, thing: 'split', thingId: split.id });
  switch (deed.deed) {
    case 'rename': {
      if (splits.some(({ id, name }) => id !== split.id && plainName(name) === plainName(deed.name))) {
        throw new RuleBroken('People are split by that already.', 'name');
      }
      if (deed.name === split.name) return 'Nothing was changed.';
      await db.update(dimensions).set({ name: deed.name }).where(isThis);
      await line(`renamed the split “${split.name}” to “${deed.name}”`);
      return 'Renamed.';
    }
    case 'up': {
      const before = splits[splits.indexOf(split) - 1];
      if (!before) return 'It is the first already.';
      // Splits brought by files may share a place: each gets its own.
      const order = splits.filter(({ id }) => id !== split.id);
      order.splice(order.indexOf(before), 0, split);
      await putInOrder(
        dimensions,
        order.map(({ id }) => id),
      );
      await line(`moved the split “${split.name}” before “${before.name}”`);
      return 'Moved.';
    }
    default: {
      const groups = rows.flatMap(({ id, groupId }) =>
        id === split.id && groupId !== null ? [groupId] : [],
      );
      if (groups.length > 0) throw new RuleBroken(`Take the groups of “${split.name}” out first.`);
      await db.delete(dimensions).where(isThis);
      await line(`took out the split “${split.name}”`);
      return 'Taken out.';
    }
  }
}

async function changeGroup(access: CommunityAccess, deed: Existing, rows: SplitRow[]): Promise<string> {
  const row = found(rows.find(({ groupId }) => groupId === deed.id));
  const [groupId, name] = [row.groupId as string, row.group as string];
  const siblings = rows.filter(({ id, groupId: one }) => id === row.id && one !== null);
  const isThis = eq(subgroups.id, groupId);
  const line = (words: string) => record(access, { deed: words, thing: 'split', thingId: groupId });
  switch (deed.deed) {
    case 'rename': {
      if (
        siblings.some((one) => one.groupId !== groupId && plainName(one.group ?? '') === plainName(deed.name))
      ) {
        throw new RuleBroken('There is a group of that name.', 'name');
      }
      if (deed.name === name) return 'Nothing was changed.';
      await db.update(subgroups).set({ name: deed.name }).where(isThis);
      await line(`renamed the group “${name}” of “${row.name}” to “${deed.name}”`);
      return 'Renamed.';
    }
    case 'up': {
      const before = siblings[siblings.indexOf(row) - 1];
      if (!before) return 'It is the first already.';
      const order = siblings.filter((one) => one !== row);
      order.splice(order.indexOf(before), 0, row);
      await putInOrder(
        subgroups,
        order.map((one) => one.groupId as string),
      );
      await line(`moved the group “${name}” before “${before.group}”`);
      return 'Moved.';
    }
    default: {
      if ((await figuresOf([groupId])).length > 0) {
        throw new RuleBroken(`There are numbers of “${name}”, so it stays.`);
      }
      await db.delete(referenceGroups).where(eq(referenceGroups.subgroupId, groupId));
      await db.delete(subgroups).where(isThis);
      await line(`took out the group “${name}” of “${row.name}”`);
      return 'Taken out.';
    }
  }
}

/** Gives each row its place in this order, in one statement. */
async function putInOrder(table: typeof dimensions | typeof subgroups, ids: string[]): Promise<void> {
  const places = sql.join(
    ids.map((id, place) => sql`when ${id} then ${place + 1}`),
    sql` `,
  );
  await db
    .update(table)
    .set({ position: sql`case ${table.id} ${places} end` })
    .where(inArray(table.id, ids));
}
