// NHS England's Making Data Count: a label for each point, and the two icons (statistics.md § 4).
import type { ControlChartReading } from './control-chart';
import type { Better, Signal } from './signals';

export type NhsLabel =
  | 'Common Cause'
  | 'Above UCL'
  | 'Below LCL'
  | '7 Point Trend (Increasing)'
  | '7 Point Trend (Decreasing)'
  | '2 in 3 Above CL'
  | '2 in 3 Below CL'
  | '7 Points Above CL'
  | '7 Points Below CL';

export type NhsPointType =
  | 'common_cause'
  | 'special_cause_improvement'
  | 'special_cause_concern'
  | 'special_cause_neutral_high'
  | 'special_cause_neutral_low';

export type AssuranceIcon = 'consistent_pass' | 'consistent_fail' | 'inconsistent';

export interface NhsReading {
  labels: NhsLabel[];
  pointTypes: NhsPointType[];
  /** the type of the last point that is plotted; a shift that has ended leaves common cause */
  variationIcon: NhsPointType;
  /** high or low, printed on the variation icon; null for common cause */
  letter: 'H' | 'L' | null;
  /** null without a target, a direction or limits */
  assuranceIcon: AssuranceIcon | null;
}

const LABELS = {
  'beyond limits': { above: 'Above UCL', below: 'Below LCL' },
  'two of three': { above: '2 in 3 Above CL', below: '2 in 3 Below CL' },
  shift: { above: '7 Points Above CL', below: '7 Points Below CL' },
} as const;

/**
 * Labels and icons of a chart read with the rule set 'nhs'. A point with several labels carries the first of: beyond a
 * limit, trend, two of three, shift. `target` is on the shown scale. Source: NHSRplotthedots 0.2.2.
 */
export function readNhs(reading: ControlChartReading, better: Better, target: number | null): NhsReading {
  const labels = new Array<NhsLabel>(reading.values.length).fill('Common Cause');
  const put = (signals: readonly Signal[], labelOf: (signal: Signal) => NhsLabel) => {
    for (const signal of signals) for (const point of signal.points) labels[point] = labelOf(signal);
  };
  const of = (rule: Signal['rule']) => reading.signals.filter((signal) => signal.rule === rule);
  const sided = (rule: keyof typeof LABELS) => {
    put(of(rule), ({ side }) => LABELS[rule][side === 'above' ? 'above' : 'below']);
  };
  // From the weakest claim to the strongest, each overwriting the one before. The turning point of two trends takes
  // the later one, to which it leads.
  sided('shift');
  sided('two of three');
  put(of('trend'), ({ side }) =>
    side === 'rising' ? '7 Point Trend (Increasing)' : '7 Point Trend (Decreasing)',
  );
  sided('beyond limits');
  const pointTypes = labels.map((label) => typeOf(label, better));
  const last = reading.values.findLastIndex((value) => value !== null);
  const lastLabel = labels[last] ?? 'Common Cause';
  return {
    labels,
    pointTypes,
    variationIcon: pointTypes[last] ?? 'common_cause',
    letter: lastLabel === 'Common Cause' ? null : isHigh(lastLabel) ? 'H' : 'L',
    assuranceIcon: assuranceOf(reading, better, target),
  };
}

function isHigh(label: NhsLabel): boolean {
  return label.includes('Above') || label.includes('Increasing');
}

function typeOf(label: NhsLabel, better: Better): NhsPointType {
  if (label === 'Common Cause') return 'common_cause';
  const high = isHigh(label);
  if (better === 'neither') return high ? 'special_cause_neutral_high' : 'special_cause_neutral_low';
  return high === (better === 'up') ? 'special_cause_improvement' : 'special_cause_concern';
}

function assuranceOf(
  { lines }: ControlChartReading,
  better: Better,
  target: number | null,
): AssuranceIcon | null {
  const upper = lines.upper.at(-1) ?? null;
  const lower = lines.lower.at(-1) ?? null;
  if (target === null || better === 'neither' || upper === null || lower === null) return null;
  if (target > upper) return better === 'up' ? 'consistent_fail' : 'consistent_pass';
  if (target < lower) return better === 'up' ? 'consistent_pass' : 'consistent_fail';
  return 'inconsistent';
}
