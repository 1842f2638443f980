import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Database as Sqlite } from 'better-sqlite3';

interface Migration {
  name: string;
  hash: string;
  statements: string[];
}

/** The migration files of a folder in the order of their names. */
export function readMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => {
      const text = readFileSync(path.join(folder, file), 'utf8');
      return {
        name: file.replace(/\.sql$/, ''),
        hash: createHash('sha256').update(text).digest('hex'),
        statements: text.split('--> statement-breakpoint').filter((statement) => statement.trim() !== ''),
      };
    });
}

/**
 * Brings the database up to the newest migration file, all or nothing, and returns how many were applied.
 *
 * drizzle's own migrate() is not used, for two faults: it leaves foreign keys on while it rebuilds a table, so
 * that ON DELETE CASCADE silently empties the child tables (drizzle-orm issue 5782), and two processes that
 * start together both try the same migration. Here keys are off (a pragma that has no effect inside a
 * transaction), the whole is one immediate transaction, and no broken key may remain at its end.
 *
 * @throws Error with a sentence when an applied file was edited, when the database is newer than the program,
 * or when a migration leaves rows whose foreign key points nowhere.
 */
export async function migrate(sqlite: Sqlite, folder: string, backupFolder?: string): Promise<number> {
  const migrations = readMigrations(folder);
  const isNew = sqlite.prepare("select count(*) from sqlite_master where type = 'table'").pluck().get() === 0;
  if (backupFolder && !isNew && pendingIn(sqlite, migrations).length > 0) {
    mkdirSync(backupFolder, { recursive: true, mode: 0o700 });
    const stamp = new Date().toISOString().replaceAll(/[:.]/g, '-');
    await sqlite.backup(path.join(backupFolder, `before-migration-${stamp}-${process.pid}.sqlite`));
  }
  sqlite.pragma('foreign_keys = OFF');
  try {
    return sqlite.transaction(() => apply(sqlite, migrations)).immediate();
  } finally {
    sqlite.pragma('foreign_keys = ON');
  }
}

function apply(sqlite: Sqlite, migrations: Migration[]): number {
  sqlite.exec(
    'create table if not exists migrations (name text primary key, hash text not null, applied_at text not null) strict',
  );
  // Asked again inside the transaction: another process may have been faster.
  const pending = pendingIn(sqlite, migrations);
  const done = sqlite.prepare('insert into migrations (name, hash, applied_at) values (?, ?, ?)');
  for (const migration of pending) {
    for (const statement of migration.statements) sqlite.exec(statement);
    done.run(migration.name, migration.hash, new Date().toISOString());
  }
  const broken = sqlite.pragma('foreign_key_check') as unknown[];
  if (broken.length > 0) {
    throw new Error(
      `The migration would leave ${broken.length} rows whose foreign key points nowhere. Nothing was changed.`,
    );
  }
  return pending.length;
}

function pendingIn(sqlite: Sqlite, migrations: Migration[]): Migration[] {
  const hasTable = sqlite.prepare("select 1 from sqlite_master where name = 'migrations'").get();
  const applied = hasTable
    ? (sqlite.prepare('select name, hash from migrations').all() as { name: string; hash: string }[])
    : [];
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const row of applied) {
    const file = known.get(row.name);
    if (!file) {
      throw new Error(
        `The database has the migration "${row.name}", which this version of Upcurve does not know. Start the newer version, or bring back a backup.`,
      );
    }
    if (file.hash !== row.hash)
      throw new Error(`The migration "${row.name}" was changed after it had been applied.`);
  }
  const names = new Set(applied.map((row) => row.name));
  return migrations.filter((migration) => !names.has(migration.name));
}
