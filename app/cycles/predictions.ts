import type { DataKind, Direction } from '#db/vocabulary';
import type { Verdict } from '~/charts/mark';

/** A number the team expects, with its 80 % range, in the unit of the measure's chart. */
export interface NumericPrediction {
  expected: number;
  low: number;
  high: number;
  /** YYYY-MM-DD */
  checkOn: string;
}

export interface SeriesPoint {
  /** First day of the period, YYYY-MM-DD. */
  date: string;
  value: number | null;
  /** Set aside: takes part in nothing. */
  ghosted?: boolean;
}

export type Happened =
  | { state: 'not yet'; why: 'Do has not started' | 'no number' }
  | {
      state: 'inside' | 'above' | 'below';
      value: number;
      /** First day of the point's period. */
      on: string;
      /** The check day has come: no later number can change this. */
      isFinal: boolean;
    };

/**
 * What happened: the last number of the series on or before the check day and not before the first day of Do.
 * A period that began before Do is not counted: part of it knew nothing of the change.
 */
export function whatHappened(
  prediction: NumericPrediction,
  points: readonly SeriesPoint[],
  doStartedOn: string | null,
  today: string,
): Happened {
  if (doStartedOn === null) return { state: 'not yet', why: 'Do has not started' };
  let last: { date: string; value: number } | null = null;
  for (const { date, value, ghosted } of points) {
    if (ghosted || value === null || date < doStartedOn || date > prediction.checkOn) continue;
    if (last === null || date > last.date) last = { date, value };
  }
  if (last === null) return { state: 'not yet', why: 'no number' };
  const { low, high } = prediction;
  const state = last.value < low ? 'below' : last.value > high ? 'above' : 'inside';
  return { state, value: last.value, on: last.date, isFinal: today >= prediction.checkOn };
}

/** "Inside our range", "Above our range so far". */
export function happenedInWords(happened: Happened): string {
  if (happened.state === 'not yet') {
    return happened.why === 'no number' ? 'No number yet' : 'Do has not started';
  }
  const place = { inside: 'Inside', above: 'Above', below: 'Below' }[happened.state];
  return `${place} our range${happened.isFinal ? '' : ' so far'}`;
}

/** How it is marked: inside is as hoped; outside is better or worse by the measure's direction of good. */
export function happenedVerdict(happened: Happened, direction: Direction): Verdict {
  if (happened.state === 'not yet') return 'early';
  if (happened.state === 'inside') return 'better';
  if (direction === 'neither') return 'none';
  return (happened.state === 'above') === (direction === 'higher') ? 'better' : 'worse';
}

/** Why a measure of this kind cannot have this prediction, by field; null where it can. */
export function impossible(
  prediction: Pick<NumericPrediction, 'expected' | 'low' | 'high'>,
  kind: DataKind,
): { field: 'expected' | 'low' | 'high'; message: string } | null {
  const least = kind === 'mean' ? Number.NEGATIVE_INFINITY : 0;
  const most = kind === 'proportion' ? 100 : Number.POSITIVE_INFINITY;
  const field = (['low', 'expected', 'high'] as const).find(
    (name) => prediction[name] < least || prediction[name] > most,
  );
  if (!field) return null;
  return {
    field,
    message:
      kind === 'proportion'
        ? 'This measure is a percent: write a number from 0 to 100.'
        : 'This measure cannot be below 0.',
  };
}
