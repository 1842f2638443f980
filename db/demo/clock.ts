import type { Frequency } from '../vocabulary';

/** Days from the Monday of the week of seeding: 0 is that Monday, −7 the Monday before. */
export type DayOffset = number;

/** `week(-3, 5)` is the Friday three weeks ago; every past deed of the story is in week −1 or before. */
export const week = (number: number, weekday = 1): DayOffset => number * 7 + weekday - 1;

const dayLong = 86_400_000;
const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10);

/** The calendar of the story, all of it hung on the day of seeding. */
export interface Clock {
  today: string;
  /** YYYY-MM-DD */
  day(offset: DayOffset): string;
  /** An instant of that day: "15:00" is UTC. */
  at(offset: DayOffset, time: string): string;
  /** Offset of a YYYY-MM-DD. */
  offset(day: string): DayOffset;
  /** First days of the last `count` whole periods, oldest first. */
  periods(frequency: Frequency, count: number): string[];
  /** First year of the school year, starting in that month, that ended last. */
  lastSchoolYear(firstMonth: number): number;
  /** The next such day at least so many days ahead: (5, 21) is May 21. */
  next(month: number, date: number, atLeastDays: number): string;
  /** Days off in the years around the story, with their names. */
  holidays: Map<string, string>;
}

export function clockAt(now: Date, timeZone: string): Clock {
  const today = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(now);
  const todayTime = Date.parse(`${today}T00:00:00Z`);
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  // On a weekend the week ahead is the week of seeding: so the Friday before Monday 0 has always passed.
  const inTwoDays = todayTime + 2 * dayLong;
  const monday = inTwoDays - ((new Date(inTwoDays).getUTCDay() + 6) % 7) * dayLong;
  const day = (offset: DayOffset) => dayOf(monday + offset * dayLong);
  return {
    today,
    holidays: new Map([-2, -1, 0, 1].flatMap((later) => holidaysOf(year + later))),
    day,
    at: (offset, time) => `${day(offset)}T${time}:00.000Z`,
    offset: (some) => Math.round((Date.parse(`${some}T00:00:00Z`) - monday) / dayLong),
    periods: (frequency, count) =>
      Array.from({ length: count }, (_, index) => {
        const back = count - index;
        if (frequency !== 'monthly') return day(week(-back));
        // A month's number is known a week after its end.
        const known = new Date(todayTime - 8 * dayLong);
        return dayOf(Date.UTC(known.getUTCFullYear(), known.getUTCMonth() - back, 1));
      }),
    lastSchoolYear: (firstMonth) => (month >= firstMonth ? year - 1 : year - 2),
    next: (nextMonth, date, atLeastDays) => {
      const times = [0, 1, 2].map((later) => Date.UTC(year + later, nextMonth - 1, date));
      return dayOf(times.find((time) => time >= todayTime + atLeastDays * dayLong) ?? todayTime);
    },
  };
}

/** The federal holidays and the days schools close beside them. */
function holidaysOf(year: number): [day: string, name: string][] {
  const fixed = (month: number, date: number) => dayOf(Date.UTC(year, month - 1, date));
  /** The nth such weekday (1 is Monday) of a month; −1 is the last. */
  const nth = (month: number, weekday: number, count: number) => {
    const first = new Date(Date.UTC(year, count > 0 ? month - 1 : month, 1));
    const toWeekday = (weekday - first.getUTCDay() + 7) % 7;
    return dayOf(first.getTime() + (toWeekday + (count > 0 ? count - 1 : -1) * 7) * dayLong);
  };
  const thanksgiving = nth(11, 4, 4);
  return [
    [fixed(1, 1), 'New Year’s Day'],
    [nth(1, 1, 3), 'Martin Luther King Jr. Day'],
    [nth(2, 1, 3), 'Presidents’ Day'],
    [nth(5, 1, -1), 'Memorial Day'],
    [fixed(6, 19), 'Juneteenth'],
    [fixed(7, 4), 'Independence Day'],
    [nth(9, 1, 1), 'Labor Day'],
    [fixed(11, 11), 'Veterans Day'],
    [thanksgiving, 'Thanksgiving'],
    [dayOf(Date.parse(thanksgiving) + dayLong), 'Thanksgiving'],
    [fixed(12, 24), 'Winter holidays'],
    [fixed(12, 25), 'Winter holidays'],
    [fixed(12, 31), 'Winter holidays'],
  ];
}
