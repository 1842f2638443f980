import { z } from 'zod';

const ticked = z
  .literal('on', { error: 'Tick it or leave it.' })
  .optional()
  .transform((value) => value === 'on');

export const choicesForm = z.object({ digest: ticked, reminder: ticked });
export type MailChoices = z.output<typeof choicesForm>;

/** Without a choice: one letter a week, and no more. */
export const unchosen: MailChoices = { digest: true, reminder: false };
