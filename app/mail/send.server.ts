import { randomUUID } from 'node:crypto';
import { uptime } from 'node:os';
import { and, eq, isNotNull, isNull, like, lt, not, or, sql } from 'drizzle-orm';
import { db, swiftly } from '#db/client.server';
import { mailChoices, mails } from '#db/schema/mail';
import { memberships } from '#db/schema/memberships';
import { people } from '#db/schema/people';
import { isActiveMembership } from '~/access/session.server';
import { note } from '~/http/log';
import { unchosen } from './forms';
import { readLetter } from './letter';
import { mimeOf, type Sender } from './mime.server';
import { mostAttempts, waitAfter } from './periods';
import { letterAsItStands } from './queries.server';
import type { Carry } from './smtp.server';

/*
 * How a letter goes out, and what a crash may do to it. The row is claimed, with a lease; the mail is handed to the
 * server all but its last byte; the row says so; the last byte goes; the server's answer is written down. A crash
 * before the mark: the server cannot have the mail, and it is sent again once the lease is over. A crash after it: the
 * server may have it, so it is not sent again by itself; the row says "unsure", and an admin sees it.
 * The mark does not wait for the disk, so that hardly any time lies between it and the last byte. It outlives the
 * program, but perhaps not the machine: after a restart of the machine, a claimed row without a mark is unsure too.
 */

/** While it lasts, nobody else sends the letter. Longer than any one step may take. */
const leaseMs = 5 * 60_000;

export interface Postage extends Sender {
  /** Null: no mail server is set. */
  carry: Carry | null;
  leaseMs?: number;
}

/** The machine's present run, by when it began: a restart ends it. Told to the half minute. */
const machineRun = () => Math.round((Date.now() / 1000 - uptime()) / 30);

const later = (now: Date, ms: number) => new Date(now.getTime() + ms).toISOString();

/** Sends what waits, one letter after the other, until nothing does or `goOn` says no. Returns how many it settled. */
export async function sendWaiting(
  postage: Postage,
  clock: () => Date,
  goOn: () => boolean = () => true,
): Promise<number> {
  const me = `${machineRun()} ${randomUUID()}`;
  let settled = 0;
  await putRight(clock());
  while (goOn() && (await sendNext(postage, me, clock))) settled += 1;
  return settled;
}

/** What a program that died left half done. */
async function putRight(now: Date): Promise<void> {
  const isLeft = and(eq(mails.state, 'sending'), lt(mails.leaseUntil, now.toISOString()));
  const run = machineRun();
  // The clock may have been set a little since: neighbours are the same run.
  const ofThisRun = or(...[run - 1, run, run + 1].map((one) => like(mails.claimedBy, `${one} %`)));
  await db
    .update(mails)
    .set({ state: 'waiting', claimedBy: null, leaseUntil: null })
    .where(and(isLeft, isNull(mails.handedAt), ofThisRun));
  await db
    .update(mails)
    .set({
      state: 'unsure',
      claimedBy: null,
      leaseUntil: null,
      problem: 'The program stopped while the mail server was taking it.',
    })
    .where(and(isLeft, or(isNotNull(mails.handedAt), not(ofThisRun ?? sql`true`))));
}

type Outcome = Partial<typeof mails.$inferInsert>;

async function sendNext(postage: Postage, me: string, clock: () => Date): Promise<boolean> {
  const now = clock();
  const claimed = await db
    .update(mails)
    .set({
      state: 'sending',
      claimedBy: me,
      leaseUntil: later(now, postage.leaseMs ?? leaseMs),
      attempts: sql`${mails.attempts} + 1`,
    })
    .where(
      eq(
        mails.id,
        sql`(select id from mails where state = 'waiting' and not_before <= ${now.toISOString()}
          order by not_before, id limit 1)`,
      ),
    )
    .returning()
    .get();
  if (!claimed) return false;
  const hand = handOf(claimed.id, me, clock);
  const outcome = await tryToSend(postage, claimed, hand, clock).catch((error: unknown): Outcome => {
    // One letter that throws keeps no other back.
    note('a letter could not be sent', { mailId: claimed.id, err: error });
    if (hand.isOver)
      return { state: 'unsure', problem: 'The program failed while the mail server was taking it.' };
    return tryLater(claimed, 'The program could not make it ready to be sent.', clock());
  });
  await settle(claimed.id, me, outcome);
  const { state, problem } = outcome;
  note('mail', { mailId: claimed.id, state, problem: problem === '' ? undefined : problem });
  return true;
}

const settle = (mailId: string, me: string, outcome: Outcome) =>
  db
    .update(mails)
    .set({ claimedBy: null, leaseUntil: null, ...outcome })
    .where(and(eq(mails.id, mailId), eq(mails.claimedBy, me), eq(mails.state, 'sending')));

/** Marks a letter as handed over, once, while it is still ours to send. */
function handOf(mailId: string, me: string, clock: () => Date) {
  const hand = {
    isOver: false,
    over: async (): Promise<boolean> => {
      const handed = await swiftly(() =>
        db
          .update(mails)
          .set({ handedAt: clock().toISOString() })
          .where(and(eq(mails.id, mailId), eq(mails.claimedBy, me), eq(mails.state, 'sending')))
          .returning({ id: mails.id })
          .get(),
      );
      hand.isOver = handed !== undefined;
      return hand.isOver;
    },
  };
  return hand;
}

/** What becomes of a letter that did not go out this time: it waits longer each time, and is given up in the end. */
function tryLater({ attempts }: typeof mails.$inferSelect, problem: string, now: Date): Outcome {
  if (attempts >= mostAttempts) return { state: 'failed', handedAt: null, problem };
  return {
    state: 'waiting',
    handedAt: null,
    notBefore: later(now, waitAfter(attempts) * 60_000),
    problem,
  };
}

async function tryToSend(
  { carry, ...sender }: Postage,
  mail: typeof mails.$inferSelect,
  hand: ReturnType<typeof handOf>,
  clock: () => Date,
): Promise<Outcome> {
  const to = await addressOf(mail);
  if (!to) return { state: 'dropped' };
  if (!carry) return { state: 'kept' };
  const kept = readLetter(mail.letter);
  if (!kept) return { state: 'failed', problem: 'What it says cannot be read.' };
  const letter = await letterAsItStands(kept);
  if (!letter) return { state: 'dropped' };
  const mime = await mimeOf({ ...mail, letter, to }, sender);
  const from = sender.from.match(/<([^>]+)>/)?.[1] ?? sender.from;
  const carried = await carry({ from, to: to.address, mime }, hand.over);
  if (carried.is === 'taken') return { state: 'sent', sentAt: clock().toISOString(), problem: '' };
  const { problem } = carried;
  if (carried.is === 'unsure') return { state: 'unsure', problem };
  if (carried.isForGood) return { state: 'failed', handedAt: null, problem };
  return tryLater(mail, problem, clock());
}

/** Where it goes now; null where the person left, or has turned such letters off since it was written. */
async function addressOf({ personId, communityId, kind }: typeof mails.$inferSelect) {
  const row = await db
    .select({
      name: people.name,
      address: people.email,
      digest: mailChoices.digest,
      reminder: mailChoices.reminder,
    })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .leftJoin(
      mailChoices,
      and(eq(mailChoices.personId, people.id), eq(mailChoices.communityId, memberships.communityId)),
    )
    .where(
      and(eq(memberships.personId, personId), eq(memberships.communityId, communityId), isActiveMembership),
    )
    .get();
  if (!row) return null;
  const { name, address } = row;
  return (row[kind] ?? unchosen[kind]) ? { name, address } : null;
}
