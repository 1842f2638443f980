import type { Direction } from '#db/vocabulary';
import { type GapEstimate, type Interval, newcombe } from '~/statistics/gaps';
import { type Direction as Better, movedBeyond, movement } from '~/statistics/movement';
import { Z90_ACS, Z95 } from '~/statistics/normal';
import type { Figure, Measured } from './cells';

/** A difference of two figures in the indicator's unit, with its 95 % interval where one can be given. */
export interface Difference {
  difference: number;
  interval: Interval | null;
}

/**
 * first − second. Proportions by Newcombe's interval, rates by the Poisson variance x/n², published estimates by
 * their margins of error (statistics.md, § 7); no interval where only percentages, averages or sums exist.
 */
export function differenceOf(first: Figure, second: Figure, measured: Measured): Difference {
  const difference = first.value - second.value;
  const shares = sharesOf(first, second, measured);
  if (shares) {
    const { low, high } = newcombe(shares);
    return { difference, interval: { low: 100 * low, high: 100 * high } };
  }
  const error = standardError(first, second, measured);
  if (error === null) return { difference, interval: null };
  return { difference, interval: { low: difference - Z95 * error, high: difference + Z95 * error } };
}

function sharesOf(first: Figure, second: Figure, { unit }: Measured) {
  if (unit !== 'percent' || !first.counts || !second.counts) return null;
  const [a, b] = [first.counts, second.counts];
  if ([a, b].some(({ count, of }) => count < 0 || count > of)) return null;
  return { x1: a.count, n1: a.of, x2: b.count, n2: b.of };
}

function standardError(first: Figure, second: Figure, { unit, ratePer }: Measured): number | null {
  if (unit === 'rate' && first.counts && second.counts) {
    const variance = ({ count, of }: { count: number; of: number }) =>
      (ratePer * ratePer * count) / (of * of);
    return Math.sqrt(variance(first.counts) + variance(second.counts));
  }
  if (first.margin === null || second.margin === null) return null;
  return Math.hypot(first.margin, second.margin) / Z90_ACS;
}

/** The difference as an estimate, for MOVER; null without an interval. */
export function estimateOf({ difference, interval }: Difference): GapEstimate | null {
  return interval && { difference, ...interval };
}

export const excludesZero = ({ low, high }: Interval) => low > 0 || high < 0;

export type Status = 'improved' | 'held' | 'worsened' | 'no data';

export interface Movement {
  status: Status;
  /** latest − baseline; null without two figures. */
  change: number | null;
  interval: Interval | null;
  /** The interval leaves out 0; null without one. */
  beyondChance: boolean | null;
}

/** What an indicator did between two figures, by its direction and minimum movement (product.md, § 5). */
export function movementOf(
  baseline: Figure | null,
  latest: Figure | null,
  rule: Measured & { direction: Direction; minimumMovement: number },
): Movement {
  if (!baseline || !latest) return { status: 'no data', change: null, interval: null, beyondChance: null };
  const { difference, interval } = differenceOf(latest, baseline, rule);
  const moved = movedBeyond(
    movement(baseline.value, latest.value, betterOf(rule.direction)),
    rule.minimumMovement,
  );
  const isJudged = rule.direction !== 'neither' && moved !== 0;
  return {
    status: isJudged ? (moved === 1 ? 'improved' : 'worsened') : 'held',
    change: difference,
    interval,
    beyondChance: interval && excludesZero(interval),
  };
}

/** Where neither direction is better, gaps are still read with higher as ahead. */
export const betterOf = (direction: Direction): Better => (direction === 'lower' ? 'down' : 'up');
