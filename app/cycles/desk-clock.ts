import { clock, moment } from '~/ui/dates';

const day = (instant: string, timeZone: string) =>
  new Date(instant).toLocaleDateString('en-US', { timeZone });

/** "10:41 am", or "Nov 24, 10:41 AM" of another day than `now`'s. */
export const clockOf = (instant: string, timeZone: string, now: string): string =>
  day(instant, timeZone) === day(now, timeZone) ? clock(instant, timeZone) : moment(instant, timeZone);
