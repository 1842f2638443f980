import { z } from 'zod';
import { optionalChoice, optionalId, optionalLine, optionalText } from '~/http/fields';
import { plain } from './sheet-fields';

const notOurs = 'That is not a form of ours. Reload the page.';

const change = z.object({
  field: z.string().max(120),
  text: z.string().max(20_000, 'Keep this shorter.').transform(plain),
  version: z.number().int().nonnegative(),
});

/** Fields to save: `changes` as JSON, all that a page has to send; or one `field` with its `text`. */
export const fieldForm = z
  .object({
    person: optionalId(),
    changes: z
      .string()
      .optional()
      .transform((raw, context) => {
        if (raw === undefined) return null;
        const read = z.array(change).max(300).safeParse(parsed(raw));
        if (read.success) return read.data;
        context.addIssue({ code: 'custom', message: notOurs });
        return z.NEVER;
      }),
    field: optionalLine(120),
    text: optionalText(20_000),
  })
  .refine(({ changes, field }) => changes !== null || field !== '', { path: ['field'], message: notOurs });

/** A file to add, or one to take out or bring back. */
export const fileForm = z
  .object({
    file: z.instanceof(File, { error: 'Choose a file.' }).optional(),
    fileId: optionalId(),
    place: optionalChoice(['out', 'back']),
  })
  .refine(({ file, fileId }) => file !== undefined || fileId !== null, {
    path: ['file'],
    message: 'Choose a file.',
  });

/** An earlier version to bring back. */
export const restoreForm = z.object({
  field: z.string({ error: notOurs }).max(120, notOurs),
  number: z.coerce.number({ error: notOurs }).int().positive(notOurs),
});

function parsed(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    return undefined;
  }
}
