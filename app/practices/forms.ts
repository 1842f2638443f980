import { z } from 'zod';
import { practiceDecisions, practiceSettings, practiceSources, researchTiers } from '#db/vocabulary';
import {
  choice,
  day,
  id,
  line,
  optionalChoice,
  optionalId,
  optionalLine,
  optionalText,
  text,
} from '~/http/fields';

export const practiceForm = z
  .object({
    name: line('Give the practice a name that people will know it by.', 120),
    description: optionalText(2000),
    steps: optionalText(5000),
    forWhom: optionalLine(300),
    setting: optionalChoice(practiceSettings),
    outcomeId: optionalId(),
    takesHours: optionalLine(200),
    takesMoney: optionalLine(200),
    takesMaterials: optionalLine(200),
    coreParts: optionalText(3000),
    adaptableParts: optionalText(3000),
    sourceKind: optionalChoice(practiceSources),
    sourceTier: optionalChoice(researchTiers),
    source: optionalText(1000),
    ownerId: optionalId(),
  })
  .refine(({ sourceKind, sourceTier }) => sourceTier === null || sourceKind === 'research', {
    path: ['sourceTier'],
    message: 'Only national research has a tier. Choose it above, or leave this empty.',
  });
export type PracticeFields = z.output<typeof practiceForm>;

export const decideForm = z.object({
  decision: choice(practiceDecisions, 'Choose what to do with it.'),
  reason: text('Write why: teams will ask.', 3000),
  reviewOn: day('Choose the day you will look at it again.'),
});
export type DecideFields = z.output<typeof decideForm>;

export const mergeForm = z.object({
  intoId: id('Choose the practice that stays.'),
  reason: text('Write how you know that they are the same.', 1000),
});
export type MergeFields = z.output<typeof mergeForm>;

/** A team's own use of a practice, and its first cycle. */
export const usePracticeForm = z.object({
  teamId: id('Choose your team.'),
  idea: line('Say in one line what you will try.', 160),
  adaptation: optionalText(2000),
  context: optionalText(2000),
  question: text('Write what you want to find out.', 500),
  prediction: text('Write what you think will happen.', 1000),
  startsOn: day('Choose the day it starts.'),
});
export type UseFields = z.output<typeof usePracticeForm>;
