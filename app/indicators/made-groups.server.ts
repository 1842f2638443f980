import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '#db/client.server';
import { dimensions, observations, referenceGroups, subgroups } from '#db/schema/indicators';
import type { IndicatorAccess } from '~/access/gate.server';
import type { MadeUndone } from '~/imports/undone-words';

/** What saving an import made for its groups, kept with its choices so that taking it back can take them out too. */
const madeSchema = z.object({
  made: z.object({
    /** Null where the groups are of a split that was here. */
    dimensionId: z.string().nullable(),
    groupIds: z.array(z.string()),
  }),
});
export type Made = z.infer<typeof madeSchema>['made'];

/** What an import made; nothing where it was saved before that was kept. */
export function madeBy(mapping: unknown): Made {
  const read = madeSchema.safeParse(mapping);
  return read.success ? read.data.made : { dimensionId: null, groupIds: [] };
}

/** Takes out what an import made that nothing uses by now: no figure, and no group that somebody chose to compare with. */
export async function takeMadeOut(access: IndicatorAccess, made: Made): Promise<MadeUndone> {
  const isOwn = inArray(
    subgroups.dimensionId,
    db.select({ id: dimensions.id }).from(dimensions).where(eq(dimensions.communityId, access.communityId)),
  );
  const [groups, inFigures, chosen] = await Promise.all([
    db
      .select({ id: subgroups.id, name: subgroups.name })
      .from(subgroups)
      .where(and(inArray(subgroups.id, made.groupIds), isOwn))
      .orderBy(subgroups.position),
    db
      .selectDistinct({ id: observations.subgroupId })
      .from(observations)
      .where(inArray(observations.subgroupId, made.groupIds)),
    db
      .select({ id: referenceGroups.subgroupId })
      .from(referenceGroups)
      .where(inArray(referenceGroups.subgroupId, made.groupIds)),
  ]);
  const used = new Set([...inFigures, ...chosen].map(({ id }) => id));
  const gone = groups.filter(({ id }) => !used.has(id));
  const ids = gone.map(({ id }) => id);
  await db.delete(subgroups).where(inArray(subgroups.id, ids));
  return {
    split: await takeEmptySplitOut(access, made.dimensionId),
    groups: gone.map(({ name }) => name),
    stays: groups.filter(({ id }) => used.has(id)).map(({ name }) => name),
  };
}

/** The name of a split that is taken out since it has no group any more; null where it stays. */
async function takeEmptySplitOut(access: IndicatorAccess, id: string | null): Promise<string | null> {
  if (id === null) return null;
  const group = await db
    .select({ id: subgroups.id })
    .from(subgroups)
    .where(eq(subgroups.dimensionId, id))
    .limit(1)
    .get();
  if (group) return null;
  const [split] = await db
    .delete(dimensions)
    .where(and(eq(dimensions.id, id), eq(dimensions.communityId, access.communityId)))
    .returning({ name: dimensions.name });
  return split?.name ?? null;
}
