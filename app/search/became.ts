import type { Decision } from '#db/vocabulary';
import { stateAfter, type TriedState } from './tried';

/** What of a test tells what became of it. */
export interface FoundTest {
  doStartedOn: string | null;
  decision: Decision | null;
}

const words: Record<TriedState, string> = {
  kept: 'Kept',
  changed: 'Changed and tested again',
  unsure: 'They could not tell yet',
  testing: 'Still testing',
  stopped: 'Stopped',
};

/** Of some tests of one idea, the newest first: what was decided last, or how far they are. Empty where there is none. */
export function becameWords(tests: readonly FoundTest[]): string {
  if (tests.length === 0) return '';
  const decision = tests.find((test) => test.decision !== null)?.decision;
  if (decision) return words[stateAfter[decision]];
  return tests.some(({ doStartedOn }) => doStartedOn !== null) ? words.testing : 'Planned';
}
