import { and, desc, eq, isNull } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { db, transaction } from '#db/client.server';
import { people } from '#db/schema/people';
import { stories, storyLinks } from '#db/schema/stories';
import type { TeamAccess } from '~/access/gate.server';
import { hashOf, newToken } from '~/access/session.server';
import { record } from '~/history/record.server';
import { found, RuleBroken } from '~/http/errors';
import { findStory } from './queries.server';

const taker = alias(people, 'taker');

/** The links to a story, newest first: those that work and those that did. Their tokens are kept nowhere. */
export async function linksToStory(team: TeamAccess, storyId: string) {
  return db
    .select({
      id: storyLinks.id,
      label: storyLinks.label,
      untilOn: storyLinks.untilOn,
      madeBy: people.name,
      createdAt: storyLinks.createdAt,
      revokedAt: storyLinks.revokedAt,
      revokedBy: taker.name,
    })
    .from(storyLinks)
    .innerJoin(stories, eq(stories.id, storyLinks.storyId))
    .leftJoin(people, eq(people.id, storyLinks.madeBy))
    .leftJoin(taker, eq(taker.id, storyLinks.revokedBy))
    .where(and(eq(storyLinks.storyId, storyId), eq(stories.teamId, team.teamId)))
    .orderBy(desc(storyLinks.createdAt), desc(storyLinks.id))
    .limit(200);
}

/** Makes a link by which anybody may read one story; returns its token, which is shown once and kept nowhere. */
export async function makeStoryLink(
  team: TeamAccess,
  storyId: string | undefined,
  { label, untilOn }: { label: string; untilOn: string | null },
): Promise<string> {
  return transaction(async () => {
    const story = await findStory(team, storyId);
    if (untilOn !== null && untilOn < team.today) {
      throw new RuleBroken('That day is over. Choose today or a later day.', 'untilOn');
    }
    const token = newToken();
    await db
      .insert(storyLinks)
      .values({ storyId: story.id, tokenHash: hashOf(token), label, untilOn, madeBy: team.person.id });
    await record(team, {
      deed: `made a link to the bright spot of “${story.practice}” for ${label}`,
      thing: 'bright spot',
      thingId: story.id,
      detail: { untilOn },
    });
    return token;
  });
}

/** Takes a link back: from now on it opens nothing. @throws 404 where it is not this story's, or was taken back. */
export async function revokeStoryLink(
  team: TeamAccess,
  storyId: string | undefined,
  linkId: string,
): Promise<string> {
  return transaction(async () => {
    const story = await findStory(team, storyId);
    const link = found(
      await db
        .update(storyLinks)
        .set({ revokedAt: new Date().toISOString(), revokedBy: team.person.id })
        .where(and(eq(storyLinks.id, linkId), eq(storyLinks.storyId, story.id), isNull(storyLinks.revokedAt)))
        .returning({ label: storyLinks.label })
        .get(),
    );
    await record(team, {
      deed: `took back the link to the bright spot of “${story.practice}” for ${link.label}`,
      thing: 'bright spot',
      thingId: story.id,
    });
    return link.label;
  });
}
