import { z } from 'zod';
import { maximumBytes } from './decode';

const tooLarge = (bytes: number) =>
  `This file is ${Math.ceil(bytes / 1024 / 1024)} MB. At most 10 MB can be read: split it and try again.`;

const chooseFirst = 'Choose a file first.';

export const fileForm = z.object({
  file: z.instanceof(File, { error: chooseFirst }).superRefine((file, context) => {
    // A browser sends a file without a name where none was chosen.
    if (file.size === 0 && file.name === '') context.addIssue({ code: 'custom', message: chooseFirst });
    if (file.size > maximumBytes) context.addIssue({ code: 'custom', message: tooLarge(file.size) });
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
