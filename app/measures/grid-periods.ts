import type { Frequency } from '#db/vocabulary';
import { dayWithYear, shortDay, weekday } from '~/ui/dates';
import { hasRhythm, type Measure } from './measure';
import {
  addDays,
  type Calendar,
  dueOn,
  nextStart,
  nextToEnter,
  periodLabel,
  periodStart,
  periodsBetween,
  periodWords,
} from './periods';

/** One row of the grid, before its numbers. */
export interface GridPeriod {
  start: string;
  /** "Oct 12" under the heading "Week of". */
  label: string;
  /** "the week of Oct 12" */
  words: string;
  /** It has begun, so its number may be entered. */
  isOpen: boolean;
  /** "Due Dec 7", "Opens Monday, Dec 7"; empty where nothing is waited for. */
  hint: string;
}

export interface GridWindow {
  periods: GridPeriod[];
  /** The oldest period that waits for its number. */
  next: string | null;
  /** More rows before these: how many the link brings, and from which period. */
  earlier: { from: string; count: number } | null;
  /** More rows after these. */
  later: { from: string } | null;
}

/** What tells when a number is due; of rare events, that none is. */
export type Rhythm = Pick<Measure, 'frequency' | 'dueLagDays'> & Partial<Pick<Measure, 'kind'>>;

/** Rows at least, rows before the oldest open one, rows that "show earlier" brings, rows at most. */
const [usual, context, more] = [8, 2, 10];
export const mostGridRows = 120;

export const periodHead: Record<Frequency, string> = {
  daily: 'Day',
  weekly: 'Week of',
  monthly: 'Month',
  quarterly: 'Quarter',
  yearly: 'Year',
};

/**
 * The rows of the grid: the newest eight periods and every one still open, with two before it, then the next, which is
 * not open yet.
 * `from` asks for another first row. `entered` are the periods that have a number, in any order.
 */
export function gridWindow(
  measure: Rhythm,
  entered: readonly string[],
  today: string,
  calendar: Calendar,
  { from = null, most = mostGridRows }: { from?: string | null; most?: number } = {},
): GridWindow {
  const { frequency } = measure;
  const all = allPeriods(entered, frequency, today, calendar);
  const next = hasRhythm(measure) ? nextToEnter(entered, frequency, today, calendar) : null;
  const open = next === null ? -1 : all.indexOf(next);
  const newest = all.length - usual;
  const usualFirst = Math.max(open < 0 ? newest : Math.min(newest, open - context), all.length - most, 0);
  const asked = from === null ? -1 : all.findIndex((start) => start >= from);
  const first = asked < 0 ? usualFirst : asked;
  const shown = all.slice(first, first + most);
  const cut = all[first + most];
  const known = new Set(entered);
  const periods = shown.map((start) => rowOf(start, measure, known.has(start), today));
  if (cut === undefined) periods.push(opensNext(shown.at(-1), frequency, today, calendar));
  const before = all[Math.max(first - more, 0)];
  return {
    periods,
    next,
    earlier: first > 0 && before ? { from: before, count: Math.min(first, more) } : null,
    later: cut === undefined ? null : { from: cut },
  };
}

/** Every period from the first that has a number to today's, in order; without numbers, the newest few. */
export function allPeriods(
  entered: readonly string[],
  frequency: Frequency,
  today: string,
  calendar: Calendar,
): string[] {
  const current = periodStart(today, frequency, calendar);
  const known = [...new Set(entered)].sort();
  if (known.length === 0) {
    let first = current;
    for (let step = 0; step < usual; step++) first = periodStart(addDays(first, -1), frequency, calendar);
    known.push(first);
  }
  const end = nextStart(current, frequency);
  const all = known.flatMap((start, at) => [
    start,
    ...periodsBetween(start, known[at + 1] ?? end, frequency, calendar),
  ]);
  // A school year known by another first month is between two years and is neither's neighbour twice.
  return [...new Set(all)];
}

function rowOf(
  start: string,
  { kind, frequency, dueLagDays }: Rhythm,
  isEntered: boolean,
  today: string,
): GridPeriod {
  const due = dueOn(start, frequency, dueLagDays);
  const day = due.slice(0, 4) === today.slice(0, 4) ? shortDay(due) : dayWithYear(due);
  return {
    ...named(start, frequency, today),
    isOpen: start <= today || isEntered,
    hint: isEntered || !hasRhythm({ kind }) ? '' : due < today ? `Was due ${day}` : `Due ${day}`,
  };
}

/** The row after the last: it is seen, and opens when it begins. */
function opensNext(
  last: string | undefined,
  frequency: Frequency,
  today: string,
  calendar: Calendar,
): GridPeriod {
  const current = periodStart(today, frequency, calendar);
  const after = last !== undefined && last > current ? last : current;
  // Two years on, a day at work has come whatever the frequency.
  const start =
    periodsBetween(after, addDays(after, 800), frequency, calendar)[0] ?? nextStart(after, frequency);
  return { ...named(start, frequency, today), isOpen: false, hint: `Opens ${weekday(start)}` };
}

function named(start: string, frequency: Frequency, today: string) {
  const withYear = start.slice(0, 4) !== today.slice(0, 4);
  const label =
    frequency === 'weekly'
      ? withYear
        ? dayWithYear(start)
        : shortDay(start)
      : periodLabel(start, frequency, withYear);
  return { start, label, words: periodWords(start, frequency, withYear) };
}
