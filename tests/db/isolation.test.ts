import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { db, isDuplicate, transaction } from '#db/client.server';
import { communities } from '#db/schema/communities';
import { memberships } from '#db/schema/memberships';
import { people } from '#db/schema/people';
import { database, withDatabase } from '../support/database';

/** What the program relies on, whichever database it runs on. */

withDatabase();

const named = (email: string) => ({ email, name: email });
const countOf = async (email: string) =>
  (await db.select().from(people).where(eq(people.email, email))).length;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('an insert answers with its row: defaults, booleans, JSON and instants as they were meant', async () => {
  const community = await db
    .insert(communities)
    .values({ name: 'Riverbend', holidays: ['2026-11-26'] })
    .returning()
    .get();
  expect(community).toMatchObject({ isDemo: false, holidays: ['2026-11-26'], maskingThreshold: 10 });
  expect(Math.abs(Date.parse(community.createdAt) - Date.now())).toBeLessThan(5000);
  expect(community.id).toMatch(/^[\w-]{16}$/);
});

test('nothing of a transaction that fails is kept', async () => {
  const work = transaction(async () => {
    await db.insert(people).values(named('gone@example.org'));
    throw new Error('stop');
  });
  await expect(work).rejects.toThrow('stop');
  expect(await countOf('gone@example.org')).toBe(0);
});

test('no dirty read: a query beside an open transaction does not see its rows, and does not wait for it', async () => {
  let isOver = false;
  const open = transaction(async () => {
    await db.insert(people).values(named('ghost@example.org'));
    await pause(60);
    isOver = true;
    throw new Error('stop');
  }).catch(() => {});
  await pause(15);
  expect(await countOf('ghost@example.org')).toBe(0);
  expect(isOver).toBe(false);
  await open;
});

test('no lost write: what is written beside a transaction that rolls back is kept', async () => {
  const open = transaction(async () => {
    await db.insert(people).values(named('ghost@example.org'));
    await pause(40);
    throw new Error('stop');
  }).catch(() => {});
  await pause(15);
  await db.insert(people).values(named('bystander@example.org'));
  await open;
  expect(await countOf('bystander@example.org')).toBe(1);
  expect(await countOf('ghost@example.org')).toBe(0);
});

test('two transactions at once both land, one after the other', async () => {
  const order: string[] = [];
  const add = (email: string) =>
    transaction(async () => {
      order.push(`${email} in`);
      await db.insert(people).values(named(email));
      await pause(10);
      order.push(`${email} out`);
    });
  await Promise.all([add('a@example.org'), add('b@example.org'), add('c@example.org')]);
  expect(order).toEqual([
    'a@example.org in',
    'a@example.org out',
    'b@example.org in',
    'b@example.org out',
    'c@example.org in',
    'c@example.org out',
  ]);
  expect(await db.select().from(people)).toHaveLength(3);
});

test('a transaction inside a transaction joins it: both land or neither', async () => {
  const work = transaction(async () => {
    await transaction(async () => {
      await db.insert(people).values(named('inner@example.org'));
    });
    expect(await countOf('inner@example.org')).toBe(1);
    throw new Error('stop');
  });
  await expect(work).rejects.toThrow('stop');
  expect(await countOf('inner@example.org')).toBe(0);
});

test('a query through the handle from outside does not hang inside a transaction', async () => {
  const outside = database().query;
  const seen = await transaction(async () => {
    await outside.insert(people).values(named('same@example.org'));
    return (await outside.select().from(people)).length;
  });
  expect(seen).toBe(1);
});

test('a write left behind by a transaction that has ended stands on its own', async () => {
  let late: Promise<unknown> = Promise.resolve();
  await transaction(async () => {
    late = pause(20).then(() => db.insert(people).values(named('late@example.org')));
  });
  const rolledBack = transaction(async () => {
    await pause(50);
    throw new Error('stop');
  }).catch(() => {});
  await Promise.all([late, rolledBack]);
  expect(await countOf('late@example.org')).toBe(1);
});

test('a second row with the same unique value is told apart from other errors', async () => {
  await db.insert(people).values(named('a@example.org'));
  const again = await db
    .insert(people)
    .values(named('a@example.org'))
    .then(
      () => null,
      (error: unknown) => error,
    );
  expect(isDuplicate(again)).toBe(true);
  expect(isDuplicate(new Error('something else'))).toBe(false);
});

test('a foreign key that points nowhere is refused', async () => {
  const orphan = db
    .insert(memberships)
    .values({ personId: 'nobody', communityId: 'nowhere', role: 'member' });
  await expect(Promise.resolve(orphan)).rejects.toThrow();
});

test('the live connection has the settings that keep what it said was saved', () => {
  expect(database().pragma('journal_mode')).toBe('wal');
  expect(database().pragma('synchronous')).toBe(2);
  expect(database().pragma('foreign_keys')).toBe(1);
});
