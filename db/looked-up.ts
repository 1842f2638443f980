import { type AnyColumn, type SQL, sql } from 'drizzle-orm';

/**
 * True where the column is the value, asked of rows that other conditions find. SQLite keeps no counts and takes an
 * index on two columns for better than a list of ids: of a few teams it would walk all that the community has. Joined
 * to nothing, the column is no way into an index.
 */
export const isAlso = (column: AnyColumn, value: string): SQL => sql`${column} || '' = ${value}`;
