import type { UseMeasure } from './measure-verdict';

/** One use of a practice by a team: a change idea with its cycles, and the measures they aim at. */
export interface Use {
  team: string;
  /** The team's home organisation; null where it has none. */
  partner: string | null;
  /** First day of Do of the first cycle; null while nothing was done. */
  changeDate: string | null;
  finishedCycles: number;
  /** Mean fidelity of its finished cycles, 0 … 1; null without any. */
  fidelity: number | null;
  isAbandoned: boolean;
  /** A gap between groups got wider, whether it helped or not. */
  hasWidenedGap: boolean;
  measures: readonly UseMeasure[];
}

/**
 * One use a team, in the order the teams come first: the earliest change, measures by id with all their points and
 * phases. It is abandoned only where every one of them was.
 */
export function mergeUses(uses: readonly Use[]): Use[] {
  const merged = new Map<string, Use>();
  for (const use of uses) {
    const before = merged.get(use.team);
    merged.set(use.team, before ? joined(before, use) : { ...use, measures: mergeMeasures(use.measures) });
  }
  return [...merged.values()];
}

function joined(a: Use, b: Use): Use {
  return {
    team: a.team,
    partner: a.partner ?? b.partner,
    changeDate: earliest(a.changeDate, b.changeDate),
    finishedCycles: a.finishedCycles + b.finishedCycles,
    fidelity: pooledFidelity(a, b),
    isAbandoned: a.isAbandoned && b.isAbandoned,
    hasWidenedGap: a.hasWidenedGap || b.hasWidenedGap,
    measures: mergeMeasures([...a.measures, ...b.measures]),
  };
}

function earliest(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

/** The mean over all finished cycles; where none is finished, over the uses. */
function pooledFidelity(a: Use, b: Use): number | null {
  if (a.fidelity === null || b.fidelity === null) return a.fidelity ?? b.fidelity;
  const cycles = a.finishedCycles + b.finishedCycles;
  if (cycles === 0) return (a.fidelity + b.fidelity) / 2;
  return (a.fidelity * a.finishedCycles + b.fidelity * b.finishedCycles) / cycles;
}

function mergeMeasures(measures: readonly UseMeasure[]): UseMeasure[] {
  const merged = new Map<string, UseMeasure>();
  for (const measure of measures) {
    const before = merged.get(measure.id);
    merged.set(measure.id, before ? joinedMeasure(before, measure) : measure);
  }
  return [...merged.values()];
}

/** A measure that two uses name is one series: its points are not counted twice. */
function joinedMeasure(a: UseMeasure, b: UseMeasure): UseMeasure {
  const dates = new Set(a.points.map(({ date }) => date));
  return {
    ...a,
    rebasedOn: [...new Set([...a.rebasedOn, ...b.rebasedOn])],
    points: [...a.points, ...b.points.filter(({ date }) => !dates.has(date))],
  };
}
