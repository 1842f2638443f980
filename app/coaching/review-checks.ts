import type { KeptCheck } from '#db/schema/coaching';

/* What a coach says of the seven checks: the program has answered them already, and a person may see it otherwise. */

export const checkAnswers = ['yes', 'not yet', 'does not apply'] as const;
export type CoachAnswer = (typeof checkAnswers)[number];
export const checkAnswerWords: Record<CoachAnswer, string> = {
  yes: 'Yes',
  'not yet': 'Not yet',
  'does not apply': 'Does not apply',
};

/** What stands chosen before the coach has looked: the program's own answer. */
export function prefilled(state: string): CoachAnswer {
  if (state === 'met') return 'yes';
  return state === 'not met' ? 'not yet' : 'does not apply';
}

/** Both answers side by side; a check that the form did not bring keeps the program's. */
export function keptChecks(
  answered: Readonly<Record<string, CoachAnswer | undefined>>,
  was: readonly { key: string; state: string }[],
): KeptCheck[] {
  return was.map(({ key, state }) => ({ key, was: state, is: answered[key] ?? prefilled(state) }));
}

/** "6 of 7 checks said yes", with those that apply. */
export function checksInBrief(checks: readonly KeptCheck[]): string {
  const applies = checks.filter(({ is }) => is !== 'does not apply');
  const yes = applies.filter(({ is }) => is === 'yes').length;
  return `${yes} of ${applies.length} checks that apply: yes.`;
}
