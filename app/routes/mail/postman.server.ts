import { currentDatabase } from '#db/client.server';
import type { MailKind } from '#db/vocabulary';
import { accessOfMember } from '~/access/gate.server';
import { dayIn } from '~/access/today';
import { isWorkingDay } from '~/access/working-days';
import type { Beside } from '~/http/beside';
import { note } from '~/http/log';
import { finishRound, putInOutbox } from '~/mail/commands.server';
import { digestWeek, hourIn, reminderDay } from '~/mail/periods';
import { fail, isDueIn, type Rounds, roundOf } from '~/mail/round';
import { communitiesWithMail, isRoundFinished, peopleWithout } from '~/mail/rounds.server';
import { type Postage, sendWaiting } from '~/mail/send.server';
import { carryBySmtp } from '~/mail/smtp.server';
import { digestFor, reminderFor } from './letters.server';

/**
 * Writes the letters that are due into the outbox: for each person once a period. Stopped at any point, the next run
 * goes on with those who have none yet. One person at a time, with what that person may see: nothing is shared
 * between two letters, and one that cannot be written keeps no other back.
 */
export async function writeDueLetters(
  now: Date,
  host: string,
  goOn: () => boolean = () => true,
  rounds: Rounds = new Map(),
): Promise<void> {
  for (const community of await communitiesWithMail()) {
    if (!goOn()) return;
    try {
      await writeOfCommunity(community, now, host, goOn, rounds);
    } catch (error) {
      if (goOn())
        note('letters of a community could not be written', { communityId: community.id, err: error });
    }
  }
}

type CommunityWithMail = Awaited<ReturnType<typeof communitiesWithMail>>[number];

async function writeOfCommunity(
  { id, timeZone, holidays }: CommunityWithMail,
  now: Date,
  host: string,
  goOn: () => boolean,
  rounds: Rounds,
): Promise<void> {
  const today = dayIn(timeZone, now);
  const hour = hourIn(timeZone, now);
  const due = [
    ['digest', digestWeek(today, hour)],
    ['reminder', reminderDay(today, hour, !isWorkingDay(today, holidays))],
  ] as const;
  for (const [kind, period] of due) {
    if (period === null || (await isRoundFinished(id, kind, period))) continue;
    const round = roundOf(rounds, `${id} ${kind}`, period);
    let isWhole = true;
    for (const personId of await peopleWithout(id, kind, period)) {
      if (!goOn()) return;
      if (round.done.has(personId)) continue;
      if (!isDueIn(round, personId, now)) {
        isWhole = false;
        continue;
      }
      try {
        await writeOne(personId, id, kind, period, host, now);
        round.done.add(personId);
      } catch (error) {
        if (!goOn()) return;
        note('a letter could not be written', { personId, kind, period, err: error });
        if (fail(round, personId, now)) isWhole = false;
      }
    }
    if (!isWhole) continue;
    await finishRound(id, kind, period);
    rounds.delete(`${id} ${kind}`);
  }
}

async function writeOne(
  personId: string,
  communityId: string,
  kind: MailKind,
  period: string,
  host: string,
  now: Date,
): Promise<void> {
  const access = await accessOfMember(personId, communityId, now);
  if (!access) return;
  if (kind === 'digest') {
    const letter = await digestFor(access);
    if (letter) await putInOutbox(access, { kind, period, letter, host }, now);
    return;
  }
  const reminder = await reminderFor(access);
  if (reminder) await putInOutbox(access, { kind, period, ...reminder, host }, now);
}

const everyMinute = 60_000;

/** Looks each minute what is due, and sends what waits. Gives back what stops it: the letter in hand is finished. */
export const startPostman: Beside = ({ origin, smtpUrl, from }) => {
  const carry = smtpUrl && from ? carryBySmtp(smtpUrl) : null;
  const postage: Postage = { carry, origin, from: from ?? 'Upcurve <upcurve@localhost>' };
  const rounds: Rounds = new Map();
  let isOn = true;
  let timer: NodeJS.Timeout | undefined;
  const goOn = () => isOn;
  const unlessStopped = async (what: string, work: () => Promise<unknown>) => {
    try {
      await work();
    } catch (error) {
      if (isOn) note(what, { err: error });
    }
  };
  const round = async () => {
    await unlessStopped('letters could not be written', () =>
      writeDueLetters(new Date(), new URL(origin).hostname, goOn, rounds),
    );
    await unlessStopped('letters could not be sent', () => sendWaiting(postage, () => new Date(), goOn));
  };
  let running = Promise.resolve();
  const next = (after: number) => {
    timer = setTimeout(() => {
      running = round().then(() => {
        if (isOn) next(everyMinute);
      });
    }, after);
    timer.unref();
  };
  currentDatabase();
  next(2_000);
  return async () => {
    isOn = false;
    clearTimeout(timer);
    await running;
  };
};
