import type { DataKind, Direction, LinkSign, MeasureType } from '#db/vocabulary';
import { compareBeforeAfter } from '~/statistics/before-after';
import type { Interval, Share } from '~/statistics/gaps';
import { betterOf } from './change';
import type { Rule } from './reading';

/*
 * The most one team's use of a practice can have moved an indicator (product.md, § 5): reach ÷ eligible × effect. It
 * says how small a part of a change one practice can be, and never that it made it. Told on the page of the indicator
 * and on that of the practice.
 */

interface OfIndicator {
  /** The largest count that one of the team's cycles reached; counts of several are not added up. */
  reach: number | null;
  /** People in the indicator's newest figure for everyone. */
  eligible: number | null;
  indicator: Pick<Rule, 'unit' | 'direction'> & {
    /** latest − baseline in points. */
    change: number | null;
  };
}

export interface CeilingInput extends OfIndicator {
  measure: { kind: DataKind; sign: LinkSign; effect: Interval | null };
}

/** A measure of the team that feeds the indicator. */
export interface LinkedMeasure {
  type: MeasureType;
  kind: DataKind;
  sign: LinkSign;
  /** First days of the phases that people began. */
  phaseStarts: readonly string[];
  /** The points of a share that take part and may be seen, in order of time. */
  shares: readonly { date: string; share: Share }[];
}

export interface TeamCeilingInput extends OfIndicator {
  /** First day of Do of the team's first cycle of the practice. */
  began: string | null;
  measures: readonly LinkedMeasure[];
}

export interface Ceiling {
  /** In points, the good way; from 0. */
  most: number;
  /** The most that the measure can have moved, in points, the good way; from 0. */
  effect: number;
  /** "At most 1.0 of the 4.2 points." */
  sentence: string;
}

/** Of the team's linked outcome measures the one that allows the most: it is a ceiling. */
export function ceilingOfTeam({ began, measures, ...ofIndicator }: TeamCeilingInput): Ceiling | null {
  if (began === null) return null;
  const ceilings = measures.flatMap(({ type, kind, sign, ...points }) => {
    if (type !== 'outcome') return [];
    return ceilingOf({ ...ofIndicator, measure: { kind, sign, effect: effectSince(began, points) } }) ?? [];
  });
  return ceilings.toSorted((a, b) => b.most - a.most)[0] ?? null;
}

/** The measure's change from its points before the practice began, since the last phase began, to those after. */
function effectSince(began: string, { shares, phaseStarts }: Pick<LinkedMeasure, 'shares' | 'phaseStarts'>) {
  const earlier = phaseStarts.filter((day) => day < began).toSorted();
  const phase = earlier.at(-1) ?? '';
  const before = shares.filter(({ date }) => date < began && date >= phase);
  const after = shares.filter(({ date }) => date >= began);
  return effectOf(
    before.map(({ share }) => share),
    after.map(({ share }) => share),
  );
}

/** The linked outcome measure's change in points, after the practice began, with its 95 % limits; null: not enough counts. */
export function effectOf(before: readonly Share[], after: readonly Share[]): Interval | null {
  const compared = compareBeforeAfter(before, after);
  return compared && { low: 100 * compared.estimate.low, high: 100 * compared.estimate.high };
}

/** null where it cannot be said: units differ, the indicator did not move, or something of it is not known. */
export function ceilingOf({ reach, eligible, measure, indicator }: CeilingInput): Ceiling | null {
  const { change, direction } = indicator;
  // Points of a share move points of a share; nothing else is in one unit.
  if (indicator.unit !== 'percent' || measure.kind !== 'proportion' || direction === 'neither') return null;
  if (reach === null || eligible === null || eligible <= 0 || !measure.effect || change === null) return null;
  if (isNothing(change)) return null;
  const effect = Math.max(0, mostTheGoodWay(measure.effect, measure.sign, direction));
  const most = Math.min(1, reach / eligible) * effect;
  return { most, effect, sentence: ceilingSentence(most, change, direction) };
}

/** The 95 % limit on the side that would be good for the indicator. */
function mostTheGoodWay({ low, high }: Interval, sign: LinkSign, direction: Direction): number {
  const isUpGood = (betterOf(direction) === 'up') === (sign === 'same');
  return isUpGood ? high : -low;
}

/** As it would be read: 0.0 points. */
const isNothing = (points: number) => Math.abs(points).toFixed(1) === '0.0';

function ceilingSentence(most: number, change: number, direction: Direction): string {
  const isGood = change > 0 === (betterOf(direction) === 'up');
  const whole = Math.abs(change).toFixed(1);
  const points = whole === '1.0' ? 'point' : 'points';
  const part = isNothing(most) ? 'Less than 0.1' : `At most ${most.toFixed(1)}`;
  if (!isGood) return `${part} points the good way, while the indicator got ${whole} ${points} worse.`;
  if (Number(most.toFixed(1)) >= Number(whole)) return `At most all of the ${whole} ${points}.`;
  return `${part} of the ${whole} ${points}.`;
}
