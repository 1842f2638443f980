export type PeriodKind = 'school year' | 'year' | 'quarter' | 'month' | 'week' | 'day';

/**
 * A stretch of time. `start` is the year it is named after (of a school year the first), `key` its canonical
 * spelling (unique together with `kind`), `startsOn` and `endsOn` its first and last day as YYYY-MM-DD.
 */
export type Period = {
  kind: PeriodKind;
  start: number;
  key: string;
  label: string;
  startsOn: string;
  endsOn: string;
  /** How many years its numbers are of, where they are of several together. */
  years?: number;
};

export const firstYear = 1950;
export const lastYear = 2100;

export const monthNames = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
];

/** The school year that begins in `start`, on the first day of `firstMonth` (1–12). */
export function schoolYear(start: number, firstMonth: number): Period {
  const end = two((start + 1) % 100);
  return {
    kind: 'school year',
    start,
    key: `${start}-${end}`,
    label: `${start}–${end}`,
    startsOn: isoDay(start, firstMonth, 1),
    endsOn: isoDay(start + 1, firstMonth, 0),
  };
}

export function calendarYear(start: number): Period {
  return {
    kind: 'year',
    start,
    key: `${start}`,
    label: `${start}`,
    startsOn: `${start}-01-01`,
    endsOn: `${start}-12-31`,
  };
}

/** Several years together, as the Census publishes them: they go by the last one. */
export function yearsTogether(first: number, last: number): Period {
  const ending = calendarYear(last);
  return { ...ending, label: `${ending.label} (${first}–${last})`, years: last - first + 1 };
}

export function quarter(start: number, number: number): Period {
  return {
    kind: 'quarter',
    start,
    key: `${start}-Q${number}`,
    label: `Q${number} ${start}`,
    startsOn: isoDay(start, number * 3 - 2, 1),
    endsOn: isoDay(start, number * 3 + 1, 0),
  };
}

export function month(start: number, number: number): Period {
  return {
    kind: 'month',
    start,
    key: `${start}-${two(number)}`,
    label: `${monthNames[number - 1]} ${start}`,
    startsOn: isoDay(start, number, 1),
    endsOn: isoDay(start, number + 1, 0),
  };
}

/** An ISO 8601 week, Monday to Sunday; null when the year has no such week. */
export function isoWeek(start: number, number: number): Period | null {
  // ISO 8601: week 1 is the one with January 4 in it.
  const fourth = new Date(Date.UTC(start, 0, 4)).getUTCDay() || 7;
  const monday = 4 - (fourth - 1) + (number - 1) * 7;
  const thursdayYear = new Date(Date.UTC(start, 0, monday + 3)).getUTCFullYear();
  if (number < 1 || thursdayYear !== start) return null;
  return {
    kind: 'week',
    start,
    key: `${start}-W${two(number)}`,
    label: `Week ${number}, ${start}`,
    startsOn: isoDay(start, 1, monday),
    endsOn: isoDay(start, 1, monday + 6),
  };
}

/** One day; null when the month has no such day. */
export function day(start: number, monthNumber: number, number: number): Period | null {
  const key = `${start}-${two(monthNumber)}-${two(number)}`;
  if (monthNumber < 1 || monthNumber > 12 || isoDay(start, monthNumber, number) !== key) return null;
  return {
    kind: 'day',
    start,
    key,
    label: `${monthNames[monthNumber - 1]} ${number}, ${start}`,
    startsOn: key,
    endsOn: key,
  };
}

/** YYYY-MM-DD; months and days beyond their bounds roll over, so day 0 is the last of the month before. */
function isoDay(year: number, monthNumber: number, number: number): string {
  return new Date(Date.UTC(year, monthNumber - 1, number)).toISOString().slice(0, 10);
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
