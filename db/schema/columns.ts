import { sql } from 'drizzle-orm';
import { text } from 'drizzle-orm/sqlite-core';
import { newId } from '../ids';

/** Unguessable text id, made by the program and not by the database, so that two databases can be joined. */
export const id = () => text('id').primaryKey().$defaultFn(newId);

/** An instant: ISO 8601 text in UTC with milliseconds. */
export const now = () => new Date().toISOString();
export const instant = (name: string) => text(name);
export const createdAt = () => text('created_at').notNull().$defaultFn(now);

/** A SQL list of quoted words, for CHECK constraints on the closed lists of db/vocabulary.ts. */
export const oneOf = (words: readonly string[]) =>
  sql.raw(`(${words.map((word) => `'${word.replaceAll("'", "''")}'`).join(', ')})`);
