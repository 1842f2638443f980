import { blob, index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { createdAt, id } from './columns';
import { communities } from './communities';
import { people } from './people';

/** A file somebody brought, kept between its preview and the moment they confirm what is read from it. */
export const imports = sqliteTable(
  'imports',
  {
    id: id(),
    communityId: text('community_id')
      .notNull()
      .references(() => communities.id),
    /** What the file is for: "indicator" and its id. */
    forKind: text('for_kind').notNull(),
    forId: text('for_id').notNull(),
    fileName: text('file_name').notNull(),
    /** Emptied once saved. */
    contents: blob('contents', { mode: 'buffer' }),
    /** SHA-256 of the contents, hex. */
    contentHash: text('content_hash').notNull(),
    broughtBy: text('brought_by').references(() => people.id),
    createdAt: createdAt(),
    savedAt: text('saved_at'),
    /** What was read, when it was saved: counts of added, changed, unchanged, suppressed, refused. */
    result: text('result', { mode: 'json' }).$type<Record<string, number>>(),
    mapping: text('mapping', { mode: 'json' }).$type<unknown>(),
  },
  (t) => [
    index('imports_for').on(t.forId, t.createdAt),
    index('imports_community').on(t.communityId),
    index('imports_brought_by').on(t.broughtBy),
  ],
);
