import { and, eq, sql } from 'drizzle-orm';
import type { Logger } from 'pino';
import { expect, test, vi } from 'vitest';
import { db } from '#db/client.server';
import { communities } from '#db/schema/communities';
import { comments, toldPeople } from '#db/schema/conversations';
import { mailChoices, mailRounds, mails } from '#db/schema/mail';
import { memberships } from '#db/schema/memberships';
import { people } from '#db/schema/people';
import { setLogger } from '~/http/log';
import type { Letter } from '~/mail/letter';
import type { Rounds } from '~/mail/round';
import { sendWaiting } from '~/mail/send.server';
import type { Carry } from '~/mail/smtp.server';
import { writeDueLetters } from '~/routes/mail/postman.server';
import { withDatabase } from '../support/database';
import { aComment, aCycle, aMail, aMeasure, aMeeting, aMeetingLine, theCast } from '../support/factories';
import { textOf } from './mailbox';

withDatabase();

/** Monday, nine in the morning in New York. */
const monday = new Date('2026-11-23T14:00:00.000Z');
const write = (now: Date) => writeDueLetters(now, 'up.example');
const later = (days: number) => new Date(monday.getTime() + days * 86_400_000);

async function letterOf(personId: string, kind: 'digest' | 'reminder' = 'digest') {
  const rows = await db.select().from(mails).where(eq(mails.personId, personId));
  return rows.filter((row) => row.kind === kind).map((row) => row.letter as Letter);
}
const words = (letter: Letter | undefined) =>
  letter?.sections.flatMap(({ title, lines }) => [
    title,
    ...lines.map(({ text, more = '' }) => `${text} ${more}`),
  ]);

async function aScene() {
  const cast = await theCast();
  await db.update(people).set({ name: 'Dana Whitfield' }).where(eq(people.id, cast.member.id));
  const cycle = await aCycle(cast.team, { number: 5, startsOn: '2026-11-02', endsOn: '2026-11-24' });
  const tell = async (personId: string, body: string) => {
    const comment = await aComment(cast.team, {
      ...{ thing: 'cycle', thingId: cycle.id, body, writtenBy: cast.coach.id },
    });
    await db.insert(toldPeople).values({ commentId: comment.id, personId, reason: 'mention' });
  };
  return { cast, cycle, tell };
}

test('the digest gathers inbox, steps and promises of one person, once a week, and is not written for nobody', async () => {
  const { cast, tell } = await aScene();
  await tell(cast.member.id, 'Who writes it?');
  const meeting = await aMeeting(cast.team);
  await aMeetingLine(meeting.id, {
    ...{ kind: 'promise', who: 'dana whitfield', text: 'Call the bus company', byDate: '2026-11-20' },
  });
  await write(monday);
  const [letter] = await letterOf(cast.member.id);
  expect(words(letter)?.map((line) => line.split('. ')[0])).toEqual(
    expect.arrayContaining(['In your inbox', 'What is next for you', 'What you promised']),
  );
  expect(words(letter)?.join('\n')).toMatch(/mentioned you\. .*“Who writes it\?”/);
  expect(words(letter)?.join('\n')).toMatch(/Was due .*Nov 20: Call the bus company\./);
  // Whom nothing waits for gets no letter: the leader is on no team.
  expect(await letterOf(cast.leader.id)).toEqual([]);
  await tell(cast.leader.id, 'Too late for this week');
  await write(monday);
  await write(later(3));
  expect(await letterOf(cast.member.id)).toHaveLength(1);
  expect(await letterOf(cast.leader.id)).toEqual([]);
  await write(later(7));
  expect(await letterOf(cast.member.id)).toHaveLength(2);
  expect(await letterOf(cast.leader.id)).toHaveLength(1);
});

test('a promise is found by the name of who gave it, whatever the case of its letters, accents and all', async () => {
  const { cast } = await aScene();
  await db.update(people).set({ name: 'José Ángel Núñez' }).where(eq(people.id, cast.member.id));
  const meeting = await aMeeting(cast.team);
  const promise = (who: string, text: string) => aMeetingLine(meeting.id, { kind: 'promise', who, text });
  await promise(' JOSÉ ÁNGEL NÚÑEZ', 'Call the bus company');
  await promise('José Ángel Núñez'.normalize('NFD'), 'Ask the library');
  await promise('José', 'Write the list');
  await write(monday);
  const told = words((await letterOf(cast.member.id))[0])?.join(' ');
  expect(told).toContain('Call the bus company');
  expect(told).toContain('Ask the library');
  expect(told).not.toContain('Write the list');
});

test('what somebody wrote goes to who may edit the thing, and to nobody else: it may tell hidden figures', async () => {
  const { cast, tell } = await aScene();
  for (const { id } of [cast.member, cast.coach, cast.otherMember, cast.leader, cast.admin])
    await tell(id, 'Only 3 of 7 students came');
  await write(monday);
  const told = async (personId: string) => JSON.stringify(await letterOf(personId)).includes('3 of 7');
  expect(await told(cast.member.id)).toBe(true);
  expect(await told(cast.coach.id)).toBe(true);
  for (const { id } of [cast.otherMember, cast.leader, cast.admin]) {
    expect(await told(id)).toBe(false);
    expect(JSON.stringify(await letterOf(id))).toContain('mentioned you');
  }
});

test('a digest asks for numbers by name and period and tells none', async () => {
  const cast = await theCast();
  await aMeasure(cast.team, { name: 'School days attended', frequency: 'weekly' });
  await write(monday);
  const [letter] = await letterOf(cast.member.id);
  expect(words(letter)?.join('\n')).toContain('Enter the first number of “School days attended”.');
});

test('nobody gets what they turned off, or asked for and left; reminders only who asked for them', async () => {
  const { cast } = await aScene();
  const choose = (personId: string, choices: { digest: boolean; reminder: boolean }) =>
    db.insert(mailChoices).values({ personId, communityId: cast.community.id, ...choices });
  await choose(cast.member.id, { digest: false, reminder: true });
  await choose(cast.coach.id, { digest: true, reminder: true });
  await db
    .update(memberships)
    .set({ endedAt: '2026-11-20T00:00:00.000Z' })
    .where(eq(memberships.personId, cast.coach.id));
  await write(monday);
  const rows = await db.select().from(mails);
  expect(rows.map(({ personId, kind, period }) => [personId, kind, period])).toEqual([
    [cast.member.id, 'reminder', '2026-11-23'],
  ]);
});

test('a reminder comes before the day, once more when it is late, and not on the days between or on a day off', async () => {
  const cast = await theCast();
  await aCycle(cast.team, {
    ...{ number: 5, startsOn: '2026-11-02', doStartedOn: '2026-11-02', endsOn: '2026-11-24' },
  });
  await db
    .insert(mailChoices)
    .values({ personId: cast.member.id, communityId: cast.community.id, digest: false, reminder: true });
  const days: (string | undefined)[] = [];
  for (let day = -3; day <= 10; day += 1) {
    await write(later(day));
    await write(later(day));
    const letters = await letterOf(cast.member.id, 'reminder');
    if (letters.length > days.length) days.push(`${day}: ${words(letters.at(-1))?.[0]}`);
  }
  // Due Tuesday: reminded on Monday. Late once more than two working days have passed: Friday.
  expect(days).toEqual(['0: Due', '4: Late']);
});

test('a round that stopped half way goes on with those who have no letter yet', async () => {
  const { cast, tell } = await aScene();
  for (const { id } of [cast.member, cast.coach, cast.otherMember]) await tell(id, 'Look here');
  let left = 2;
  await writeDueLetters(monday, 'up.example', () => left-- > 0);
  const before = await db.select().from(mails);
  expect(before.length).toBeLessThan(3);
  const finished = await db.select().from(mailRounds).where(eq(mailRounds.communityId, cast.community.id));
  expect(finished.filter(({ kind }) => kind === 'digest')).toEqual([]);
  await write(monday);
  const after = (await db.select().from(mails)).filter(
    ({ communityId }) => communityId === cast.community.id,
  );
  expect(after).toHaveLength(3);
  expect(new Set(after.map(({ messageId }) => messageId)).size).toBe(3);
});

test('a letter that cannot be written keeps nobody else from theirs, and is tried again after a while', async () => {
  const cast = await theCast();
  const communityId = cast.community.id;
  await aCycle(cast.team, {
    ...{ number: 5, startsOn: '2026-11-02', doStartedOn: '2026-11-02', endsOn: '2026-11-24' },
  });
  const readers = [cast.member.id, cast.coach.id].sort();
  for (const personId of readers)
    await db.insert(mailChoices).values({ personId, communityId, digest: false, reminder: true });
  // What the first of them was reminded of before cannot be read any more.
  const [broken = '', other = ''] = readers;
  const past = await aMail(communityId, broken, { kind: 'reminder', period: '2026-11-20', state: 'sent' });
  await db.run(sql`update mails set things = 'no list' where id = ${past.id}`);
  const said = vi.fn();
  setLogger({ info: said } as unknown as Logger);
  const rounds: Rounds = new Map();
  const at = (minutes: number) =>
    writeDueLetters(new Date(monday.getTime() + minutes * 60_000), 'up.example', () => true, rounds);
  const reminded = async () =>
    (
      await db
        .select({ personId: mails.personId })
        .from(mails)
        .where(and(eq(mails.kind, 'reminder'), eq(mails.period, '2026-11-23')))
    ).map(({ personId }) => personId);
  const tried = () => said.mock.calls.filter(([, event]) => event === 'a letter could not be written').length;

  await at(0);
  expect(await reminded()).toEqual([other]);
  expect(tried()).toBe(1);
  await at(0.5);
  expect(tried()).toBe(1);
  await at(1);
  await at(2);
  expect(tried()).toBe(2);
  await db.update(mails).set({ things: [] }).where(eq(mails.id, past.id));
  await at(3);
  await at(4);
  expect((await reminded()).sort()).toEqual(readers);
  const finished = await db.select().from(mailRounds).where(eq(mailRounds.communityId, communityId));
  expect(finished.map(({ kind }) => kind).sort()).toEqual(['digest', 'reminder']);
});

test('a community whose clock cannot be read keeps no other from its letters', async () => {
  const { cast, tell } = await aScene();
  await tell(cast.member.id, 'Look here');
  await db.update(communities).set({ timeZone: 'Mars/Olympus' }).where(eq(communities.id, cast.elsewhere.id));
  await write(monday);
  expect(await letterOf(cast.member.id)).toHaveLength(1);
});

test('words that were taken back after the letter was written are not sent with it', async () => {
  const { cast, tell } = await aScene();
  const measure = await aMeasure(cast.team, { name: 'School days attended' });
  await tell(cast.coach.id, 'Only 3 of 7 students came');
  const other = await aComment(cast.team, { thing: 'measure', thingId: measure.id, body: 'Taken back soon' });
  await db.insert(toldPeople).values({ commentId: other.id, personId: cast.coach.id, reason: 'mention' });
  await write(monday);
  await db.update(comments).set({ takenOutAt: monday.toISOString() }).where(eq(comments.id, other.id));
  const sent: string[] = [];
  const carry: Carry = async ({ to, mime }, handOver) => {
    if (to === cast.coach.email) sent.push(textOf({ to, raw: String(mime) }));
    await handOver();
    return { is: 'taken' };
  };
  const postage = { carry, from: 'up@example.org', origin: 'https://up.example' };
  await sendWaiting(postage, () => later(1));
  expect(sent).toHaveLength(1);
  expect(sent[0]).toContain('Only 3 of 7 students came');
  expect(sent[0]).not.toContain('Taken back soon');
});
