// Runs a case of the reference vectors through the app's own functions and returns what they say in the shape of the
// case's `expected` (statistics.md § 9). No arithmetic here: names are matched to names.
import {
  type ControlChartInput,
  type ControlChartReading,
  type ControlLines,
  readControlChart,
} from '../../app/statistics/control-chart';
import { isConstant } from '../../app/statistics/control-lines';
import { NumbersRefused } from '../../app/statistics/errors';
import { readIhi } from '../../app/statistics/ihi';
import { readNhs } from '../../app/statistics/nhs';
import type { ChartKind } from '../../app/statistics/plotted';
import type { Better, Signal } from '../../app/statistics/signals';

export { type GapVector, readGap, readTrend, type TrendVector } from './gap-vectors';

type Column = (number | null)[];

export interface TestCase {
  chart: ChartKind;
  input: {
    values?: Column;
    numerators?: Column;
    denominators?: Column;
    subgroups?: Column[];
    freeze?: number;
    breaks: number[];
    exclude: number[];
    multiply: number;
    target?: number;
    improvement: 'increase' | 'decrease' | 'neutral';
  };
}

const BETTER: Record<TestCase['input']['improvement'], Better> = {
  increase: 'up',
  decrease: 'down',
  neutral: 'neither',
};
const SCREENED: readonly ChartKind[] = ['i', 'pprime', 'uprime', 't', 'iprime'];
const WITH_RULES: readonly ChartKind[] = ['i', 'p', 'u', 'c'];

/** What the app says of a chart case; `{ referenceError }` where it refuses the numbers, in its own words. */
export function readVector(testCase: TestCase): Record<string, unknown> {
  try {
    return readChart(testCase);
  } catch (error) {
    if (error instanceof NumbersRefused) return { referenceError: error.message };
    throw error;
  }
}

function readChart({ chart, input }: TestCase): Record<string, unknown> {
  const common: ControlChartInput = {
    kind: chart,
    values: input.values,
    numerators: input.numerators,
    denominators: input.denominators,
    subgroups: input.subgroups,
    frozen: input.freeze,
    breaks: input.breaks,
    excluded: input.exclude,
    multiply: input.multiply,
    better: BETTER[input.improvement],
    // The reference flags excluded points too; the app's own charts do not.
    flagsExcluded: true,
  };
  const reading = readControlChart(common);
  const said: Record<string, unknown> = {
    n: reading.values.length,
    values: reading.values,
    phases: reading.phases.map((phase) => ({
      start: phase.start,
      end: phase.end,
      nObs: phase.observed,
      nUseful: phase.useful,
      longestRun: phase.longestRun,
      longestRunLimit: phase.longestRunLimit,
      crossings: phase.crossings,
      crossingLimit: phase.crossingLimit,
      runsSignal: phase.unusualRuns,
    })),
    lines: linesOf(reading),
    sigmaSignals: reading.beyond,
  };
  if (SCREENED.includes(chart)) {
    const screeningChanges = reading.phases.some((phase) => phase.screenedOut > 0);
    said.screeningChanges = screeningChanges;
    const unscreened = readControlChart({ ...common, isScreened: false });
    if (screeningChanges) {
      said.linesUnscreened = linesOf(unscreened);
      said.sigmaSignalsUnscreened = unscreened.beyond;
    }
    if (chart === 'iprime') {
      const quiet = { ...common, flagsExcluded: false };
      said.pbcharts = {
        screened: primeOf(readControlChart(quiet)),
        unscreened: primeOf(readControlChart({ ...quiet, isScreened: false })),
      };
    }
  }
  if (chart === 'run') said.ihi = ihiOf(common);
  if (chart === 'i') {
    said.nhs = nhsOf(common, input.target);
    if (said.screeningChanges) said.nhsUnscreened = nhsOf({ ...common, isScreened: false }, input.target);
  }
  if (WITH_RULES.includes(chart)) {
    const unscreened = { ...common, isScreened: false };
    said.qcc = { westernElectric: westernElectricOf(unscreened), nelson: nelsonOf(unscreened) };
  }
  return said;
}

function linesOf(reading: ControlChartReading) {
  const { centre, lower, upper, lowerWarning, upperWarning } = reading.lines;
  if (!isConstant(reading)) return { centre, lower, upper, lower2s: lowerWarning, upper2s: upperWarning };
  const at = (line: keyof ControlLines, index: number) => reading.lines[line][index];
  return {
    byPhase: reading.phases.map(({ start, end }) => ({
      start,
      end,
      centre: at('centre', start),
      lower: at('lower', start),
      upper: at('upper', start),
      lower2s: at('lowerWarning', start),
      upper2s: at('upperWarning', start),
    })),
  };
}

function primeOf({ lines, beyond }: ControlChartReading) {
  return { centre: lines.centre, lower: lines.lower, upper: lines.upper, sigmaSignals: beyond };
}

function ihiOf(input: ControlChartInput) {
  return readIhi(input).map((phase) => ({
    start: phase.start,
    end: phase.end,
    median: phase.median,
    nUseful: phase.useful,
    above: phase.above,
    below: phase.below,
    runs: phase.runs,
    runLimitsExact: phase.halved && [phase.halved.fewest, phase.halved.most],
    runLimitsExactActual: phase.actual && [phase.actual.fewest, phase.actual.most],
    runsVerdictExact: phase.halvedVerdict,
    runsVerdictExactActual: phase.actualVerdict,
    shift6: { useful: phase.shifts.flatMap((shift) => shift.points) },
    trend5: phase.trends.map((trend) => ({
      direction: trend.side === 1 ? 'up' : 'down',
      length: trend.points.length,
      distinct: trend.points,
    })),
  }));
}

function nhsOf(input: ControlChartInput, target: number | undefined) {
  const reading = readControlChart({ ...input, rules: 'nhs' });
  const nhs = readNhs(reading, input.better, target ?? null);
  const starts = reading.phases.map(({ start }) => start);
  return {
    mean: starts.map((start) => reading.lines.centre[start]),
    lower: starts.map((start) => reading.lines.lower[start]),
    upper: starts.map((start) => reading.lines.upper[start]),
    specialCause: nhs.labels,
    pointType: nhs.pointTypes,
    variationIcon: nhs.variationIcon,
    assuranceIcon: nhs.assuranceIcon,
  };
}

function completing(signals: readonly Signal[], rule: Signal['rule']): number[] {
  const points = signals
    .filter((signal) => signal.rule === rule)
    .flatMap((signal) => signal.completing ?? []);
  return [...new Set(points)].sort((a, b) => a - b);
}

function westernElectricOf(input: ControlChartInput) {
  const { signals } = readControlChart({ ...input, rules: 'western-electric' });
  return {
    rule1: completing(signals, 'beyond limits'),
    rule2: completing(signals, 'two of three'),
    rule3: completing(signals, 'four of five'),
    rule4: completing(signals, 'shift'),
  };
}

function nelsonOf(input: ControlChartInput) {
  const { signals } = readControlChart({ ...input, rules: 'nelson' });
  return {
    rule1: completing(signals, 'beyond limits'),
    rule2: completing(signals, 'shift'),
    rule3: completing(signals, 'trend'),
    rule4: completing(signals, 'alternating'),
    rule5: completing(signals, 'two of three'),
    rule6: completing(signals, 'four of five'),
    rule7: completing(signals, 'close to the centre'),
    rule8: completing(signals, 'away from the centre'),
  };
}
