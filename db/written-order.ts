import { type SQL, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';

/**
 * The order in which the rows of a table were written: it tells apart those of one instant, which ids cannot. SQLite
 * counts its rows by itself; on PostgreSQL this becomes a column that counts.
 */
export const writtenOrder = (table: SQLiteTable): SQL => sql`${table}.rowid`;
