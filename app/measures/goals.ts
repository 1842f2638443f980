/** What the goal is from a day on, in the unit the chart shows. */
export interface GoalStep {
  id: string;
  fromOn: string;
  goal: number;
}

/** The goal in force on a day: of the newest step whose day has come, else the one the measure began with. */
export function goalOn(
  first: number | null,
  steps: readonly Pick<GoalStep, 'fromOn' | 'goal'>[],
  day: string,
): number | null {
  const come = steps.filter(({ fromOn }) => fromOn <= day);
  return come.sort((a, b) => a.fromOn.localeCompare(b.fromOn)).at(-1)?.goal ?? first;
}

/**
 * The goals as a chart draws them, oldest first; empty where the goal never changed. The one the measure began with
 * holds from `firstDay`, the first day the chart shows.
 */
export function goalsByDay(
  first: number | null,
  steps: readonly Pick<GoalStep, 'fromOn' | 'goal'>[],
  firstDay: string | undefined,
): { from: string; goal: number }[] {
  if (steps.length === 0) return [];
  const sorted = [...steps].sort((a, b) => a.fromOn.localeCompare(b.fromOn));
  const began = firstDay !== undefined && first !== null && firstDay < (sorted[0]?.fromOn ?? '');
  return [
    ...(began ? [{ from: firstDay, goal: first }] : []),
    ...sorted.map(({ fromOn, goal }) => ({ from: fromOn, goal })),
  ];
}
