// The scale a chart is tested on, and the way back to the one it is shown on.
import type { Phase } from './phases';
import type { ChartKind } from './plotted';

const TIME_ROOT = 3.6; // Nelson 1994, J Qual Technol 26:207: times to the power 1/3.6 are nearly normal

/** Values as they are tested: times transformed, moving ranges within phases, all others as they are plotted. */
export function testedValues(kind: ChartKind, values: Float64Array, phases: readonly Phase[]): Float64Array {
  if (kind === 't') return values.map((value) => value ** (1 / TIME_ROOT));
  if (kind !== 'mr') return values;
  const ranges = new Float64Array(values.length).fill(Number.NaN);
  for (const { start, end } of phases) {
    for (let i = start + 1; i <= end; i++)
      ranges[i] = Math.abs((values[i] as number) - (values[i - 1] as number));
  }
  return ranges;
}

/** From the tested scale to the plotted one; NaN where a transformed line lies below any time. */
export function shownScale(kind: ChartKind, line: number): number {
  return kind === 't' ? line ** TIME_ROOT : line;
}

/** A figure as shown: multiplied, and null where there is none. */
export function shown(value: number, multiply: number): number | null {
  const product = value * multiply;
  return Number.isFinite(product) ? product : null;
}
