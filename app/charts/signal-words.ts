import type { RunChartReading } from '~/statistics/run-chart';
import type { Signal } from '~/statistics/signals';
import { dateText, dateWithYear } from './figures';
import type { ChartPoint } from './run-chart-data';

/* One signal in words. The pattern is fixed by the design language, § 6. */

/** A shift or a trend: it has a side and points of its own. */
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
      Number(isTrend(a)) - Number(isTrend(b)) ||
      lastOf(b) - lastOf(a) ||
      weight[a.verdict] - weight[b.verdict],
  );
}

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
export function signalText(signal: Signal, reading: RunChartReading, points: ChartPoint[]): string {
  if (!isRun(signal)) return patternText(signal, reading);
  const when = since(signal, points);
  if (isTrend(signal)) return `Trend: ${signal.count} points ${signal.side}${when}`;
  const where = `${signal.count} points ${signal.side} the median`;
  return signal.past === 'before' ? `Before: ${where}` : `Shift: ${where}${when}`;
}

/** A run that is not going on, in plain words without the last full stop. */
export function pastText(signal: Signal, reading: RunChartReading, points: ChartPoint[]): string {
  if (signal.past === 'ended') return `${signalText(signal, reading, points)}. It has ended`;
  const last = points[lastOf(signal)];
  const level = `the ${signal.count} points before were ${signal.side} the median`;
  return last ? `The level changed after ${dateText(last.date)}: ${level}` : `The level changed: ${level}`;
}

/** "8 above", where there is no room for the sentence. */
export const signalBrief = (signal: Signal): string => `${signal.count} ${signal.side}`;

function patternText(signal: Signal, reading: RunChartReading): string {
  const useful = reading.phases[signal.phase]?.useful ?? 0;
  const chance = `chance gives ${signal.limit} or ${signal.rule === 'too many runs' ? 'fewer' : 'more'}`;
  return signal.rule.endsWith('runs')
    ? `the line makes ${signal.count} ${signal.count === 1 ? 'run' : 'runs'} in ${useful} points; ${chance}`
    : `the line crosses the median ${signal.count} ${signal.count === 1 ? 'time' : 'times'} in ${useful} points; ${chance}`;
}
