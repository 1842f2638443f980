import { optionalDay } from '~/http/fields';
import { dayWithYear } from '~/ui/dates';
import { plural } from '~/ui/words';
import type { Measure } from './measure';
import { addDays, type Calendar, nextStart, periodNoun, periodStart } from './periods';
import type { SeriesPoint } from './series';

/** The first and the last day of a stretch of time, both inside. */
export interface Stretch {
  from: string;
  to: string;
}

/** A stretch as somebody wrote it. Either end may be missing, or be no day. */
export interface WrittenStretch extends Stretch {
  problems: { from?: string; to?: string };
}

export interface AskedDays extends WrittenStretch {
  /** What the chart shows; null where it shows all. */
  window: Stretch | null;
  /** So many numbers are in it. */
  shown: number;
}

type Started = Pick<SeriesPoint, 'periodStart'>;

/** Numbers whose period begins in a stretch. */
export const inStretch = <Point extends Started>(points: readonly Point[], { from, to }: Stretch): Point[] =>
  points.filter(({ periodStart: start }) => start >= from && start <= to);

const day = optionalDay();

/** Both ends as days that exist, and what is wrong with what does not. */
export function writtenStretch(from: string, to: string): WrittenStretch {
  const problems: WrittenStretch['problems'] = {};
  for (const [end, text] of [['from', from] as const, ['to', to] as const]) {
    const read = day.safeParse(text || undefined);
    if (!read.success) problems[end] = read.error.issues[0]?.message;
  }
  if (!problems.from && !problems.to && from && to && from > to) {
    problems.to = 'The last day is before the first one.';
  }
  return { from, to, problems };
}

/**
 * The days that an address asks a chart to show: ?from=2026-09-01&to=2026-12-18. A missing end is the end of the series.
 * What cannot be shown has its sentence, and the chart shows all.
 */
export function askedDays(params: URLSearchParams, points: readonly Started[], today: string): AskedDays {
  const written = writtenStretch((params.get('from') ?? '').trim(), (params.get('to') ?? '').trim());
  const all = { ...written, window: null, shown: points.length };
  const [first, last] = [points[0]?.periodStart, points.at(-1)?.periodStart];
  if (first === undefined || last === undefined || written.problems.from || written.problems.to) return all;
  if (!written.from && !written.to) return all;
  const end = last > today ? last : today;
  const window = {
    // An axis that runs on where no number can be would squeeze those there are.
    from: written.from > first ? written.from : first,
    to: written.to && written.to < end ? written.to : written.to ? end : last,
  };
  const shown = inStretch(points, window).length;
  if (shown > 0) return { ...written, window, shown };
  const none = `No number begins in these days. The first is of ${dayWithYear(first)}, the newest of ${dayWithYear(last)}.`;
  return { ...all, problems: written.from ? { from: none } : { to: none } };
}

/** "Sep 7 to Nov 23, 2026: 12 of 60 weeks. The middle line and the rules still use all 60." */
export function windowWords(
  { frequency }: Pick<Measure, 'frequency'>,
  asked: AskedDays,
  total: number,
): string {
  if (!asked.window) return '';
  const { from, to } = asked.window;
  return `${dayWithYear(from)} to ${dayWithYear(to)}: ${asked.shown} of ${plural(total, periodNoun[frequency])}. The middle line, the rules and the sentence above still use all ${total}.`;
}

const fewPeriods = 12;

/** Stretches that are one click away: each shows some of the numbers and not all. */
export function dayChoices(
  { frequency }: Pick<Measure, 'frequency'>,
  points: readonly Started[],
  today: string,
  calendar: Calendar,
): (Stretch & { words: string })[] {
  const last = points.at(-1)?.periodStart ?? today;
  const year = periodStart(today, 'yearly', calendar);
  const choices = [
    {
      words: `The last ${fewPeriods} ${periodNoun[frequency]}s`,
      from: points.at(-fewPeriods)?.periodStart ?? last,
      to: last,
    },
    {
      words: calendar.schoolYearFirstMonth === 1 ? 'This year' : 'This school year',
      from: year,
      to: addDays(nextStart(year, 'yearly'), -1),
    },
  ];
  return choices.filter((choice) => {
    const count = inStretch(points, choice).length;
    return count > 1 && count < points.length;
  });
}
