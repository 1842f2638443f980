import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { db } from '#db/client.server';
import { memberships } from '#db/schema/memberships';
import { people, signInLinks } from '#db/schema/people';
import { action as makeLink } from '~/routes/people/make-link';
import { action as add } from '~/routes/people/new';
import { action as change, loader as show } from '~/routes/people/show';
import { withDatabase } from '../support/database';
import { aMember, aPerson, theCast } from '../support/factories';
import { get, post, signedIn } from '../support/requests';
import { goodHash, goodPassword, trySignIn, withFreshLimits } from './signing-in';

withDatabase();
withFreshLimits();

/** Somebody of Lakeside Promise, and the admin of Riverbend who would like to have their account. */
async function theTwo(some: Partial<typeof people.$inferInsert> = { passwordHash: 'set below' }) {
  const cast = await theCast();
  const passwordHash = some.passwordHash === 'set below' ? await goodHash() : some.passwordHash;
  const victim = await aMember(cast.elsewhere.id, 'admin', { ...some, name: 'Ines Okafor', passwordHash });
  const cookie = await signedIn(cast.admin.id);
  return { cast, victim, cookie, params: { personId: victim.id } };
}

const asMember = (email: string) => ({ name: 'Anybody', email, role: 'member' });

test('adding somebody of another community adds a membership and makes no link', async () => {
  const { cast, victim, cookie } = await theTwo();
  const answer = await post(add, '/people/new', asMember(victim.email), { cookie });
  expect(answer.data).toEqual({ added: { name: 'Ines Okafor', address: null } });
  expect(await db.select().from(signInLinks)).toEqual([]);
  const mine = await db.select().from(memberships).where(eq(memberships.personId, victim.id));
  expect(mine.map((row) => [row.communityId, row.role])).toEqual([
    [cast.elsewhere.id, 'admin'],
    [cast.community.id, 'member'],
  ]);
  expect((await trySignIn({ email: victim.email, password: goodPassword })).status).toBe(302);
});

test('nor can a link be made afterwards, or name and e-mail be changed', async () => {
  const { victim, cookie, params } = await theTwo();
  await post(add, '/people/new', asMember(victim.email), { cookie });
  const link = await post(makeLink, '/x', {}, { cookie, params });
  expect(link.status).toBe(422);
  expect(link.data.error['']?.[0]).toMatch(/^Their account also opens another community/);
  expect(await db.select().from(signInLinks)).toEqual([]);
  const fields = { name: 'Ines Okafor', email: 'mine@evil.example', role: 'member' };
  expect((await post(change, '/x', fields, { cookie, params })).status).toBe(422);
  expect(
    (await post(change, '/x', { ...fields, name: 'Eve', email: victim.email }, { cookie, params })).status,
  ).toBe(422);
  const kept = await db.select().from(people).where(eq(people.id, victim.id)).get();
  expect([kept?.name, kept?.email]).toEqual(['Ines Okafor', victim.email]);
  const page = await get(show, '/x', { cookie, params });
  expect(page.data.person.mayTouchAccount).toBe(false);
  expect((await post(change, '/x', { role: 'coach' }, { cookie, params })).status).toBe(302);
});

test('a membership elsewhere that has ended protects the account as well', async () => {
  const { victim, cookie, params } = await theTwo();
  await db
    .update(memberships)
    .set({ endedAt: '2026-01-01T00:00:00.000Z' })
    .where(eq(memberships.personId, victim.id));
  expect((await post(add, '/people/new', asMember(victim.email), { cookie })).data.added.address).toBeNull();
  expect((await post(makeLink, '/x', {}, { cookie, params })).status).toBe(422);
});

test('a link that an admin held before the person joined another community opens nothing any more', async () => {
  const { cast, victim, cookie, params } = await theTwo();
  const theirs = await signedIn(cast.stranger.id);
  const made = await post(makeLink, '/x', {}, { cookie: theirs, params });
  expect(made.data.made.address).toContain('/welcome/');
  await post(add, '/people/new', asMember(victim.email), { cookie });
  const link = await db.select().from(signInLinks).get();
  expect(Date.parse(link?.expiresAt ?? '')).toBeLessThanOrEqual(Date.now());
});

test('an account elsewhere that nobody has used yet cannot be added', async () => {
  const { victim, cookie } = await theTwo({ passwordHash: null });
  const answer = await post(add, '/people/new', asMember(victim.email), { cookie });
  expect(answer.status).toBe(422);
  expect(answer.data.error.email).toHaveLength(1);
  expect(await db.select().from(memberships).where(eq(memberships.personId, victim.id))).toHaveLength(1);
});

test('an admin of a community cannot take over the account of the network’s admin', async () => {
  const cast = await theCast();
  const boss = await aMember(cast.community.id, 'admin', {
    isNetworkAdmin: true,
    passwordHash: await goodHash(),
  });
  const cookie = await signedIn(cast.admin.id);
  expect((await post(makeLink, '/x', {}, { cookie, params: { personId: boss.id } })).status).toBe(422);
  const bossCookie = await signedIn(boss.id);
  expect((await post(makeLink, '/x', {}, { cookie: bossCookie, params: { personId: boss.id } })).status).toBe(
    200,
  );
});

test('the network’s admin may make a link for somebody of two communities', async () => {
  const { cast, victim, cookie, params } = await theTwo();
  await post(add, '/people/new', asMember(victim.email), { cookie });
  const boss = await aMember(cast.community.id, 'admin', { isNetworkAdmin: true });
  const answer = await post(makeLink, '/x', {}, { cookie: await signedIn(boss.id), params });
  expect(answer.data.made.address).toContain('/welcome/');
});

test('somebody who belongs nowhere is added with a link, as a new person is', async () => {
  const { cookie } = await theTwo();
  const person = await aPerson({ name: 'Jo Lind' });
  const answer = await post(add, '/people/new', asMember(person.email), { cookie });
  expect(answer.data.added.address).toContain('/welcome/');
});
