// How much neighbours differ, and what is left after setting aside the few that differ too much.
import { sum } from './center';

/** σ of two normal values is their mean range over this. */
export const D2 = 1.128; // d2 for n = 2, as printed by Montgomery and used by qicharts2 (exactly 2/√π = 1.128379)
/** Sigma of an i chart for each unit of mean moving range, and as Making Data Count prints it. */
export const SIGMA_PER_RANGE = 1 / D2;
export const NHS_SIGMA_PER_RANGE = 2.66 / 3; // NHSRplotthedots 0.2.2: limits at 2.66 mean moving ranges
/** Upper limit of a moving range over its mean. */
export const D4 = 3.267; // D4 for n = 2: Montgomery, qicharts2 (Wheeler prints 3.268)
/** The same for moving standard deviations of i′ charts. */
export const D4_STANDARDISED = 3.2665; // pbcharts 0.1.0 and qicharts2 0.8.1, i′ chart

export interface MeanRange {
  /** null when there is no range to average */
  mean: number | null;
  /** ranges set aside by screening, also when screening was then given up */
  screenedOut: number;
}

/**
 * The mean of `ranges` after one screening pass: those not below `limit` × mean are dropped and the mean taken again.
 * Where that leaves nothing, or only zeros, the unscreened mean stands: limits would otherwise collapse on the centre.
 * Source: Nelson 1982, J Qual Technol 14(3); the way back: statistics.md § 2.
 */
export function meanRange(ranges: Float64Array, isScreened: boolean, limit = D4): MeanRange {
  if (ranges.length === 0) return { mean: null, screenedOut: 0 };
  const whole = sum(ranges) / ranges.length;
  if (!isScreened) return { mean: whole, screenedOut: 0 };
  const most = limit * whole;
  const kept = new Float64Array(ranges.length);
  let held = 0;
  for (let i = 0; i < ranges.length; i++) {
    const range = ranges[i] as number;
    if (range < most) kept[held++] = range;
  }
  const again = sum(kept.subarray(0, held)) / held;
  return { mean: again > 0 ? again : whole, screenedOut: ranges.length - held };
}

/**
 * Distances between neighbours. A missing value (NaN) is not bridged: both its distances are lost. Excluded points are
 * bridged by leaving them out of `values` beforehand. `scale` may stretch the distance of two positions.
 */
export function rangesOf(
  values: Float64Array,
  scale?: (earlier: number, later: number) => number,
): Float64Array {
  const ranges = new Float64Array(Math.max(0, values.length - 1));
  let held = 0;
  for (let later = 1; later < values.length; later++) {
    const distance = Math.abs((values[later] as number) - (values[later - 1] as number));
    if (Number.isNaN(distance)) continue;
    ranges[held++] = scale ? distance * scale(later - 1, later) : distance;
  }
  return ranges.subarray(0, held);
}
