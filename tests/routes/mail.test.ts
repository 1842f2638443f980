import { eq } from 'drizzle-orm';
import { expect, test, vi } from 'vitest';
import { db } from '#db/client.server';
import { history } from '#db/schema/history';
import { mailChoices, mails } from '#db/schema/mail';
import { memberships } from '#db/schema/memberships';
import { withoutTokens } from '~/http/log';
import { stopToken } from '~/mail/stop-token.server';
import { loader as choices, action as choose } from '~/routes/mail/choices';
import { loader as outbox } from '~/routes/mail/outbox';
import { action as sendAgain } from '~/routes/mail/send-again';
import { loader as show } from '~/routes/mail/show';
import { action as stop, loader as stopPage } from '~/routes/mail/stop';
import { withDatabase } from '../support/database';
import { aMail, theCast } from '../support/factories';
import { get, post, signedIn } from '../support/requests';

withDatabase();

async function aScene() {
  const cast = await theCast();
  const mail = await aMail(cast.community.id, cast.member.id);
  return { cast, mail, params: { token: stopToken(mail.id) }, cookie: await signedIn(cast.member.id) };
}

test('a person chooses which letters they get, and history keeps that they did', async () => {
  const { cast, cookie } = await aScene();
  expect((await get(choices, '/x', { cookie })).data.choices).toEqual({ digest: true, reminder: false });
  await post(choose, '/x', { reminder: 'on' }, { cookie });
  await post(choose, '/x', { reminder: 'on' }, { cookie });
  expect((await get(choices, '/x', { cookie })).data.choices).toEqual({ digest: false, reminder: true });
  expect((await db.select().from(history)).map(({ deed, personId }) => [deed, personId])).toEqual([
    ['changed which e-mails they get', cast.member.id],
  ]);
});

test('one click stops letters of one kind for one person, without signing in; looking stops nothing', async () => {
  const { cast, mail, params, cookie } = await aScene();
  const other = await signedIn(cast.coach.id);
  const page = await get(stopPage, '/x', { params });
  expect(page.data).toEqual({
    ...{ what: 'the weekly e-mail', community: cast.community.name, address: cast.member.email },
  });
  expect(await db.select().from(mailChoices)).toEqual([]);
  // As a mail program does it (RFC 8058): no cookie, one field, and an answer that leads nowhere else.
  const answer = await post(stop, '/x', { 'List-Unsubscribe': 'One-Click' }, { params });
  expect([answer.status, answer.location, answer.data]).toEqual([200, null, { isStopped: true }]);
  await post(stop, '/x', {}, { params });
  expect((await get(choices, '/x', { cookie })).data.choices).toEqual({ digest: false, reminder: false });
  expect((await get(choices, '/x', { cookie: other })).data.choices.digest).toBe(true);
  const reminder = await aMail(cast.community.id, cast.member.id, { kind: 'reminder' });
  await post(choose, '/x', { digest: 'on', reminder: 'on' }, { cookie });
  await post(stop, '/x', {}, { params: { token: stopToken(reminder.id) } });
  expect((await get(choices, '/x', { cookie })).data.choices).toEqual({ digest: true, reminder: false });
  expect(withoutTokens(`/mail/stop/${stopToken(mail.id)}`)).toBe('/mail/stop/…');
});

test('links that stop letters of two kinds, followed at the same time, stop both', async () => {
  const { cast, params, cookie } = await aScene();
  await post(choose, '/x', { digest: 'on', reminder: 'on' }, { cookie });
  const reminder = await aMail(cast.community.id, cast.member.id, { kind: 'reminder' });
  const both = [params, params, { token: stopToken(reminder.id) }];
  await Promise.all(both.map((each) => post(stop, '/x', {}, { params: each })));
  expect((await get(choices, '/x', { cookie })).data.choices).toEqual({ digest: false, reminder: false });
  const deeds = await db.select().from(history).where(eq(history.personId, cast.member.id));
  expect(deeds).toHaveLength(3);
});

test('a made-up link stops nothing, and one of somebody who left is no error', async () => {
  const { cast, mail, params } = await aScene();
  for (const token of ['nothing', mail.id, `${mail.id}${'A'.repeat(43)}`, stopToken('no-such-mail-id1')]) {
    expect((await get(stopPage, '/x', { params: { token } })).status).toBe(404);
    expect((await post(stop, '/x', {}, { params: { token } })).status).toBe(404);
  }
  await db
    .update(memberships)
    .set({ endedAt: '2026-11-01T10:00:00.000Z' })
    .where(eq(memberships.personId, cast.member.id));
  expect((await post(stop, '/x', {}, { params })).status).toBe(200);
  expect(await db.select().from(mailChoices)).toEqual([]);
});

test('an admin reads what letters say only while nothing is sent, and sees what became of each always', async () => {
  const { cast, mail } = await aScene();
  const cookie = await signedIn(cast.admin.id);
  const params = { mailId: mail.id };
  const kept = await get(show, '/x', { params, cookie });
  expect(kept.data.text).toContain('- Finish the Study for Cycle 5.');
  expect(kept.data.text).not.toContain(stopToken(mail.id));
  vi.stubEnv('SMTP_URL', 'smtp://mail.example.org');
  const sent = await get(show, '/x', { params, cookie });
  const list = await get(outbox, '/x', { cookie });
  vi.unstubAllEnvs();
  expect(sent.data.text).toBeNull();
  expect(JSON.stringify(sent.data)).not.toContain('Finish the Study');
  expect(list.data.mails).toMatchObject([{ id: mail.id, state: 'waiting', to: cast.member.name }]);
  expect(JSON.stringify(list.data)).not.toContain('Finish the Study');
  const elsewhere = await aMail(cast.elsewhere.id, cast.stranger.id);
  expect((await get(show, '/x', { params: { mailId: elsewhere.id }, cookie })).status).toBe(404);
  expect((await get(outbox, '/x', { cookie })).data.mails).toHaveLength(1);
});

test('only a person has a letter sent again, and only one that did not go out or may not have', async () => {
  const { cast, mail } = await aScene();
  const cookie = await signedIn(cast.admin.id);
  const again = () => post(sendAgain, '/x', {}, { params: { mailId: mail.id }, cookie });
  expect((await again()).status).toBe(422);
  const lost = { state: 'unsure' as const, handedAt: '2026-11-23T12:00:00.000Z', problem: 'It hung up.' };
  await db.update(mails).set(lost).where(eq(mails.id, mail.id));
  expect((await again()).location).toBe(`/mail/${mail.id}`);
  expect(await db.select().from(mails).where(eq(mails.id, mail.id)).get()).toMatchObject({
    ...{ state: 'waiting', handedAt: null, problem: '' },
  });
  expect((await db.select().from(history))[0]?.deed).toBe(`had an e-mail to ${cast.member.name} sent again`);
});
