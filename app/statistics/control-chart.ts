// The control chart: plotted values, centre, limits and signals, phase by phase.
import { sideOf } from './center';
import { c4, limitsOf, type PhaseLimits } from './limits';
import { NHS_SIGMA_PER_RANGE, SIGMA_PER_RANGE } from './moving-range';
import { excludedMarks, type Phase, phasesOf } from './phases';
import { type ChartKind, type Figures, plotFigures, type Plotted } from './plotted';
import { centreSignals, FEWEST_POINTS_TO_TEST, limitSignals, type Zones } from './rule-sets';
import { markSides } from './run-chart';
import { countRuns, fewestCrossings, longestRunLimit, OUT } from './runs';
import type { Better, RuleSet, Signal } from './signals';

export interface ControlChartInput extends Figures {
  kind: ChartKind;
  /** the first k points are the baseline; phases win over it */
  frozen?: number | undefined;
  breaks?: readonly number[] | undefined;
  excluded?: readonly number[] | undefined;
  /** multiplies what is shown, after everything is computed */
  multiply?: number | undefined;
  /** false: moving ranges are not screened, as in the NHS Excel tool and qcc */
  isScreened?: boolean | undefined;
  /** true: excluded points beyond the limits are flagged too, as in qicharts2 */
  flagsExcluded?: boolean | undefined;
  rules?: RuleSet | undefined;
  better: Better;
}

type Line = (number | null)[];

/** One entry per point, multiplied; null where there is no line. Warning lines are at 2σ. */
export interface ControlLines {
  centre: Line;
  lower: Line;
  upper: Line;
  lowerWarning: Line;
  upperWarning: Line;
}

export interface ControlPhase extends Phase {
  /** centre as drawn, multiplied */
  centre: number | null;
  /** points not excluded, missing ones among them */
  observed: number;
  useful: number;
  /** Anhøj's figures; null when nothing is useful */
  longestRun: number | null;
  longestRunLimit: number | null;
  crossings: number | null;
  crossingLimit: number | null;
  /** longest run above or crossings below their limits; never on mr charts */
  unusualRuns: boolean;
  screenedOut: number;
  overdispersion: number | null;
}

export interface ControlChartReading {
  kind: ChartKind;
  /** multiplied; null = not plotted */
  values: Line;
  lines: ControlLines;
  phases: ControlPhase[];
  signals: Signal[];
  /** indices strictly beyond the 3σ limits */
  beyond: number[];
}

const TIME_ROOT = 3.6; // Nelson 1994, J Qual Technol 26:207: times to the power 1/3.6 are nearly normal

/**
 * Reads a control chart (or a run chart, without limits) in the order of statistics.md § 1: missing, phases, freeze,
 * exclude, compute, multiply. Throws NumbersRefused where the figures cannot be charted so; an empty chart is not an error.
 */
export function readControlChart(input: ControlChartInput): ControlChartReading {
  const chart = layOut(input);
  const { plotted, phases } = chart;
  const zones = zonesOf(chart, input.flagsExcluded ?? false);
  const multiply = input.multiply ?? 1;
  const read = phases.map((phase, index) => readPhase(chart, phase, index, multiply));
  const signals = phases.flatMap((phase, index) => signalsOf(chart, phase, index, zones));
  const plain = input.kind === 'mr' ? chart.tested : plotted.values;
  const values = new Array<number | null>(plain.length);
  for (let i = 0; i < plain.length; i++) values[i] = shown(plain[i] as number, multiply);
  return { kind: input.kind, values, lines: linesOf(chart, multiply), phases: read, signals, beyond: beyondOf(zones) };
}

/** A chart laid out on the scale it is tested on, before anything is said of it. */
interface Layout {
  kind: ChartKind;
  rules: RuleSet;
  better: Better;
  plotted: Plotted;
  tested: Float64Array;
  excluded: Uint8Array;
  sides: Int8Array;
  phases: Phase[];
  limits: PhaseLimits[];
  /** per point; NaN where there are no limits */
  middle: Float64Array;
  sigma: Float64Array;
}

function layOut(input: ControlChartInput): Layout {
  const { kind, better, rules = 'anhoej' } = input;
  const plotted = plotFigures(kind, input);
  const count = plotted.values.length;
  const phases = phasesOf(count, input);
  const tested = testedValues(kind, plotted.values, phases);
  const excluded = excludedMarks(count, input.excluded);
  const sides = new Int8Array(count).fill(OUT);
  const middle = new Float64Array(count).fill(Number.NaN);
  const sigma = new Float64Array(count).fill(Number.NaN);
  const isScreened = input.isScreened ?? true;
  const sigmaPerRange = rules === 'nhs' ? NHS_SIGMA_PER_RANGE : SIGMA_PER_RANGE;
  const limits = phases.map(({ start, end, baselineEnd }) => {
    const base = new Int32Array(baselineEnd - start + 1);
    let held = 0;
    for (let i = start; i <= baselineEnd; i++) if (excluded[i] === 0) base[held++] = i;
    const figures = { plotted, tested, base: base.subarray(0, held), start, end, isScreened, sigmaPerRange };
    const found = limitsOf(kind, figures);
    markSides(sides, tested, excluded, start, end, found.centre);
    if (found.centre !== null && found.sigma !== null) {
      for (let i = start; i <= end; i++) {
        middle[i] = found.middle;
        sigma[i] = found.sigma * sizeFactor(found.bySize, plotted.sizes[i] as number);
      }
    }
    return found;
  });
  return { kind, rules, better, plotted, tested, excluded, sides, phases, limits, middle, sigma };
}

function testedValues(kind: ChartKind, values: Float64Array, phases: readonly Phase[]): Float64Array {
  if (kind === 't') return values.map((value) => value ** (1 / TIME_ROOT));
  if (kind !== 'mr') return values;
  const ranges = new Float64Array(values.length).fill(Number.NaN);
  for (const { start, end } of phases) {
    for (let i = start + 1; i <= end; i++) ranges[i] = Math.abs((values[i] as number) - (values[i - 1] as number));
  }
  return ranges;
}

function sizeFactor(bySize: PhaseLimits['bySize'], size: number): number {
  if (bySize === 'constant') return 1;
  if (bySize === 'root') return 1 / Math.sqrt(size);
  if (!(size >= 2)) return Number.NaN;
  const bias = c4(size);
  return bySize === 'subgroup' ? 1 / (bias * Math.sqrt(size)) : Math.sqrt(1 - bias * bias) / bias;
}

function zonesOf({ tested, excluded, middle, sigma }: Layout, flagsExcluded: boolean): Zones {
  const known: Partial<Record<1 | 2 | 3, Int8Array>> = {};
  const zoneBy = (sigmas: number, point: number, limitsAt: number) => {
    const value = tested[point] as number;
    const line = middle[limitsAt] as number;
    const reach = sigmas * (sigma[limitsAt] as number);
    if (Number.isNaN(reach)) return 0;
    return value > line ? Math.max(0, sideOf(value, line + reach)) : Math.min(0, sideOf(value, line - reach));
  };
  const zonesAt = (sigmas: 1 | 2 | 3) => {
    const zones = new Int8Array(tested.length).fill(OUT);
    for (let i = 0; i < tested.length; i++) {
      if (Number.isNaN(tested[i]) || Number.isNaN(sigma[i])) continue;
      if (excluded[i] === 0 || (flagsExcluded && sigmas === 3)) zones[i] = zoneBy(sigmas, i, i);
    }
    return zones;
  };
  return {
    of: (sigmas) => {
      known[sigmas] ??= zonesAt(sigmas);
      return known[sigmas];
    },
    by: (sigmas) => (point, limitsAt) => zoneBy(sigmas, point, limitsAt),
  };
}

function beyondOf(zones: Zones): number[] {
  const beyond: number[] = [];
  const outer = zones.of(3);
  for (let i = 0; i < outer.length; i++) if (outer[i] === 1 || outer[i] === -1) beyond.push(i);
  return beyond;
}

function signalsOf(chart: Layout, { start, end }: Phase, index: number, zones: Zones): Signal[] {
  const { tested, sides, better, rules, kind } = chart;
  const phase = { values: tested, sides, start, end, index, better };
  if (kind === 'run') {
    return countRuns(sides, start, end).useful >= FEWEST_POINTS_TO_TEST ? centreSignals(rules, phase) : [];
  }
  const found = limitSignals(rules, phase, zones);
  return kind === 'mr' ? found.filter((signal) => signal.rule === 'beyond limits') : found;
}

function readPhase(chart: Layout, phase: Phase, index: number, multiply: number): ControlPhase {
  const { centre, screenedOut, overdispersion } = chart.limits[index] as PhaseLimits;
  const runs = countRuns(chart.sides, phase.start, phase.end);
  let observed = 0;
  for (let i = phase.start; i <= phase.end; i++) if (chart.excluded[i] === 0) observed++;
  const drawn = centre === null ? null : shown(shownScale(chart.kind, centre), multiply);
  const common = { ...phase, centre: drawn, observed, useful: runs.useful, screenedOut, overdispersion };
  if (runs.useful === 0) {
    const none = { longestRun: null, longestRunLimit: null, crossings: null, crossingLimit: null };
    return { ...common, ...none, unusualRuns: false };
  }
  const most = longestRunLimit(runs.useful);
  const fewest = fewestCrossings(runs.useful);
  return {
    ...common,
    longestRun: runs.longestRun,
    longestRunLimit: most,
    crossings: runs.crossings,
    crossingLimit: fewest,
    unusualRuns: chart.kind !== 'mr' && (runs.longestRun > most || runs.crossings < fewest),
  };
}

/** From the tested scale to the plotted one; NaN where a transformed line lies below any time. */
function shownScale(kind: ChartKind, line: number): number {
  return kind === 't' ? line ** TIME_ROOT : line;
}

function shown(value: number, multiply: number): number | null {
  const product = value * multiply;
  return Number.isFinite(product) ? product : null;
}

const MAY_BE_NEGATIVE: ReadonlySet<ChartKind> = new Set(['run', 'i', 'iprime', 'xbar']);

function linesOf(chart: Layout, multiply: number): ControlLines {
  const { kind, phases, limits, middle, sigma } = chart;
  const count = middle.length;
  // Arrays are left to grow in order: filled with nulls first, every number in them would be boxed.
  const line = (): Line => new Array<number | null>(count);
  const lines = { centre: line(), lower: line(), upper: line(), lowerWarning: line(), upperWarning: line() };
  const least = MAY_BE_NEGATIVE.has(kind) ? Number.NEGATIVE_INFINITY : 0;
  const most = kind === 'p' || kind === 'pprime' ? 1 : Number.POSITIVE_INFINITY;
  const at = (i: number, sigmas: number) => {
    const level = shownScale(kind, (middle[i] as number) + sigmas * (sigma[i] as number));
    return shown(Math.min(most, Math.max(least, level)), multiply);
  };
  phases.forEach(({ start, end }, index) => {
    const { centre, bySize } = limits[index] as PhaseLimits;
    const drawn = centre === null ? null : shown(shownScale(kind, centre), multiply);
    // No time is below zero: a t chart's lower limit is 0 also where the formula has none (qicharts2 0.8.1).
    const floor = kind === 't' && drawn !== null ? 0 : null;
    const levels = [at(start, -3) ?? floor, at(start, 3), at(start, -2), at(start, 2)];
    for (let i = start; i <= end; i++) {
      const isNew = bySize !== 'constant';
      lines.centre[i] = drawn;
      lines.lower[i] = (isNew ? at(i, -3) : levels[0]) ?? floor;
      lines.upper[i] = (isNew ? at(i, 3) : levels[1]) ?? null;
      lines.lowerWarning[i] = (isNew ? at(i, -2) : levels[2]) ?? null;
      lines.upperWarning[i] = (isNew ? at(i, 2) : levels[3]) ?? null;
    }
  });
  return lines;
}

/** Whether all lines are constant within each phase, so that they can be drawn as one stroke. */
export function isConstant({ lines, phases }: ControlChartReading): boolean {
  return Object.values(lines).every((line: Line) =>
    phases.every(({ start, end }) => {
      for (let i = start; i <= end; i++) if (line[i] !== line[start]) return false;
      return true;
    }),
  );
}
