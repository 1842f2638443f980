import { type AnyColumn, type SQL, sql } from 'drizzle-orm';

/** Words as they are compared: without space around them, and "JOSÉ" the same as "José", however it was typed. */
export const foldedWords = (words: string): string => words.normalize('NFC').trim().toLowerCase();

/**
 * The same of a column. SQLite's own lower() knows the letters A to Z alone: each connection is taught this one by
 * db/client.server.ts. On PostgreSQL it becomes lower(trim(normalize(…))).
 */
export const folded = (column: AnyColumn | SQL): SQL => sql`folded(${column})`;
