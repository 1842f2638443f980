import { formatValue } from './figures';
import type { GoalStep } from './goal-line';
import type { LinesNow } from './lines-in-view';
import type { ChartPoint, RunChartData } from './run-chart-data';
import type { ScenePoint, SideLabel } from './run-chart-shapes';
import { spread } from './spread';

/* Right of the plot: the newest value, the goal, the middle of the newest phase and its limits. */

export interface Side extends Pick<SideLabel, 'kind' | 'text'> {
  value: number;
}

interface Shown {
  newest: ChartPoint | null;
  now: LinesNow;
  goals: GoalStep[];
  values: number[];
}

export function sideTexts(data: RunChartData, { newest, now, goals, values }: Shown): Side[] {
  const { unit, goalWord, limits, scale } = data;
  const sides: Side[] = [];
  const say = (value: number) => formatValue(value, unit, { brief: true });
  // A shared scale may leave a line outside the plot: it has no name there.
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const isShown = (value: number) => !scale || (value >= low && value <= high);
  if (newest && newest.value !== null)
    sides.push({ kind: 'value', value: newest.value, text: say(newest.value) });
  const goal = goals.at(-1)?.goal;
  if (goal !== undefined && isShown(goal)) {
    const decimals = Number.isInteger(goal) ? 0 : unit.decimals;
    const text = `${goalWord} ${formatValue(goal, unit, { brief: true, decimals })}`;
    sides.push({ kind: 'goal', value: goal, text });
  }
  const line = (kind: 'median' | 'upper' | 'lower', value: number | null, word: string) => {
    if (value !== null && isShown(value)) sides.push({ kind, value, text: `${word} ${say(value)}` });
  };
  line('upper', now.upper, 'Upper');
  line('median', now.centre, limits?.centreWord ?? 'Median');
  line('lower', now.lower, 'Lower');
  return sides;
}

/** Rule 1: right-hand labels keep this distance. */
const labelGap = 16.6;

export function sideLabels(
  plot: { sides: Side[]; sideGap: number; right: number; bottom: number },
  y: (value: number) => number,
  points: ScenePoint[],
  full: boolean,
): SideLabel[] {
  const newest = points.find((point) => point.newest);
  const placed = spread(
    plot.sides.map(({ value }) => y(value)),
    labelGap,
    full ? 24 : 4,
    plot.bottom + 6,
  );
  return plot.sides.map(({ kind, text }, i) => ({
    kind,
    text,
    x: plot.right + plot.sideGap,
    y: placed[i] ?? plot.bottom,
    tone: kind === 'value' && newest && newest.mark !== 'ghost' ? newest.mark : 'none',
  }));
}
