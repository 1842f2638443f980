import type { ChartKind } from '#db/vocabulary';
import type { ChartCycle, ChartEvent, ChartPoint, RunChartData } from '~/charts/run-chart-data';
import { dateText, sentenceFor } from '~/charts/words';
import { readControlChart } from '~/statistics/control-chart';
import { type Better, type RuleSet, readRunChart } from '~/statistics/run-chart';

/** The n-th date from a first one, in steps of days. */
export function dateAt(first: string, step: number, n: number): string {
  return new Date(Date.parse(`${first}T12:00:00Z`) + n * step * 86_400_000).toISOString().slice(0, 10);
}

export interface SampleOptions extends Partial<RunChartData> {
  from?: string;
  step?: number;
  frozen?: number;
  rules?: RuleSet;
  point?: (index: number) => Partial<ChartPoint>;
}

/** A measure as a page hands it to the chart: weekly from August 3, Anhøj rules, unless said otherwise. */
export function aMeasure(values: (number | null)[], options: SampleOptions = {}): RunChartData {
  const { from = '2026-08-03', step = 7, frozen, rules = 'anhoej', point, ...rest } = options;
  const better: Better = options.better ?? 'up';
  const points = values.map((value, i): ChartPoint => {
    const date = dateAt(from, step, i);
    return { id: `p${i}`, date, label: `Week of ${dateText(date)}`, value, ...point?.(i) };
  });
  const excluded = points.flatMap((each, i) => (each.ghosted ? [i] : []));
  const reading = readRunChart({
    values,
    better,
    rules,
    excluded,
    ...(frozen === undefined ? {} : { frozen }),
  });
  return {
    title: 'School days attended',
    points,
    unit: { kind: 'percent', decimals: 1 },
    better,
    goal: null,
    goalWord: 'Goal',
    cycles: [],
    reading,
    sentence: sentenceFor(reading, points, { better, ruleSet: rules }),
    ...rest,
  };
}

export function aCycle(number: number, start: string, rest: Partial<ChartCycle> = {}): ChartCycle {
  return { id: `c${number}`, number, start, end: null, decision: null, label: `Idea ${number}`, ...rest };
}

/** Numbers without a pattern, the same in every run. */
export function noise(count: number, middle: number, spread: number, seed = 7): number[] {
  let state = seed;
  return Array.from({ length: count }, () => {
    state = (state * 16807) % 2147483647;
    return Math.round((middle + (state / 2147483647 - 0.5) * spread) * 10) / 10;
  });
}

export const attended = [
  86.1, 84.9, 83.6, 82.8, 84.4, 81.9, 84.1, 83.2, 85, 83.9, 84.5, 83.8, 85.8, 86.9, 86.2, 88.4, 87.7, 89.1,
  88.6, 88.7, 88.9,
];

export interface ControlOptions extends SampleOptions {
  kind: Exclude<ChartKind, 'run'>;
  numerators?: (number | null)[];
  denominators?: (number | null)[];
  subgroups?: (number | null)[][];
  multiply?: number;
  breaks?: number[];
  isTrial?: boolean;
}

/** The same as a control chart of any kind: figures in, its own limits and signals out. */
export function aControlChart(values: (number | null)[], options: ControlOptions): RunChartData {
  const { kind, numerators, denominators, subgroups, multiply, breaks, isTrial = false, ...rest } = options;
  const { frozen, rules = 'anhoej' } = rest;
  const figures = numerators
    ? { numerators, denominators: denominators ?? [] }
    : subgroups
      ? { subgroups }
      : { values };
  const blank = (numerators ?? subgroups ?? values).map((): null => null);
  const plain = aMeasure(blank, rest);
  const excluded = plain.points.flatMap((each, i) => (each.ghosted ? [i] : []));
  const read = readControlChart({
    kind,
    ...figures,
    multiply,
    breaks,
    frozen,
    rules,
    excluded,
    better: plain.better,
  });
  const points = plain.points.map((point, i) => ({
    ...point,
    value: read.values[i] ?? null,
    numerator: numerators?.[i] ?? null,
    denominator: denominators?.[i] ?? null,
  }));
  const reading = {
    phases: read.phases,
    signals: read.signals,
    enough: (read.phases.at(-1)?.useful ?? 0) >= 10,
  };
  const isMedian = kind === 'g';
  const centre = isMedian ? 'median' : 'mean';
  return {
    ...plain,
    points,
    reading,
    sentence: sentenceFor(reading, points, { better: plain.better, ruleSet: rules, centre }),
    limits: {
      kind,
      centre: read.lines.centre,
      lower: read.lines.lower,
      upper: read.lines.upper,
      centreWord: isMedian ? 'Median' : 'Mean',
      isTrial,
      beyond: read.beyond,
    },
  };
}

export function anEvent(date: string, rest: Partial<ChartEvent> = {}): ChartEvent {
  return { id: `e${date}`, kind: 'event', date, until: null, title: 'Snow days', ...rest };
}
