import type { DataKind, Frequency } from '#db/vocabulary';
import { dayWithYear, shortDay } from '~/ui/dates';
import { hasRhythm } from './measure';

/** The calendar of a community, as far as periods need it. */
export interface Calendar {
  /** 1 to 12: the month in which a school year starts; 1 makes years of the calendar. */
  schoolYearFirstMonth: number;
  /** Days off, YYYY-MM-DD. */
  holidays: readonly string[];
}

const dayLong = 86_400_000;
const time = (day: string) => Date.parse(`${day}T00:00:00Z`);
const dayOf = (instant: number) => new Date(instant).toISOString().slice(0, 10);
export const addDays = (day: string, days: number) => dayOf(time(day) + days * dayLong);
/** The first of a month; months beyond December roll over. */
const firstOf = (year: number, month: number) => dayOf(Date.UTC(year, month - 1, 1));
const parts = (day: string) => ({ year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)) });
/** 0 is Monday, as ISO weeks have it. */
const weekdayOf = (day: string) => (new Date(time(day)).getUTCDay() + 6) % 7;

/** First day of the period that a day falls in: Monday, the first of a month or quarter, the first of the school year. */
export function periodStart(day: string, frequency: Frequency, calendar: Calendar): string {
  const { year, month } = parts(day);
  switch (frequency) {
    case 'daily':
      return day;
    case 'weekly':
      return addDays(day, -weekdayOf(day));
    case 'monthly':
      return firstOf(year, month);
    case 'quarterly':
      return firstOf(year, month - ((month - 1) % 3));
    case 'yearly': {
      const first = calendar.schoolYearFirstMonth;
      return firstOf(month >= first ? year : year - 1, first);
    }
  }
}

/**
 * First day of the period that a day falls in, as the series has it. A school year keeps the first day it was entered
 * with, also where the community has changed the month in which its school years start.
 */
export function periodOf(
  day: string,
  frequency: Frequency,
  calendar: Calendar,
  points: readonly { periodStart: string }[],
): string {
  const start = periodStart(day, frequency, calendar);
  if (frequency !== 'yearly') return start;
  const known = points.map((point) => point.periodStart);
  if (known.includes(day)) return day;
  return known.find((one) => inCalendar(one, frequency, calendar) === start) ?? start;
}

/** The start that a period of a series has in the calendar of today: a school year is known by its name. */
function inCalendar(start: string, frequency: Frequency, calendar: Calendar): string {
  if (frequency !== 'yearly') return start;
  const now = firstOf(parts(start).year, calendar.schoolYearFirstMonth);
  return periodLabel(now, frequency) === periodLabel(start, frequency) ? now : start;
}

const monthsLong: Partial<Record<Frequency, number>> = { monthly: 1, quarterly: 3, yearly: 12 };

/** First day of the period after the one that starts on `start`. */
export function nextStart(start: string, frequency: Frequency): string {
  const months = monthsLong[frequency];
  if (months === undefined) return addDays(start, frequency === 'daily' ? 1 : 7);
  const { year, month } = parts(start);
  return firstOf(year, month + months);
}

/** Last day of the period that starts on `start`. */
export const periodEnd = (start: string, frequency: Frequency) => addDays(nextStart(start, frequency), -1);

/** The day by which a period's number is due. */
export const dueOn = (start: string, frequency: Frequency, dueLagDays: number) =>
  addDays(periodEnd(start, frequency), dueLagDays);

const monthWords = new Intl.DateTimeFormat('en-US', { month: 'long', timeZone: 'UTC' });
const monthShort = new Intl.DateTimeFormat('en-US', { month: 'short', timeZone: 'UTC' });

/** "Week of Oct 12", "October 2026", "Jul to Sep 2026", "School year 2026–27". */
export function periodLabel(start: string, frequency: Frequency, withYear = false): string {
  const { year, month } = parts(start);
  const words = withYear ? dayWithYear(start) : shortDay(start);
  switch (frequency) {
    case 'daily':
      return words;
    case 'weekly':
      return `Week of ${words}`;
    case 'monthly':
      return `${monthWords.format(time(start))} ${year}`;
    case 'quarterly':
      return `${monthShort.format(time(start))} to ${monthShort.format(time(firstOf(year, month + 2)))} ${year}`;
    case 'yearly':
      return month === 1
        ? `Year ${year}`
        : `School year ${year}–${String((year + 1) % 100).padStart(2, '0')}`;
  }
}

/** The label inside a sentence: "the week of Oct 12", "Oct 12", "the school year 2026–27". */
export function periodWords(start: string, frequency: Frequency, withYear = false): string {
  return inSentence(periodLabel(start, frequency, withYear));
}

/** "the week of Oct 12" of "Week of Oct 12"; months and days stay as they are. */
export const inSentence = (label: string) =>
  /^(Week|School|Year)/.test(label) ? `the ${label.charAt(0).toLowerCase()}${label.slice(1)}` : label;

/** "week", "month": what one period is called. */
export const periodNoun: Record<Frequency, string> = {
  daily: 'day',
  weekly: 'week',
  monthly: 'month',
  quarterly: 'quarter',
  yearly: 'year',
};

/** "week", "month"; of numbers that come when something happens, "number". */
export const numberNoun = (measure: { frequency: Frequency; kind: DataKind }): string =>
  hasRhythm(measure) ? periodNoun[measure.frequency] : 'number';

/** "Week": what heads the column of periods. */
export const whenWord = (frequency: Frequency): string =>
  periodNoun[frequency].charAt(0).toUpperCase() + periodNoun[frequency].slice(1);

/** Nobody is there to count: every day of the period is a weekend or a holiday. */
function isOff(start: string, frequency: Frequency, { holidays }: Calendar): boolean {
  if (frequency !== 'daily' && frequency !== 'weekly') return false;
  const days = frequency === 'daily' ? [start] : [0, 1, 2, 3, 4].map((later) => addDays(start, later));
  return days.every((day) => weekdayOf(day) > 4 || holidays.includes(day));
}

/** The periods with days at work between two, neither of them counted. At most 1,000. */
export function periodsBetween(from: string, to: string, frequency: Frequency, calendar: Calendar): string[] {
  const between: string[] = [];
  const [first, end] = [inCalendar(from, frequency, calendar), inCalendar(to, frequency, calendar)];
  for (
    let at = nextStart(first, frequency);
    at < end && between.length < 1000;
    at = nextStart(at, frequency)
  ) {
    if (!isOff(at, frequency, calendar)) between.push(at);
  }
  return between;
}

/** A hole with so many numbers after it was left on purpose, such as a summer. */
const passedBy = 4;

/**
 * The oldest period that has begun and has no number yet; null when all have theirs. `entered` are period starts in
 * any order. Without numbers it is the last whole period. Weekends and weeks off are not asked for.
 */
export function nextToEnter(
  entered: readonly string[],
  frequency: Frequency,
  today: string,
  calendar: Calendar,
): string | null {
  const current = periodStart(today, frequency, calendar);
  const starts = entered.map((start) => inCalendar(start, frequency, calendar));
  const sorted = [...new Set(starts)].filter((start) => start <= current).sort();
  if (sorted.length === 0) return lastWholePeriod(current, frequency, calendar);
  const from = sorted.at(-passedBy) ?? (sorted[0] as string);
  const known = new Set(sorted);
  const open = periodsBetween(from, current, frequency, calendar);
  if (!isOff(current, frequency, calendar)) open.push(current);
  return open.find((start) => !known.has(start)) ?? null;
}

function lastWholePeriod(current: string, frequency: Frequency, calendar: Calendar): string {
  let start = current;
  let tries = 0;
  do start = periodStart(addDays(start, -1), frequency, calendar);
  while (isOff(start, frequency, calendar) && ++tries < 100);
  return start;
}

/** How a number stands with its date. */
export interface Due {
  start: string;
  /** The period has ended, so its number can be whole. */
  isOpen: boolean;
  due: string;
  isLate: boolean;
}

/** What is to be entered next and by when; null when the current period already has its number. */
export function nextDue(
  entered: readonly string[],
  { frequency, dueLagDays }: { frequency: Frequency; dueLagDays: number },
  today: string,
  calendar: Calendar,
): Due | null {
  const start = nextToEnter(entered, frequency, today, calendar);
  if (start === null) return null;
  const due = dueOn(start, frequency, dueLagDays);
  return { start, isOpen: periodEnd(start, frequency) < today, due, isLate: due < today };
}
