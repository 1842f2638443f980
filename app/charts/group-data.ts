import { formatValue } from './figures';
import type { Unit } from './run-chart-data';

/** A suppressed figure is a value of its own, not a zero and not a blank. */
export type GroupValue = number | null | 'suppressed';

export interface GroupSeries {
  name: string;
  /** Said in the narrow drawing where the name is long. */
  shortName?: string;
  values: GroupValue[];
  role: 'focus' | 'reference' | 'all' | 'other';
}

export interface GroupData {
  title: string;
  /** What a person could say in a meeting. */
  sentence: string;
  /** "2015–16", oldest first; as many as each series has values. */
  periods: string[];
  series: GroupSeries[];
  unit: Unit;
  target: number | null;
  targetWord?: string;
  /** Values that the scale must reach besides those drawn. */
  alsoInView?: number[];
  /** Something else is counted from this place on: lines are not joined across it. */
  breaks?: { index: number; words: string }[];
}

export const isNumber = (value: GroupValue | undefined): value is number => typeof value === 'number';

/** A difference of percents is said in points. */
export function gapText(gap: number, unit: Unit): string {
  const size = Math.abs(gap);
  if (unit.kind !== 'percent') return formatValue(size, unit, { brief: true });
  const number = formatValue(size, { kind: 'count', decimals: unit.decimals });
  return `${number} ${number === '1' ? 'point' : 'points'}`;
}
