// The lines of a control chart as they are drawn: clipped, multiplied, null where there are none.
import type { Layout } from './control-layout';
import type { PhaseLimits } from './limits';
import type { Phase } from './phases';
import type { ChartKind } from './plotted';
import { shown, shownScale } from './scale';

export type Line = (number | null)[];

/** One entry per point, multiplied; null where there is no line. Warning lines are at 2σ. */
export interface ControlLines {
  centre: Line;
  lower: Line;
  upper: Line;
  lowerWarning: Line;
  upperWarning: Line;
}

const MAY_BE_NEGATIVE: ReadonlySet<ChartKind> = new Set(['i', 'iprime', 'xbar']);

/** The lines of a chart laid out. */
export function linesOf(chart: Layout, multiply: number): ControlLines {
  const { kind, phases, limits, middle, sigma } = chart;
  const count = middle.length;
  // Arrays are left to grow in order: filled with nulls first, every number in them would be boxed.
  const line = (): Line => new Array<number | null>(count);
  const lines = { centre: line(), lower: line(), upper: line(), lowerWarning: line(), upperWarning: line() };
  const least = MAY_BE_NEGATIVE.has(kind) ? Number.NEGATIVE_INFINITY : 0;
  const most = kind === 'p' || kind === 'pprime' ? 1 : Number.POSITIVE_INFINITY;
  const at = (i: number, sigmas: number) => {
    const level = shownScale(kind, (middle[i] as number) + sigmas * (sigma[i] as number));
    return shown(Math.min(most, Math.max(least, level)), multiply);
  };
  phases.forEach(({ start, end }, index) => {
    const { centre, bySize } = limits[index] as PhaseLimits;
    const drawn = centre === null ? null : shown(shownScale(kind, centre), multiply);
    lines.centre.fill(drawn, start, end + 1);
    // No time is below zero: a t chart's lower limit is 0 also where the formula has none (qicharts2 0.8.1).
    const floor = kind === 't' && drawn !== null ? 0 : null;
    const draw = (line: Line, sigmas: number, otherwise: number | null) => {
      if (bySize === 'constant') line.fill(at(start, sigmas) ?? otherwise, start, end + 1);
      else for (let i = start; i <= end; i++) line[i] = at(i, sigmas);
    };
    draw(lines.lower, -3, floor);
    draw(lines.upper, 3, null);
    draw(lines.lowerWarning, -2, null);
    draw(lines.upperWarning, 2, null);
  });
  return lines;
}

/** Whether all lines are constant within each phase, so that they can be drawn as one stroke. */
export function isConstant({ lines, phases }: { lines: ControlLines; phases: readonly Phase[] }): boolean {
  return Object.values(lines).every((line: Line) =>
    phases.every(({ start, end }) => {
      for (let i = start; i <= end; i++) if (line[i] !== line[start]) return false;
      return true;
    }),
  );
}
