import { and, asc, desc, eq, inArray, isNotNull, max, sql } from 'drizzle-orm';
import { db, transaction } from '#db/client.server';
import {
  dimensions,
  indicators,
  observations,
  outcomes,
  referenceGroups,
  subgroups,
} from '#db/schema/indicators';
import { practices } from '#db/schema/practices';
import type { CommunityAccess, IndicatorAccess } from '~/access/gate.server';
import { record } from '~/history/record.server';
import { found, notFound, RuleBroken } from '~/http/errors';
import { plainName } from './dimension-names';
import type { OutcomeDeed, SplitDeed } from './forms';
import { keyOf, periodLabel } from './periods';

/* What a community's indicators are kept under and split by: its outcomes, its splits and their groups. */

const everyOutcome = ({ communityId }: CommunityAccess) =>
  db
    .select({ id: outcomes.id, name: outcomes.name, position: outcomes.position })
    .from(outcomes)
    .where(eq(outcomes.communityId, communityId))
    .orderBy(asc(outcomes.position));

/** The outcomes in order, each with how many indicators stand under it. */
export async function outcomesWithUse(access: CommunityAccess) {
  const [list, used] = await Promise.all([
    everyOutcome(access),
    db
      .select({ outcomeId: indicators.outcomeId, count: sql<number>`count(*)` })
      .from(indicators)
      .where(eq(indicators.communityId, access.communityId))
      .groupBy(indicators.outcomeId),
  ]);
  const counts = new Map(used.map(({ outcomeId, count }) => [outcomeId, count]));
  return list.map(({ id, name }) => ({ id, name, indicators: counts.get(id) ?? 0 }));
}

/** Adds, renames, moves up or takes out an outcome. @throws Response 404 for another community's. */
export async function changeOutcomes(access: CommunityAccess, deed: OutcomeDeed): Promise<string> {
  return transaction(async () => {
    const list = await everyOutcome(access);
    const line = (words: string, thingId: string) =>
      record(access, { deed: words, thing: 'outcome', thingId });
    if (deed.deed === 'add' || deed.deed === 'rename') {
      const isTaken = list.some(
        (one) =>
          plainName(one.name) === plainName(deed.name) && !(deed.deed === 'rename' && one.id === deed.id),
      );
      if (isTaken) throw new RuleBroken('There is an outcome of that name.', 'name');
    }
    if (deed.deed === 'add') {
      if (list.length >= 100) throw new RuleBroken('A hundred outcomes are the most.', 'name');
      const position = list.reduce((last, one) => Math.max(last, one.position), 0) + 1;
      const made = await db
        .insert(outcomes)
        .values({ communityId: access.communityId, name: deed.name, position })
        .returning({ id: outcomes.id })
        .get();
      await line(`added the outcome “${deed.name}”`, made.id);
      return 'Added.';
    }
    const index = list.findIndex(({ id }) => id === deed.id);
    const outcome = found(list[index]);
    switch (deed.deed) {
      case 'rename': {
        if (deed.name === outcome.name) return 'Nothing was changed.';
        await db.update(outcomes).set({ name: deed.name }).where(eq(outcomes.id, outcome.id));
        await line(`renamed the outcome “${outcome.name}” to “${deed.name}”`, outcome.id);
        return 'Renamed.';
      }
      case 'up': {
        const before = list[index - 1];
        if (!before) return 'It is the first already.';
        // No two outcomes may have one place, not even for a moment.
        await db.update(outcomes).set({ position: -1 }).where(eq(outcomes.id, outcome.id));
        await db.update(outcomes).set({ position: outcome.position }).where(eq(outcomes.id, before.id));
        await db.update(outcomes).set({ position: before.position }).where(eq(outcomes.id, outcome.id));
        await line(`moved the outcome “${outcome.name}” before “${before.name}”`, outcome.id);
        return 'Moved.';
      }
      default: {
        const use = [
          await db
            .select({ id: indicators.id })
            .from(indicators)
            .where(eq(indicators.outcomeId, outcome.id))
            .limit(1),
          await db
            .select({ id: practices.id })
            .from(practices)
            .where(eq(practices.outcomeId, outcome.id))
            .limit(1),
        ];
        if (use.some((rows) => rows.length > 0)) {
          throw new RuleBroken(`“${outcome.name}” has indicators or practices under it, so it stays.`);
        }
        await db.delete(outcomes).where(eq(outcomes.id, outcome.id));
        await line(`took out the outcome “${outcome.name}”`, outcome.id);
        return 'Taken out.';
      }
    }
  });
}

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

/** From this period on something else is counted: a break on the series. */
export async function addRevision(
  access: IndicatorAccess,
  typed: { period: string; what: string },
): Promise<void> {
  await transaction(async () => {
    const { name, periodKind, revisions } = await revisionsOf(access);
    const period = keyOf(typed.period, periodKind);
    if (period === null) {
      const example = periodKind === 'year' ? 'a year, such as 2026' : 'a school year, such as 2025-26';
      throw new RuleBroken(`Write ${example}.`, 'period');
    }
    if (revisions.some((one) => one.period === period)) {
      throw new RuleBroken(
        `A change from ${periodLabel(period)} on is in the list. Take it out first.`,
        'period',
      );
    }
    if (revisions.length >= 50) throw new RuleBroken('Fifty changes are the most.', 'period');
    const all = [...revisions, { period, what: typed.what }].sort((a, b) => (a.period < b.period ? -1 : 1));
    await db.update(indicators).set({ revisions: all }).where(eq(indicators.id, access.indicatorId));
    await record(access, {
      deed: `marked that “${name}” is counted differently from ${periodLabel(period)} on`,
      thing: 'indicator',
      thingId: access.indicatorId,
      detail: { what: typed.what },
    });
  });
}

export async function takeRevisionOut(access: IndicatorAccess, period: string): Promise<void> {
  await transaction(async () => {
    const { name, revisions } = await revisionsOf(access);
    const revision = revisions.find((one) => one.period === period);
    if (!revision) throw notFound();
    const all = revisions.filter((one) => one !== revision);
    await db.update(indicators).set({ revisions: all }).where(eq(indicators.id, access.indicatorId));
    await record(access, {
      deed: `took out that “${name}” is counted differently from ${periodLabel(period)} on`,
      thing: 'indicator',
      thingId: access.indicatorId,
      detail: { what: revision.what },
    });
  });
}

const revisionsOf = async (access: IndicatorAccess) =>
  found(
    await db
      .select({ name: indicators.name, periodKind: indicators.periodKind, revisions: indicators.revisions })
      .from(indicators)
      .where(and(eq(indicators.id, access.indicatorId), eq(indicators.communityId, access.communityId)))
      .get(),
  );

/** Takes an indicator off the lists, or puts it back; its numbers and history stay. */
export async function archiveIndicator(access: IndicatorAccess, isArchived: boolean): Promise<string> {
  return transaction(async () => {
    const isThis = and(eq(indicators.id, access.indicatorId), eq(indicators.communityId, access.communityId));
    const { name, archivedAt } = found(
      await db
        .select({ name: indicators.name, archivedAt: indicators.archivedAt })
        .from(indicators)
        .where(isThis)
        .get(),
    );
    if ((archivedAt !== null) === isArchived) return name;
    await db
      .update(indicators)
      .set({ archivedAt: isArchived ? new Date().toISOString() : null })
      .where(isThis);
    await record(access, {
      deed: `${isArchived ? 'archived' : 'brought back'} the indicator “${name}”`,
      thing: 'indicator',
      thingId: access.indicatorId,
    });
    return name;
  });
}

/** The indicators that were taken off the lists, the last one first. */
export const archivedIndicators = (access: CommunityAccess) =>
  db
    .select({ id: indicators.id, name: indicators.name })
    .from(indicators)
    .where(and(eq(indicators.communityId, access.communityId), isNotNull(indicators.archivedAt)))
    .orderBy(desc(indicators.archivedAt))
    .limit(200);
