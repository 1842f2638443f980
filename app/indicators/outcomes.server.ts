import { asc, eq, sql } from 'drizzle-orm';
import { db, transaction } from '#db/client.server';
import { indicators, outcomes } from '#db/schema/indicators';
import { practices } from '#db/schema/practices';
import type { CommunityAccess } from '~/access/gate.server';
import { record } from '~/history/record.server';
import { found, RuleBroken } from '~/http/errors';
import { plainName } from './dimension-names';
import type { OutcomeDeed } from './forms';

/* The outcomes that a community's indicators are kept under. */

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
