import { z } from 'zod';
import { happenedKinds } from '#db/vocabulary';
import { choice, day, id, line, optionalChoice, optionalDay, optionalText, text } from '~/http/fields';

const what = {
  kind: choice(happenedKinds, 'Choose what it was.'),
  onDate: day('Choose the day.'),
  untilDate: optionalDay(),
  title: line('Say in one line what happened.', 80),
  detail: optionalText(2000),
};
const endsBeforeItBegins = {
  path: ['untilDate'],
  message: 'The last day is before the first. Leave it empty for one day.',
};
const isInOrder = ({ onDate, untilDate }: { onDate: string; untilDate: string | null }) =>
  untilDate === null || untilDate >= onDate;

/** What happened to one team: on all of its charts, or on those of some measures. */
export const teamEventForm = z
  .object({
    ...what,
    needsLeader: optionalChoice(['on']).transform((answer) => answer === 'on'),
    measureIds: z.array(id('Choose measures of the list.')).max(100).default([]),
  })
  .refine(isInOrder, endsBeforeItBegins)
  .refine(({ kind, needsLeader }) => kind === 'barrier' || !needsLeader, {
    path: ['needsLeader'],
    message: 'Only what stood in the way can need a leader. Choose that, or leave this open.',
  });
export type TeamEventFields = z.output<typeof teamEventForm>;

/** What happened to everybody: on the charts of every team. */
export const communityEventForm = z.object(what).refine(isInOrder, endsBeforeItBegins);
export type CommunityEventFields = z.output<typeof communityEventForm>;

/** What a leader says to what stands in a team's way. */
export const answerForm = z.object({
  text: text('Write what you will do about it.', 2000),
  isOver: optionalChoice(['on']).transform((answer) => answer === 'on'),
  /** The answer that stood there when the form was drawn. */
  was: z.string().default(''),
});
export type AnswerFields = z.output<typeof answerForm>;
