import type { PeriodKind } from '#db/vocabulary';
import { calendarYear, type Period, schoolYear } from '~/imports/calendar';
import { isPeriod, readPeriod } from '~/imports/periods';

/** What the periods of an indicator are: their kind, and the month in which a school year begins (1–12). */
export interface Calendar {
  kind: PeriodKind;
  firstMonth: number;
}

/** The period of a key such as "2015-16" or "2016". */
export function periodOf(key: string, calendar: Calendar): Period {
  return periodOfYear(Number(key.slice(0, 4)), calendar);
}

function periodOfYear(start: number, { kind, firstMonth }: Calendar): Period {
  return kind === 'school year' ? schoolYear(start, firstMonth) : calendarYear(start);
}

/** The period that a day falls in. */
export function periodOn(day: string, calendar: Calendar): Period {
  const year = Number(day.slice(0, 4));
  const period = periodOfYear(year, calendar);
  return period.startsOn <= day ? period : periodOfYear(year - 1, calendar);
}

export function periodsLater(period: Period, count: number, calendar: Calendar): Period {
  return periodOfYear(period.start + count, calendar);
}

/** Every period from the first to the last of these keys, those without figures too: time is drawn to scale. */
export function periodsFrom(keys: Iterable<string>, calendar: Calendar): Period[] {
  const years = [...new Set(keys)].map((key) => Number(key.slice(0, 4)));
  if (years.length === 0) return [];
  const first = years.reduce((a, b) => Math.min(a, b));
  const last = years.reduce((a, b) => Math.max(a, b));
  return Array.from({ length: last - first + 1 }, (_, step) => periodOfYear(first + step, calendar));
}

/** The key of a period as somebody typed it, or null where it is not one of this kind. */
export function keyOf(typed: string, kind: PeriodKind): string | null {
  const reading = readPeriod(typed, { prefer: kind });
  return isPeriod(reading) && reading.kind === kind ? reading.key : null;
}

/** "2015–16" of "2015-16". */
export const periodLabel = (key: string) => key.replace('-', '–');

/**
 * Periods as they were written, each once, in the order of time, with the key each spelling stands for. What is no
 * period we know stands by its spelling.
 */
export function inOrder(written: Iterable<string>): {
  keys: Map<string, string>;
  periods: { key: string }[];
} {
  const spellings = [...new Set(written)];
  const isMonthly = spellings.some((one) => readPeriod(one).kind === 'month');
  const read = spellings.map((spelling) => {
    const period = readPeriod(spelling, { prefer: isMonthly ? 'month' : 'school year' });
    return isPeriod(period)
      ? { spelling, key: period.key, from: period.startsOn }
      : { spelling, key: spelling, from: spelling };
  });
  read.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  return {
    keys: new Map(read.map(({ spelling, key }) => [spelling, key])),
    periods: [...new Set(read.map(({ key }) => key))].map((key) => ({ key })),
  };
}
