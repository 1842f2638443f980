// The gap between two groups at one time, from counts: difference, interval, test, ratio (statistics.md § 7).
import { NumbersRefused } from './errors';
import { twoSided, Z95 } from './normal';

/** An interval, both ends included. */
export interface Interval {
  low: number;
  high: number;
}

/** `count` of `of`, or events in an exposure. */
export interface Share {
  count: number;
  of: number;
}

export interface TwoGroups {
  x1: number;
  n1: number;
  x2: number;
  n2: number;
}

export interface GapEstimate extends Interval {
  difference: number;
}

const SMALLEST = 1e-6; // counts may be fractions after division by φ, but not next to nothing: quotients would overflow
const MOST_EVENTS = 1e8; // beyond any community's counts, and where exact tests stay exact

/** Refuses what is no proportion: 0 ≤ count ≤ of and of > 0. */
export function checkShare({ count, of }: Share): void {
  if (!(of >= SMALLEST && of <= 1e100 && (count === 0 || count >= SMALLEST))) {
    const sentence = `A proportion needs a count from 0 and a total above 0, not ${count} of ${of}.`;
    throw new NumbersRefused('out of range', sentence, []);
  }
  if (count > of) {
    throw new NumbersRefused(
      'numerator above denominator',
      `${count} of ${of}: the part is larger than the whole.`,
      [],
    );
  }
}

/** Refuses what is no rate: events from 0 to 10⁸ in an exposure from 10⁻⁴ to 10¹¹. */
export function checkRate({ count, of }: Share): void {
  if (!((count === 0 || count >= SMALLEST) && count <= MOST_EVENTS && of >= 1e-4 && of <= 1e11)) {
    const sentence = `A rate needs events from 0 to 10⁸ in an exposure from 10⁻⁴ to 10¹¹, not ${count} in ${of}.`;
    throw new NumbersRefused('out of range', sentence, []);
  }
}

/**
 * Wilson's 95 % score interval of a proportion, within 0 … 1. Counts may be fractional (after division by φ).
 * Source: Wilson 1927, J Am Stat Assoc 22:209.
 */
export function wilson({ count, of }: Share): Interval {
  checkShare({ count, of });
  const z2 = Z95 * Z95;
  const middle = 2 * count + z2;
  const spread = Z95 * Math.sqrt(z2 + 4 * count * (1 - count / of));
  const scale = 2 * (of + z2);
  return {
    low: Math.max(0, (middle - spread) / scale),
    // At 100 % the end is exact; the formula only comes near.
    high: count === of ? 1 : Math.min(1, (middle + spread) / scale),
  };
}

/**
 * The difference x1/n1 − x2/n2 with Newcombe's 95 % hybrid score interval.
 * Source: Newcombe 1998, Stat Med 17:873, method 10.
 */
export function newcombe({ x1, n1, x2, n2 }: TwoGroups): GapEstimate {
  const first = wilson({ count: x1, of: n1 });
  const second = wilson({ count: x2, of: n2 });
  return hybrid({ estimate: x1 / n1, ...first }, { estimate: x2 / n2, ...second });
}

/** One figure with its own interval. */
export interface Estimate extends Interval {
  estimate: number;
}

/** first − second from each one's own interval: Newcombe's with Wilson's, the normal one with symmetric ones. */
export function hybrid(first: Estimate, second: Estimate): GapEstimate {
  const difference = first.estimate - second.estimate;
  return {
    difference,
    low: difference - Math.hypot(first.estimate - first.low, second.high - second.estimate),
    high: difference + Math.hypot(first.high - first.estimate, second.estimate - second.low),
  };
}

export interface Test {
  /** null where there is no variation to test against */
  z: number | null;
  p: number | null;
}

/** A statistic over its standard error as a two-sided normal test; nulls where the standard error is 0. */
export function normalTest(estimate: number, standardError: number): Test {
  if (!(standardError > 0)) return { z: null, p: null };
  const z = estimate / standardError;
  return { z, p: twoSided(z) };
}

/** The pooled two-proportion z test; z² is R's prop.test without continuity correction. */
export function pooledTest({ x1, n1, x2, n2 }: TwoGroups): Test {
  checkShare({ count: x1, of: n1 });
  checkShare({ count: x2, of: n2 });
  const pooled = (x1 + x2) / (n1 + n2);
  return normalTest(x1 / n1 - x2 / n2, Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2)));
}

/** The ratio of two shares or rates; null where the second is 0. */
export function ratioOf(first: Share, second: Share): number | null {
  return second.count > 0 ? first.count / first.of / (second.count / second.of) : null;
}

/** The difference of two rates, first − second, in events per unit of exposure. */
export function rateGap(first: Share, second: Share): number {
  checkRate(first);
  checkRate(second);
  return first.count / first.of - second.count / second.of;
}
