import { z } from 'zod';
import { meetingLineKinds } from '#db/vocabulary';
import { choice, optionalDay, optionalLine, optionalText, text } from '~/http/fields';
import { plainLineEnds } from '~/http/line-ends';
import { lacking } from './record';

/** A line of the record. Who and by when belong to a promise, and are left out of the others. */
export const lineForm = z
  .object({
    kind: choice(meetingLineKinds, 'Choose what it is: a note, a decision or a promise.'),
    text: text(lacking.text, 2000).transform(plainLineEnds),
    who: optionalLine(120),
    byDate: optionalDay(),
  })
  .superRefine(({ kind, who }, context) => {
    if (kind === 'promise' && who === '')
      context.addIssue({ code: 'custom', path: ['who'], message: lacking.who });
  })
  .transform((line) => (line.kind === 'promise' ? line : { ...line, who: '', byDate: null }));
export type LineFields = z.output<typeof lineForm>;

/** The same line written anew; `was` is the mark of the line it was changed from. */
export const rewriteForm = z.intersection(lineForm, z.object({ was: optionalText(20_000) }));
export type RewriteFields = z.output<typeof rewriteForm>;

const names = () => optionalText(1000).transform(plainLineEnds);
/** Who came; `was` is what the page had shown. */
export const presentForm = z.object({ present: names(), was: names() });
export type PresentFields = z.output<typeof presentForm>;

export const doneForm = z.object({
  isDone: choice(['yes', 'no'], 'Say whether it is done.').transform((said) => said === 'yes'),
});
