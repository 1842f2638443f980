import { type SQL, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';

/**
 * The order in which the rows of a table, or of what a query calls by a name, were written: it tells apart those of one
 * instant, which ids cannot. SQLite counts its rows by itself; on PostgreSQL this becomes a column that counts.
 */
export const writtenOrder = (table: SQLiteTable | string): SQL =>
  sql`${typeof table === 'string' ? sql.identifier(table) : table}.rowid`;
