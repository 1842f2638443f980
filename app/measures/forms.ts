import { z } from 'zod';
import { linkSigns } from '#db/vocabulary';
import { choice, id, optionalChoice, optionalWhole } from '~/http/fields';
import type { Measure } from './measure';
import { type PasteRules, readPaste } from './paste';

/** A paste, read by the rules of its measure: each wrong cell is a message of its own. */
export const pasteForm = (measure: Measure, rules: PasteRules) =>
  z.object({
    text: z
      .string({ error: 'Paste at least one row: a date and a number.' })
      .max(500_000, 'That is too long. Paste fewer rows at a time.')
      .transform((text, context) => {
        const { rows, problems } = readPaste(text, measure, rules);
        for (const message of problems) context.addIssue({ code: 'custom', message });
        return rows;
      }),
    /** The preview was looked at, and these rows are to be saved. */
    checked: optionalChoice(['yes']),
  });

export const linkForm = z.object({
  indicatorId: id('Choose an indicator.'),
  sign: choice(linkSigns, 'Choose what you expect.'),
  lag: optionalWhole(0, 10).transform((lag) => lag ?? 0),
});
export type LinkFields = z.output<typeof linkForm>;

export const unlinkForm = z.object({ linkId: id('Choose a link.') });

export { type SaveFields as SaveImportFields, saveForm } from '~/imports/forms';
