import type { PastKind } from '#db/vocabulary';
import type { Observed } from './cells';

/** What something of an indicator was, and between which instants (ISO, UTC); `was` null: there was nothing. */
export interface Past {
  kind: PastKind;
  cell: string;
  was: Record<string, unknown> | null;
  knownFrom: string;
  knownUntil: string;
}

export interface DatedObserved extends Observed {
  enteredAt: string;
}

/** The version of each cell that stood at an instant: of those that ended later, the one that ended first. */
function standingAt(pasts: readonly Past[], kind: PastKind, at: string): Map<string, Past> {
  const standing = new Map<string, Past>();
  for (const past of pasts) {
    if (past.kind !== kind || past.knownUntil <= at) continue;
    const known = standing.get(past.cell);
    if (!known || past.knownUntil < known.knownUntil) standing.set(past.cell, past);
  }
  return standing;
}

/**
 * The figures that were kept at an instant: those that still stand and were entered by then, and in the place of
 * those changed or taken out since, what stood there.
 */
export function figuresThen(now: readonly DatedObserved[], pasts: readonly Past[], at: string): Observed[] {
  const before = standingAt(pasts, 'figure', at);
  const unchanged = now.filter(
    (one) => one.enteredAt <= at && !before.has(`${one.period} ${one.subgroupId ?? ''}`),
  );
  const changed = [...before.values()].flatMap(({ was, knownFrom }) =>
    was && knownFrom <= at ? [observedOf(was)] : [],
  );
  return [...unchanged, ...changed].sort((a, b) => a.period.localeCompare(b.period));
}

const number = (value: unknown) => (typeof value === 'number' ? value : null);

const observedOf = (was: Record<string, unknown>): Observed => ({
  period: String(was.period),
  subgroupId: typeof was.subgroupId === 'string' ? was.subgroupId : null,
  numerator: number(was.numerator),
  denominator: number(was.denominator),
  value: number(was.value),
  marginOfError: number(was.marginOfError),
  isSuppressed: was.isSuppressed === 1,
});

/** An indicator's definition as it was; null where it was not defined yet, or archived. */
export function definitionThen<
  Definition extends { createdAt: string; archivedAt: string | null; isCore: boolean },
>(now: Definition, pasts: readonly Past[], at: string): Definition | null {
  if (now.createdAt > at) return null;
  const was = standingAt(pasts, 'definition', at).get('')?.was;
  const then = was ? { ...now, ...was, isCore: was.isCore === 1 } : now;
  return then.archivedAt === null || then.archivedAt > at ? then : null;
}

export interface ChosenReference {
  dimensionId: string;
  subgroupId: string;
  createdAt: string;
}

/** Dimension → the group that somebody had chosen to compare with. */
export function referencesThen(
  now: readonly ChosenReference[],
  pasts: readonly Past[],
  at: string,
): Map<string, string> {
  const chosen = new Map(
    now.flatMap(({ dimensionId, subgroupId, createdAt }) =>
      createdAt <= at ? [[dimensionId, subgroupId] as const] : [],
    ),
  );
  for (const [dimensionId, { was, knownFrom }] of standingAt(pasts, 'reference', at)) {
    if (typeof was?.subgroupId === 'string' && knownFrom <= at) chosen.set(dimensionId, was.subgroupId);
    else chosen.delete(dimensionId);
  }
  return chosen;
}
