import { sideOf } from '~/statistics/center';
import { FEWEST_POINTS_TO_TEST } from '~/statistics/rule-sets';
import type { Better, RuleSet, RunChartReading } from '~/statistics/run-chart';
import { fewestCrossings, longestRunLimit } from '~/statistics/runs';
import type { Signal } from '~/statistics/signals';
import { dateText, dateWithYear } from './figures';
import type { Verdict } from './mark';
import type { ChartPoint } from './run-chart-data';

/* Pure words for what a chart shows. The pattern of a signal is fixed by the design language, § 6. */

export { dateText, formatValue } from './figures';

const ruleSets: Record<RuleSet, { name: string; shift: number | null; trend: number | null }> = {
  anhoej: { name: 'Anhøj rules', shift: null, trend: null },
  ihi: { name: 'IHI run chart rules', shift: 6, trend: 5 },
  nhs: { name: 'NHS Making Data Count rules', shift: 7, trend: 7 },
  'western-electric': { name: 'Western Electric rules', shift: 8, trend: null },
  nelson: { name: 'Nelson rules', shift: 9, trend: 6 },
};

/** Points in a row on one side that make a shift: for Anhøj, more than the longest run that chance allows. */
export function pointsInShift(useful: number, ruleSet: RuleSet): number {
  return ruleSets[ruleSet].shift ?? longestRunLimit(Math.max(useful, 1)) + 1;
}

const usefulNow = (reading: RunChartReading): number => reading.phases.at(-1)?.useful ?? 0;

/** The rule set by name, with the real numbers for this many points. */
export function ruleLine(reading: RunChartReading, ruleSet: RuleSet): string {
  const useful = usefulNow(reading);
  const { name, trend } = ruleSets[ruleSet];
  if (!reading.enough)
    return `${name}. They test from ${FEWEST_POINTS_TO_TEST} points on; this chart has ${useful}.`;
  const shift = `a shift is ${pointsInShift(useful, ruleSet)} or more points in a row on one side of the median`;
  if (ruleSet === 'anhoej') {
    return `${name} for ${useful} points: ${shift}; fewer than ${fewestCrossings(useful)} crossings are an unusual pattern.`;
  }
  return trend === null
    ? `${name}: ${shift}.`
    : `${name}: ${shift}; a trend is ${trend} or more points all rising or all falling.`;
}

const isRun = (signal: Signal): boolean => signal.side !== null && signal.points.length > 0;

const lastOf = (signal: Signal): number => signal.points.at(-1) ?? -1;

/** The newest shift or trend first, a concern before an improvement of the same day; patterns of the whole last. */
export function inOrder(signals: Signal[]): Signal[] {
  const weight = { worse: 0, better: 1, neutral: 2 };
  return [...signals].sort(
    (a, b) =>
      Number(isRun(b)) - Number(isRun(a)) ||
      Number(isTrend(a)) - Number(isTrend(b)) ||
      lastOf(b) - lastOf(a) ||
      weight[a.verdict] - weight[b.verdict],
  );
}

export const isTrend = (signal: Signal): boolean => signal.side === 'rising' || signal.side === 'falling';

function since(signal: Signal, reading: RunChartReading, points: ChartPoint[]): string {
  const first = points[signal.points[0] ?? -1];
  const last = points[lastOf(signal)];
  const newest = points.findLast((point) => point.value !== null && !point.ghosted);
  if (!first || !last || !newest) return '';
  const centre = reading.phases[signal.phase]?.centre ?? null;
  const side = (point: ChartPoint) =>
    centre === null || point.value === null ? 0 : sideOf(point.value, centre);
  // Points on the line after a run do not end it.
  const ended = isTrend(signal)
    ? last.date !== newest.date
    : points.slice(lastOf(signal) + 1).some((point) => !point.ghosted && side(point) !== 0);
  const otherYear =
    first.date.slice(0, 4) !== newest.date.slice(0, 4) && monthsBetween(first.date, newest.date) > 10;
  const words = (date: string) => (otherYear ? dateWithYear(date) : dateText(date));
  return ended ? ` from ${words(first.date)} to ${words(last.date)}` : ` since ${words(first.date)}`;
}

function monthsBetween(from: string, to: string): number {
  const month = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  return month(to) - month(from);
}

/** "Shift: 8 points above the median since Oct 12". */
export function signalText(signal: Signal, reading: RunChartReading, points: ChartPoint[]): string {
  if (!isRun(signal)) return patternText(signal, reading);
  const when = since(signal, reading, points);
  return isTrend(signal)
    ? `Trend: ${signal.count} points ${signal.side}${when}`
    : `Shift: ${signal.count} points ${signal.side} the median${when}`;
}

/** "8 above", where there is no room for the sentence. */
export const signalBrief = (signal: Signal): string => `${signal.count} ${signal.side}`;

function patternText(signal: Signal, reading: RunChartReading): string {
  const useful = reading.phases[signal.phase]?.useful ?? usefulNow(reading);
  const chance = `chance gives ${signal.limit} or ${signal.rule === 'too many runs' ? 'fewer' : 'more'}`;
  return signal.rule.endsWith('runs')
    ? `the line makes ${signal.count} ${signal.count === 1 ? 'run' : 'runs'} in ${useful} points; ${chance}`
    : `the line crosses the median ${signal.count} ${signal.count === 1 ? 'time' : 'times'} in ${useful} points; ${chance}`;
}

const signalWords = { better: 'Improvement', worse: 'Concern', neutral: 'Signal' } as const;

export interface ReadingInWords {
  verdict: Verdict;
  /** "Improvement", "Concern", "Unusual pattern", "No signal yet", "Too few points to test". */
  word: string;
  /** "Shift: 8 points above the median since Oct 12". May be empty. */
  text: string;
  /** The other signals, each a whole sentence. */
  others: string[];
}

function currentRun(
  reading: RunChartReading,
  points: ChartPoint[],
): { count: number; side: 'above' | 'below' } | null {
  const phase = reading.phases.at(-1);
  if (!phase || phase.centre === null) return null;
  let count = 0;
  let side = 0;
  for (const point of points.slice(phase.start, phase.end + 1).reverse()) {
    if (point.value === null || point.ghosted) continue;
    const now = sideOf(point.value, phase.centre);
    if (now === 0) continue;
    if (side !== 0 && now !== side) break;
    side = now;
    count++;
  }
  return count > 0 ? { count, side: side > 0 ? 'above' : 'below' } : null;
}

export interface WordsOptions {
  better: Better;
  /** Which rules the reading used: "a shift needs 7" is theirs. */
  ruleSet?: RuleSet;
}

export function readingInWords(
  reading: RunChartReading,
  points: ChartPoint[],
  { ruleSet = 'anhoej' }: WordsOptions,
): ReadingInWords {
  const useful = usefulNow(reading);
  const [main, ...rest] = inOrder(reading.signals);
  const sentence = (signal: Signal) =>
    isRun(signal)
      ? `${signalWords[signal.verdict]}. ${signalText(signal, reading, points)}.`
      : `Unusual pattern: ${signalText(signal, reading, points)}.`;
  if (main) {
    const others = rest.map(sentence);
    const text = signalText(main, reading, points);
    if (!isRun(main)) return { verdict: 'none', word: 'Unusual pattern', text, others };
    const verdict = main.verdict === 'neutral' ? 'none' : main.verdict;
    return { verdict, word: signalWords[main.verdict], text, others };
  }
  if (!reading.enough) {
    const { start, end } = reading.phases.at(-1) ?? { start: 0, end: -1 };
    const counted = points
      .slice(start, end + 1)
      .filter((point) => point.value !== null && !point.ghosted).length;
    // Points on the median are on neither side and test nothing.
    return counted < FEWEST_POINTS_TO_TEST
      ? {
          verdict: 'early',
          word: 'Too few points to test',
          text: `${counted} of ${FEWEST_POINTS_TO_TEST}`,
          others: [],
        }
      : {
          verdict: 'early',
          word: 'Too few points off the median to test',
          text: `${useful} of ${FEWEST_POINTS_TO_TEST}`,
          others: [],
        };
  }
  const run = currentRun(reading, points);
  const needs = pointsInShift(useful, ruleSet);
  // Within two of a shift is worth saying; less is the usual ups and downs.
  const close = run !== null && run.count >= needs - 2 && run.count < needs;
  const text = close
    ? `${run.count} points ${run.side} the median. A shift needs ${needs}`
    : 'The ups and downs look normal';
  return { verdict: 'none', word: 'No signal yet', text, others: [] };
}

/** The sentence over a chart: what a person could say in a meeting. */
export function sentenceFor(reading: RunChartReading, points: ChartPoint[], options: WordsOptions): string {
  const { word, text, others } = readingInWords(reading, points, options);
  const colon = word === 'Unusual pattern' || /^\d/.test(text);
  return [`${word}${colon ? ':' : '.'} ${text}.`, ...others].join(' ');
}
