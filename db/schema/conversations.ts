import { sql } from 'drizzle-orm';
import { type AnySQLiteColumn, check, index, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { commentedThings, toldReasons } from '../vocabulary';
import { createdAt, id, oneOf } from './columns';
import { communities } from './communities';
import { people } from './people';
import { teams } from './teams';

/** What somebody said beside a cycle, a measure, an indicator or a practice. The first of a thread has no root. */
export const comments = sqliteTable(
  'comments',
  {
    id: id(),
    communityId: text('community_id')
      .notNull()
      .references(() => communities.id),
    /** Of a team's own thing. */
    teamId: text('team_id').references(() => teams.id),
    thing: text('thing', { enum: commentedThings }).notNull(),
    thingId: text('thing_id').notNull(),
    /** The part it stands beside, such as "plan"; empty: all of it. */
    part: text('part').notNull().default(''),
    /** The words it is about, as they stood then. */
    quote: text('quote').notNull().default(''),
    rootId: text('root_id').references((): AnySQLiteColumn => comments.id),
    body: text('body').notNull(),
    writtenBy: text('written_by').references(() => people.id),
    createdAt: createdAt(),
    /** Its writer took it back; the row stays. */
    takenOutAt: text('taken_out_at'),
    /** Of a thread: hidden, never deleted. */
    resolvedAt: text('resolved_at'),
    resolvedBy: text('resolved_by').references(() => people.id),
  },
  (t) => [
    index('comments_thing').on(t.thingId, t.createdAt),
    index('comments_community').on(t.communityId),
    index('comments_team').on(t.teamId),
    index('comments_root').on(t.rootId),
    index('comments_written_by').on(t.writtenBy),
    index('comments_resolved_by').on(t.resolvedBy),
    check('comments_thing_kind', sql`${t.thing} in ${oneOf(commentedThings)}`),
    check('comments_body', sql`length(trim(${t.body})) > 0`),
  ],
);

/** Whose inbox a comment is in, and since when they are done with it. */
export const toldPeople = sqliteTable(
  'told_people',
  {
    id: id(),
    commentId: text('comment_id')
      .notNull()
      .references(() => comments.id),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    reason: text('reason', { enum: toldReasons }).notNull(),
    putAwayAt: text('put_away_at'),
  },
  (t) => [
    uniqueIndex('told_people_once').on(t.commentId, t.personId),
    index('told_people_person').on(t.personId, t.putAwayAt),
    check('told_people_reason', sql`${t.reason} in ${oneOf(toldReasons)}`),
  ],
);
