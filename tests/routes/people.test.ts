import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { db } from '#db/client.server';
import { memberships } from '#db/schema/memberships';
import { people, sessions } from '#db/schema/people';
import { loader as account, action as saveAccount } from '~/routes/people/account';
import { action as changePassword, loader as passwordPage } from '~/routes/people/change-password';
import { action as deactivate, loader as deactivatePage } from '~/routes/people/deactivate';
import { action as endSession } from '~/routes/people/end-session';
import { loader as list } from '~/routes/people/list';
import { action as add, loader as newPage } from '~/routes/people/new';
import { action as reactivate } from '~/routes/people/reactivate';
import { action as change, loader as show } from '~/routes/people/show';
import { action as signOut, loader as signOutByLink } from '~/routes/people/sign-out';
import { goodHash, goodPassword, trySignIn, withFreshLimits } from '../people/signing-in';
import { withDatabase } from '../support/database';
import { aMember, aPartner, theCast } from '../support/factories';
import { get, post, signedIn } from '../support/requests';

withDatabase();
withFreshLimits();

const noor = { name: 'Noor Haddad', email: 'noor@example.org', role: 'coach' };

test('signing out ends the session; a link to it does not', async () => {
  const cast = await theCast();
  const cookie = await signedIn(cast.member.id);
  expect((await get(signOutByLink, '/sign-out', { cookie })).location).toBe('/');
  expect((await get(account, '/account', { cookie })).status).toBe(200);
  const answer = await post(signOut, '/sign-out', {}, { cookie });
  expect(answer.location).toBe('/sign-in');
  expect(answer.headers.get('clear-site-data')).toContain('storage');
  expect((await get(account, '/account', { cookie })).location).toBe('/sign-in?next=%2Faccount');
});

test('an admin sees the people of their community, without what else the table holds', async () => {
  const cast = await theCast();
  const page = await get(list, '/people', { cookie: await signedIn(cast.admin.id) });
  const rows = page.data.people as { personId: string }[];
  expect(rows).toHaveLength(5);
  expect(rows.map((row) => row.personId)).not.toContain(cast.stranger.id);
  expect(JSON.stringify(page.data)).not.toContain('passwordHash');
  expect((await get(list, '/people', { cookie: await signedIn(cast.leader.id) })).status).toBe(403);
  expect((await get(list, '/people')).location).toBe('/sign-in?next=%2Fpeople');
});

test('an admin adds a person and sees the link once', async () => {
  const cast = await theCast();
  const partner = await aPartner(cast.community.id);
  const cookie = await signedIn(cast.admin.id);
  const extra = { isNetworkAdmin: 'on', communityId: cast.elsewhere.id, passwordHash: 'x' };
  const answer = await post(add, '/people/new', { ...noor, ...extra, partnerId: partner.id }, { cookie });
  expect(answer.data.added.name).toBe('Noor Haddad');
  expect(answer.data.added.address).toMatch(/^http:\/\/localhost:3000\/welcome\/[\w-]{43}$/);
  const person = await db.select().from(people).where(eq(people.email, noor.email)).get();
  expect([person?.isNetworkAdmin, person?.passwordHash]).toEqual([false, null]);
  const params = { personId: person?.id ?? '' };
  const page = await get(show, '/x', { cookie, params });
  expect([page.data.person.role, page.data.person.partnerId]).toEqual(['coach', partner.id]);
  expect(page.data.lines.map((line: { deed: string }) => line.deed).sort()).toEqual([
    'added Noor Haddad as coach',
    'made a one-time link for Noor Haddad',
  ]);
  expect(JSON.stringify(page.data)).not.toContain('/welcome/');
});

test('nobody but an admin adds people, and nobody is added twice', async () => {
  const cast = await theCast();
  const leader = await signedIn(cast.leader.id);
  expect((await post(add, '/people/new', noor, { cookie: leader })).status).toBe(403);
  expect((await get(newPage, '/people/new', { cookie: leader })).status).toBe(403);
  expect((await post(add, '/people/new', noor)).location).toBe('/sign-in');
  const cookie = await signedIn(cast.admin.id);
  expect((await get(newPage, '/people/new', { cookie })).status).toBe(200);
  const twice = await post(add, '/people/new', { ...noor, email: cast.member.email }, { cookie });
  expect(twice.data.error.email).toEqual(['Somebody with that e-mail is in your community already.']);
  const foreign = await aPartner(cast.elsewhere.id);
  const answer = await post(add, '/people/new', { ...noor, partnerId: foreign.id }, { cookie });
  expect(answer.data.error.partnerId).toEqual(['Choose an organization of your community.']);
  expect(await db.select().from(people).where(eq(people.email, noor.email))).toEqual([]);
  const empty = await post(add, '/people/new', {}, { cookie });
  expect(Object.keys(empty.data.error)).toEqual(['name', 'email', 'role']);
});

test('a person’s page is for the admins of their community', async () => {
  const cast = await theCast();
  const params = { personId: cast.member.id };
  const admin = await signedIn(cast.admin.id);
  expect((await get(show, '/x', { cookie: admin, params })).data.person.name).toBe(cast.member.name);
  expect((await get(show, '/x', { cookie: await signedIn(cast.member.id), params })).status).toBe(403);
  const stranger = await signedIn(cast.stranger.id);
  for (const page of [show, deactivatePage]) {
    expect((await get(page, '/x', { cookie: stranger, params })).status).toBe(404);
    expect((await get(page, '/x', { cookie: admin, params: { personId: cast.stranger.id } })).status).toBe(
      404,
    );
  }
  for (const deed of [change, deactivate, reactivate]) {
    expect((await post(deed, '/x', { role: 'member' }, { cookie: stranger, params })).status).toBe(404);
    expect((await post(deed, '/x', { role: 'member' }, { params })).location).toBe('/sign-in');
  }
});

test('another role takes hold at once, and ends the sessions of the person', async () => {
  const cast = await theCast();
  const leader = await signedIn(cast.leader.id);
  const cookie = await signedIn(cast.admin.id);
  const params = { personId: cast.leader.id };
  const fields = { name: 'Lee Moss', email: 'lee@example.org', role: 'member' };
  expect((await post(change, '/x', fields, { cookie, params })).location).toBe('/people');
  expect((await get(account, '/account', { cookie: leader })).location).toBe('/sign-in?next=%2Faccount');
  const page = await get(show, '/x', { cookie, params });
  expect([page.data.person.name, page.data.person.email, page.data.person.role]).toEqual([
    'Lee Moss',
    'lee@example.org',
    'member',
  ]);
  const taken = await post(change, '/x', { ...fields, email: cast.stranger.email }, { cookie, params });
  expect(taken.data.error.email).toEqual(['Somebody else uses that e-mail already.']);
});

test('a person who is deactivated is signed out at once, and can be brought back', async () => {
  const cast = await theCast();
  const cookie = await signedIn(cast.admin.id);
  const params = { personId: cast.member.id };
  const theirs = await signedIn(cast.member.id);
  expect((await post(deactivate, '/x', {}, { cookie, params })).location).toBe('/people');
  expect((await get(account, '/account', { cookie: theirs })).location).toBe('/sign-in?next=%2Faccount');
  expect(await db.select().from(sessions).where(eq(sessions.personId, cast.member.id))).toEqual([]);
  const back = await post(reactivate, '/x', {}, { cookie, params });
  expect(back.location).toBe(`/people/${cast.member.id}`);
  expect((await get(account, '/account', { cookie: await signedIn(cast.member.id) })).status).toBe(200);
  const lines = (await get(show, '/x', { cookie, params })).data.lines as { deed: string }[];
  expect(lines.map((line) => line.deed.split(' ')[0]).sort()).toEqual(['brought', 'deactivated']);
});

test('one’s own name and looks', async () => {
  const cast = await theCast();
  const cookie = await signedIn(cast.member.id);
  const fields = { name: 'Dana W.', theme: 'dark', email: 'other@example.org' };
  expect((await post(saveAccount, '/account', fields, { cookie })).location).toBe('/account');
  const page = await get(account, '/account', { cookie });
  expect([page.data.name, page.data.theme, page.data.email]).toEqual(['Dana W.', 'dark', cast.member.email]);
  expect((await post(saveAccount, '/account', { name: '', theme: 'pink' }, { cookie })).status).toBe(422);
  expect((await post(saveAccount, '/account', fields)).location).toBe('/sign-in');
});

test('the list of sessions names devices; ending one ends it, and nobody else’s', async () => {
  const cast = await theCast();
  const cookie = await signedIn(cast.member.id);
  const other = await signedIn(cast.member.id);
  const stranger = await signedIn(cast.stranger.id);
  const page = await get(account, '/account', { cookie });
  const rows = page.data.sessions as { id: string; isThisOne: boolean; device: string }[];
  expect(rows.map((row) => row.isThisOne)).toEqual([true, false]);
  const sessionId = rows[1]?.id ?? '';
  await post(endSession, '/x', { sessionId }, { cookie: stranger });
  expect((await get(account, '/account', { cookie: other })).status).toBe(200);
  expect((await post(endSession, '/x', { sessionId })).location).toBe('/sign-in');
  expect((await post(endSession, '/x', { sessionId }, { cookie })).location).toBe('/account');
  expect((await get(account, '/account', { cookie: other })).status).toBe(302);
  expect((await get(account, '/account', { cookie })).status).toBe(200);
});

test('a new password needs the old one, and signs out every other device', async () => {
  const cast = await theCast();
  const person = await aMember(cast.community.id, 'member', { passwordHash: await goodHash() });
  const cookie = await signedIn(person.id);
  const other = await signedIn(person.id);
  const password = 'another lantern over harbor';
  const send = (fields: Record<string, string>) => post(changePassword, '/x', fields, { cookie });
  const wrong = await send({ current: 'not this one at all', password });
  expect(wrong.data.error.current).toEqual(['That is not your password.']);
  expect(JSON.stringify(wrong.data)).not.toMatch(/lantern|not this one/);
  expect((await send({ current: goodPassword, password: 'short' })).data.error.password).toHaveLength(1);
  expect((await send({ current: goodPassword, password: goodPassword })).status).toBe(422);
  expect((await send({ current: goodPassword, password })).location).toBe('/account');
  expect((await get(account, '/account', { cookie: other })).status).toBe(302);
  expect((await get(passwordPage, '/x', { cookie })).data).toEqual({ email: person.email });
  expect((await trySignIn({ email: person.email, password })).status).toBe(302);
  expect((await post(changePassword, '/x', { current: password, password })).location).toBe('/sign-in');
});

test('a partner that was archived is lost when the person who has it is saved', async () => {
  const cast = await theCast();
  const partner = await aPartner(cast.community.id, {
    name: 'Lincoln High',
    archivedAt: '2026-01-01T00:00:00.000Z',
  });
  const member = eq(memberships.personId, cast.member.id);
  await db.update(memberships).set({ partnerId: partner.id }).where(member);
  const cookie = await signedIn(cast.admin.id);
  const params = { personId: cast.member.id };
  const page = await get(show, '/x', { cookie, params });
  expect(page.data.partners).toEqual([{ value: partner.id, label: 'Lincoln High (no longer active)' }]);
  const { name, email } = cast.member;
  const fields = { name, email, role: 'coach', partnerId: partner.id };
  expect((await post(change, '/x', fields, { cookie, params })).status).toBe(302);
  const kept = await db.select().from(memberships).where(member).get();
  expect([kept?.role, kept?.partnerId]).toEqual(['coach', partner.id]);
  const others = { cookie, params: { personId: cast.leader.id } };
  expect((await get(show, '/x', others)).data.partners).toEqual([]);
  const leader = { name: cast.leader.name, email: cast.leader.email, role: 'leader', partnerId: partner.id };
  expect((await post(change, '/x', leader, others)).status).toBe(422);
});
