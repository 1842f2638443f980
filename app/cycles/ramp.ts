/* A ramp is the line of cycles that each follow one before: the links are drawn from `previousId`. */

export interface Linked {
  id: string;
  /** 1, 2, 3 … within the team. */
  number: number;
  previousId: string | null;
}

export interface Ramp<Cycle extends Linked> {
  /** Oldest first. */
  steps: Cycle[];
  /** The cycle of another ramp that this one branches from. */
  branchesFrom: string | null;
}

/**
 * Orders cycles into ramps: each cycle stands in exactly one, whatever the links say. Where two cycles follow the
 * same one, the first goes on and the other begins a branch. Links to cycles not given begin a ramp; links that run
 * in a circle are cut before their lowest number.
 */
export function rampsOf<Cycle extends Linked>(cycles: readonly Cycle[]): Ramp<Cycle>[] {
  const inOrder = [...cycles].sort((a, b) => a.number - b.number);
  const known = new Set(cycles.map((cycle) => cycle.id));
  const after = new Map<string, Cycle[]>();
  for (const cycle of inOrder) {
    if (cycle.previousId === null || !known.has(cycle.previousId)) continue;
    const siblings = after.get(cycle.previousId);
    if (siblings) siblings.push(cycle);
    else after.set(cycle.previousId, [cycle]);
  }
  const placed = new Set<string>();
  const ramps: Ramp<Cycle>[] = [];
  const climb = (first: Cycle, from: string | null) => {
    const waiting: { first: Cycle; from: string | null }[] = [{ first, from }];
    for (let branch = waiting.shift(); branch; branch = waiting.shift()) {
      const steps: Cycle[] = [];
      for (let step: Cycle | undefined = branch.first; step && !placed.has(step.id); ) {
        placed.add(step.id);
        steps.push(step);
        const [next, ...others]: Cycle[] = (after.get(step.id) ?? []).filter((one) => !placed.has(one.id));
        for (const other of others) waiting.push({ first: other, from: step.id });
        step = next;
      }
      if (steps.length > 0) ramps.push({ steps, branchesFrom: branch.from });
    }
  };
  for (const cycle of inOrder) {
    if (cycle.previousId === null || !known.has(cycle.previousId)) climb(cycle, null);
  }
  // What is left is in a circle.
  for (const cycle of inOrder) if (!placed.has(cycle.id)) climb(cycle, null);
  return ramps;
}

/** The ramp a cycle stands on. */
export function rampWith<Cycle extends Linked>(
  ramps: readonly Ramp<Cycle>[],
  id: string,
): Ramp<Cycle> | null {
  return ramps.find((ramp) => ramp.steps.some((step) => step.id === id)) ?? null;
}
