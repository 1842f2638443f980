import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { createdAt, id } from './columns';
import { communities } from './communities';
import { people } from './people';

/** A way of working that several teams can use: the community's library. */
export const practices = sqliteTable(
  'practices',
  {
    id: id(),
    communityId: text('community_id')
      .notNull()
      .references(() => communities.id),
    name: text('name').notNull(),
    /** What it is, in a sentence or two. */
    description: text('description').notNull().default(''),
    steps: text('steps').notNull().default(''),
    forWhom: text('for_whom').notNull().default(''),
    source: text('source').notNull().default(''),
    ownerId: text('owner_id').references(() => people.id),
    createdAt: createdAt(),
    archivedAt: text('archived_at'),
  },
  (t) => [
    index('practices_community').on(t.communityId, t.archivedAt, t.name),
    index('practices_owner').on(t.ownerId),
  ],
);
