import { dayWithYear, weekday } from '~/ui/dates';
import type { Entered } from './commands.server';
import type { Measure } from './measure';
import { type Calendar, dueOn, nextToEnter, periodOf, periodWords } from './periods';
import type { SeriesPoint } from './series';

export interface OpenPoint {
  /** "Enter the week of Nov 23" */
  title: string;
  /** "Due Monday, Nov 30"; empty where nothing is waited for. */
  due: string;
  values: {
    period: string;
    numerator: number | null;
    denominator: number | null;
    value: number | null;
    note: string;
  };
}

const isDay = (text: string | null): text is string =>
  text !== null && /^(19[5-9]|20\d)\d-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/**
 * The number the page opens on: the one asked for, else the oldest not yet entered. Where all are in, an empty form
 * that says so: the last number must not be typed over by somebody in a hurry.
 */
export function openPoint(
  measure: Pick<Measure, 'frequency' | 'dueLagDays'>,
  points: readonly SeriesPoint[],
  today: string,
  calendar: Calendar,
  asked: string | null,
): OpenPoint {
  const { frequency } = measure;
  const entered = points.map((point) => point.periodStart);
  const next = nextToEnter(entered, frequency, today, calendar);
  if (next === null && !isDay(asked)) {
    return {
      title: 'Every number is in',
      due: 'To correct one, give its date.',
      values: { period: '', numerator: null, denominator: null, value: null, note: '' },
    };
  }
  const period = periodOf(isDay(asked) ? asked : (next ?? today), frequency, calendar, points);
  const known = points.find((point) => point.periodStart === period);
  const isOtherYear = period.slice(0, 4) !== today.slice(0, 4);
  const due = dueOn(period, frequency, measure.dueLagDays);
  const day = due.slice(0, 4) === today.slice(0, 4) ? weekday(due) : dayWithYear(due);
  return {
    title: `${known ? 'Correct' : 'Enter'} ${periodWords(period, frequency, isOtherYear)}`,
    due: known ? '' : due < today ? `Was due ${day}` : `Due ${day}`,
    values: {
      period,
      numerator: known?.numerator ?? null,
      denominator: known?.denominator ?? null,
      value: known?.value ?? null,
      note: known?.note ?? '',
    },
  };
}

/** "Saved: the week of Oct 12 is 276 of 310. It was 266 of 310." */
export function enteredWords({ period, is, was, isChanged, isMoved }: Entered): string {
  const moved = isMoved ? ` The date was moved to the first day of ${period}.` : '';
  if (!isChanged) return `Nothing changed: ${period} was ${is} already.${moved}`;
  return `Saved: ${period} is ${is}.${was === null || was === is ? '' : ` It was ${was}.`}${moved}`;
}
