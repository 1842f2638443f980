import { plural } from '~/ui/words';
import { daysBetween, lateBy, type Pace, paceInWords } from './pace';

/* A team of which every cycle is done, and that has not planned the next for longer than is usual. */

export interface CycleDays {
  startsOn: string;
  /** Null: it is open. */
  decidedOn: string | null;
}

/** How long a team was without a cycle before each that came after another: none, where they overlap. */
export function breaksOf(cycles: readonly CycleDays[]): number[] {
  const breaks: number[] = [];
  let busyUntil: string | null = null;
  const inOrder = [...cycles].sort((a, b) => a.startsOn.localeCompare(b.startsOn));
  for (const { startsOn, decidedOn } of inOrder) {
    if (busyUntil !== null) breaks.push(Math.max(0, daysBetween(busyUntil, startsOn)));
    if (decidedOn === null) break;
    if (busyUntil === null || decidedOn > busyUntil) busyUntil = decidedOn;
  }
  return breaks;
}

export interface Idle {
  /** "No open cycle for 41 days; this team usually takes 5." */
  reason: string;
  workingDaysLate: number;
}

/** Null while there is still time. */
export function idleSince(
  since: string,
  pace: Pace,
  today: string,
  holidays: readonly string[],
): Idle | null {
  const workingDaysLate = lateBy(since, pace, today, holidays);
  if (workingDaysLate === 0) return null;
  const days = plural(daysBetween(since, today), 'day');
  return { reason: `No open cycle for ${days}; ${paceInWords(pace)}.`, workingDaysLate };
}
