import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrate } from '#db/migrate.server';

let folder: string;
let migrations: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'upcurve-migrations-'));
  migrations = path.join(folder, 'migrations');
  mkdirSync(migrations);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const add = (name: string, ...statements: string[]) =>
  writeFileSync(path.join(migrations, `${name}.sql`), statements.join('\n--> statement-breakpoint\n'));

const withChildren = () =>
  add(
    '0000_first',
    'create table parents (id integer primary key, name text not null) strict;',
    'create table children (id integer primary key, parent_id integer not null references parents(id) on delete cascade) strict;',
    "insert into parents values (1, 'Ada');",
    'insert into children values (10, 1), (11, 1);',
  );

function open() {
  const sqlite = new Sqlite(path.join(folder, 'test.sqlite'));
  sqlite.pragma('journal_mode = WAL');
  return sqlite;
}

test('rebuilding a table keeps its children, also where they cascade', async () => {
  withChildren();
  const sqlite = open();
  expect(await migrate(sqlite, migrations)).toBe(1);
  add(
    '0001_nameless',
    'create table parents_new (id integer primary key, name text) strict;',
    'insert into parents_new select * from parents;',
    'drop table parents;',
    'alter table parents_new rename to parents;',
  );
  expect(await migrate(sqlite, migrations)).toBe(1);
  expect(sqlite.prepare('select count(*) from children').pluck().get()).toBe(2);
  expect(sqlite.pragma('foreign_keys', { simple: true })).toBe(1);
  sqlite.close();
});

test('a migration that would leave a broken foreign key changes nothing', async () => {
  withChildren();
  const sqlite = open();
  await migrate(sqlite, migrations);
  add('0001_breaks', 'create table extra (id integer) strict;', 'delete from parents;');
  await expect(migrate(sqlite, migrations)).rejects.toThrow('2 rows whose foreign key points nowhere');
  expect(sqlite.prepare('select count(*) from parents').pluck().get()).toBe(1);
  expect(sqlite.prepare("select count(*) from sqlite_master where name = 'extra'").pluck().get()).toBe(0);
  sqlite.close();
});

test('a backup is made before a database with something in it is changed, and only then', async () => {
  withChildren();
  const backups = path.join(folder, 'backups');
  const sqlite = open();
  await migrate(sqlite, migrations, backups);
  await migrate(sqlite, migrations, backups);
  add('0001_more', 'create table more (id integer) strict;');
  await migrate(sqlite, migrations, backups);
  const made = readdirSync(backups);
  expect(made).toHaveLength(1);
  const copy = new Sqlite(path.join(backups, made[0] ?? ''));
  expect(copy.prepare('select count(*) from children').pluck().get()).toBe(2);
  expect(copy.prepare("select count(*) from sqlite_master where name = 'more'").pluck().get()).toBe(0);
  copy.close();
  sqlite.close();
});

test('an applied file that was edited stops the start with a sentence', async () => {
  withChildren();
  const sqlite = open();
  await migrate(sqlite, migrations);
  add('0000_first', 'create table other (id integer) strict;');
  await expect(migrate(sqlite, migrations)).rejects.toThrow(
    '"0000_first" was changed after it had been applied',
  );
  sqlite.close();
});

test('a database from a newer version is refused with a sentence', async () => {
  withChildren();
  add('0001_newer', 'create table newer (id integer) strict;');
  const sqlite = open();
  await migrate(sqlite, migrations);
  rmSync(path.join(migrations, '0001_newer.sql'));
  await expect(migrate(sqlite, migrations)).rejects.toThrow('does not know');
  sqlite.close();
});

test('six processes that start together apply each migration once', async () => {
  withChildren();
  const script = path.join(folder, 'start.mts');
  const file = path.join(folder, 'race.sqlite');
  const here = (place: string) => JSON.stringify(path.resolve(place));
  writeFileSync(
    script,
    `import { createRequire } from 'node:module';
const Sqlite = createRequire(${here('package.json')})('better-sqlite3');
const { migrate } = await import(${here('db/migrate.server.ts')});
const sqlite = new Sqlite(${JSON.stringify(file)}, { timeout: 30_000 });
sqlite.pragma('journal_mode = WAL');
await migrate(sqlite, ${JSON.stringify(migrations)});
`,
  );
  const start = () =>
    new Promise<number | null>((resolve) => {
      spawn(path.resolve('node_modules/.bin/tsx'), [script], { stdio: 'ignore' }).on('close', resolve);
    });
  const ends = await Promise.all(Array.from({ length: 6 }, start));
  expect(ends).toEqual([0, 0, 0, 0, 0, 0]);
  const sqlite = new Sqlite(file);
  expect(sqlite.prepare('select count(*) from migrations').pluck().get()).toBe(1);
  expect(sqlite.prepare('select count(*) from children').pluck().get()).toBe(2);
  sqlite.close();
}, 60_000);

test('our own migrations give every foreign key an index', async () => {
  const sqlite = open();
  await migrate(sqlite, path.resolve('db/migrations'));
  const tables = sqlite
    .prepare("select name from sqlite_master where type = 'table'")
    .pluck()
    .all() as string[];
  const bare = tables.flatMap((table) => {
    const keys = sqlite.pragma(`foreign_key_list(${table})`) as { from: string }[];
    const indexes = sqlite.pragma(`index_list(${table})`) as { name: string }[];
    const firsts = indexes.map(
      (index) => (sqlite.pragma(`index_info(${index.name})`) as { name: string }[])[0]?.name,
    );
    return keys.filter((key) => !firsts.includes(key.from)).map((key) => `${table}.${key.from}`);
  });
  expect(bare).toEqual([]);
  sqlite.close();
});
