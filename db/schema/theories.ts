import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { createdAt, id } from './columns';
import { communities } from './communities';
import { people } from './people';
import { practices } from './practices';
import { teams } from './teams';

/** What one team wants to try; an instance of a practice when practiceId is set. */
export const changeIdeas = sqliteTable(
  'change_ideas',
  {
    id: id(),
    communityId: text('community_id')
      .notNull()
      .references(() => communities.id),
    teamId: text('team_id')
      .notNull()
      .references(() => teams.id),
    practiceId: text('practice_id').references(() => practices.id),
    name: text('name').notNull(),
    /** How this team does it differently from the practice. */
    adaptation: text('adaptation').notNull().default(''),
    createdBy: text('created_by').references(() => people.id),
    createdAt: createdAt(),
    archivedAt: text('archived_at'),
  },
  (t) => [
    index('change_ideas_team').on(t.teamId, t.createdAt),
    index('change_ideas_practice').on(t.practiceId),
    index('change_ideas_community').on(t.communityId),
    index('change_ideas_created_by').on(t.createdBy),
  ],
);
