// The run chart: values in order about their median, and what the rules say of them.
import { median, sideOf } from './center';
import { excludedMarks, phasesOf } from './phases';
import { centreSignals, FEWEST_POINTS_TO_TEST, type TestedPhase } from './rule-sets';
import { countRuns, OUT } from './runs';
import type { Better, RuleSet, Signal } from './signals';

export type { Better, RuleSet, Signal } from './signals';

export interface RunChartInput {
  values: readonly (number | null)[];
  /** the first k points are the baseline */
  frozen?: number;
  breaks?: readonly number[];
  excluded?: readonly number[];
  rules?: RuleSet;
  better: Better;
}

export interface RunPhase {
  start: number;
  /** inclusive */
  end: number;
  centre: number | null;
  /** inclusive index of last baseline point */
  baselineEnd: number;
  useful: number;
}

export interface RunChartReading {
  phases: RunPhase[];
  signals: Signal[];
  /** the latest phase has at least ten useful points to test; phases with fewer give no signal */
  enough: boolean;
}

/**
 * Reads a run chart: a median for each phase and the signals of one rule set (Anhøj unless another is named).
 *
 * `values` in time order, null where there is none (a number that is not finite counts as none); indices from 0. Phases
 * win over `frozen`. Excluded points take no part. A shift or trend is better or worse only while it goes on. Never throws.
 * Source: statistics.md § 1, § 3 and, for runs that have ended, § 4.
 */
export function readRunChart(input: RunChartInput): RunChartReading {
  const { values, better, rules = 'anhoej' } = input;
  const count = values.length;
  const plotted = new Float64Array(count);
  for (let i = 0; i < count; i++) plotted[i] = values[i] ?? Number.NaN;
  const excluded = excludedMarks(count, input.excluded);
  const sides = new Int8Array(count).fill(OUT);
  const phases: RunPhase[] = [];
  const signals: Signal[] = [];
  for (const { start, end, baselineEnd } of phasesOf(count, input)) {
    const centre = medianOfBaseline(plotted, excluded, start, baselineEnd);
    markSides(sides, plotted, excluded, start, end, centre);
    const { useful } = countRuns(sides, start, end);
    if (useful >= FEWEST_POINTS_TO_TEST) {
      const tested = { values: plotted, sides, start, end, index: phases.length, better };
      const isOwnMedian = baselineEnd === end;
      signals.push(...centreSignals(rules, tested).map((signal) => asOfNow(signal, tested, isOwnMedian)));
    }
    phases.push({ start, end, centre, baselineEnd, useful });
  }
  return { phases, signals, enough: (phases.at(-1)?.useful ?? 0) >= FEWEST_POINTS_TO_TEST };
}

/** A run that is not going on is neutral, and says why. */
function asOfNow(signal: Signal, phase: TestedPhase, isOwnMedian: boolean): Signal {
  const past = pastOf(signal, phase, isOwnMedian);
  return past === null ? signal : { ...signal, verdict: 'neutral', past };
}

function pastOf(
  { rule, side, points }: Signal,
  { values, sides, start, end }: TestedPhase,
  isOwnMedian: boolean,
): Signal['past'] | null {
  if (side === null) return null;
  const first = points[0] as number;
  const last = points.at(-1) as number;
  let isFollowed = false;
  let hasEnded = false;
  for (let i = last + 1; i <= end; i++) {
    if (sides[i] === OUT) continue;
    isFollowed = true;
    // A point on the median does not end a shift, nor one as high as the last a trend.
    hasEnded ||=
      rule === 'trend' ? sideOf(values[i] as number, values[last] as number) !== 0 : sides[i] !== 0;
  }
  const isUseless = (of: number) => of === 0 || of === OUT;
  const isFirst = rule === 'shift' && sides.subarray(start, first).every(isUseless);
  if (isOwnMedian && isFirst && isFollowed) return 'before';
  return hasEnded ? 'ended' : null;
}

/** Median of the included values from `start` to `baselineEnd`; null when there are none. */
export function medianOfBaseline(
  plotted: Float64Array,
  excluded: Uint8Array,
  start: number,
  baselineEnd: number,
): number | null {
  const base = new Float64Array(baselineEnd - start + 1);
  let held = 0;
  for (let i = start; i <= baselineEnd; i++) {
    const value = plotted[i] as number;
    if (excluded[i] === 0 && Number.isFinite(value)) base[held++] = value;
  }
  return median(base.subarray(0, held));
}

/** Writes the side of the centre of each point that takes part; others stay OUT. */
export function markSides(
  sides: Int8Array,
  plotted: Float64Array,
  excluded: Uint8Array,
  start: number,
  end: number,
  centre: number | null,
): void {
  if (centre === null) return;
  for (let i = start; i <= end; i++) {
    const value = plotted[i] as number;
    if (excluded[i] === 0 && Number.isFinite(value)) sides[i] = sideOf(value, centre);
  }
}

const ENOUGH_TO_FREEZE = 12; // statistics.md § 0: until 12 points before the first Do the median is the chart's own

/** How many points to freeze: all before the first Do once there are 12 of them, else none. */
export function defaultFrozen(datesBeforeFirstDo: number): number | undefined {
  return datesBeforeFirstDo >= ENOUGH_TO_FREEZE ? datesBeforeFirstDo : undefined;
}
