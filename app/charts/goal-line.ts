import { timeOf } from './figures';
import type { RunChartData } from './run-chart-data';

/* The goal: level, or in steps where it changed. */

export interface GoalStep {
  /** Its first day; null where it was always so. */
  from: number | null;
  goal: number;
}

/** The goals of the days in view, oldest first. The newest one that has come is always among them. */
export function goalSteps(
  { goal, goals = [], window }: RunChartData,
  days: { from: number; to: number } | null,
): GoalStep[] {
  const level = goal === null ? [] : [{ from: null, goal }];
  if (goals.length === 0 || !days) return level;
  const steps = goals.map((step) => ({ from: timeOf(step.from), goal: step.goal }));
  const seen = steps.filter(
    ({ from }, i) => from <= days.to && (steps[i + 1]?.from ?? days.to + 1) > days.from,
  );
  if (seen.length > 0) return seen;
  // Set after the newest point: nothing in view has been measured by it yet.
  return window ? [] : level;
}

interface GoalFrame {
  x: (time: number) => number;
  y: (value: number) => number;
  left: number;
  right: number;
}

/** The stretches of the line with their heights, left to right. */
export function goalStretches(steps: GoalStep[], { x, y, left, right }: GoalFrame) {
  const start = (from: number | null) => (from === null ? left : Math.max(left, Math.min(right, x(from))));
  return steps
    .map(({ from, goal }, i) => {
      const next = steps[i + 1];
      return { from: start(from), to: next ? start(next.from) : right, at: y(goal) };
    })
    .filter(({ from, to }) => to > from);
}

export type GoalStretch = ReturnType<typeof goalStretches>[number];

export function goalPath(stretches: GoalStretch[]): string {
  return stretches
    .map(({ from, to, at }, i) => (stretches[i - 1]?.to === from ? `V${at}H${to}` : `M${from} ${at}H${to}`))
    .join('');
}
