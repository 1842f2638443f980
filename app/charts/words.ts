import { sideOf } from '~/statistics/center';
import type { RunChartReading, Signal } from '~/statistics/run-chart';
import { fewestCrossings, longestRunLimit } from '~/statistics/runs';
import type { RuleSet } from '#db/vocabulary';
import type { Verdict } from './mark';
import type { Better, ChartPoint, Unit } from './run-chart-data';

/* Pure words for what a chart shows. The pattern of a signal is fixed by the design language, § 6. */

const months = new Intl.DateTimeFormat('en-US', { month: 'short', timeZone: 'UTC' });
const days = new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric', timeZone: 'UTC' });
const daysOfYears = new Intl.DateTimeFormat('en-US', {
  month: 'short',
  day: 'numeric',
  year: 'numeric',
  timeZone: 'UTC',
});

export const monthName = (time: number): string => months.format(time);
export const shortDay = (time: number): string => days.format(time);
/** "Oct 12" of "2026-10-12". */
export const dateText = (date: string): string => days.format(Date.parse(`${date}T12:00:00Z`));

const figures = new Map<number, Intl.NumberFormat>();

function figure(value: number, decimals: number): string {
  let format = figures.get(decimals);
  if (!format) {
    format = new Intl.NumberFormat('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
    figures.set(decimals, format);
  }
  // Rounded to zero has no sign.
  const text = format.format(value);
  return /^-[0.,]+$/.test(text) ? text.slice(1) : text.replace('-', '−');
}

/** Suffixes longer than this stay out of the drawing: the heading and the table say them. */
const longestSuffixInDrawing = 6;

export function formatValue(value: number, unit: Unit, { decimals = unit.decimals, brief = false } = {}): string {
  const number = figure(value, decimals);
  const suffix = unit.suffix && !(brief && unit.suffix.length > longestSuffixInDrawing) ? unit.suffix : '';
  switch (unit.kind) {
    case 'percent':
      return `${number}%`;
    case 'money':
      return number.startsWith('−') ? `−$${number.slice(1)}${suffix}` : `$${number}${suffix}`;
    case 'days':
      return brief ? number : `${number} ${number === '1' ? 'day' : 'days'}`;
    default:
      return suffix ? `${number} ${suffix}` : number;
  }
}

const ruleSetNames: Record<RuleSet, string> = {
  anhoej: 'Anhøj rules',
  ihi: 'IHI run chart rules',
  nhs: 'NHS Making Data Count rules',
};

/** Points in a row on one side that make a shift: for Anhøj, more than the longest run that chance allows. */
export function pointsInShift(useful: number, ruleSet: RuleSet): number {
  if (ruleSet === 'ihi') return 6;
  if (ruleSet === 'nhs') return 7;
  return longestRunLimit(Math.max(useful, 1)) + 1;
}

/** Run analysis from 10 useful points (statistics.md § 5). */
const fewest = 10;

const usefulNow = (reading: RunChartReading): number => reading.phases.at(-1)?.useful ?? 0;

/** The rule set by name, with the real number for this many points. */
export function ruleLine(reading: RunChartReading, ruleSet: RuleSet): string {
  const useful = usefulNow(reading);
  const name = ruleSetNames[ruleSet];
  if (!reading.enough) return `${name}. They test from ${fewest} points on; this chart has ${useful}.`;
  const shift = `a shift is ${pointsInShift(useful, ruleSet)} or more points in a row on one side of the median`;
  if (ruleSet === 'ihi') return `${name}: ${shift}, a trend is 5 or more points all rising or all falling.`;
  if (ruleSet === 'nhs') return `${name}: ${shift}, a trend is 7 or more points all rising or all falling.`;
  return `${name} for ${useful} points: ${shift}; fewer than ${fewestCrossings(useful)} crossings are an unusual pattern.`;
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
  const side = (point: ChartPoint) => (centre === null || point.value === null ? 0 : sideOf(point.value, centre));
  // Points on the line after a run do not end it.
  const ended = isTrend(signal)
    ? last.date !== newest.date
    : points.slice(lastOf(signal) + 1).some((point) => !point.ghosted && side(point) !== 0);
  const otherYear = first.date.slice(0, 4) !== newest.date.slice(0, 4) && monthsBetween(first.date, newest.date) > 10;
  const words = (date: string) => (otherYear ? daysOfYears.format(Date.parse(`${date}T12:00:00Z`)) : dateText(date));
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
    ? `the line makes ${signal.count} runs in ${useful} points; ${chance}`
    : `the line crosses the median ${signal.count} times in ${useful} points; ${chance}`;
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

function currentRun(reading: RunChartReading, points: ChartPoint[]): { count: number; side: 'above' | 'below' } | null {
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
    const counted = points.slice(start, end + 1).filter((point) => point.value !== null && !point.ghosted).length;
    // Points on the median are on neither side and test nothing.
    return counted < fewest
      ? { verdict: 'early', word: 'Too few points to test', text: `${counted} of ${fewest}`, others: [] }
      : { verdict: 'early', word: 'Too few points off the median to test', text: `${useful} of ${fewest}`, others: [] };
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
