import { z } from 'zod';
import { day, optionalDay, optionalLine, optionalText } from '~/http/fields';
import { lacking } from './record';

const promise = z
  .object({ who: optionalLine(120), text: optionalLine(500), byDate: optionalDay() })
  .superRefine(({ who, text, byDate }, context) => {
    const wrong = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message });
    if (text === '' && (who !== '' || byDate !== null)) wrong('text', lacking.text);
    if (who === '' && text !== '') wrong('who', lacking.who);
  });

/** A meeting that took place without Upcurve: when, who came, what was decided and promised. */
export const logForm = z.object({
  onDate: day('Choose the day it took place.'),
  present: optionalText(1000),
  /** One a line. */
  decisions: optionalText(4000),
  notes: optionalText(4000),
  promises: z.array(promise).max(20).default([]),
});
export type LogFields = z.output<typeof logForm>;

/** The lines of a text, without empty ones and the dots or dashes before them. */
export const linesOf = (text: string): string[] =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/^\s*[-•*]\s+/, '').trim())
    .filter((line) => line !== '');
