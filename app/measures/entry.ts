import { dayWithYear, weekday } from '~/ui/dates';
import { allPeriods, type Rhythm } from './grid-periods';
import { hasRhythm } from './measure';
import { type Calendar, dueOn, nextToEnter, periodLabel, periodOf, periodWords } from './periods';

export interface PeriodStep {
  period: string;
  /** "Week of Nov 16" */
  label: string;
}

export interface OpenPoint {
  /** "Enter the week of Nov 23" */
  title: string;
  /** "Due Monday, Nov 30"; empty where nothing is waited for. */
  due: string;
  /** Its first day; empty where every number is in. */
  period: string;
  before: PeriodStep | null;
  after: PeriodStep | null;
}

const isDay = (text: string | null): text is string =>
  text !== null && /^(19[5-9]|20\d)\d-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/**
 * The number the page opens on: the one asked for, else the oldest not yet entered. Where all are in, an empty form
 * that says so: the last number must not be typed over by somebody in a hurry. Of rare events, today.
 */
export function openPoint(
  measure: Rhythm,
  points: readonly { periodStart: string }[],
  today: string,
  calendar: Calendar,
  asked: string | null,
): OpenPoint {
  const { frequency } = measure;
  const entered = points.map((point) => point.periodStart);
  const isRhythmic = hasRhythm(measure);
  const next = isRhythmic ? nextToEnter(entered, frequency, today, calendar) : today;
  const all = allPeriods(entered, frequency, today, calendar).filter((start) => start <= today);
  const stepTo = (period: string | undefined): PeriodStep | null =>
    period === undefined
      ? null
      : { period, label: periodLabel(period, frequency, period.slice(0, 4) !== today.slice(0, 4)) };
  if (next === null && !isDay(asked)) {
    return {
      title: 'Every number is in',
      due: 'To correct one, go back to its period.',
      period: '',
      before: stepTo(all.at(-1)),
      after: null,
    };
  }
  const period = periodOf(isDay(asked) ? asked : (next ?? today), frequency, calendar, points);
  const isKnown = entered.includes(period);
  const isOtherYear = period.slice(0, 4) !== today.slice(0, 4);
  const due = dueOn(period, frequency, measure.dueLagDays);
  const day = due.slice(0, 4) === today.slice(0, 4) ? weekday(due) : dayWithYear(due);
  return {
    title: `${isKnown ? 'Correct' : 'Enter'} ${periodWords(period, frequency, isOtherYear)}`,
    due: isKnown || !isRhythmic ? '' : due < today ? `Was due ${day}` : `Due ${day}`,
    period,
    before: stepTo(all.findLast((start) => start < period)),
    after: stepTo(all.find((start) => start > period)),
  };
}

/** What became of one number that was entered on its own page. */
export interface EnteredPoint {
  periodStart: string;
  /** "the week of Oct 12" */
  period: string;
  /** "266 of 310"; null where the number was taken out. */
  is: string | null;
  /** What stood there before; null for a new number. */
  was: string | null;
  isChanged: boolean;
  /** The date given was not the first day of its period. */
  isMoved: boolean;
  /** What is asked about it; it is saved all the same. */
  question?: string | null;
}

/** "Saved: the week of Oct 12 is 276 of 310. It was 266 of 310." */
export function enteredWords({ period, is, was, isChanged, isMoved, question }: EnteredPoint): string {
  const moved = isMoved ? ` The date was moved to the first day of ${period}.` : '';
  if (!isChanged) return `Nothing changed: ${period} was ${is} already.${moved}`;
  if (is === null) return `Removed: ${period} has no number any more. It was ${was}.`;
  return `Saved: ${period} is ${is}.${was === null || was === is ? '' : ` It was ${was}.`}${moved}${question ? ` ${question}` : ''}`;
}
