import { asc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { db } from '#db/client.server';
import { communities, networks, partners } from '#db/schema/communities';
import { dimensions, outcomes } from '#db/schema/indicators';
import { memberships } from '#db/schema/memberships';
import { people } from '#db/schema/people';
import { cradleToCareer } from '#db/vocabulary';
import { action as partnerDeed, loader as partnersPage } from '~/routes/communities/partners';
import { action as change, loader as settings } from '~/routes/communities/settings';
import { action as setUp, loader as setupPage } from '~/routes/communities/setup';
import { action as switchTo } from '~/routes/communities/switch';
import { goodPassword, trySignIn, withFreshLimits } from '../people/signing-in';
import { withDatabase } from '../support/database';
import { aMember, aPartner, theCast } from '../support/factories';
import { get, post, signedIn } from '../support/requests';

withDatabase();
withFreshLimits();

const first = {
  network: 'Valley Partnership Network',
  community: 'Maple Falls Together',
  timeZone: 'America/Denver',
  name: 'Ada Brooks',
  email: 'ada@example.org',
  password: goodPassword,
};

test('a fresh installation has nobody in it; set-up makes the network, a community and its admin', async () => {
  expect(await db.select().from(people)).toEqual([]);
  expect((await get(setupPage, '/setup')).status).toBe(200);
  const answer = await post(setUp, '/setup', { ...first, isDemo: 'on', role: 'member' });
  expect(answer.location).toBe('/');
  expect(answer.headers.get('set-cookie')).toContain('upcurve=');
  const community = await db.select().from(communities).get();
  expect([community?.name, community?.timeZone, community?.isDemo]).toEqual([
    'Maple Falls Together',
    'America/Denver',
    false,
  ]);
  expect((await db.select().from(networks).get())?.name).toBe('Valley Partnership Network');
  const person = await db.select().from(people).get();
  expect([person?.name, person?.isNetworkAdmin]).toEqual(['Ada Brooks', true]);
  expect((await db.select().from(memberships).get())?.role).toBe('admin');
  const names = await db.select({ name: outcomes.name }).from(outcomes).orderBy(asc(outcomes.position));
  expect(names.map((row) => row.name)).toEqual([...cradleToCareer]);
  expect(await db.select().from(dimensions)).toHaveLength(7);
  expect((await trySignIn({ email: first.email, password: goodPassword })).status).toBe(302);
});

test('set-up closes for good once used', async () => {
  await post(setUp, '/setup', first);
  expect((await get(setupPage, '/setup')).status).toBe(404);
  expect((await post(setUp, '/setup', { ...first, email: 'eve@example.org' })).status).toBe(404);
  expect(await db.select().from(people)).toHaveLength(1);
});

test('of two who set up at once, one does', async () => {
  const answers = await Promise.all(
    ['ada@example.org', 'eve@example.org'].map((email) => post(setUp, '/setup', { ...first, email })),
  );
  expect(answers.map((answer) => answer.status).sort()).toEqual([302, 404]);
  expect(await db.select().from(people)).toHaveLength(1);
  expect(await db.select().from(communities)).toHaveLength(1);
});

test('set-up names what is wrong and keeps what was typed, but for the password', async () => {
  const answer = await post(setUp, '/setup', {
    ...first,
    email: 'ada',
    timeZone: 'Mars/Olympus',
    network: ' ',
  });
  expect(answer.status).toBe(422);
  expect(Object.keys(answer.data.error).sort()).toEqual(['email', 'network', 'timeZone']);
  expect(answer.data.initialValue.community).toBe('Maple Falls Together');
  expect(JSON.stringify(answer.data)).not.toContain(goodPassword);
  const easy = await post(setUp, '/setup', { ...first, password: 'MapleFallsTogether1' });
  expect(easy.data.error.password).toHaveLength(1);
  expect(await db.select().from(networks)).toEqual([]);
});

test('after the demo was removed, set-up names the network anew and remembers the removal', async () => {
  await db.insert(networks).values({ id: 1, name: 'Demo', demoRemovedAt: '2026-11-01T00:00:00.000Z' });
  expect((await post(setUp, '/setup', first)).status).toBe(302);
  const network = await db.select().from(networks).get();
  expect([network?.name, network?.demoRemovedAt]).toEqual([
    'Valley Partnership Network',
    '2026-11-01T00:00:00.000Z',
  ]);
});

const fields = {
  name: 'Riverbend',
  timeZone: 'America/Chicago',
  schoolYearFirstMonth: '8',
  holidays: '2026-12-25\n2026-11-26',
  ruleSet: 'ihi',
  maskingThreshold: '12',
};

test('an admin changes the settings, and the history says which', async () => {
  const cast = await theCast();
  const cookie = await signedIn(cast.admin.id);
  expect((await post(change, '/settings', { ...fields, isDemo: 'on' }, { cookie })).location).toBe(
    '/settings',
  );
  const page = await get(settings, '/settings', { cookie });
  expect(page.data.settings).toEqual({
    ...fields,
    schoolYearFirstMonth: 8,
    holidays: ['2026-11-26', '2026-12-25'],
    maskingThreshold: 12,
  });
  expect(page.data.demo).toEqual([]);
  expect(page.data.lines.map((line: { deed: string }) => line.deed)).toEqual([
    'changed the settings: name, time zone, start of the school year, holidays, rules for run charts, smallest group shown',
  ]);
  await post(change, '/settings', fields, { cookie });
  expect((await get(settings, '/settings', { cookie })).data.lines).toHaveLength(1);
});

test('each wrong setting gets its sentence, each wrong holiday its line', async () => {
  const cast = await theCast();
  const cookie = await signedIn(cast.admin.id);
  const answer = await post(
    change,
    '/settings',
    {
      name: '',
      timeZone: 'Nowhere/Here',
      schoolYearFirstMonth: '13',
      holidays: '2026-12-25\nChristmas\n2026-13-01',
      ruleSet: 'mine',
      maskingThreshold: '101',
    },
    { cookie },
  );
  expect(answer.status).toBe(422);
  expect(Object.keys(answer.data.error).sort()).toEqual(Object.keys(fields).sort());
  expect(answer.data.error.holidays).toEqual([
    'Line 2: “Christmas” is no date. Write it like 2026-11-26.',
    'Line 3: “2026-13-01” is no date. Write it like 2026-11-26.',
  ]);
  expect(answer.data.initialValue.holidays).toContain('Christmas');
  const kept = await db.select().from(communities).where(eq(communities.id, cast.community.id)).get();
  expect(kept?.name).toBe('Riverbend Cradle to Career');
});

test('settings are for admins, each of their own community', async () => {
  const cast = await theCast();
  const leader = await signedIn(cast.leader.id);
  expect((await get(settings, '/settings', { cookie: leader })).status).toBe(403);
  expect((await post(change, '/settings', fields, { cookie: leader })).status).toBe(403);
  expect((await get(settings, '/settings')).location).toBe('/sign-in?next=%2Fsettings');
  await post(change, '/settings', fields, { cookie: await signedIn(cast.stranger.id) });
  const mine = await get(settings, '/settings', { cookie: await signedIn(cast.admin.id) });
  expect(mine.data.settings.name).toBe('Riverbend Cradle to Career');
});

test('a leader adds and archives partners, and brings one back by adding it again', async () => {
  const cast = await theCast();
  const cookie = await signedIn(cast.leader.id);
  const add = (some = {}) =>
    post(
      partnerDeed,
      '/partners',
      { deed: 'add', name: 'Lincoln High', sector: 'education', ...some },
      { cookie },
    );
  const listed = async () => (await get(partnersPage, '/partners', { cookie })).data.partners;
  expect((await add()).location).toBe('/partners');
  const [partner] = await listed();
  expect([partner.name, partner.sector]).toEqual(['Lincoln High', 'education']);
  expect((await add()).data.error.name).toEqual(['“Lincoln High” is in the list already.']);
  expect((await add({ name: 'LINCOLN  high' })).data.error.name).toEqual([
    '“Lincoln High” is in the list already.',
  ]);
  expect((await post(partnerDeed, '/x', { deed: 'archive', partnerId: partner.id }, { cookie })).status).toBe(
    302,
  );
  expect(await listed()).toEqual([]);
  await add({ sector: 'nonprofit' });
  expect(await listed()).toEqual([{ id: partner.id, name: 'Lincoln High', sector: 'nonprofit' }]);
  expect((await add({ name: '', sector: 'sports' })).status).toBe(422);
  expect((await post(partnerDeed, '/x', {}, { cookie })).status).toBe(422);
});

test('partners are not for members, nor another community’s', async () => {
  const cast = await theCast();
  const partner = await aPartner(cast.community.id);
  const member = await signedIn(cast.member.id);
  const fieldsOfNew = { deed: 'add', name: 'Lincoln High', sector: 'education' };
  expect((await get(partnersPage, '/partners', { cookie: member })).status).toBe(403);
  expect((await post(partnerDeed, '/partners', fieldsOfNew, { cookie: member })).status).toBe(403);
  expect((await post(partnerDeed, '/partners', fieldsOfNew)).location).toBe('/sign-in');
  const stranger = await signedIn(cast.stranger.id);
  const archive = { deed: 'archive', partnerId: partner.id };
  expect((await post(partnerDeed, '/partners', archive, { cookie: stranger })).status).toBe(404);
  expect((await db.select().from(partners).get())?.archivedAt).toBeNull();
});

test('one looks at another of one’s own communities, and at no other', async () => {
  const cast = await theCast();
  const person = await aMember(cast.community.id, 'admin');
  await db.insert(memberships).values({ personId: person.id, communityId: cast.elsewhere.id, role: 'admin' });
  const cookie = await signedIn(person.id);
  const looksAt = async () => (await get(settings, '/settings', { cookie })).data.settings.name;
  const send = (communityId: string, some = { cookie }) => post(switchTo, '/x', { communityId }, some);
  expect((await send(cast.community.id)).location).toBe('/');
  expect(await looksAt()).toBe('Riverbend Cradle to Career');
  await send(cast.elsewhere.id);
  expect(await looksAt()).toBe('Lakeside Promise');
  const member = await signedIn(cast.member.id);
  expect((await send(cast.elsewhere.id, { cookie: member })).status).toBe(404);
  expect((await send('no-such', { cookie: member })).status).toBe(404);
  expect((await post(switchTo, '/x', { communityId: cast.elsewhere.id })).location).toBe('/sign-in');
  await db
    .update(memberships)
    .set({ endedAt: '2026-01-01T00:00:00.000Z' })
    .where(eq(memberships.communityId, cast.elsewhere.id));
  expect((await send(cast.elsewhere.id)).status).toBe(404);
});
