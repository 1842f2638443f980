import { z } from 'zod';
import { chooseFirst, fileProblem } from './file-problem';

export const fileForm = z.object({
  file: z.instanceof(File, { error: chooseFirst }).superRefine((file, context) => {
    const message = fileProblem(file);
    if (message !== null) context.addIssue({ code: 'custom', message });
  }),
});

export const saveForm = z.object({
  /** The choices whose reading was on the screen, as the address writes them. */
  choices: z.string({ error: 'Look at the file again before saving.' }).max(20_000, 'That is too long.'),
  withoutRefused: z
    .boolean()
    .optional()
    .transform((isTicked) => isTicked ?? false),
});
export type SaveFields = z.output<typeof saveForm>;
