import type { Decision } from '#db/vocabulary';
import type { Better, RunChartReading } from '~/statistics/run-chart';

export interface Unit {
  kind: 'percent' | 'count' | 'rate' | 'mean' | 'money' | 'days';
  decimals: number;
  /** "min", "per 100 students". Percent, money and days have their own. */
  suffix?: string;
}

export interface ChartPoint {
  id: string;
  /** YYYY-MM-DD, the first day of what it counts. */
  date: string;
  /** "Week of Oct 12". */
  label: string;
  /** In the unit: percent is 0 to 100. Null is no number, and breaks the line. */
  value: number | null;
  numerator?: number | null;
  denominator?: number | null;
  /** Left out of the median and of every rule, and drawn hollow. */
  ghosted?: boolean;
  note?: string | null;
}

export interface ChartCycle {
  id: string;
  number: number;
  /** First day of Do. */
  start: string;
  end: string | null;
  decision: Decision | null;
  label: string;
  href?: string;
}

/** How a point or a run is drawn. */
export type Tone = 'none' | 'better' | 'worse' | 'neutral';

export interface RunChartData {
  title: string;
  points: ChartPoint[];
  unit: Unit;
  better: Better;
  goal: number | null;
  goalWord: 'Goal' | 'Limit';
  cycles: ChartCycle[];
  reading: RunChartReading;
  /** What a person could say in a meeting; the chart proves it. */
  sentence: string;
}
