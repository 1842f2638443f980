import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { db } from '#db/client.server';
import { people, sessions } from '#db/schema/people';
import { loader as account } from '~/routes/people/account';
import { withDatabase } from '../support/database';
import { theCast } from '../support/factories';
import { get, signedIn } from '../support/requests';

withDatabase();

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
const unusedFor = async (personId: string, hours: number) => {
  await signedIn(personId);
  const last = (await db.select().from(sessions)).at(-1);
  await db
    .update(sessions)
    .set({ lastSeenAt: hoursAgo(hours) })
    .where(eq(sessions.id, last?.id ?? ''));
};
const listed = async (personId: string) =>
  (await get(account, '/account', { cookie: await signedIn(personId) })).data.sessions.length;
const kept = async (personId: string) =>
  (await db.select().from(sessions).where(eq(sessions.personId, personId))).length;

test('sessions past the idle limit are listed as live, and kept for good', async () => {
  const cast = await theCast();
  const cookie = await signedIn(cast.member.id);
  await unusedFor(cast.member.id, 24 * 15);
  await unusedFor(cast.member.id, 13);
  await unusedFor(cast.admin.id, 13);
  const page = await get(account, '/account', { cookie });
  expect(page.data.sessions).toHaveLength(2);
  expect(await listed(cast.admin.id)).toBe(1);
  expect([await kept(cast.member.id), await kept(cast.admin.id)]).toEqual([2, 1]);
});

test('the sessions of who runs the network end as an admin’s do', async () => {
  const cast = await theCast();
  await db.update(people).set({ isNetworkAdmin: true }).where(eq(people.id, cast.member.id));
  await unusedFor(cast.member.id, 13);
  expect(await listed(cast.member.id)).toBe(1);
  expect(await kept(cast.member.id)).toBe(1);
});
