import type { Decision } from '#db/vocabulary';

/** What each decision means, in one line. */
export const decisionMeanings: Record<Decision, string> = {
  adopt: 'It works. Keep doing it here.',
  adapt: 'Part of it works. Change something and test again.',
  expand: 'It works at this size. Test it with more people or places.',
  abandon: 'It does not help. Stop, and try a different idea.',
  implement: 'It works everywhere we tried. Make it how we do things.',
  inconclusive: 'We cannot tell yet. Test again, or measure better.',
};
