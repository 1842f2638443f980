import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { db } from '#db/client.server';
import { memberships } from '#db/schema/memberships';
import { people, signInLinks } from '#db/schema/people';
import { stateInWords } from '~/people/people-table';
import { action as answerIt } from '~/routes/communities/answer-invitation';
import { loader as settings } from '~/routes/communities/settings';
import { action as switchTo } from '~/routes/communities/switch';
import { loader as account } from '~/routes/people/account';
import { action as deactivate } from '~/routes/people/deactivate';
import { loader as list } from '~/routes/people/list';
import { action as makeLink } from '~/routes/people/make-link';
import { action as add } from '~/routes/people/new';
import { action as reactivate } from '~/routes/people/reactivate';
import { action as change, loader as show } from '~/routes/people/show';
import { action as teamPeople } from '~/routes/teams/people';
import { loader as teamPage } from '~/routes/teams/show';
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

/** Their yes or no to the one invitation they have. */
async function reply(person: { id: string }, answer: 'yes' | 'no') {
  const cookie = await signedIn(person.id);
  const [invitation] = (await get(account, '/account', { cookie })).data.invitations;
  return post(answerIt, '/x', { membershipId: invitation.membershipId, answer }, { cookie });
}

test('the admin of one community acts on an account of another: adding it only invites', async () => {
  const { cast, victim, cookie, params } = await theTwo();
  const answer = await post(add, '/people/new', asMember(victim.email), { cookie });
  expect(answer.data).toEqual({ added: { name: 'Anybody', address: null } });
  expect(await db.select().from(signInLinks)).toEqual([]);
  const mine = await db.select().from(memberships).where(eq(memberships.personId, victim.id));
  expect(
    mine
      .map((row) => [row.communityId, row.role, row.pendingSince !== null])
      .sort((a, b) => Number(a[2]) - Number(b[2])),
  ).toEqual([
    [cast.elsewhere.id, 'admin', false],
    [cast.community.id, 'member', true],
  ]);
  const listed = await get(list, '/people', { cookie });
  const page = await get(show, '/x', { cookie, params });
  expect(JSON.stringify([listed.data, page.data])).not.toContain('Ines');
  expect(stateInWords(page.data.person)).toBe('Invited, has not said yes');
  const theirs = await signedIn(victim.id);
  expect((await post(switchTo, '/x', { communityId: cast.community.id }, { cookie: theirs })).status).toBe(
    404,
  );
  const params2 = { teamId: cast.team.id };
  expect((await get(teamPage, '/x', { cookie: theirs, params: params2 })).status).toBe(404);
  const join = { deed: 'add', personId: victim.id, part: 'member' };
  expect((await post(teamPeople, '/x', join, { cookie, params: params2 })).status).toBe(422);
  expect((await trySignIn({ email: victim.email, password: goodPassword })).status).toBe(302);
  const twice = await post(add, '/people/new', asMember(victim.email), { cookie });
  expect(twice.data.error.email).toEqual(['They are invited already, and have not said yes yet.']);
});

test('taking an invitation back ends no session and no link of another community', async () => {
  const { cast, victim, cookie, params } = await theTwo();
  const theirs = await signedIn(victim.id);
  const made = await post(makeLink, '/x', {}, { cookie: await signedIn(cast.stranger.id), params });
  expect(made.status).toBe(200);
  await post(add, '/people/new', asMember(victim.email), { cookie });
  expect((await post(change, '/x', { role: 'admin' }, { cookie, params })).status).toBe(302);
  expect((await post(deactivate, '/x', {}, { cookie, params })).status).toBe(302);
  expect((await get(account, '/account', { cookie: theirs })).data.invitations).toEqual([]);
  const link = await db.select().from(signInLinks).get();
  expect(Date.parse(link?.expiresAt ?? '')).toBeGreaterThan(Date.now());
});

test('an invitation takes no deed from the admins of the community that the person is in', async () => {
  const { cast, victim, cookie, params } = await theTwo();
  await post(add, '/people/new', asMember(victim.email), { cookie });
  const theirs = await signedIn(cast.stranger.id);
  expect((await post(makeLink, '/x', {}, { cookie: theirs, params })).status).toBe(200);
  const fields = { name: 'Ines O.', email: victim.email, role: 'admin' };
  expect((await post(change, '/x', fields, { cookie: theirs, params })).status).toBe(302);
});

test('an invitation gives no link, no name and no e-mail to change', async () => {
  const { victim, cookie, params } = await theTwo();
  await post(add, '/people/new', asMember(victim.email), { cookie });
  const link = await post(makeLink, '/x', {}, { cookie, params });
  expect([link.status, link.data.error['']?.[0]]).toEqual([
    422,
    'They have an account and have not said yes yet: no link is needed.',
  ]);
  const fields = { name: 'Eve', email: 'mine@evil.example', role: 'member' };
  expect((await post(change, '/x', fields, { cookie, params })).status).toBe(422);
  expect((await post(change, '/x', { role: 'coach' }, { cookie, params })).status).toBe(302);
  const kept = await db.select().from(people).where(eq(people.id, victim.id)).get();
  expect([kept?.name, kept?.email]).toEqual(['Ines Okafor', victim.email]);
});

test('after a yes the person is in both, and neither admin makes a link or ends what is the other’s', async () => {
  const { cast, victim, cookie, params } = await theTwo();
  const theirAdmin = await signedIn(cast.stranger.id);
  await post(makeLink, '/x', {}, { cookie: theirAdmin, params });
  await post(add, '/people/new', asMember(victim.email), { cookie });
  expect((await reply(victim, 'yes')).location).toBe('/account');
  const link = await db.select().from(signInLinks).get();
  expect(Date.parse(link?.expiresAt ?? ''), 'a link made before').toBeLessThanOrEqual(Date.now());
  for (const admin of [cookie, theirAdmin]) {
    expect((await post(makeLink, '/x', {}, { cookie: admin, params })).status).toBe(422);
  }
  expect((await get(show, '/x', { cookie, params })).data.person.name).toBe('Ines Okafor');
  const theirs = await signedIn(victim.id);
  await post(switchTo, '/x', { communityId: cast.community.id }, { cookie: theirs });
  expect((await post(change, '/x', { role: 'leader' }, { cookie, params })).status).toBe(302);
  expect((await get(account, '/account', { cookie: theirs })).status).toBe(200);
  expect((await post(deactivate, '/x', {}, { cookie, params })).status).toBe(302);
  expect((await get(settings, '/settings', { cookie: theirs })).data.settings.name).toBe('Lakeside Promise');
  // What has ended here is no door any more, and coming back is asked.
  expect((await post(makeLink, '/x', {}, { cookie: theirAdmin, params })).status).toBe(200);
  await post(reactivate, '/x', {}, { cookie, params });
  expect(stateInWords((await get(show, '/x', { cookie, params })).data.person)).toBe(
    'Invited, has not said yes',
  );
});

test('a no ends the invitation without telling the name', async () => {
  const { victim, cookie, params } = await theTwo();
  await post(add, '/people/new', asMember(victim.email), { cookie });
  expect((await reply(victim, 'no')).status).toBe(302);
  const page = await get(show, '/x', { cookie, params });
  expect(stateInWords(page.data.person)).toBe('The invitation ended');
  expect(JSON.stringify(page.data)).not.toContain('Ines');
});

test('only one’s own waiting invitation can be answered', async () => {
  const { cast, victim, cookie } = await theTwo();
  await post(add, '/people/new', asMember(victim.email), { cookie });
  const rows = await db.select().from(memberships).where(eq(memberships.personId, victim.id));
  const accepted = rows.find((row) => row.pendingSince === null)?.id;
  const pending = rows.find((row) => row.pendingSince !== null)?.id;
  const send = (membershipId = '', as = cookie) =>
    post(answerIt, '/x', { membershipId, answer: 'yes' }, { cookie: as });
  expect((await send(pending)).status).toBe(404);
  expect((await send(pending, await signedIn(cast.stranger.id))).status).toBe(404);
  const theirs = await signedIn(victim.id);
  expect((await send(accepted, theirs)).status).toBe(404);
  expect(
    (await post(answerIt, '/x', { membershipId: pending ?? '', answer: 'maybe' }, { cookie: theirs })).status,
  ).toBe(422);
  expect((await send(pending, theirs)).status).toBe(302);
  expect((await send(pending, theirs)).status).toBe(404);
});

test('somebody of nowhere but an invitation does not come in, and is added anew with a link', async () => {
  const { cast, victim, cookie } = await theTwo();
  await post(add, '/people/new', asMember(victim.email), { cookie });
  const theirs = await signedIn(victim.id);
  await db
    .update(memberships)
    .set({ endedAt: '2026-01-01T00:00:00.000Z' })
    .where(eq(memberships.communityId, cast.elsewhere.id));
  expect((await get(account, '/account', { cookie: theirs })).status).toBe(302);
  expect((await trySignIn({ email: victim.email, password: goodPassword })).status).toBe(422);
  const again = await post(add, '/people/new', asMember(victim.email), { cookie });
  expect(again.data.added.address).toContain('/welcome/');
});

test('somebody invited as an admin is not the other admin that a community needs', async () => {
  const { cast, victim, cookie } = await theTwo();
  await post(add, '/people/new', { ...asMember(victim.email), role: 'admin' }, { cookie });
  const stepDown = await post(deactivate, '/x', {}, { cookie, params: { personId: cast.admin.id } });
  expect(stepDown.status).toBe(422);
});

test('an account elsewhere that nobody has used yet is invited too', async () => {
  const { victim, cookie } = await theTwo({ passwordHash: null });
  const answer = await post(add, '/people/new', asMember(victim.email), { cookie });
  expect(answer.data).toEqual({ added: { name: 'Anybody', address: null } });
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
  await reply(victim, 'yes');
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
