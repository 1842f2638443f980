import { z } from 'zod';
import { reviewOutcomes } from '#db/vocabulary';
import { choice, day, optionalText, text } from '~/http/fields';
import { checkAnswers } from './review-checks';
import { reviewFieldNames } from './review-fields';
import { scores } from './score';

export const askReviewForm = z.object({ words: optionalText(2000) });

const comments = z
  .object(Object.fromEntries(reviewFieldNames.map((name) => [name, optionalText(5000)])))
  .optional()
  .transform((said) =>
    reviewFieldNames.flatMap((field) => {
      const words = said?.[field] ?? '';
      return words === '' ? [] : [{ field, text: words }];
    }),
  );

const answer = z.enum(checkAnswers, { error: 'Choose one of the list.' }).optional();

/** Kept for later, nothing has to be there yet; sent, it has its reason. */
export const decideForm = z
  .object({
    outcome: choice([...reviewOutcomes, 'later'], 'Choose: approve it, or ask for a change.'),
    reason: optionalText(5000),
    checks: z
      .record(z.string().max(40), answer)
      .optional()
      .transform((checks) => checks ?? {}),
    comments,
  })
  .superRefine(({ outcome, reason }, context) => {
    if (outcome === 'later' || reason !== '') return;
    const message = 'Write why, in a sentence or two. The team reads it first.';
    context.addIssue({ code: 'custom', path: ['reason'], message });
  });
export type DecideFields = z.output<typeof decideForm>;

export const answerForm = z.object({ text: text('Write your answer.', 5000) });

export const askHelpForm = z.object({
  words: text('Write what you need help with, in a sentence or two.', 5000),
});

export const noteForm = z.object({ text: text('Write a few words to the team.', 5000) });

export const snoozeForm = z.object({
  untilOn: day('Choose the day on which you want to see it again.'),
  reason: text('Write why it can wait. You will read this on that day.', 500),
});

export const scoreForm = z.object({
  score: z.preprocess(
    (typed) => (typeof typed === 'string' && typed !== '' ? Number(typed) : undefined),
    z
      .number({ error: 'Choose a score.' })
      .refine((score) => (scores as readonly number[]).includes(score), 'Choose one of the list.'),
  ),
  reason: text('Write why, in a sentence or two.', 2000),
});
export type ScoreFields = z.output<typeof scoreForm>;
