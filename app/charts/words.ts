import { sideOf } from '~/statistics/center';
import { FEWEST_POINTS_TO_TEST } from '~/statistics/rule-sets';
import type { Better, RuleSet, RunChartReading } from '~/statistics/run-chart';
import { fewestCrossings, longestRunLimit } from '~/statistics/runs';
import type { Signal } from '~/statistics/signals';
import type { Verdict } from './mark';
import type { ChartPoint } from './run-chart-data';
import { type Centre, headOf, inOrder, isPast, isRun, pastText, signalText, together } from './signal-words';

/* Pure words for what a whole chart shows; those of one signal are in signal-words.ts. */

export { dateText, formatValue } from './figures';

const ruleSetNames: Record<RuleSet, string> = {
  anhoej: 'Anhøj rules',
  ihi: 'IHI run chart rules',
  nhs: 'NHS Making Data Count rules',
  'western-electric': 'Western Electric rules',
  nelson: 'Nelson rules',
};

/** Points in a row of each set: null for what grows with the chart, or is not looked for. */
const asked: Record<RuleSet, { shift: number | null; trend: number | null }> = {
  anhoej: { shift: null, trend: null },
  ihi: { shift: 6, trend: 5 },
  nhs: { shift: 7, trend: 7 },
  'western-electric': { shift: 8, trend: null },
  nelson: { shift: 9, trend: 6 },
};

/** On a chart with limits the IHI ask for more: the Shewhart rules of Provost and Murray. */
const askedWithLimits = { ...asked, ihi: { shift: 8, trend: 6 } };

/** Points in a row on one side that make a shift: for Anhøj, more than the longest run that chance allows. */
export function pointsInShift(useful: number, ruleSet: RuleSet, hasLimits = false): number {
  const { shift } = (hasLimits ? askedWithLimits : asked)[ruleSet];
  return shift ?? longestRunLimit(Math.max(useful, 1)) + 1;
}

/** Points all rising or all falling that make a trend; null where the set does not look for one. */
export const pointsInTrend = (ruleSet: RuleSet, hasLimits = false): number | null =>
  (hasLimits ? askedWithLimits : asked)[ruleSet].trend;

const usefulNow = (reading: RunChartReading): number => reading.phases.at(-1)?.useful ?? 0;

/** The rules with the real numbers for this many points, and their name in brackets. */
export function ruleLine(
  reading: RunChartReading,
  ruleSet: RuleSet,
  { centre = 'median', hasLimits = false }: Pick<WordsOptions, 'centre' | 'hasLimits'> = {},
): string {
  const useful = usefulNow(reading);
  const name = hasLimits && ruleSet === 'ihi' ? 'IHI control chart rules' : ruleSetNames[ruleSet];
  if (!reading.enough && !hasLimits)
    return `Tested from ${FEWEST_POINTS_TO_TEST} points on; this chart has ${useful} (${name}).`;
  const outside = hasLimits ? 'a point outside the limits; ' : '';
  const shift = `${outside}a shift is ${pointsInShift(useful, ruleSet, hasLimits)} or more points in a row on one side of the ${centre}`;
  if (ruleSet === 'anhoej') {
    return sentence(
      `for ${useful} points, ${shift}; fewer than ${fewestCrossings(Math.max(useful, 1))} crossings are an unusual pattern`,
      name,
    );
  }
  const trend = pointsInTrend(ruleSet, hasLimits);
  return trend === null
    ? sentence(shift, name)
    : sentence(`${shift}; a trend is ${trend} or more points all rising or all falling`, name);
}

const sentence = (rule: string, name: string) => `${rule.charAt(0).toUpperCase()}${rule.slice(1)} (${name}).`;

const signalWords = { better: 'Improvement', worse: 'Concern', neutral: 'Signal' } as const;

export interface ReadingInWords {
  verdict: Verdict;
  /** "Improvement", "Concern", "Unusual pattern", "No signal now", "No signal yet", "Too few points to test". */
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
  /** What the line in the middle is called: the median, unless a control chart says otherwise. */
  centre?: Centre;
  /** A control chart: some sets ask for more points there. */
  hasLimits?: boolean;
}

export function readingInWords(
  reading: RunChartReading,
  points: ChartPoint[],
  { ruleSet = 'anhoej', centre = 'median', hasLimits = false }: WordsOptions,
): ReadingInWords {
  const useful = usefulNow(reading);
  const said = inOrder(together(reading.signals));
  const newest = reading.phases.length - 1;
  // The newest phase is what a chart is about; what an earlier one showed is told after it.
  const signals = said.filter(({ phase }) => phase >= newest);
  const earlier = said.filter((signal) => signal.phase < newest && isRun(signal));
  const main = headOf(signals);
  const sentence = (signal: Signal) => {
    if (isPast(signal)) return `${pastText(signal, reading, points, centre)}.`;
    return isRun(signal)
      ? `${signalWords[signal.verdict]}. ${signalText(signal, reading, points, centre)}.`
      : `Unusual pattern: ${signalText(signal, reading, points, centre)}.`;
  };
  if (main) {
    // A long run leaves few crossings: that is one piece of news, not two. The rules beside the chart say both.
    const told = (signal: Signal) => signal !== main && !(isRun(main) && signal.rule === 'crossings');
    const others = [...signals.filter(told), ...earlier].map(sentence);
    const text = signalText(main, reading, points, centre);
    if (!isRun(main)) return { verdict: 'none', word: 'Unusual pattern', text, others };
    const verdict = main.verdict === 'neutral' ? 'none' : main.verdict;
    return { verdict, word: signalWords[main.verdict], text, others };
  }
  const before = earlier.map(sentence);
  const [ended, ...endedBefore] = signals;
  if (ended) {
    const text = pastText(ended, reading, points, centre);
    return {
      verdict: 'none',
      word: 'No signal now',
      text,
      others: [...endedBefore.map(sentence), ...before],
    };
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
          others: before,
        }
      : {
          verdict: 'early',
          word: `Too few points off the ${centre} to test`,
          text: `${useful} of ${FEWEST_POINTS_TO_TEST}`,
          others: before,
        };
  }
  const run = currentRun(reading, points);
  const needs = pointsInShift(useful, ruleSet, hasLimits);
  // Within two of a shift is worth saying; less is the usual ups and downs.
  const close = run !== null && run.count >= needs - 2 && run.count < needs;
  const text = close
    ? `${run.count} points ${run.side} the ${centre}. A shift needs ${needs}`
    : 'The ups and downs look normal';
  return { verdict: 'none', word: 'No signal yet', text, others: before };
}

/** The sentence over a chart: what a person could say in a meeting. */
export function sentenceFor(reading: RunChartReading, points: ChartPoint[], options: WordsOptions): string {
  const { word, text, others } = readingInWords(reading, points, options);
  const colon = word === 'Unusual pattern' || /^\d/.test(text);
  return [`${word}${colon ? ':' : '.'} ${text}.`, ...others].join(' ');
}
