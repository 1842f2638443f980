import { and, desc, eq, isNotNull } from 'drizzle-orm';
import { db, transaction } from '#db/client.server';
import { indicators } from '#db/schema/indicators';
import type { CommunityAccess, IndicatorAccess } from '~/access/gate.server';
import { record } from '~/history/record.server';
import { found } from '~/http/errors';

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
