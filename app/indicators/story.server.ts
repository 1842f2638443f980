import { and, desc, eq, inArray, or, sql } from 'drizzle-orm';
import { db, transaction } from '#db/client.server';
import { storyVersions } from '#db/schema/indicator-stories';
import { people } from '#db/schema/people';
import { storyPartWords } from '#db/vocabulary';
import { writtenOrder } from '#db/written-order';
import type { IndicatorAccess } from '~/access/gate.server';
import { record } from '~/history/record.server';
import { ChangedMeanwhile, found } from '~/http/errors';
import { type SavedVersion, shownIn, storyNow, type TypedStory, typedChanges } from './story';

/* The story behind the curve of one indicator, with every version of its parts. */

const ofIndicator = (access: IndicatorAccess) => ({ thing: 'indicator', thingId: access.indicatorId });

const versionRow = {
  id: storyVersions.id,
  part: storyVersions.part,
  text: storyVersions.text,
  who: people.name,
  at: storyVersions.createdAt,
};
const newestFirst = [desc(storyVersions.createdAt), desc(writtenOrder(storyVersions))];

/** The saved versions of the story, newest first. */
export async function storyVersionsOf(access: IndicatorAccess): Promise<SavedVersion[]> {
  return db
    .select(versionRow)
    .from(storyVersions)
    .leftJoin(people, eq(people.id, storyVersions.writtenBy))
    .where(eq(storyVersions.indicatorId, access.indicatorId))
    .orderBy(...newestFirst)
    .limit(500);
}

const isNewestOfPart = sql`not exists (
  select 1 from story_versions newer
  where newer.indicator_id = ${storyVersions.indicatorId} and newer.part = ${storyVersions.part}
    and (newer.created_at, ${writtenOrder('newer')}) > (${storyVersions.createdAt}, ${writtenOrder(storyVersions)}))`;

/** The newest version of each part, however many there are of another, and those with these ids. */
export async function newestVersionsOf(
  access: IndicatorAccess,
  ids: readonly string[] = [],
): Promise<SavedVersion[]> {
  return db
    .select(versionRow)
    .from(storyVersions)
    .leftJoin(people, eq(people.id, storyVersions.writtenBy))
    .where(
      and(
        eq(storyVersions.indicatorId, access.indicatorId),
        or(isNewestOfPart, inArray(storyVersions.id, [...ids])),
      ),
    )
    .orderBy(...newestFirst);
}

/**
 * Writes the parts that were changed, each as a new version. Nobody's words are lost: a part that somebody else changed
 * meanwhile is refused with what stands there now, and one that was not touched is left as it is.
 */
export async function writeStory(access: IndicatorAccess, typed: TypedStory): Promise<void> {
  await transaction(async () => {
    const { changed, clashes } = typedChanges(typed, await newestVersionsOf(access, shownIn(typed)));
    if (clashes.length > 0) throw new ChangedMeanwhile(clashes);
    for (const { part, text } of changed) {
      await db
        .insert(storyVersions)
        .values({ indicatorId: access.indicatorId, part, text, writtenBy: access.person.id });
      await record(access, {
        deed: `${text === '' ? 'took out' : 'wrote'} “${storyPartWords[part]}” in the story`,
        ...ofIndicator(access),
      });
    }
  });
}

/** Puts an earlier version back, as the newest. */
export async function restoreStory(access: IndicatorAccess, versionId: string): Promise<void> {
  await transaction(async () => {
    const versions = await newestVersionsOf(access, [versionId]);
    const wanted = found(versions.find(({ id }) => id === versionId));
    if (storyNow(versions)[wanted.part]?.text === wanted.text) return;
    const { part, text } = wanted;
    await db
      .insert(storyVersions)
      .values({ indicatorId: access.indicatorId, part, text, writtenBy: access.person.id });
    await record(access, {
      deed: `brought back an earlier “${storyPartWords[part]}” in the story`,
      ...ofIndicator(access),
    });
  });
}
