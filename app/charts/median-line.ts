import type { RunPhase } from '~/statistics/run-chart';

export type Place = { x: number; y: number } | null;

const round = (n: number) => Math.round(n * 10) / 10;

/** A missing value is a break, not a zero; so is the start of a phase. */
export function brokenLine(places: Place[], phases: RunPhase[]): string {
  const starts = new Set(phases.map(({ start }) => start));
  return places
    .map((place, i) => (place ? `${places[i - 1] && !starts.has(i) ? 'L' : 'M'}${place.x} ${place.y}` : ''))
    .join('');
}

/** A phase with the part of the plot that is its own. */
export interface PhaseSpan {
  phase: RunPhase;
  from: number;
  to: number;
}

/** px left free on each side of the day at which a phase ends. */
const apart = 3;

/** Phases side by side, their lines not touching. `columns` say where each point stands, null where it has no value. */
export function phaseSpans(
  phases: RunPhase[],
  columns: (number | null)[],
  plot: { left: number; right: number },
): PhaseSpan[] {
  const inside = (x: number) => round(Math.max(plot.left, Math.min(plot.right, x)));
  const held = phases.flatMap((phase) => {
    const own = columns.slice(phase.start, phase.end + 1).filter((x) => x !== null);
    const [first, last] = [own[0], own.at(-1)];
    return first === undefined || last === undefined ? [] : [{ phase, first, last }];
  });
  return held
    .map(({ phase, first, last }, i) => {
      const [before, after] = [held[i - 1], held[i + 1]];
      return {
        phase,
        from: before ? inside((before.last + first) / 2 + apart) : plot.left,
        to: after ? inside((last + after.first) / 2 - apart) : plot.right,
      };
    })
    .filter(({ from, to }) => to > from);
}

export interface MedianPath {
  d: string;
  extended: boolean;
}

/** Solid over the points it comes from, dotted where it is extended. */
export function medianPaths(
  spans: PhaseSpan[],
  columns: (number | null)[],
  y: (value: number) => number,
): MedianPath[] {
  return spans.flatMap(({ phase: { start, end, centre, baselineEnd }, from, to }) => {
    if (centre === null || end <= start) return [];
    const lastBase = columns.slice(0, baselineEnd + 1).findLast((x) => x !== null) ?? from;
    const solid = baselineEnd < end ? round(Math.max(from, Math.min(to, lastBase))) : to;
    const height = y(centre);
    const paths = solid > from ? [{ d: `M${from} ${height}H${solid}`, extended: false }] : [];
    if (solid < to) paths.push({ d: `M${solid} ${height}H${to}`, extended: true });
    return paths;
  });
}
