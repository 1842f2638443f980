import type { Decision, Vote } from '#db/vocabulary';
import type { PredictionRecord } from '~/statistics/calibration-words';
import { dayWithYear } from '~/ui/dates';
import { plural } from '~/ui/words';

/* Honesty gauges: how much is done, how much is learned and what came of it are three things, and none stands for another. */

export interface Gauges {
  /** The first day that counts for activity and learning. */
  since: string;
  activity: { cyclesBegun: number; teams: number; testsEnded: number };
  learning: Endings & { misses: number; explainedMisses: number; predictions: PredictionRecord };
  /** The votes of teams' uses as they stand now. */
  results: Record<Vote, number>;
}

/** "33 cycles were begun by 6 teams since Nov 26, 2025, whether they test a practice or not." */
export const begunWords = ({ activity: { cyclesBegun, teams }, since }: Pick<Gauges, 'activity' | 'since'>) =>
  `${plural(cyclesBegun, 'cycle')} ${cyclesBegun === 1 ? 'was' : 'were'} begun by ${plural(teams, 'team')} since ${dayWithYear(since)}, whether they test a practice or not.`;

export type EndingState =
  | 'too few'
  | 'too much success'
  | 'few changes of mind'
  | 'healthy'
  | 'few successes';

/** How tests ended. */
export interface Endings {
  ended: number;
  byDecision: Record<Decision, number>;
  /** Adapt, abandon or inconclusive: the team changed its mind, or admits that it does not know. */
  open: number;
  openShare: number | null;
  state: EndingState;
}

const HEALTHY = { from: 0.25, to: 0.5 }; // product.md § 6
const BIASED = 0.9; // more success than this is reporting bias, product.md § 6
/** Of fewer tests no share says anything. */
const FEWEST_ENDED = 8;

export function endingsOf(byDecision: Record<Decision, number>): Endings {
  const open = byDecision.adapt + byDecision.abandon + byDecision.inconclusive;
  const ended = open + byDecision.adopt + byDecision.expand + byDecision.implement;
  const openShare = ended === 0 ? null : open / ended;
  return { ended, byDecision, open, openShare, state: stateOf(ended, openShare) };
}

function stateOf(ended: number, openShare: number | null): EndingState {
  if (openShare === null || ended < FEWEST_ENDED) return 'too few';
  if (1 - openShare > BIASED) return 'too much success';
  if (openShare < HEALTHY.from) return 'few changes of mind';
  return openShare <= HEALTHY.to ? 'healthy' : 'few successes';
}

/** What the share says, in a sentence; it is a question and never a charge. */
export const endingWords: Record<EndingState, string> = {
  'too few': `With fewer than ${FEWEST_ENDED} tests ended, the share says nothing yet.`,
  'too much success':
    'Over 90% success is rarely true. Ask which tests were not written down, and which were called a success early.',
  'few changes of mind': 'Under 25%: are tests bold enough to fail, and are failed ones written down?',
  healthy: 'Between 25% and 50% is healthy: teams try what may fail, and say so when it does.',
  'few successes': 'Over 50%: many tests do not work out. Are they small enough, and built on one another?',
};
