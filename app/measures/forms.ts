import { z } from 'zod';
import { dataKinds, directions, frequencies, linkSigns, measureTypes, ruleSets } from '#db/vocabulary';
import {
  choice,
  day,
  id,
  line,
  optionalChoice,
  optionalDay,
  optionalLine,
  optionalNumber,
  optionalText,
  optionalWhole,
} from '~/http/fields';
import type { Measure } from './measure';
import { type PasteRules, readPaste } from './paste';

export const measureForm = z
  .object({
    name: line('Give the measure a name.', 120),
    type: choice(measureTypes, 'Choose what it tells you.'),
    kind: choice(dataKinds, 'Choose what kind of number it is.'),
    direction: choice(directions, 'Choose which way is better.'),
    frequency: optionalChoice(frequencies).transform((frequency) => frequency ?? 'weekly'),
    definition: optionalText(2000),
    numeratorWords: optionalLine(300),
    denominatorWords: optionalLine(300),
    unit: optionalLine(40),
    ratePer: optionalNumber(1, 1_000_000).transform((per) => per ?? 1),
    goal: optionalNumber(),
    goalBy: optionalDay(),
    source: optionalLine(300),
    collector: optionalLine(120),
    dueLagDays: optionalWhole(0, 366).transform((days) => days ?? 7),
    ruleSet: optionalChoice(ruleSets),
  })
  .refine(({ kind, goal }) => goal === null || kind !== 'proportion' || (goal >= 0 && goal <= 100), {
    path: ['goal'],
    message: 'A goal for a share is between 0 and 100 percent.',
  });
export type MeasureFields = z.output<typeof measureForm>;

export const pointForm = z.object({
  period: day('Choose the date.'),
  numerator: optionalNumber(),
  denominator: optionalNumber(),
  value: optionalNumber(),
  note: optionalLine(300),
  /** "next" comes back for the following period. */
  after: optionalChoice(['next']),
});
export type PointFields = Omit<z.output<typeof pointForm>, 'after'>;

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
