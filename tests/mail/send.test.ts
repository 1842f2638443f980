import { uptime } from 'node:os';
import { eq } from 'drizzle-orm';
import { afterEach, expect, test } from 'vitest';
import { db } from '#db/client.server';
import { mailChoices, mails } from '#db/schema/mail';
import { memberships } from '#db/schema/memberships';
import { people } from '#db/schema/people';
import { type Postage, sendWaiting } from '~/mail/send.server';
import { type Carry, carryBySmtp, readSmtpUrl } from '~/mail/smtp.server';
import { withDatabase } from '../support/database';
import { aCommunity, aMail, aMember } from '../support/factories';
import { aMailbox, headerOf, type Mishap, textOf } from './mailbox';

withDatabase();

const open: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const mailbox of open.splice(0)) await mailbox.close();
});

async function aPost(mishap: Mishap = {}, some: Partial<Postage> = {}) {
  const mailbox = await aMailbox(mishap);
  open.push(mailbox);
  const postage: Postage = {
    ...{ carry: carryBySmtp(mailbox.url), from: 'Upcurve <up@example.org>', origin: 'https://up.example' },
    ...some,
  };
  return { mailbox, postage };
}

let instant = Date.parse('2026-11-23T13:00:00.000Z');
const clock = () => new Date(instant);
const stateOf = async (id: string) => {
  const row = await db.select().from(mails).where(eq(mails.id, id)).get();
  return [row?.state, row?.handedAt === null ? 'not handed' : 'handed', row?.attempts];
};

async function aLetter(some: Partial<typeof mails.$inferInsert> = {}) {
  const community = await aCommunity();
  const person = await aMember(community.id, 'member', { name: 'Dána Whitfield' });
  return { community, person, mail: await aMail(community.id, person.id, some) };
}

test('a letter arrives once, with words to read and the way out in one click', async () => {
  const { mailbox, postage } = await aPost();
  const { mail, person } = await aLetter();
  await sendWaiting(postage, clock);
  await sendWaiting(postage, clock);
  expect(mailbox.received.map(({ to }) => to)).toEqual([person.email]);
  const [got] = mailbox.received;
  if (!got) throw new Error('nothing came');
  expect(headerOf(got, 'Message-ID')).toBe(mail.messageId);
  expect(headerOf(got, 'Subject')).toBe(mail.subject);
  expect(headerOf(got, 'From')).toBe('Upcurve <up@example.org>');
  expect(headerOf(got, 'List-Unsubscribe')).toMatch(/^<https:\/\/up\.example\/mail\/stop\/[\w-]+>$/);
  expect(headerOf(got, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
  expect(textOf(got)).toContain('- Finish the Study for Cycle 5.');
  expect(textOf(got)).toContain('https://up.example/x');
  expect(await stateOf(mail.id)).toEqual(['sent', 'handed', 1]);
});

test('without a mail server letters are kept, and one set later does not send them', async () => {
  const { mail } = await aLetter();
  const { mailbox, postage } = await aPost();
  await sendWaiting({ ...postage, carry: null }, clock);
  expect(await stateOf(mail.id)).toEqual(['kept', 'not handed', 1]);
  await sendWaiting(postage, clock);
  expect(mailbox.received).toEqual([]);
});

test('who turned letters off or left meanwhile gets none', async () => {
  const { mailbox, postage } = await aPost();
  const off = await aLetter();
  await db
    .insert(mailChoices)
    .values({ personId: off.person.id, communityId: off.community.id, digest: false, reminder: true });
  const left = await aLetter();
  await db
    .update(memberships)
    .set({ endedAt: '2026-11-20T00:00:00.000Z' })
    .where(eq(memberships.personId, left.person.id));
  const unasked = await aLetter({ kind: 'reminder' });
  await sendWaiting(postage, clock);
  for (const { mail } of [off, left, unasked]) expect((await stateOf(mail.id))[0]).toBe('dropped');
  expect(mailbox.received).toEqual([]);
});

test('a server that is busy is asked again later; one that refuses for good is not', async () => {
  const busy = await aPost({
    answer: (count) => (count === 1 ? { responseCode: 451, message: 'busy' } : null),
  });
  const { mail } = await aLetter();
  await sendWaiting(busy.postage, clock);
  expect(await stateOf(mail.id)).toEqual(['waiting', 'not handed', 1]);
  await sendWaiting(busy.postage, clock);
  expect(await stateOf(mail.id)).toEqual(['waiting', 'not handed', 1]);
  instant += 61_000;
  await sendWaiting(busy.postage, clock);
  expect(await stateOf(mail.id)).toEqual(['sent', 'handed', 2]);
  expect(busy.mailbox.received).toHaveLength(1);

  const never = await aPost({ answer: () => ({ responseCode: 550, message: 'no such box' }) });
  const other = await aLetter();
  await sendWaiting(never.postage, clock);
  expect(await stateOf(other.mail.id)).toEqual(['failed', 'not handed', 1]);
});

test('a server that cannot be reached is a matter of settings: the letter waits', async () => {
  const { mail } = await aLetter();
  const { mailbox, postage } = await aPost();
  await mailbox.close();
  open.splice(0);
  await sendWaiting(postage, clock);
  expect(await stateOf(mail.id)).toEqual(['waiting', 'not handed', 1]);
});

test('a letter whose last byte may have left is not sent twice; one that was cut off before is', async () => {
  const { mail } = await aLetter();
  const cut: Carry = async (_parcel, handOver) => {
    await handOver();
    return { is: 'unsure', problem: 'The mail server hung up.' };
  };
  const { mailbox, postage } = await aPost();
  await sendWaiting({ ...postage, carry: cut }, clock);
  await sendWaiting(postage, clock);
  expect(await stateOf(mail.id)).toEqual(['unsure', 'handed', 1]);
  expect(mailbox.received).toEqual([]);

  // The same of a program that died: the row tells how far it came.
  const lease = '2026-11-23T12:00:00.000Z';
  const run = Math.round((Date.now() / 1000 - uptime()) / 30);
  const dead = { state: 'sending' as const, claimedBy: `${run} dead`, leaseUntil: lease };
  const before = await aLetter(dead);
  const after = await aLetter({ ...dead, handedAt: lease });
  const beforeRestart = await aLetter({ ...dead, claimedBy: '12345 dead' });
  const alive = await aLetter({ ...dead, leaseUntil: '2999-01-01T00:00:00.000Z' });
  await sendWaiting(postage, clock);
  expect(mailbox.received.map(({ to }) => to)).toEqual([before.person.email]);
  expect((await stateOf(after.mail.id))[0]).toBe('unsure');
  expect((await stateOf(beforeRestart.mail.id))[0]).toBe('unsure');
  expect((await stateOf(alive.mail.id))[0]).toBe('sending');
});

test('a letter that throws while it is made keeps no other back, waits longer each time and is given up', async () => {
  const { mailbox, postage } = await aPost();
  const letter = { subject: 'Your week', hello: 'Hello.', sections: [{ title: 'No lines' }], why: '' };
  const broken = await aLetter({ letter, notBefore: '2026-11-20T12:00:00.000Z' });
  const whole = await aLetter();
  await sendWaiting(postage, clock);
  expect(mailbox.received.map(({ to }) => to)).toEqual([whole.person.email]);
  expect(await stateOf(broken.mail.id)).toEqual(['waiting', 'not handed', 1]);
  await sendWaiting(postage, clock);
  expect(await stateOf(broken.mail.id)).toEqual(['waiting', 'not handed', 1]);
  for (let hours = 0; hours < 60; hours += 1) {
    instant += 3_600_000;
    await sendWaiting(postage, clock);
  }
  expect(await stateOf(broken.mail.id)).toEqual(['failed', 'not handed', 16]);
  expect(mailbox.received).toHaveLength(1);
});

test('what throws once the last byte may have left is not sent again by itself', async () => {
  const { mail } = await aLetter();
  const { mailbox, postage } = await aPost();
  const carry: Carry = async (_parcel, handOver) => {
    await handOver();
    throw new Error('It broke.');
  };
  await sendWaiting({ ...postage, carry }, clock);
  await sendWaiting(postage, clock);
  expect(await stateOf(mail.id)).toEqual(['unsure', 'handed', 1]);
  expect(mailbox.received).toEqual([]);
});

test('two programs that send at once send each letter once', async () => {
  const { mailbox, postage } = await aPost();
  const letters = [];
  for (let count = 0; count < 12; count += 1) letters.push(await aLetter());
  await Promise.all([sendWaiting(postage, clock), sendWaiting(postage, clock), sendWaiting(postage, clock)]);
  expect(mailbox.received.map(({ to }) => to).sort()).toEqual(
    letters.map(({ person }) => person.email).sort(),
  );
});

test('who lost the claim while sending stops before the last byte', async () => {
  const { mail } = await aLetter();
  const { mailbox, postage } = await aPost();
  const carry: Carry = async (parcel, handOver) => {
    await db.update(mails).set({ claimedBy: 'another' }).where(eq(mails.id, mail.id));
    return carryBySmtp(mailbox.url)(parcel, handOver);
  };
  await sendWaiting({ ...postage, carry }, clock);
  expect(mailbox.received).toEqual([]);
  expect(await stateOf(mail.id)).toEqual(['sending', 'not handed', 1]);
});

test('a name with line ends puts no header into a mail', async () => {
  const { mailbox, postage } = await aPost();
  const { person } = await aLetter();
  await db.update(people).set({ name: 'Dana\r\nBcc: all@example.org' }).where(eq(people.id, person.id));
  await sendWaiting(postage, clock);
  expect(mailbox.received[0] && headerOf(mailbox.received[0], 'Bcc')).toBe('');
});

test('the setting of a mail server is read whole', () => {
  expect(readSmtpUrl('smtp://up%40x:p%2Fw@mail.example.org')).toEqual({
    ...{ host: 'mail.example.org', port: 587, secure: false, user: 'up@x', password: 'p/w' },
  });
  expect(readSmtpUrl('smtps://mail.example.org')).toMatchObject({ port: 465, secure: true, user: '' });
  expect(readSmtpUrl('smtp://[::1]:2525')).toMatchObject({ host: '::1', port: 2525 });
});
