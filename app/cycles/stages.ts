import type { Decision, Phase } from '#db/vocabulary';

/** What of a cycle's content decides its phase. Days are YYYY-MM-DD. */
export interface StageContent {
  doStartedOn: string | null;
  doEndedOn: string | null;
  /** What the team learned; empty while the Study is unwritten. */
  learned: string;
  decision: Decision | null;
}

/**
 * The phase a cycle is in, from what is written and dated; it is never set by hand (product rules, cycles).
 * Only "done" needs something: a Study, and a decision, which has its reason or could not have been kept.
 * A decision without a Study leaves the cycle in Study; a Study written before Do ended is kept, and the cycle
 * stays in Do until Do has ended.
 */
export function stageOf(cycle: StageContent): Phase {
  const hasStudy = cycle.learned.trim() !== '';
  if (hasStudy && cycle.decision !== null) return 'done';
  if (cycle.doStartedOn === null) return 'planned';
  if (cycle.doEndedOn === null) return 'doing';
  return hasStudy ? 'deciding' : 'studying';
}
