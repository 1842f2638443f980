// The control chart: plotted values, centre, limits and signals, phase by phase.
import { type ControlChartInput, type Layout, layOut, zonesOf } from './control-layout';
import { type ControlLines, type Line, linesOf } from './control-lines';
import type { PhaseLimits } from './limits';
import type { Phase } from './phases';
import { type ChartKind, multiplierOf } from './plotted';
import { centreSignals, FEWEST_POINTS_TO_TEST, limitSignals, type Zones } from './rule-sets';
import { countRuns, fewestCrossings, longestRunLimit } from './runs';
import { shown, shownScale } from './scale';
import type { Signal } from './signals';

export type { ControlChartInput } from './control-layout';
export type { ControlLines } from './control-lines';

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

/**
 * Reads a control chart (or a run chart, without limits) in the order of statistics.md § 1: missing, phases, freeze,
 * exclude, compute, multiply. Throws NumbersRefused where the figures cannot be charted so; an empty chart is not an error.
 */
export function readControlChart(input: ControlChartInput): ControlChartReading {
  const chart = layOut(input);
  const { plotted, phases } = chart;
  const zones = zonesOf(chart, input.flagsExcluded ?? false);
  const multiply = multiplierOf(input.multiply);
  const read = phases.map((phase, index) => readPhase(chart, phase, index, multiply));
  const signals = phases.flatMap((phase, index) => signalsOf(chart, phase, index, zones));
  const plain = input.kind === 'mr' ? chart.tested : plotted.values;
  const values = new Array<number | null>(plain.length);
  for (let i = 0; i < plain.length; i++) values[i] = shown(plain[i] as number, multiply);
  return {
    kind: input.kind,
    values,
    lines: linesOf(chart, multiply),
    phases: read,
    signals,
    beyond: beyondOf(zones),
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
  const { useful } = runs;
  const most = useful === 0 ? null : longestRunLimit(useful);
  const fewest = useful === 0 ? null : fewestCrossings(useful);
  const isUnusual = runs.longestRun > (most ?? 0) || runs.crossings < (fewest ?? 0);
  return {
    start: phase.start,
    end: phase.end,
    baselineEnd: phase.baselineEnd,
    centre: centre === null ? null : shown(shownScale(chart.kind, centre), multiply),
    observed,
    useful,
    longestRun: useful === 0 ? null : runs.longestRun,
    longestRunLimit: most,
    crossings: useful === 0 ? null : runs.crossings,
    crossingLimit: fewest,
    unusualRuns: isUnusual && chart.kind !== 'mr',
    screenedOut,
    overdispersion,
  };
}
