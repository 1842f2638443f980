import type { Direction } from '#db/vocabulary';
import { type GapEstimate, hybrid, type Interval, wilson } from '~/statistics/gaps';
import {
  type Direction as Better,
  MOVEMENT_TOLERANCE,
  movedBeyond,
  movement,
  type Status,
} from '~/statistics/movement';
import { Z90_ACS, Z95 } from '~/statistics/normal';
import type { Figure, Measured } from './cells';

/** A difference of two figures in the indicator's unit, with its 95 % interval where one can be given. */
export interface Difference {
  difference: number;
  interval: Interval | null;
}

/**
 * first − second, where each figure has an interval of its own: published estimates by their 90 % margin of error,
 * proportions by Wilson's interval (two of them make Newcombe's), rates by the Poisson variance x/n² (statistics.md,
 * § 7). A margin goes before counts: beside one, counts are estimates as well. No interval where only percentages,
 * averages or sums exist.
 */
export function differenceOf(first: Figure, second: Figure, measured: Measured): Difference {
  const [a, b] = [ownInterval(first, measured), ownInterval(second, measured)];
  const difference = first.value - second.value;
  if (!a || !b) return { difference, interval: null };
  const { low, high } = hybrid({ estimate: first.value, ...a }, { estimate: second.value, ...b });
  return { difference, interval: { low, high } };
}

/** The 95 % interval of one figure, in the indicator's unit; null where neither a margin nor counts stand behind it. */
export function ownInterval({ value, margin, counts }: Figure, { unit, ratePer }: Measured): Interval | null {
  if (margin !== null && margin >= 0) return around(value, margin / Z90_ACS);
  if (!counts) return null;
  if (unit === 'rate') return around(value, (ratePer * Math.sqrt(counts.count)) / counts.of);
  if (unit !== 'percent' || counts.count < 0 || counts.count > counts.of) return null;
  const { low, high } = wilson(counts);
  return { low: 100 * low, high: 100 * high };
}

const around = (value: number, standardError: number): Interval => ({
  low: value - Z95 * standardError,
  high: value + Z95 * standardError,
});

/** The difference as an estimate, for MOVER; null without an interval. */
export function estimateOf({ difference, interval }: Difference): GapEstimate | null {
  return interval && { difference, ...interval };
}

export const excludesZero = ({ low, high }: Interval) => low > 0 || high < 0;

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
    toleranceOf(rule),
  );
  const isJudged = rule.direction !== 'neither' && moved !== 0;
  return {
    status: isJudged ? (moved === 1 ? 'improved' : 'worsened') : 'held',
    change: difference,
    interval,
    beyondChance: interval && excludesZero(interval),
  };
}

/** Differences up to this are rounding: 1e-9 in the kind's own unit, which for percents is 0 … 1 and not 0 … 100. */
export const toleranceOf = ({ unit }: Pick<Measured, 'unit'>): number =>
  unit === 'percent' ? 100 * MOVEMENT_TOLERANCE : MOVEMENT_TOLERANCE;

/** Where neither direction is better, gaps are still read with higher as ahead. */
export const betterOf = (direction: Direction): Better => (direction === 'lower' ? 'down' : 'up');
