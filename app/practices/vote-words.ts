import type { StripMark } from '~/charts/mark';
import { plural } from '~/ui/words';
import type { Evidence, List } from './tiers';
import { isCounted, type Vote } from './votes';

/* What a team's vote and all votes together are called on a page. */

export const markOf: Record<Vote, StripMark> = {
  improved: 'better',
  worsened: 'worse',
  mixed: 'mixed',
  'no signal': 'none',
  'too early': 'early',
  'observed only': 'early',
};

export const voteWords: Record<Vote, string> = {
  improved: 'Improved',
  worsened: 'Worsened',
  mixed: 'Mixed: some better, some worse',
  'no signal': 'No signal',
  'too early': 'Too early to tell',
  'observed only': 'Too few numbers to tell',
};

/** "mixed", "no signal": inside a sentence. */
export const shortVoteWords = (vote: Vote) => (voteWords[vote].split(':')[0] ?? '').toLowerCase();

export const listNames: Record<List, string> = { spread: 'Spread', study: 'Study further', stop: 'Stop' };

export const listMeanings: Record<List, string> = {
  spread: 'Improved more often than not, even at the low end of the range. Used by 3 teams or more.',
  study: 'Could go either way. More tests will narrow the range.',
  stop: 'Improved less often than not, even at the high end of the range, or stopped.',
};

export const percentWords = (share: number) => `${Math.round(share * 100)}%`;

/** "2 too early and 1 with too few numbers, not counted"; empty where every team is counted. */
export function notCountedWords(votes: readonly Vote[]): string {
  const early = votes.filter((vote) => vote === 'too early').length;
  const few = votes.filter((vote) => vote === 'observed only').length;
  const parts = [early > 0 ? `${early} too early` : '', few > 0 ? `${few} with too few numbers` : ''];
  const said = parts.filter(Boolean).join(' and ');
  return said ? `${said}, not counted` : '';
}

/** "4 of 7 teams improved." */
export function sharedWords({ votes, improved }: Pick<Evidence, 'votes' | 'improved'>): string {
  if (votes === 0) return 'No team can tell yet.';
  return `${improved} of ${plural(votes, 'team')} improved.`;
}

/** How sure we can be, in a sentence. */
export function rangeWords({ votes, p10, p90 }: Pick<Evidence, 'votes' | 'p10' | 'p90'>): string {
  if (p10 === null || p90 === null) {
    return 'Its measures need more numbers before and after before they can say anything.';
  }
  const range = `most likely between ${percentWords(p10)} and ${percentWords(p90)} (8 chances in 10)`;
  return votes < 10
    ? `With only ${plural(votes, 'team')}, the true share of teams it works for is ${range}.`
    : `The true share of teams it works for is ${range}.`;
}

/** What the rules say, in one sentence that is kept beside a leader's decision. */
export function rulesSentence(evidence: Evidence): string {
  const { tier, list, p10, p90 } = evidence;
  const range = p10 === null || p90 === null ? '' : ` Range ${percentWords(p10)} to ${percentWords(p90)}.`;
  return `${listNames[list]} (${tier}). ${sharedWords(evidence)}${range}`;
}

/** Oldest first, those that are not counted last: the order of the strip. */
export const inStripOrder = <T extends { vote: Vote }>(teams: readonly T[]): T[] => [
  ...teams.filter(({ vote }) => isCounted(vote)),
  ...teams.filter(({ vote }) => !isCounted(vote)),
];
