import type { DataKind, Direction } from '#db/vocabulary';
import type { Verdict } from '~/charts/mark';
import { dayWithYear, weekday } from '~/ui/dates';

/** A number the team expects, with its 80 % range, in the unit of the measure's chart. */
export interface NumericPrediction {
  expected: number;
  low: number;
  high: number;
  /** YYYY-MM-DD */
  checkOn: string;
}

/** One number of a measure, as a prediction is judged by it. */
export interface PeriodPoint {
  /** First and last day of its period, YYYY-MM-DD. */
  start: string;
  end: string;
  /** "October 2026", "the week of Oct 12". */
  period: string;
  value: number | null;
  /** Set aside: takes part in nothing. */
  ghosted?: boolean;
  /** There is a number, and this reader may not see it: a small group. */
  isHidden?: boolean;
}

/** The last period of the measure that ends on or before the check day. */
export interface LastPeriod {
  start: string;
  /** The day by which its number is due. */
  due: string;
}

export type Happened =
  | { state: 'not yet'; why: 'Do has not started' | 'no number' | 'hidden'; isCheckDay: boolean }
  | {
      state: 'inside' | 'above' | 'below';
      value: number;
      /** First day of the point's period. */
      on: string;
      /** "October 2026" where that period began before Do: part of it knew nothing of the change. */
      beganBefore: string | null;
      /** The check day has come. */
      isCheckDay: boolean;
      /** And the last number that can count is in, or overdue: none is waited for. */
      isFinal: boolean;
    };

/**
 * What happened: the number of the last period that ends after Do began, and on or before the check day. It is final
 * once the last period that could count has its number, or the day that was due on has passed.
 */
export function whatHappened(
  prediction: NumericPrediction,
  points: readonly PeriodPoint[],
  lastPeriod: LastPeriod,
  doStartedOn: string | null,
  today: string,
): Happened {
  const isCheckDay = today >= prediction.checkOn;
  if (doStartedOn === null) return { state: 'not yet', why: 'Do has not started', isCheckDay };
  let last: PeriodPoint | null = null;
  for (const point of points) {
    const { start, end, value, ghosted, isHidden } = point;
    // The first day of Do is a day of the test: a period of that one day counts.
    const isAfter = end > doStartedOn || start >= doStartedOn;
    if (ghosted || (value === null && !isHidden) || !isAfter || end > prediction.checkOn) continue;
    if (last === null || start > last.start) last = point;
  }
  if (last?.isHidden) return { state: 'not yet', why: 'hidden', isCheckDay };
  if (last === null || last.value === null) return { state: 'not yet', why: 'no number', isCheckDay };
  const { low, high } = prediction;
  const isIn = points.some((point) => point.start === lastPeriod.start);
  return {
    state: last.value < low ? 'below' : last.value > high ? 'above' : 'inside',
    value: last.value,
    on: last.start,
    beganBefore: last.start < doStartedOn ? last.period : null,
    isCheckDay,
    isFinal: isCheckDay && (isIn || today > lastPeriod.due),
  };
}

/** "Inside our range", "Above our range so far". */
export function happenedInWords(happened: Happened): string {
  if (happened.state === 'not yet') {
    if (happened.why === 'hidden') return 'Hidden: a small group';
    return happened.why === 'no number' ? 'No number yet' : 'Do has not started';
  }
  const place = { inside: 'Inside', above: 'Above', below: 'Below' }[happened.state];
  return `${place} our range${happened.isFinal ? '' : ' so far'}`;
}

/** What else is to be known of it: "October 2026 began before the test did.", "To be checked Saturday, Oct 31." */
export function happenedNotes(happened: Happened, checkOn: string): string[] {
  const notes: string[] = [];
  if (happened.state !== 'not yet' && happened.beganBefore) {
    const period = happened.beganBefore.charAt(0).toUpperCase() + happened.beganBefore.slice(1);
    notes.push(`${period} began before the test did.`);
  }
  if (happened.state === 'not yet' ? happened.why === 'hidden' : happened.isFinal) return notes;
  notes.push(
    happened.isCheckDay
      ? `The check day was ${weekday(checkOn)}. The last number for it is not in yet.`
      : `To be checked ${weekday(checkOn)}.`,
  );
  return notes;
}

/** How it is marked: inside is as hoped; outside is better or worse by the measure's direction of good. */
export function happenedVerdict(happened: Happened, direction: Direction): Verdict {
  if (happened.state === 'not yet') return 'early';
  if (happened.state === 'inside') return 'better';
  if (direction === 'neither') return 'none';
  return (happened.state === 'above') === (direction === 'higher') ? 'better' : 'worse';
}

/** Why a measure of this kind cannot have these numbers, by field. */
export function impossible(
  prediction: Pick<NumericPrediction, 'expected' | 'low' | 'high'>,
  kind: DataKind,
): { field: 'expected' | 'low' | 'high'; message: string }[] {
  const least = kind === 'mean' ? Number.NEGATIVE_INFINITY : 0;
  const most = kind === 'proportion' ? 100 : Number.POSITIVE_INFINITY;
  const message =
    kind === 'proportion'
      ? 'This measure is a percent: write a number from 0 to 100.'
      : 'This measure cannot be below 0.';
  return (['expected', 'low', 'high'] as const)
    .filter((name) => prediction[name] < least || prediction[name] > most)
    .map((field) => ({ field, message }));
}

/** Why a number cannot be checked on a day; null where it can. */
export const checkProblem = (checkOn: string, startsOn: string): string | null =>
  checkOn < startsOn ? `It cannot be checked before the cycle starts, ${dayWithYear(startsOn)}.` : null;
