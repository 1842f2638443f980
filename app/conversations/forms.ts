import { z } from 'zod';
import { commentedThings } from '#db/vocabulary';
import { choice, id, optionalId, optionalLine, optionalText } from '~/http/fields';

export const commentForm = z
  .object({
    body: optionalText(4000),
    part: optionalLine(40),
    quote: optionalLine(300),
    /** Somebody who is to see it, without being named in the text. */
    tell: optionalId(),
    /** The first comment of the thread that this one answers. */
    rootId: optionalId(),
    /** The button that resolves the thread: with what was typed as its last answer, or without a word. */
    resolves: z
      .string()
      .optional()
      .transform((said) => said === 'yes'),
  })
  .superRefine(({ body, rootId, resolves }, context) => {
    if (body !== '' || (resolves && rootId !== null)) return;
    context.addIssue({ code: 'custom', path: ['body'], message: 'Write what you want to say.' });
  });
export type CommentFields = z.output<typeof commentForm>;

export const resolveForm = z.object({
  isResolved: choice(['yes', 'no'], 'Say whether it is resolved.').transform((said) => said === 'yes'),
});

export const takeOutForm = z.object({
  isOut: choice(['yes', 'no'], 'Say whether it goes or comes back.').transform((said) => said === 'yes'),
});

export const putAwayForm = z.object({
  thing: choice(commentedThings, 'Choose one of your inbox.'),
  thingId: id('Choose one of your inbox.'),
  isAway: choice(['yes', 'no'], 'Say whether you are done with it.').transform((said) => said === 'yes'),
  /** When it was put away, to take that back and no more. */
  at: optionalLine(40),
});
export type PutAwayFields = z.output<typeof putAwayForm>;
