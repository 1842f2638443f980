import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeEach, vi } from 'vitest';
import { currentDatabase, type Database, openDatabase, setDatabase } from '#db/client.server';

/**
 * A real SQLite file, migrated for real, empty before each test of the file that calls this.
 * Migrating takes longer than copying: it is done once a test file and the result copied.
 */
export function withDatabase(): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'upcurve-test-'));
  const template = path.join(folder, 'template.sqlite');
  let open: Database | undefined;
  let count = 0;
  beforeEach(async () => {
    open?.close();
    if (!existsSync(template)) (await openDatabase(template)).close();
    count += 1;
    const file = path.join(folder, `${count}.sqlite`);
    copyFileSync(template, file);
    open = await openDatabase(file);
    setDatabase(open);
  });
  afterAll(() => {
    open?.close();
    rmSync(folder, { recursive: true, force: true });
  });
}

/** How many statements SQLite is asked to run while `work` is done. */
export async function queriesOf(work: () => Promise<unknown>): Promise<number> {
  const statement = Object.getPrototypeOf(new Sqlite(':memory:').prepare('select 1')) as Record<
    'all' | 'get' | 'run',
    (...values: unknown[]) => unknown
  >;
  const spies = (['all', 'get', 'run'] as const).map((method) => vi.spyOn(statement, method));
  await work();
  const count = spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
  for (const spy of spies) spy.mockRestore();
  return count;
}

export const database = () => currentDatabase();
