import { and, asc, desc, eq, isNull, ne } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { db, transaction } from '#db/client.server';
import { people } from '#db/schema/people';
import { practiceMerges, practiceOffers, practices } from '#db/schema/practices';
import type { PracticeAccess } from '~/access/gate.server';
import { record } from '~/history/record.server';
import { RuleBroken } from '~/http/errors';
import { openPractice } from './commands.server';
import type { MergeFields } from './forms';

/** Which practices this one could be merged into: every other one of the library. */
const others = (access: PracticeAccess) =>
  and(
    eq(practices.communityId, access.communityId),
    isNull(practices.archivedAt),
    ne(practices.id, access.practiceId),
  );

/** Those practices by name, to choose from: as many as the library shows. */
export async function practicesToMergeInto(access: PracticeAccess) {
  return db
    .select({ id: practices.id, name: practices.name })
    .from(practices)
    .where(others(access))
    .orderBy(asc(practices.name))
    .limit(2000);
}

/**
 * Says that this practice is the same as another one. Its page stays and leads there; its own words, decisions and
 * history stay with it. `ideaIds` are the change ideas that moved: that is another room's work, in the same
 * transaction.
 */
export async function mergePractice(
  access: PracticeAccess,
  { intoId, reason }: MergeFields,
  ideaIds: string[],
): Promise<void> {
  await transaction(async () => {
    const from = await openPractice(access);
    const into = await db
      .select({ id: practices.id, name: practices.name })
      .from(practices)
      .where(and(others(access), eq(practices.id, intoId)))
      .get();
    if (!into) throw new RuleBroken('Choose another practice of your library.', 'intoId');
    const now = new Date().toISOString();
    await db
      .update(practices)
      .set({ mergedIntoId: into.id, archivedAt: now })
      .where(eq(practices.id, from.id));
    await db
      .update(practiceOffers)
      .set({ takenBackAt: now, takenBackBy: access.person.id })
      .where(and(eq(practiceOffers.practiceId, from.id), isNull(practiceOffers.takenBackAt)));
    await db
      .insert(practiceMerges)
      .values({ fromId: from.id, intoId: into.id, reason, ideaIds, mergedBy: access.person.id });
    const deed = `merged the practice “${from.name}” into “${into.name}”`;
    await record(access, { deed, thing: 'practice', thingId: from.id, detail: { reason, ideaIds } });
    await record(access, { deed, thing: 'practice', thingId: into.id, detail: { reason, ideaIds } });
  });
}

const other = alias(practices, 'other');

/** Where the practice went: into which other one, when, by whom and why. Null: nowhere. */
export async function mergedInto(access: PracticeAccess) {
  const merge = await db
    .select({
      id: other.id,
      name: other.name,
      reason: practiceMerges.reason,
      by: people.name,
      createdAt: practiceMerges.createdAt,
    })
    .from(practiceMerges)
    .innerJoin(other, eq(other.id, practiceMerges.intoId))
    .leftJoin(people, eq(people.id, practiceMerges.mergedBy))
    .where(eq(practiceMerges.fromId, access.practiceId))
    .orderBy(desc(practiceMerges.createdAt))
    .limit(1)
    .get();
  return merge ?? null;
}

/** The practices whose uses came to this one, newest first. */
export async function mergedHere(access: PracticeAccess) {
  const rows = await db
    .select({
      id: other.id,
      name: other.name,
      reason: practiceMerges.reason,
      ideaIds: practiceMerges.ideaIds,
      by: people.name,
      createdAt: practiceMerges.createdAt,
    })
    .from(practiceMerges)
    .innerJoin(other, eq(other.id, practiceMerges.fromId))
    .leftJoin(people, eq(people.id, practiceMerges.mergedBy))
    .where(eq(practiceMerges.intoId, access.practiceId))
    .orderBy(desc(practiceMerges.createdAt))
    .limit(100);
  return rows.map(({ ideaIds, ...row }) => ({ ...row, uses: ideaIds.length }));
}
export type MergedHere = Awaited<ReturnType<typeof mergedHere>>;
