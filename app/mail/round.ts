import { mostAttempts, waitAfter } from './periods';

/*
 * A round of letters that goes on: the digests of a week or the reminders of a day, of one community. It is kept while
 * the program runs and no longer: a letter that is written stands in the outbox, and is written once in any case.
 */
export interface Round {
  period: string;
  /** Who has been looked at, also those for whom there was nothing to write. */
  done: Set<string>;
  /** Of whom a letter could not be written, and the time (ms) before which it is not tried again. */
  failed: Map<string, { attempts: number; notBefore: number }>;
}

/** By community and kind. */
export type Rounds = Map<string, Round>;

/** The round that goes on, or a new one. */
export function roundOf(rounds: Rounds, key: string, period: string): Round {
  const known = rounds.get(key);
  if (known?.period === period) return known;
  const round: Round = { period, done: new Set(), failed: new Map() };
  rounds.set(key, round);
  return round;
}

export const isDueIn = (round: Round, personId: string, now: Date): boolean =>
  (round.failed.get(personId)?.notBefore ?? 0) <= now.getTime();

/** Waits longer after each try; in the end the person goes without this letter. Returns whether it is tried again. */
export function fail(round: Round, personId: string, now: Date): boolean {
  const attempts = (round.failed.get(personId)?.attempts ?? 0) + 1;
  round.failed.set(personId, { attempts, notBefore: now.getTime() + waitAfter(attempts) * 60_000 });
  if (attempts < mostAttempts) return true;
  round.done.add(personId);
  return false;
}
