import { hiddenIn, isSmall } from '~/access/small-counts';
import { hasTwoNumbers, type Measure } from './measure';
import type { SeriesPoint } from './series';

/**
 * Small counts: of a share or a rate, a point that is out of fewer than the community's threshold is hidden from everyone
 * who may not edit the team's numbers. It has no figures from here on, so that neither a drawing nor a table, a median or
 * a sentence can give it away. A threshold of 0 hides nothing. Source: product, § 5.
 */
export function maskSmall<Point extends SeriesPoint>(
  { kind }: Pick<Measure, 'kind'>,
  points: readonly Point[],
  threshold: number,
): Point[] {
  if (!hasTwoNumbers(kind)) return [...points];
  return points.map((point) => (isSmall(point.denominator, threshold) ? hidden(point, threshold) : point));
}

/**
 * The same of the groups of a measure, by group ("" is the whole). A group that is hidden could be worked out from the
 * others and the whole: the smallest of those are hidden with it, until it cannot.
 */
export function maskGroups<Point extends SeriesPoint>(
  { kind }: Pick<Measure, 'kind'>,
  groups: ReadonlyMap<string, readonly Point[]>,
  threshold: number,
): Map<string, Point[]> {
  if (!hasTwoNumbers(kind)) return new Map([...groups].map(([name, points]) => [name, [...points]]));
  const byPeriod = new Map<string, { name: string; point: Point }[]>();
  for (const [name, points] of groups) {
    for (const point of points) {
      const known = byPeriod.get(point.periodStart);
      if (known) known.push({ name, point });
      else byPeriod.set(point.periodStart, [{ name, point }]);
    }
  }
  const masked = new Set<Point>();
  for (const inPeriod of byPeriod.values()) {
    const parts = inPeriod.filter(({ name }) => name !== '').map(({ point }) => point);
    const whole = inPeriod.find(({ name }) => name === '')?.point ?? null;
    const { total, groups: found } = hiddenIn({
      threshold,
      total: whole,
      groups: parts,
      partOfWhole: kind === 'proportion',
    });
    if (total && whole) masked.add(whole);
    for (const [index, part] of parts.entries()) if (total || found.has(index)) masked.add(part);
  }
  return new Map(
    [...groups].map(([name, points]) => [
      name,
      points.map((point) => (masked.has(point) ? hidden(point, threshold) : point)),
    ]),
  );
}

/** A point without its figures. What somebody wrote beside it may tell them, and goes too. */
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
