import type { MeasureType, Vote } from '#db/vocabulary';
import type { ChangeVerdict } from '~/statistics/after-change';

export type { Vote } from '#db/vocabulary';

export interface VotingMeasure {
  type: MeasureType;
  verdict: ChangeVerdict;
}

/**
 * A gain is one of an outcome or a process measure; harm is harm on any. A measure that can say nothing yet is silent
 * where another speaks.
 */
export function voteOf(measures: readonly VotingMeasure[]): Vote {
  const some = (...verdicts: ChangeVerdict[]) => measures.some(({ verdict }) => verdicts.includes(verdict));
  const improved = measures.some(({ type, verdict }) => verdict === 'improved' && type !== 'balancing');
  const worsened = some('worsened');
  if (some('mixed') || (improved && worsened)) return 'mixed';
  if (improved) return 'improved';
  if (worsened) return 'worsened';
  // A balancing measure that got better by itself is no gain.
  if (some('improved', 'no signal', 'no clear change')) return 'no signal';
  return some('too early') ? 'too early' : 'observed only';
}

const typesInOrder: readonly MeasureType[] = ['outcome', 'process', 'balancing'];

/**
 * The measures that the vote rests on, an outcome before a process before a balancing one; of a mixed vote first those
 * that improved, then those that got worse.
 */
export function carriersOf<T extends VotingMeasure>(measures: readonly T[]): T[] {
  const inOrder = measures.toSorted((a, b) => typesInOrder.indexOf(a.type) - typesInOrder.indexOf(b.type));
  const saying = (verdict: ChangeVerdict) => inOrder.filter((measure) => measure.verdict === verdict);
  const gains = saying('improved').filter(({ type }) => type !== 'balancing');
  const losses = saying('worsened');
  switch (voteOf(measures)) {
    case 'improved':
      return gains;
    case 'worsened':
      return losses;
    case 'mixed':
      return gains.length > 0 && losses.length > 0 ? [...gains, ...losses] : saying('mixed');
    case 'no signal': {
      const silent = inOrder.filter(
        ({ verdict }) => verdict === 'no signal' || verdict === 'no clear change',
      );
      return silent.length > 0 ? silent : saying('improved');
    }
    case 'too early':
      return saying('too early');
    default:
      return inOrder;
  }
}

/** Only these are counted: the others could not tell yet. */
export const isCounted = (vote: Vote) => vote !== 'too early' && vote !== 'observed only';

const LEAST_WEIGHT = 0.5; // product.md § 6

/** How much a team's vote weighs: the mean fidelity of its finished cycles, and never less than half. */
export const weightOf = (fidelity: number | null) => Math.max(LEAST_WEIGHT, fidelity ?? 0);
