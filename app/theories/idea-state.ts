import { type Decision, decisions, type Scale } from '#db/vocabulary';
import type { IdeaState } from '~/charts/idea-glyph';

/** What of a cycle tells where its change idea stands. Days are YYYY-MM-DD. */
export interface IdeaCycle {
  number: number;
  doStartedOn: string | null;
  scale: Scale | null;
  sites: number | null;
  decision: Decision | null;
  decidedOn: string | null;
}

const keeps: readonly Decision[] = ['adopt', 'implement'];
const beyondOneSite: readonly (Scale | null)[] = ['sites', 'everyone'];

const hasBegun = (cycle: IdeaCycle) => cycle.doStartedOn !== null || cycle.decision !== null;
const isBeyondOneSite = ({ sites, scale }: IdeaCycle) =>
  sites === null ? beyondOneSite.includes(scale) : sites > 1;

/** The decision that holds for the idea: the newest of its cycles; of one day, that of the later cycle. */
function newestDecision(cycles: readonly IdeaCycle[]): IdeaCycle | null {
  const decided = cycles.filter((cycle) => cycle.decision !== null && decisions.includes(cycle.decision));
  const inOrder = decided.sort(
    (a, b) => (a.decidedOn ?? '').localeCompare(b.decidedOn ?? '') || a.number - b.number,
  );
  return inOrder.at(-1) ?? null;
}

/**
 * Where a change idea stands, from its cycles alone: nobody sets it. `startedElsewhereOn` is the newest day on which
 * another team of the community began a test of the same practice.
 */
export function ideaStateOf(
  cycles: readonly IdeaCycle[],
  startedElsewhereOn: string | null = null,
): IdeaState {
  const begun = cycles.filter(hasBegun);
  if (begun.length === 0) return 'untested';
  const newest = newestDecision(begun);
  const decision = newest?.decision ?? null;
  const on = newest?.decidedOn ?? '';
  if (newest === null || decision === null) return 'testing';
  if (decision === 'expand') return 'spreading';
  if (decision === 'abandon') {
    // Tried anew after it was given up.
    const isTriedAgain = begun.some((cycle) => cycle.decision === null && (cycle.doStartedOn ?? '') > on);
    return isTriedAgain ? 'testing' : 'abandoned';
  }
  if (!keeps.includes(decision)) return 'testing';
  const isElsewhere = startedElsewhereOn !== null && startedElsewhereOn > on;
  return isElsewhere || begun.some(isBeyondOneSite) ? 'spreading' : 'adopted';
}
