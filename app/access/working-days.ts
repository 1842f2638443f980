import { addDays, differenceInCalendarDays, formatISO, getISODay, parseISO } from 'date-fns';

/* Working days are Monday to Friday, less the community's days off. Days are YYYY-MM-DD. */

/** Something is late only after this many working days: the product's grace. */
export const graceWorkingDays = 2;

/** So long a coach gives a team that they have written to, and begins with when a line is set aside. */
export const aWorkingWeek = 5;

const asDay = (date: Date) => formatISO(date, { representation: 'date' });

export function isWorkingDay(day: string, holidays: readonly string[]): boolean {
  return getISODay(parseISO(day)) <= 5 && !holidays.includes(day);
}

/** The day itself where it is a working day, or the next that is. */
export function workingDayFrom(day: string, holidays: readonly string[]): string {
  return isWorkingDay(day, holidays) ? day : addWorkingDays(day, 1, holidays);
}

/** The day that is so many working days after a day, which need not be one itself. */
export function addWorkingDays(from: string, count: number, holidays: readonly string[]): string {
  let day = from;
  for (let left = count; left > 0; ) {
    day = asDay(addDays(parseISO(day), 1));
    if (isWorkingDay(day, holidays)) left -= 1;
  }
  return day;
}

/** How many working days have come after `from`, up to and with `to`; 0 where `to` is not after it. */
export function workingDaysAfter(from: string, to: string, holidays: readonly string[]): number {
  const days = differenceInCalendarDays(parseISO(to), parseISO(from));
  if (days <= 0) return 0;
  const weeks = Math.floor(days / 7);
  let count = weeks * 5;
  // The days of the last, broken week, one by one: a date may be decades old.
  const first = getISODay(parseISO(from));
  for (let step = 1; step <= days % 7; step += 1) {
    if (((first + step - 1) % 7) + 1 <= 5) count += 1;
  }
  const off = new Set(holidays.filter((day) => day > from && day <= to && getISODay(parseISO(day)) <= 5));
  return count - off.size;
}
