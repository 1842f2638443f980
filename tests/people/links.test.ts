import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { db } from '#db/client.server';
import { history } from '#db/schema/history';
import { memberships } from '#db/schema/memberships';
import { people, sessions, signInLinks } from '#db/schema/people';
import { action as deactivate } from '~/routes/people/deactivate';
import { action as makeLink, loader as makeLinkPage } from '~/routes/people/make-link';
import { loader as look, action as use } from '~/routes/people/welcome';
import { withDatabase } from '../support/database';
import { aMember, theCast } from '../support/factories';
import { get, post, signedIn } from '../support/requests';
import { goodHash, goodPassword, trySignIn, withFreshLimits } from './signing-in';

withDatabase();
withFreshLimits();

const tokenIn = (address: string) => address.split('/').at(-1) ?? '';

/** An admin makes a link for somebody of the community. */
async function aLink(some: { passwordHash?: string } = {}) {
  const cast = await theCast();
  const person = await aMember(cast.community.id, 'member', { name: 'Noor Haddad', ...some });
  const cookie = await signedIn(cast.admin.id);
  const params = { personId: person.id };
  const answer = await post(makeLink, `/people/${person.id}/link`, {}, { cookie, params });
  const address = answer.data.made.address as string;
  return { cast, person, cookie, params, address, token: tokenIn(address) };
}

const open = (token: string) => get(look, `/welcome/${token}`, { params: { token } });
const follow = (token: string, password = goodPassword) =>
  post(use, `/welcome/${token}`, { password }, { params: { token } });

test('a link is 256 random bits, of which only the hash is kept, and holds for seven days', async () => {
  const { address, token } = await aLink();
  expect(address).toBe(`http://localhost:3000/welcome/${token}`);
  expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  const row = await db.select().from(signInLinks).get();
  expect(JSON.stringify(row)).not.toContain(token);
  const days = (Date.parse(row?.expiresAt ?? '') - Date.parse(row?.createdAt ?? '')) / 86_400_000;
  expect(days).toBeCloseTo(7, 3);
  expect(JSON.stringify(await db.select().from(history))).not.toContain(token);
});

test('looking at a link signs nobody in and uses nothing up', async () => {
  const { token, person } = await aLink();
  for (let n = 0; n < 3; n += 1) {
    const page = await open(token);
    expect(page.data.person).toEqual({ name: 'Noor Haddad', email: person.email });
    expect(page.headers.get('set-cookie')).toBeNull();
  }
  expect((await follow(token)).status).toBe(302);
});

test('a link sets the password and signs in, once', async () => {
  const { token, person } = await aLink();
  const first = await follow(token);
  expect(first.location).toBe('/');
  expect(first.headers.get('set-cookie')).toContain('upcurve=');
  expect((await open(token)).status).toBe(410);
  expect((await follow(token, 'another lantern over harbor')).status).toBe(410);
  expect((await trySignIn({ email: person.email, password: goodPassword })).status).toBe(302);
});

test('of twenty who use a link at once, one does', async () => {
  const { token, person } = await aLink();
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, n) => follow(token, `${goodPassword} ${n}`)),
  );
  expect(answers.filter((answer) => answer.status === 302)).toHaveLength(1);
  const kept = await db.select().from(sessions).where(eq(sessions.personId, person.id));
  expect(kept).toHaveLength(1);
});

test('a link runs out', async () => {
  const { token } = await aLink();
  await db.update(signInLinks).set({ expiresAt: '2026-01-01T00:00:00.000Z' });
  expect((await open(token)).status).toBe(410);
  expect((await follow(token)).status).toBe(410);
});

test('a link that never was is answered like one that was used, and after five of them not at all', async () => {
  const statuses = [];
  for (let n = 0; n < 6; n += 1) statuses.push((await follow(`made-up-${n}`)).status);
  expect(statuses).toEqual([410, 410, 410, 410, 410, 429]);
  expect((await open('__proto__')).status).toBe(410);
});

test('a bad password leaves the link as it was', async () => {
  const { token } = await aLink();
  const answer = await follow(token, 'noorhaddad12');
  expect(answer.status).toBe(422);
  expect(answer.data.error.password).toHaveLength(1);
  expect(JSON.stringify(answer.data)).not.toContain('noorhaddad12');
  expect((await follow(token)).status).toBe(302);
});

test('a reset ends every session and every other link', async () => {
  const { token, person, cookie, params } = await aLink({ passwordHash: await goodHash() });
  expect((await db.select().from(signInLinks).get())?.purpose).toBe('reset');
  await signedIn(person.id);
  await follow(token, 'another lantern over harbor');
  expect(await db.select().from(sessions).where(eq(sessions.personId, person.id))).toHaveLength(1);
  expect((await trySignIn({ email: person.email, password: goodPassword })).status).toBe(422);

  const one = tokenIn((await post(makeLink, '/x', {}, { cookie, params })).data.made.address);
  const two = tokenIn((await post(makeLink, '/x', {}, { cookie, params })).data.made.address);
  expect((await open(one)).status).toBe(410);
  expect((await open(two)).status).toBe(200);
});

test('deactivating somebody ends their link', async () => {
  const { token, cookie, params, person } = await aLink();
  await post(deactivate, '/x', {}, { cookie, params });
  expect((await open(token)).status).toBe(410);
  await db.update(memberships).set({ endedAt: null }).where(eq(memberships.personId, person.id));
  expect((await open(token)).status).toBe(410);
  await db
    .update(memberships)
    .set({ endedAt: '2026-01-01T00:00:00.000Z' })
    .where(eq(memberships.personId, person.id));
  const refused = await post(makeLink, '/x', {}, { cookie, params });
  expect(refused.data.error['']).toEqual(['They are deactivated. Bring them back first.']);
});

test('only an admin of the person’s community makes a link; the page before it shows none', async () => {
  const { cast, params } = await aLink();
  const leader = await signedIn(cast.leader.id);
  expect((await post(makeLink, '/x', {}, { cookie: leader, params })).status).toBe(403);
  const stranger = await signedIn(cast.stranger.id);
  expect((await post(makeLink, '/x', {}, { cookie: stranger, params })).status).toBe(404);
  expect((await post(makeLink, '/x', {}, { params })).location).toBe('/sign-in');
  const admin = await signedIn(cast.admin.id);
  const page = await get(makeLinkPage, '/x', { cookie: admin, params });
  expect(page.data).toEqual({ person: { personId: params.personId, name: 'Noor Haddad' } });
});

test('the database file holds no password and no token', async () => {
  const { token, cookie } = await aLink();
  const signed = await follow(token);
  const { readFileSync } = await import('node:fs');
  const { database } = await import('../support/database');
  const file = (await database().query.all<[number, string, string]>('pragma database_list'))[0]?.[2] ?? '';
  const bytes = readFileSync(file).toString('latin1') + readFileSync(`${file}-wal`).toString('latin1');
  expect(bytes).toContain('$argon2id$v=19$m=19456,t=2');
  for (const secret of [goodPassword, token, ...sessionTokens(cookie, signed.headers.getSetCookie())]) {
    expect(bytes).not.toContain(secret);
  }
  expect(await db.select().from(people)).not.toHaveLength(0);
});

/** The plain tokens inside session cookies, which are JSON in base64. */
function sessionTokens(...cookies: (string | string[])[]): string[] {
  const tokens = cookies
    .flat()
    .map((cookie) => /(?:^|; )upcurve=([^;]+)/.exec(cookie)?.[1])
    .filter((value) => value !== undefined)
    .map((value) => JSON.parse(Buffer.from(decodeURIComponent(value), 'base64').toString()) as string);
  expect(tokens).toHaveLength(2);
  return tokens;
}
