import type { ChartCycle, ChartPoint, RunChartData } from '~/charts/run-chart-data';
import { dateText, sentenceFor } from '~/charts/words';
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
