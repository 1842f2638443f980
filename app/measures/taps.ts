import type { KeptPoint } from './cell';
import type { Measure } from './measure';

/** How the count of one period stands. */
export interface TapCount {
  yes: number;
  /** Null where only what happened is counted. */
  no: number | null;
}

/** What a tap adds: one more of two answers, or one more; null for measures that are not counted one by one. */
export function countedIn({ kind }: Pick<Measure, 'kind'>): 'answers' | 'ones' | null {
  return kind === 'proportion' ? 'answers' : kind === 'count' ? 'ones' : null;
}

export function tapCount({ kind }: Pick<Measure, 'kind'>, point: KeptPoint | null): TapCount {
  if (kind !== 'proportion') return { yes: point?.value ?? 0, no: null };
  const { numerator, denominator } = point ?? { numerator: 0, denominator: 0 };
  return { yes: numerator ?? 0, no: (denominator ?? 0) - (numerator ?? 0) };
}
