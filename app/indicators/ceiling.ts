import type { DataKind, Direction, LinkSign } from '#db/vocabulary';
import { compareBeforeAfter } from '~/statistics/before-after';
import type { Interval, Share } from '~/statistics/gaps';
import { MOVEMENT_TOLERANCE } from '~/statistics/movement';
import { betterOf } from './change';
import type { Rule } from './reading';

/*
 * The most a practice can have moved an indicator (product.md, § 5): reach ÷ eligible × effect. It says how small a
 * part of a change one practice can be, and never that it made it.
 */

/** The linked outcome measure's change in points, after the practice began, with its 95 % limits; null: not enough counts. */
export function effectOf(before: readonly Share[], after: readonly Share[]): Interval | null {
  const compared = compareBeforeAfter(before, after);
  return compared && { low: 100 * compared.estimate.low, high: 100 * compared.estimate.high };
}

export interface CeilingInput {
  /** The largest count that a cycle of the practice reached; counts of several are not added up. */
  reach: number | null;
  /** People in the indicator's newest figure for everyone. */
  eligible: number | null;
  measure: { kind: DataKind; sign: LinkSign; effect: Interval | null };
  indicator: Pick<Rule, 'unit' | 'direction'> & {
    /** latest − baseline in points. */
    change: number | null;
  };
}

export interface Ceiling {
  /** In points, the good way; from 0. */
  most: number;
  sentence: string;
}

/** null where it cannot be said: units differ, or something of it is not known. */
export function ceilingOf({ reach, eligible, measure, indicator }: CeilingInput): Ceiling | null {
  const { change, direction } = indicator;
  // Points of a share move points of a share; nothing else is in one unit.
  if (indicator.unit !== 'percent' || measure.kind !== 'proportion' || direction === 'neither') return null;
  if (reach === null || eligible === null || eligible <= 0 || !measure.effect || change === null) return null;
  if (Math.abs(change) <= MOVEMENT_TOLERANCE) return null;
  const effect = mostTheGoodWay(measure.effect, measure.sign, direction);
  const most = Math.max(0, Math.min(1, reach / eligible) * effect);
  return { most, sentence: ceilingSentence(most, change, direction) };
}

/** The 95 % limit on the side that would be good for the indicator. */
function mostTheGoodWay({ low, high }: Interval, sign: LinkSign, direction: Direction): number {
  const isUpGood = (betterOf(direction) === 'up') === (sign === 'same');
  return isUpGood ? high : -low;
}

function ceilingSentence(most: number, change: number, direction: Direction): string {
  const isGood = change > 0 === (betterOf(direction) === 'up');
  const whole = Math.abs(change).toFixed(1);
  const part = most.toFixed(1);
  const points = whole === '1.0' ? 'point' : 'points';
  if (!isGood)
    return `At most ${part} points the good way, while the indicator got ${whole} ${points} worse.`;
  if (most >= Math.abs(change)) return `At most all of the ${whole} ${points}.`;
  return `At most ${part} of the ${whole} ${points}.`;
}
