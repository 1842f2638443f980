import type { Measure } from './measure';
import type { SeriesPoint } from './series';

/**
 * Small counts: of a share or a rate, a point that is out of fewer people than the community's threshold is hidden from
 * everyone who may not edit the team's numbers. It has no figures from here on, so that neither a drawing nor a table, a
 * median or a sentence can give it away. A threshold of 0 hides nothing. Source: product, § 5.
 */
export function maskSmall<Point extends SeriesPoint>(
  { kind }: Pick<Measure, 'kind'>,
  points: readonly Point[],
  threshold: number,
): Point[] {
  if (kind !== 'proportion' && kind !== 'rate') return [...points];
  return points.map((point) => (isSmall(point, threshold) ? hidden(point, threshold) : point));
}

const isSmall = ({ denominator }: Pick<SeriesPoint, 'denominator'>, threshold: number) =>
  denominator !== null && denominator > 0 && denominator < threshold;

/** A point without its figures. What somebody wrote beside it may name them, and goes too. */
function hidden<Point extends SeriesPoint>(point: Point, threshold: number): Point {
  return {
    ...point,
    numerator: null,
    denominator: null,
    value: null,
    rawValues: null,
    note: '',
    ghostReason: null,
    hiddenUnder: threshold,
  };
}

/** "Hidden: fewer than 10"; empty where the point is shown. */
export const hiddenWords = ({ hiddenUnder }: Pick<SeriesPoint, 'hiddenUnder'>): string =>
  hiddenUnder === undefined ? '' : `Hidden: fewer than ${hiddenUnder}`;
