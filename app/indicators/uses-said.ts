import type { Verdict } from '~/charts/mark';

/** What one team's use of a practice says, as the practices room judged it. */
export type UseVote = 'improved' | 'worsened' | 'mixed' | 'no signal' | 'too early' | 'observed only';

const marks: Record<UseVote, Verdict> = {
  improved: 'better',
  worsened: 'worse',
  mixed: 'none',
  'no signal': 'none',
  'too early': 'early',
  'observed only': 'early',
};

export interface UsesSaid {
  /** One mark for each team's use. */
  marks: Verdict[];
  /** "5 of 6 uses improved, 1 worsened, 1 too early" */
  words: string;
}

/** The uses of a practice by all teams; null without any. Those that cannot tell yet are not counted. */
export function usesSaid(votes: readonly UseVote[]): UsesSaid | null {
  if (votes.length === 0) return null;
  const shown = votes.map((vote) => marks[vote]);
  const count = (vote: UseVote) => votes.filter((one) => one === vote).length;
  const early = count('too early') + count('observed only');
  const counted = votes.length - early;
  const parts =
    counted === 0
      ? [`${early} ${early === 1 ? 'use' : 'uses'}, too early to tell`]
      : [
          `${count('improved')} of ${counted} ${counted === 1 ? 'use' : 'uses'} improved`,
          ...(count('worsened') > 0 ? [`${count('worsened')} worsened`] : []),
          ...(count('mixed') > 0 ? [`${count('mixed')} mixed`] : []),
          ...(early > 0 ? [`${early} too early`] : []),
        ];
  return { marks: shown, words: parts.join(', ') };
}
