import type { RunChartReading } from '~/statistics/run-chart';
import { signalSentence } from '~/statistics/sentences';
import type { Signal } from '~/statistics/signals';
import { dateText, dateWithYear } from './figures';
import type { ChartPoint, RunChartData } from './run-chart-data';

/* One signal in words. The pattern is fixed by the design language, § 6. */

/** What the line in the middle is called. */
export type Centre = 'median' | 'mean';

export const centreOf = ({ limits }: Pick<RunChartData, 'limits'>): Centre =>
  limits?.centreWord === 'Mean' ? 'mean' : 'median';

/** A shift, a trend or points far out: it has a side and points of its own. */
export const isRun = (signal: Signal): boolean => signal.side !== null && signal.points.length > 0;

/** A run that has ended is told, and is no headline. */
export const isPast = (signal: Signal): boolean => signal.past !== undefined;

/** The signal over the chart: one that goes on. */
export const headOf = (signals: Signal[]): Signal | undefined =>
  inOrder(signals).find((signal) => !isPast(signal));

const lastOf = (signal: Signal): number => signal.points.at(-1) ?? -1;

/**
 * What goes on first, then what has ended, each with the newest shift before trends and a concern before an improvement of
 * the same day; patterns of the whole last.
 */
export function inOrder(signals: Signal[]): Signal[] {
  const weight = { worse: 0, better: 1, neutral: 2 };
  return [...signals].sort(
    (a, b) =>
      Number(isRun(b)) - Number(isRun(a)) ||
      Number(isPast(a)) - Number(isPast(b)) ||
      rankOf(a) - rankOf(b) ||
      lastOf(b) - lastOf(a) ||
      weight[a.verdict] - weight[b.verdict],
  );
}

const rankOf = (signal: Signal): number => (isTrend(signal) ? 1 : isZonal(signal) ? 2 : 0);

/** One point outside the limits of a control chart. */
export const isBeyond = ({ rule }: Signal): boolean => rule === 'beyond limits';

/** Points beyond the same limit are told together, not one by one. */
export function together(signals: Signal[]): Signal[] {
  const merged = new Map<string, Signal>();
  return signals.flatMap((signal) => {
    if (!isBeyond(signal)) return [signal];
    const key = `${signal.side} ${signal.past} ${signal.verdict}`;
    const before = merged.get(key);
    if (before) {
      before.points.push(...signal.points);
      before.count += signal.count;
      return [];
    }
    const first = { ...signal, points: [...signal.points] };
    merged.set(key, first);
    return [first];
  });
}

const zonal = new Set<string>([
  'beyond limits',
  'two of three',
  'four of five',
  'alternating',
  'close to the centre',
  'away from the centre',
]);

/** A pattern of the zones between the limits of a control chart. */
const isZonal = ({ rule }: Signal): boolean => zonal.has(rule);

export const isTrend = (signal: Signal): boolean => signal.side === 'rising' || signal.side === 'falling';

function since(signal: Signal, points: ChartPoint[]): string {
  const first = points[signal.points[0] ?? -1];
  const last = points[lastOf(signal)];
  const newest = points.findLast((point) => point.value !== null && !point.ghosted);
  if (!first || !last || !newest) return '';
  const otherYear =
    first.date.slice(0, 4) !== newest.date.slice(0, 4) && monthsBetween(first.date, newest.date) > 10;
  const words = (date: string) => (otherYear ? dateWithYear(date) : dateText(date));
  return isPast(signal) ? ` from ${words(first.date)} to ${words(last.date)}` : ` since ${words(first.date)}`;
}

function monthsBetween(from: string, to: string): number {
  const month = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  return month(to) - month(from);
}

/** "Shift: 8 points above the median since Oct 12". */
export function signalText(
  signal: Signal,
  reading: RunChartReading,
  points: ChartPoint[],
  centre: Centre = 'median',
): string {
  if (isZonal(signal)) return zonalText(signal, points, centre);
  if (!isRun(signal)) return patternText(signal, reading, centre);
  const when = since(signal, points);
  if (isTrend(signal)) return `Trend: ${signal.count} points ${signal.side}${when}`;
  const where = `${signal.count} points ${signal.side} the ${centre}`;
  return signal.past === 'before' ? `Before: ${where}` : `Shift: ${where}${when}`;
}

/** The words of the statistics, with the dates of the chart. A pattern without a side is headed by who says it. */
function zonalText(signal: Signal, points: ChartPoint[], centre: Centre): string {
  const when = (index: number) => dateText(points[index]?.date ?? '');
  if (isBeyond(signal) && signal.count > 1) {
    const limit = signal.side === 'above' ? 'upper' : 'lower';
    return `Beyond the ${limit} limit: ${signal.count} points, the newest ${when(Math.max(...signal.points))}`;
  }
  return signalSentence(signal, { centre, useful: 0, when }).replace(/^Unusual pattern: /, '');
}

/** A run that is not going on, in plain words without the last full stop. */
export function pastText(
  signal: Signal,
  reading: RunChartReading,
  points: ChartPoint[],
  centre: Centre = 'median',
): string {
  const text = signalText(signal, reading, points, centre);
  if (isBeyond(signal)) return `Earlier: ${text.charAt(0).toLowerCase()}${text.slice(1)}`;
  if (signal.past === 'ended') return `${text}. It has ended`;
  if (signal.past === 'phase') return `In the phase before: ${text.replace(/^\w+: /, '')}`;
  const last = points[lastOf(signal)];
  const level = `the ${signal.count} points before were ${signal.side} the ${centre}`;
  return last ? `The level changed after ${dateText(last.date)}: ${level}` : `The level changed: ${level}`;
}

const briefs: Record<string, (signal: Signal) => string> = {
  'two of three': ({ count, side }) => `${count} far ${side}`,
  'four of five': ({ count, side }) => `${count} well ${side}`,
  alternating: ({ count }) => `${count} up and down`,
  'close to the centre': ({ count }) => `${count} close in`,
  'away from the centre': ({ count }) => `${count} far out`,
};

/** "8 above", where there is no room for the sentence. */
export const signalBrief = (signal: Signal): string =>
  briefs[signal.rule]?.(signal) ?? `${signal.count} ${signal.side}`;

function patternText(signal: Signal, reading: RunChartReading, centre: Centre): string {
  const useful = reading.phases[signal.phase]?.useful ?? 0;
  const chance = `chance gives ${signal.limit} or ${signal.rule === 'too many runs' ? 'fewer' : 'more'}`;
  return signal.rule.endsWith('runs')
    ? `the line makes ${signal.count} ${signal.count === 1 ? 'run' : 'runs'} in ${useful} points; ${chance}`
    : `the line crosses the ${centre} ${signal.count} ${signal.count === 1 ? 'time' : 'times'} in ${useful} points; ${chance}`;
}
