import type { RunPhase } from '~/statistics/run-chart';
import type { RunChartScene } from './run-chart-shapes';

export type Place = { x: number; y: number } | null;

const round = (n: number) => Math.round(n * 10) / 10;

/** A missing value is a break, not a zero. */
export function brokenLine(places: Place[]): string {
  return places
    .map((place, i) => (place ? `${places[i - 1] ? 'L' : 'M'}${place.x} ${place.y}` : ''))
    .join('');
}

/** Solid over the points it comes from, dotted where it is extended. */
export function medianPaths(
  phases: RunPhase[],
  places: Place[],
  y: (value: number) => number,
  plot: { left: number; right: number },
): RunChartScene['medians'] {
  const xAt = (index: number) => places[index]?.x ?? null;
  const lastBefore = (index: number) => places.slice(0, index + 1).findLast((place) => place)?.x ?? plot.left;
  return phases.flatMap(({ start, end, centre, baselineEnd }, i) => {
    if (centre === null || end <= start) return [];
    const from = i === 0 ? plot.left : (lastBefore(start - 1) + (xAt(start) ?? lastBefore(start))) / 2;
    const next = phases[i + 1];
    const to = next ? (lastBefore(end) + (xAt(next.start) ?? plot.right)) / 2 : plot.right;
    const frozen = baselineEnd < end;
    const solid = frozen ? lastBefore(baselineEnd) : to;
    const height = y(centre);
    const paths = [{ d: `M${round(from)} ${height}H${round(solid)}`, extended: false }];
    if (solid < to) paths.push({ d: `M${round(solid)} ${height}H${round(to)}`, extended: true });
    return paths;
  });
}
