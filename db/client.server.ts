import { AsyncLocalStorage } from 'node:async_hooks';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { drizzle, type SqliteRemoteDatabase } from 'drizzle-orm/sqlite-proxy';
import { foldedWords } from './folded';
import { migrate } from './migrate.server';

type Connection = Sqlite.Database;
type Method = 'run' | 'all' | 'values' | 'get';

export interface Database {
  query: SqliteRemoteDatabase;
  transaction<T>(work: () => Promise<T>): Promise<T>;
  swiftly<T>(work: () => Promise<T>): Promise<T>;
  backup(file: string): Promise<void>;
  pragma(name: string): unknown;
  /** Applied migrations when it was opened. */
  migrated: number;
  close(): void;
}

export interface OpenOptions {
  migrationsFolder?: string;
  backupFolder?: string;
}

/**
 * Opens a SQLite file behind an asynchronous query builder: one connection that writes, one that only reads.
 *
 * - A query inside `transaction(work)` runs in that transaction, however deep in the calls it stands; a nested
 *   transaction joins the outer one.
 * - A read outside goes to the read-only connection and sees what is committed, nothing else, without waiting.
 * - A write outside waits until the open transaction has ended: written on the same connection it would be part
 *   of that transaction, and lost with it.
 */
export async function openDatabase(file: string, options: OpenOptions = {}): Promise<Database> {
  if (file !== ':memory:') mkdirSync(path.dirname(path.resolve(file)), { recursive: true, mode: 0o700 });
  const writer = new Sqlite(file, { timeout: 5000 });
  tune(writer);
  const migrated = await migrate(
    writer,
    options.migrationsFolder ?? path.resolve('db/migrations'),
    options.backupFolder,
  );
  // A database in memory belongs to its one connection.
  const reader = file === ':memory:' ? writer : new Sqlite(file, { readonly: true, timeout: 5000 });
  if (reader !== writer) reader.pragma('cache_size = -65536');
  for (const connection of new Set([writer, reader])) {
    connection.function('folded', { deterministic: true }, (words) =>
      typeof words === 'string' ? foldedWords(words) : words,
    );
  }

  const inside = new AsyncLocalStorage<{ isOpen: boolean }>();
  const statements = { writer: statementsOf(writer), reader: statementsOf(reader) };
  let last: Promise<unknown> = Promise.resolve();

  /** First come, first served: one transaction or one outside write at a time. */
  const alone = <T>(work: () => Promise<T> | T): Promise<T> => {
    const mine = last.then(work);
    last = mine.catch(() => {});
    return mine;
  };

  const query = drizzle(async (text, params, method) => {
    if (inside.getStore()?.isOpen) return run(statements.writer(text), params, method as Method);
    if (reader !== writer) {
      const statement = statements.reader(text);
      if (statement.readonly) return run(statement, params, method as Method);
    }
    return alone(() => run(statements.writer(text), params, method as Method));
  });

  const transaction = <T>(work: () => Promise<T>): Promise<T> => {
    if (inside.getStore()?.isOpen) return work();
    return alone(async () => {
      const scope = { isOpen: true };
      writer.exec('begin immediate');
      try {
        const result = await inside.run(scope, work);
        writer.exec('commit');
        return result;
      } catch (error) {
        if (writer.inTransaction) writer.exec('rollback');
        throw error;
      } finally {
        // A promise that work() left behind must not write into somebody else's transaction.
        scope.isOpen = false;
      }
    });
  };

  const swiftly = <T>(work: () => Promise<T>): Promise<T> => {
    if (inside.getStore()?.isOpen) throw new Error('A swift write cannot be part of a transaction.');
    return alone(async () => {
      // In WAL mode NORMAL leaves out the flush of a commit, and nothing else: checkpoints are flushed as ever.
      writer.pragma('synchronous = NORMAL');
      const scope = { isOpen: true };
      try {
        return await inside.run(scope, work);
      } finally {
        scope.isOpen = false;
        writer.pragma('synchronous = FULL');
      }
    });
  };

  return {
    query,
    transaction,
    swiftly,
    migrated,
    backup: async (to) => {
      await writer.backup(to);
    },
    pragma: (name) => writer.pragma(name, { simple: true }),
    close: () => {
      if (reader !== writer) reader.close();
      writer.pragma('optimize');
      writer.close();
    },
  };
}

/** SQLite settings of a program that must not lose what it said was saved (sqlite.org/pragma.html). */
function tune(connection: Connection) {
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  connection.pragma('cache_size = -65536');
  connection.pragma('temp_store = MEMORY');
  connection.pragma('trusted_schema = OFF');
  connection.pragma('cell_size_check = ON');
  connection.pragma('journal_size_limit = 67108864');
  connection.pragma('analysis_limit = 400');
}

/** Statements are compiled once a connection and kept: the texts are the program's own, so their number is small. */
function statementsOf(connection: Connection): (text: string) => Sqlite.Statement {
  const kept = new Map<string, Sqlite.Statement>();
  return (text) => {
    let statement = kept.get(text);
    if (!statement) {
      // Lists in `in (…)` make texts of many lengths: forget the oldest rather than grow without end.
      if (kept.size >= 2000) kept.delete(kept.keys().next().value as string);
      statement = connection.prepare(text);
      kept.set(text, statement);
    }
    return statement;
  };
}

function run(statement: Sqlite.Statement, params: unknown[], method: Method): { rows: unknown[] } {
  if (!statement.reader) {
    statement.run(...params);
    return { rows: [] };
  }
  if (method === 'get') return { rows: statement.raw(true).get(...params) as unknown[] };
  return { rows: statement.raw(true).all(...params) };
}

// The server and the Remix build are two bundles of one process: what they share hangs here.
const shared = globalThis as { upcurveDatabase?: Database };

/** Makes this the database that `db` and `transaction` speak to. */
export function setDatabase(database: Database): void {
  shared.upcurveDatabase = database;
}

export function currentDatabase(): Database {
  if (!shared.upcurveDatabase) throw new Error('No database is open.');
  return shared.upcurveDatabase;
}

/** The query builder of the open database. */
export const db: SqliteRemoteDatabase = new Proxy({} as SqliteRemoteDatabase, {
  get: (_target, name) => {
    const query = currentDatabase().query;
    const value = Reflect.get(query, name) as unknown;
    return typeof value === 'function' ? value.bind(query) : value;
  },
});

/** All queries inside `work` are one transaction, and nothing outside sees half of it. */
export function transaction<T>(work: () => Promise<T>): Promise<T> {
  return currentDatabase().transaction(work);
}

/**
 * Writes what has to outlive the program at once, and the machine only by chance: it does not wait for the disk. Each
 * query is on its own.
 */
export function swiftly<T>(work: () => Promise<T>): Promise<T> {
  return currentDatabase().swiftly(work);
}

/** True when the error is the database refusing a second row with the same unique value. */
export function isDuplicate(error: unknown): boolean {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return (cause as { code?: string } | undefined)?.code === 'SQLITE_CONSTRAINT_UNIQUE';
}
