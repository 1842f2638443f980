import { index, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { createdAt, id } from './columns';
import { communities } from './communities';
import { people } from './people';
import { practices } from './practices';
import { teams } from './teams';

/**
 * A bright spot: what one team's use of a practice did. Its figures are read when it is looked at; kept here are only
 * the words somebody added.
 */
export const stories = sqliteTable(
  'stories',
  {
    id: id(),
    communityId: text('community_id')
      .notNull()
      .references(() => communities.id),
    practiceId: text('practice_id')
      .notNull()
      .references(() => practices.id),
    teamId: text('team_id')
      .notNull()
      .references(() => teams.id),
    whoBenefits: text('who_benefits').notNull().default(''),
    /** What to be careful about, beyond what the program says by itself. */
    caveats: text('caveats').notNull().default(''),
    writtenBy: text('written_by').references(() => people.id),
    createdAt: createdAt(),
    archivedAt: text('archived_at'),
  },
  (t) => [
    index('stories_community').on(t.communityId, t.createdAt),
    index('stories_practice').on(t.practiceId),
    index('stories_team').on(t.teamId),
    index('stories_written_by').on(t.writtenBy),
  ],
);

/** Who has such a link reads one story without an account. The token itself is kept nowhere. */
export const storyLinks = sqliteTable(
  'story_links',
  {
    id: id(),
    storyId: text('story_id')
      .notNull()
      .references(() => stories.id),
    /** SHA-256 of the token in the link, hex. */
    tokenHash: text('token_hash').notNull(),
    /** Whom it is for. */
    label: text('label').notNull().default(''),
    /** The last day it works; null: until it is taken back. */
    untilOn: text('until_on'),
    madeBy: text('made_by').references(() => people.id),
    createdAt: createdAt(),
    revokedAt: text('revoked_at'),
    revokedBy: text('revoked_by').references(() => people.id),
  },
  (t) => [
    uniqueIndex('story_links_token').on(t.tokenHash),
    index('story_links_story').on(t.storyId, t.createdAt),
    index('story_links_made_by').on(t.madeBy),
    index('story_links_revoked_by').on(t.revokedBy),
  ],
);
