import type { RunPhase } from '~/statistics/run-chart';
import type { ChartView } from './chart-view';
import type { GoalStep } from './goal-line';
import type { RunChartData } from './run-chart-data';

/* Which lines belong to the days in view. A window hides points; it moves no line. */

/** Phases of which some point is in view. One point is a number: it has no middle. */
export function shownPhases({ reading, limits }: RunChartData, { present }: ChartView): RunPhase[] {
  const centreOf = ({ start, end, centre }: RunPhase) => {
    if (end <= start) return null;
    return limits ? (limits.centre.slice(start, end + 1).find((line) => line !== null) ?? null) : centre;
  };
  return reading.phases
    .filter(({ start, end }) => present.some(({ index }) => index >= start && index <= end))
    .map((phase) => ({ ...phase, centre: centreOf(phase) }));
}

/** All that the scale has room for: what is shown, or what a shared scale says. No number is ever left outside. */
export function shownValues(
  { limits, scale }: RunChartData,
  { present }: ChartView,
  phases: RunPhase[],
  goals: GoalStep[],
): number[] {
  const values: (number | null | undefined)[] = present.map(({ value }) => value);
  if (scale) values.push(scale.low, scale.high);
  else {
    values.push(...phases.map(({ centre }) => centre), ...goals.map(({ goal }) => goal));
    if (limits) for (const { index } of present) values.push(limits.lower[index], limits.upper[index]);
  }
  return values.filter((value) => value != null && Number.isFinite(value)) as number[];
}

/** The lines at the right end of what is shown; null where there are none. */
export interface LinesNow {
  centre: number | null;
  upper: number | null;
  lower: number | null;
}

export function linesNow({ limits }: RunChartData, { present }: ChartView, phases: RunPhase[]): LinesNow {
  const phase = phases.findLast(({ start, end }) => end > start);
  const lines = { centre: phase?.centre ?? null, upper: null, lower: null };
  if (!limits || !phase) return lines;
  const isLimited = ({ index }: { index: number }) =>
    index >= phase.start &&
    index <= phase.end &&
    (limits.upper[index] ?? limits.lower[index] ?? null) !== null;
  const last = present.findLast(isLimited)?.index ?? -1;
  return { ...lines, upper: limits.upper[last] ?? null, lower: limits.lower[last] ?? null };
}
