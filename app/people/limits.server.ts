import { createHash } from 'node:crypto';
import { data } from '@remix-run/node';
import Sqlite from 'better-sqlite3';
import { RateLimiterRes, RateLimiterSQLite } from 'rate-limiter-flexible';
import type { FormAnswer } from '~/http/form.server';
import { note } from '~/http/log';
import { plural } from '~/ui/words';

const quarterHour = 15 * 60;
const hour = 60 * 60;

/** How many wrong tries in how long. The address is the nearest trusted hop's, never a header's. */
const allowed = {
  /** Guessing one person's password, from wherever. */
  account: { points: 10, duration: quarterHour },
  /** Guessing many people's passwords from one place; a whole school may share an address. */
  address: { points: 50, duration: quarterHour },
  /** One-time links that do not work. */
  link: { points: 5, duration: hour },
  /** Shared charts asked for from one place: a page with several of them, seen by a class at once. */
  'shared chart': { points: 120, duration: 60 },
  /** Files one person takes out: all charts of a large community for a report, and no more. */
  export: { points: 120, duration: hour },
} as const;
export type Limit = keyof typeof allowed;

export interface Limits {
  take(limit: Limit, key: string): Promise<void>;
  giveBack(limit: Limit, key: string): Promise<void>;
  close(): void;
}

/** Too many wrong tries: answered with 429 and when to come back. */
export class TooManyTries extends Error {
  override name = 'TooManyTries';
  constructor(readonly seconds: number) {
    super(`Too many tries. Wait ${plural(Math.ceil(seconds / 60), 'minute')}, then try again.`);
  }
}

/** Counts tries in a file of their own, so that a restart forgets none and the community's data is not written. */
export function openLimits(file: string): Limits {
  const sqlite = new Sqlite(file, { timeout: 5000 });
  sqlite.pragma('journal_mode = WAL');
  // A count lost in a power cut is no loss.
  sqlite.pragma('synchronous = NORMAL');
  sqlite.exec(
    'create table if not exists tries (key text primary key, points integer not null, expire integer)',
  );
  const limiter = (limit: Limit) =>
    new RateLimiterSQLite({
      ...allowed[limit],
      keyPrefix: limit,
      storeClient: sqlite,
      storeType: 'better-sqlite3',
      tableName: 'tries',
      tableCreated: true,
      clearExpiredByTimeout: true,
    });
  const limiters: Record<Limit, RateLimiterSQLite> = {
    account: limiter('account'),
    address: limiter('address'),
    link: limiter('link'),
    'shared chart': limiter('shared chart'),
    export: limiter('export'),
  };
  return {
    take: async (limit, key) => {
      try {
        await limiters[limit].consume(veiled(key));
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        throw new TooManyTries(Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)));
      }
    },
    giveBack: async (limit, key) => {
      await limiters[limit].reward(veiled(key));
    },
    close: () => sqlite.close(),
  };
}

/** Neither e-mail nor network addresses are kept to be read. */
const veiled = (key: string) => createHash('sha256').update(key).digest('hex');

const shared = globalThis as { upcurveLimits?: Limits };

export function setLimits(limits: Limits): void {
  shared.upcurveLimits = limits;
}

export function limits(): Limits {
  shared.upcurveLimits ??= openLimits(process.env.LIMITS_FILE ?? ':memory:');
  return shared.upcurveLimits;
}

/** Does the work; where there were too many tries, the form comes back with the sentence, 429 and Retry-After. */
export async function withinLimits<T>(work: () => Promise<T>) {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof TooManyTries)) throw error;
    const answer: FormAnswer = { status: 'error', error: { '': [error.message] } };
    return data(answer, { status: 429, headers: { 'Retry-After': String(error.seconds) } });
  }
}

/** Counts one try. How many seconds to wait where there were too many; else 0. */
export async function secondsToWait(limit: Limit, key: string): Promise<number> {
  try {
    await limits().take(limit, key);
    return 0;
  } catch (error) {
    if (!(error instanceof TooManyTries)) throw error;
    return error.seconds;
  }
}

/**
 * Counts a file that somebody takes out, with a line in the log: it leaves what the gate watches over.
 * @throws Response 429 where there were too many.
 */
export async function takeExport(request: Request, personId: string): Promise<void> {
  const wait = await secondsToWait('export', personId);
  if (wait > 0) {
    throw new Response(
      `You took out many files in a short time. Wait ${plural(Math.ceil(wait / 60), 'minute')}, then try again.`,
      { status: 429, headers: { 'Retry-After': String(wait), 'Content-Type': 'text/plain; charset=utf-8' } },
    );
  }
  note('exported', { personId, path: new URL(request.url).pathname });
}
