import { z } from 'zod';
import { gatheringKinds } from '#db/vocabulary';
import { choice, day, line, optionalDay, optionalLine, optionalText } from '~/http/fields';

const time = () =>
  z
    .string()
    .trim()
    .refine((value) => /^([01]\d|2[0-3]):[0-5]\d$/.test(value), 'Write a time such as 09:00 or 15:30.')
    .optional()
    .transform((value) => value ?? null);

/** A learning session or an action period: on the calendar, and on the charts of every team. */
export const gatheringForm = z
  .object({
    kind: choice(gatheringKinds, 'Choose what it is.'),
    title: line('Give it a name, such as Learning session 2.', 80),
    onDate: day('Choose the day.'),
    untilDate: optionalDay(),
    startsAt: time(),
    endsAt: time(),
    place: optionalLine(200),
    detail: optionalText(2000),
  })
  .superRefine(({ kind, onDate, untilDate, startsAt, endsAt }, context) => {
    const wrong = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message });
    if (untilDate !== null && untilDate < onDate) wrong('untilDate', 'The last day is before the first.');
    if (kind === 'action period' && untilDate === null)
      wrong('untilDate', 'Say when the action period ends. You can change it later.');
    if (endsAt !== null && startsAt === null) wrong('startsAt', 'Say when it begins.');
    if (startsAt !== null && endsAt !== null && (untilDate ?? onDate) === onDate && endsAt <= startsAt)
      wrong('endsAt', 'It ends before it begins.');
  })
  .transform((fields) =>
    fields.kind === 'action period' ? { ...fields, startsAt: null, endsAt: null, place: '' } : fields,
  );
export type GatheringFields = z.output<typeof gatheringForm>;
