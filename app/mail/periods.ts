import { addDays, formatISO, getISODay, parseISO } from 'date-fns';

const clocks = new Map<string, Intl.DateTimeFormat>();

/** The hour of the day, 0 to 23, that an instant falls on in a time zone. */
export function hourIn(timeZone: string, instant: Date): number {
  let clock = clocks.get(timeZone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-US', { timeZone, hour: '2-digit', hourCycle: 'h23' });
    clocks.set(timeZone, clock);
  }
  return Number(clock.format(instant));
}

/** Letters are written from this hour of the community's morning on. */
export const morning = 7;

const asDay = (date: Date) => formatISO(date, { representation: 'date' });

/** The Monday of a day's week. */
export const mondayOf = (day: string) => asDay(addDays(parseISO(day), 1 - getISODay(parseISO(day))));

/** The week, by its Monday, whose digest is due; null before Monday morning: the week before had its own. */
export function digestWeek(today: string, hour: number): string | null {
  const monday = mondayOf(today);
  return today === monday && hour < morning ? null : monday;
}

/** The day whose reminders are due; null before its morning, and on a day off. */
export function reminderDay(today: string, hour: number, isDayOff: boolean): string | null {
  return isDayOff || hour < morning ? null : today;
}

/** Minutes to wait after so many failed tries: 1, 2, 4 … up to six hours. */
export const waitAfter = (attempts: number): number => Math.min(2 ** Math.max(0, attempts - 1), 360);

/** After so many tries, some two days, a letter is given up. */
export const mostAttempts = 16;
