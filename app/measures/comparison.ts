import { extent, mean, median, quantile } from 'd3-array';
import { type BeforeAfter, compareBeforeAfter } from '~/statistics/before-after';
import { mannWhitney } from '~/statistics/mann-whitney';
import { inStretch, type Stretch } from './asked-days';
import { hasTwoNumbers, type Measure } from './measure';
import { type SeriesPoint, shownValue } from './series';

/** The numbers of one stretch of time. */
export interface StretchFigures {
  /** So many have a value and take part. */
  count: number;
  leftOut: number;
  /** Not shown to this reader. */
  hidden: number;
  median: number | null;
  mean: number | null;
  lowest: number | null;
  highest: number | null;
  /** Between these lies the middle half; null under 4 numbers. */
  middleHalf: { from: number; to: number } | null;
  /** All counted together, in the unit; null where some number has no counts. */
  pooled: { numerator: number; denominator: number; value: number } | null;
}

/** second − first, where it can be told from chance or not. */
export type Difference =
  | { by: 'shares'; difference: number; low: number; high: number; phi: number; isBeyondChance: boolean }
  | { by: 'ranks'; difference: number; p: number; isBeyondChance: boolean }
  | { by: 'nothing'; why: 'too few' | 'no variation' };

export interface Comparison {
  first: StretchFigures;
  second: StretchFigures;
  difference: Difference;
}

/** Under four on a side no order of ranks is rare enough: with 3 and 3, 1 in 10 is the least that chance gives. */
export const fewestToRank = 4;
/** Two-sided; the intervals are of 95 percent, too. */
const rareEnough = 0.05;

/**
 * Two stretches of one series beside each other. Shares with both counts are compared as wholes (Newcombe's interval,
 * counts that vary more than chance allowed for), all else by ranks. Points left out or hidden take no part. Pure.
 */
export function compareStretches(
  measure: Pick<Measure, 'kind' | 'ratePer'>,
  points: readonly SeriesPoint[],
  stretches: { first: Stretch; second: Stretch },
): Comparison {
  const [a, b] = [inStretch(points, stretches.first), inStretch(points, stretches.second)];
  const [first, second] = [figuresOf(measure, a), figuresOf(measure, b)];
  return { first, second, difference: differenceOf(measure, taking(a), taking(b)) };
}

const taking = (points: readonly SeriesPoint[]) => points.filter(({ ghostedAt }) => ghostedAt === null);

const valuesOf = (measure: Pick<Measure, 'kind' | 'ratePer'>, points: readonly SeriesPoint[]) =>
  points.flatMap((point) => shownValue(measure, point) ?? []);

function figuresOf(
  measure: Pick<Measure, 'kind' | 'ratePer'>,
  points: readonly SeriesPoint[],
): StretchFigures {
  const values = valuesOf(measure, taking(points));
  const [lowest, highest] = extent(values);
  const [from, to] = [quantile(values, 0.25), quantile(values, 0.75)];
  return {
    count: values.length,
    leftOut: points.length - taking(points).length,
    hidden: points.filter(({ hiddenUnder }) => hiddenUnder !== undefined).length,
    median: median(values) ?? null,
    mean: mean(values) ?? null,
    lowest: lowest ?? null,
    highest: highest ?? null,
    middleHalf: values.length >= 4 && from !== undefined && to !== undefined ? { from, to } : null,
    pooled: pooledOf(measure, taking(points)),
  };
}

/** The counts behind the points that have a value; null where one has none. */
function sharesOf(
  measure: Pick<Measure, 'kind' | 'ratePer'>,
  points: readonly SeriesPoint[],
): { count: number; of: number }[] | null {
  const shares: { count: number; of: number }[] = [];
  if (!hasTwoNumbers(measure.kind)) return null;
  for (const point of points) {
    if (shownValue(measure, point) === null) continue;
    const { numerator, denominator } = point;
    if (numerator === null || denominator === null) return null;
    shares.push({ count: numerator, of: denominator });
  }
  return shares;
}

function pooledOf(measure: Pick<Measure, 'kind' | 'ratePer'>, points: readonly SeriesPoint[]) {
  const shares = sharesOf(measure, points);
  if (!shares || shares.length === 0) return null;
  const numerator = shares.reduce((sum, { count }) => sum + count, 0);
  const denominator = shares.reduce((sum, { of }) => sum + of, 0);
  const value = shownValue(measure, { numerator, denominator, value: null });
  return value === null ? null : { numerator, denominator, value };
}

function differenceOf(
  measure: Pick<Measure, 'kind' | 'ratePer'>,
  first: readonly SeriesPoint[],
  second: readonly SeriesPoint[],
): Difference {
  if (measure.kind === 'proportion') {
    const [a, b] = [sharesOf(measure, first), sharesOf(measure, second)];
    const compared = a && b ? compareBeforeAfter(a, b) : null;
    if (compared) return asPercent(compared);
  }
  const [a, b] = [valuesOf(measure, first), valuesOf(measure, second)];
  if (a.length < fewestToRank || b.length < fewestToRank) return { by: 'nothing', why: 'too few' };
  const { higher, lower } = mannWhitney(a, b);
  if (higher === 1 && lower === 1) return { by: 'nothing', why: 'no variation' };
  const p = Math.min(1, 2 * Math.min(higher, lower));
  return {
    by: 'ranks',
    difference: (median(b) as number) - (median(a) as number),
    p,
    isBeyondChance: p <= rareEnough,
  };
}

function asPercent({ estimate, phi }: BeforeAfter): Difference {
  const [difference, low, high] = [estimate.difference, estimate.low, estimate.high].map((x) => 100 * x) as [
    number,
    number,
    number,
  ];
  return { by: 'shares', difference, low, high, phi, isBeyondChance: low > 0 || high < 0 };
}
