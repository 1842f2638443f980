import { currentDatabase } from '#db/client.server';
import { accessOfMember } from '~/access/gate.server';
import { dayIn } from '~/access/today';
import { isWorkingDay } from '~/access/working-days';
import type { Beside } from '~/http/beside';
import { note } from '~/http/log';
import { finishRound, putInOutbox } from '~/mail/commands.server';
import { digestWeek, hourIn, reminderDay } from '~/mail/periods';
import { communitiesWithMail, isRoundFinished, peopleWithout } from '~/mail/rounds.server';
import { type Postage, sendWaiting } from '~/mail/send.server';
import { carryBySmtp } from '~/mail/smtp.server';
import { digestFor, reminderFor } from './letters.server';

/**
 * Writes the letters that are due into the outbox: for each person once a period. Stopped at any point, the next run
 * goes on with those who have none yet. One person at a time, with what that person may see: nothing is shared
 * between two letters.
 */
export async function writeDueLetters(
  now: Date,
  host: string,
  goOn: () => boolean = () => true,
): Promise<void> {
  for (const { id, timeZone, holidays } of await communitiesWithMail()) {
    const today = dayIn(timeZone, now);
    const hour = hourIn(timeZone, now);
    const rounds = [
      ['digest', digestWeek(today, hour)],
      ['reminder', reminderDay(today, hour, !isWorkingDay(today, holidays))],
    ] as const;
    for (const [kind, period] of rounds) {
      if (period === null || (await isRoundFinished(id, kind, period))) continue;
      for (const personId of await peopleWithout(id, kind, period)) {
        if (!goOn()) return;
        const access = await accessOfMember(personId, id, now);
        if (!access) continue;
        if (kind === 'digest') {
          const letter = await digestFor(access);
          if (letter) await putInOutbox(access, { kind, period, letter, host }, now);
        } else {
          const reminder = await reminderFor(access);
          if (reminder) await putInOutbox(access, { kind, period, ...reminder, host }, now);
        }
      }
      await finishRound(id, kind, period);
    }
  }
}

const everyMinute = 60_000;

/** Looks each minute what is due, and sends what waits. Gives back what stops it: the letter in hand is finished. */
export const startPostman: Beside = ({ origin, smtpUrl, from }) => {
  const carry = smtpUrl && from ? carryBySmtp(smtpUrl) : null;
  const postage: Postage = { carry, origin, from: from ?? 'Upcurve <upcurve@localhost>' };
  let isOn = true;
  let timer: NodeJS.Timeout | undefined;
  const goOn = () => isOn;
  const round = async () => {
    try {
      await writeDueLetters(new Date(), new URL(origin).hostname, goOn);
      await sendWaiting(postage, () => new Date(), goOn);
    } catch (error) {
      if (isOn) note('letters could not be written or sent', { err: error });
    }
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
