import { and, eq } from 'drizzle-orm';
import { db, transaction } from '#db/client.server';
import { indicators } from '#db/schema/indicators';
import type { IndicatorAccess } from '~/access/gate.server';
import { record } from '~/history/record.server';
import { found, notFound, RuleBroken } from '~/http/errors';
import { keyOf, periodLabel } from './periods';

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
