import { and, eq, inArray, isNull } from 'drizzle-orm';
import { db, transaction } from '#db/client.server';
import { now } from '#db/schema/columns';
import { practiceUses } from '#db/schema/evidence';
import { practices } from '#db/schema/practices';
import { stories, storyLinks } from '#db/schema/stories';
import type { CommunityAccess, TeamAccess } from '~/access/gate.server';
import { changedFrom } from '~/history/changed-from';
import { keptBeside } from '~/history/meanwhile.server';
import { record } from '~/history/record.server';
import { found } from '~/http/errors';
import type { Shown } from '~/http/meanwhile';
import type { StoryFields } from './forms';
import { findStory } from './queries.server';

const thingOf = (thingId: string) => ({ thing: 'bright spot', thingId });

/**
 * Begins the story of a team's use of a practice, or finds the one there is; returns its id. Null where the numbers of
 * that use did not improve: a bright spot is made from the data. @throws 404 where there is no such practice.
 */
export async function beginStory(team: TeamAccess, practiceId: string | undefined): Promise<string | null> {
  return transaction(async () => {
    const practice = found(
      await db
        .select({ id: practices.id, name: practices.name })
        .from(practices)
        .where(and(eq(practices.id, practiceId ?? ''), eq(practices.communityId, team.communityId)))
        .get(),
    );
    const ofThis = and(eq(stories.practiceId, practice.id), eq(stories.teamId, team.teamId));
    const before = await db
      .select({ id: stories.id })
      .from(stories)
      .where(and(ofThis, isNull(stories.archivedAt)))
      .limit(1)
      .get();
    if (before) return before.id;
    const use = await db
      .select({ vote: practiceUses.vote })
      .from(practiceUses)
      .where(and(eq(practiceUses.practiceId, practice.id), eq(practiceUses.teamId, team.teamId)))
      .get();
    if (use?.vote !== 'improved') return null;
    const story = await db
      .insert(stories)
      .values({
        communityId: team.communityId,
        practiceId: practice.id,
        teamId: team.teamId,
        writtenBy: team.person.id,
      })
      .returning({ id: stories.id })
      .get();
    await record(team, { deed: `began the bright spot of “${practice.name}”`, ...thingOf(story.id) });
    return story.id;
  });
}

/** The words that people add: who benefits, and what to be careful about. */
export async function rewriteStory(
  team: TeamAccess,
  storyId: string | undefined,
  typed: StoryFields,
  shown: Shown | null = null,
): Promise<void> {
  await transaction(async () => {
    const before = await findStory(team, storyId);
    const of = { thingId: before.id };
    const fields = await keptBeside<StoryFields>(team, { typed, now: before, shown, of });
    const detail = changedFrom(before, fields);
    if (!detail) return;
    await db.update(stories).set(fields).where(eq(stories.id, before.id));
    await record(team, {
      deed: `rewrote the bright spot of “${before.practice}”`,
      ...thingOf(before.id),
      detail,
    });
  });
}

/**
 * Stories of one practice are told of another from now on: the two are the same. Part of a merge. A team has one story
 * of a practice: where it told both, that of the practice that stays is kept, and takes in the other's words and links.
 */
export async function moveStories(access: CommunityAccess, fromId: string, intoId: string): Promise<void> {
  await transaction(async () => {
    const live = and(eq(stories.communityId, access.communityId), isNull(stories.archivedAt));
    const told = await db
      .select()
      .from(stories)
      .where(and(live, inArray(stories.practiceId, [fromId, intoId])));
    const keptOf = new Map(
      told.filter(({ practiceId }) => practiceId === intoId).map((story) => [story.teamId, story]),
    );
    // Few: teams that told of both.
    for (const other of told.filter(({ practiceId }) => practiceId === fromId)) {
      const kept = keptOf.get(other.teamId);
      if (kept) await joinStories(access, kept, other);
    }
    await db
      .update(stories)
      .set({ practiceId: intoId })
      .where(and(live, eq(stories.practiceId, fromId)));
  });
}

type StoryRow = typeof stories.$inferSelect;

/** Puts the other story away; its words stand below those of the one that is kept, and its links open that one. */
async function joinStories(access: CommunityAccess, kept: StoryRow, other: StoryRow): Promise<void> {
  const { whoBenefits, caveats } = other;
  await db
    .update(stories)
    .set({
      whoBenefits: below(kept.whoBenefits, whoBenefits),
      caveats: below(kept.caveats, caveats),
    })
    .where(eq(stories.id, kept.id));
  await db.update(stories).set({ archivedAt: now() }).where(eq(stories.id, other.id));
  await db.update(storyLinks).set({ storyId: kept.id }).where(eq(storyLinks.storyId, other.id));
  await record(access, {
    deed: 'put two bright spots of a team together, as their practices are one',
    ...thingOf(kept.id),
    detail: { from: other.id, whoBenefits, caveats },
  });
}

function below(words: string, more: string): string {
  return words.includes(more) ? words : [words, more].filter(Boolean).join('\n\n');
}
