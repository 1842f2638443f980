import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { createdAt, id } from './columns';
import { communities } from './communities';
import { people } from './people';
import { teams } from './teams';

/** What a coach wrote down of a visit: for the coaches of the team, or shared with all who read it. */
export const visitNotes = sqliteTable(
  'visit_notes',
  {
    id: id(),
    communityId: text('community_id')
      .notNull()
      .references(() => communities.id),
    teamId: text('team_id')
      .notNull()
      .references(() => teams.id),
    onDate: text('on_date').notNull(),
    text: text('text').notNull(),
    isShared: integer('is_shared', { mode: 'boolean' }).notNull().default(false),
    writtenBy: text('written_by').references(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [
    index('visit_notes_team').on(t.teamId, t.onDate),
    index('visit_notes_community').on(t.communityId),
    index('visit_notes_written_by').on(t.writtenBy),
    check('visit_notes_text', sql`length(trim(${t.text})) > 0`),
  ],
);
