import type { ChartKind, Decision, EventKind } from '#db/vocabulary';
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
  /** There is a number, and this reader may not see it: said where the number would stand. */
  hidden?: string;
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

/** Something that happened, on every chart it concerns. */
export interface ChartEvent {
  id: string;
  kind: EventKind;
  date: string;
  /** The last day, of what went on for a while. */
  until: string | null;
  title: string;
}

/** Control limits, one entry a point, in the unit; null where there are none. */
export interface ChartLimits {
  kind: Exclude<ChartKind, 'run'>;
  centre: (number | null)[];
  lower: (number | null)[];
  upper: (number | null)[];
  /** What the centre line is called: a g chart draws its median. */
  centreWord: 'Mean' | 'Median';
  /** Too few points for firm limits: drawn dashed. */
  isTrial: boolean;
  /** Points strictly beyond their limits. */
  beyond: number[];
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
  /** A control chart; without it, a run chart. */
  limits?: ChartLimits;
  /** Goals by day, oldest first, where the goal changed; `goal` is the newest. */
  goals?: { from: string; goal: number }[];
  events?: ChartEvent[];
  /** Show only these days (first and last, YYYY-MM-DD, both inside); what is outside still counts in every rule. */
  window?: { from: string; to: string };
  /** A scale shared with other charts beside it, in the unit. */
  scale?: { low: number; high: number };
}
