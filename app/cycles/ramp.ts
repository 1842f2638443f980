import type { Decision } from '#db/vocabulary';

/* A ramp is the line of cycles that each follow one before: the links are drawn from `previousId`. */

export interface Linked {
  id: string;
  /** 1, 2, 3 … within the team. */
  number: number;
  previousId: string | null;
  /** It leaves the ramp of the cycle before, even where nothing else follows that one. */
  startsBranch?: boolean;
  decision?: Decision | null;
}

export interface Ramp<Cycle extends Linked> {
  /** Oldest first. */
  steps: Cycle[];
  /** The cycle of another ramp that this one branches from. */
  branchesFrom: string | null;
}

/**
 * Orders cycles into ramps: each cycle stands in exactly one, whatever the links say. A cycle that says so begins a
 * branch. Where two others follow the same one, the first goes on and the second begins a branch, except that a test
 * that was abandoned, and leads no further, gives way to one that is not. Links to cycles not given begin a ramp; links
 * that run in a circle are cut before their lowest number.
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
  const isDeadEnd = (cycle: Cycle) => cycle.decision === 'abandon' && !after.has(cycle.id);
  const placed = new Set<string>();
  const ramps: Ramp<Cycle>[] = [];
  const climb = (first: Cycle, from: string | null) => {
    const waiting: { first: Cycle; from: string | null }[] = [{ first, from }];
    for (let branch = waiting.shift(); branch; branch = waiting.shift()) {
      const steps: Cycle[] = [];
      for (let step: Cycle | undefined = branch.first; step && !placed.has(step.id); ) {
        placed.add(step.id);
        steps.push(step);
        const followers: Cycle[] = (after.get(step.id) ?? []).filter((one) => !placed.has(one.id));
        const goOn = followers.filter((one) => !one.startsBranch);
        const next: Cycle | undefined = goOn.find((one) => !isDeadEnd(one)) ?? goOn[0];
        for (const other of followers) if (other !== next) waiting.push({ first: other, from: step.id });
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

/**
 * The next step that a cycle has already: a branch is none, and a test that was abandoned and leads no further gives way.
 */
export function followerOf<Cycle extends Linked>(cycles: readonly Cycle[], id: string): Cycle | null {
  const leads = new Set(cycles.map(({ previousId }) => previousId));
  const goesOn = (cycle: Cycle) => cycle.decision !== 'abandon' || leads.has(cycle.id);
  return cycles.find((cycle) => cycle.previousId === id && !cycle.startsBranch && goesOn(cycle)) ?? null;
}

/** The ramp a cycle stands on. */
export function rampWith<Cycle extends Linked>(
  ramps: readonly Ramp<Cycle>[],
  id: string,
): Ramp<Cycle> | null {
  return ramps.find((ramp) => ramp.steps.some((step) => step.id === id)) ?? null;
}

/** A ramp with the branches that leave it, and theirs: one drawing. */
export interface RampTree<Cycle extends Linked> {
  trunk: Ramp<Cycle>;
  /** In the order of their first cycle. */
  branches: Ramp<Cycle>[];
}

/** Each ramp that begins by itself, with all that branches off. Its newest cycle decides its place: newest first. */
export function rampTrees<Cycle extends Linked>(cycles: readonly Cycle[]): RampTree<Cycle>[] {
  const treeOf = new Map<string, RampTree<Cycle>>();
  const trees: RampTree<Cycle>[] = [];
  // Of a branch, the cycle it leaves is placed before it.
  for (const ramp of rampsOf(cycles)) {
    const above = ramp.branchesFrom === null ? undefined : treeOf.get(ramp.branchesFrom);
    const tree = above ?? { trunk: ramp, branches: [] };
    if (above) above.branches.push(ramp);
    else trees.push(tree);
    for (const { id } of ramp.steps) treeOf.set(id, tree);
  }
  return trees.sort((a, b) => newest(b) - newest(a));
}

/** All cycles of a tree, the trunk's first. */
export const cyclesOfTree = <Cycle extends Linked>({ trunk, branches }: RampTree<Cycle>): Cycle[] =>
  [trunk, ...branches].flatMap(({ steps }) => steps);

const newest = <Cycle extends Linked>(tree: RampTree<Cycle>) =>
  Math.max(...cyclesOfTree(tree).map(({ number }) => number));

/** The ramp a cycle stands on, with its branches. */
export function treeWith<Cycle extends Linked>(
  trees: readonly RampTree<Cycle>[],
  id: string,
): RampTree<Cycle> | null {
  return trees.find((tree) => cyclesOfTree(tree).some((cycle) => cycle.id === id)) ?? null;
}
