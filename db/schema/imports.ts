import { sql } from 'drizzle-orm';
import { blob, check, index, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { changedKinds } from '../vocabulary';
import { createdAt, id, oneOf } from './columns';
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
    undoneAt: text('undone_at'),
    undoneBy: text('undone_by').references(() => people.id),
  },
  (t) => [
    index('imports_for').on(t.forId, t.createdAt),
    index('imports_community').on(t.communityId),
    index('imports_brought_by').on(t.broughtBy),
    index('imports_undone_by').on(t.undoneBy),
  ],
);

/** One number that an import added or changed, with what stood there before, so that the whole can be undone. */
export const importChanges = sqliteTable(
  'import_changes',
  {
    id: id(),
    importId: text('import_id')
      .notNull()
      .references(() => imports.id),
    /** In which table the number is. */
    kind: text('kind', { enum: changedKinds }).notNull(),
    rowId: text('row_id').notNull(),
    /** Null: the import added it. */
    was: text('was', { mode: 'json' }).$type<Record<string, unknown>>(),
    is: text('is', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
  },
  (t) => [
    index('import_changes_import').on(t.importId),
    check('import_changes_kind', sql`${t.kind} in ${oneOf(changedKinds)}`),
  ],
);

/** What the columns of a file meant, as somebody confirmed it, for the next file of the same shape. */
export const importMappings = sqliteTable(
  'import_mappings',
  {
    id: id(),
    communityId: text('community_id')
      .notNull()
      .references(() => communities.id),
    /** "indicator" or "measure", and its id: the same columns may mean another thing for another. */
    forKind: text('for_kind').notNull(),
    forId: text('for_id').notNull(),
    /** Of the headers and their order. */
    fingerprint: text('fingerprint').notNull(),
    choices: text('choices', { mode: 'json' }).$type<unknown>().notNull(),
    confirmedBy: text('confirmed_by').references(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('import_mappings_once').on(t.communityId, t.forKind, t.forId, t.fingerprint),
    index('import_mappings_confirmed_by').on(t.confirmedBy),
  ],
);
