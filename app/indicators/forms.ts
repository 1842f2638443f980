import { z } from 'zod';
import { directions, indicatorUnits, periodKinds } from '#db/vocabulary';
import { personProblem } from '~/access/looks-like-person';
import {
  choice,
  id,
  line,
  optionalId,
  optionalLine,
  optionalNumber,
  optionalText,
  optionalWhole,
  text,
} from '~/http/fields';
import { keyOf } from './periods';

const periodHint = {
  'school year': 'Write a school year, such as 2025-26.',
  year: 'Write a year, such as 2026.',
};

export const indicatorForm = z
  .object({
    name: line('Give the indicator a name that people will know it by.', 160),
    outcomeId: id('Choose the outcome it belongs to.'),
    definition: optionalText(2000),
    source: optionalText(1000),
    unit: choice(indicatorUnits, 'Choose what the numbers are.'),
    ratePer: optionalNumber(1, 1_000_000),
    direction: choice(directions, 'Choose which way is better.'),
    periodKind: choice(periodKinds, 'Choose what each number is for.'),
    isCore: z
      .boolean()
      .optional()
      .transform((isCore) => isCore ?? false),
    baselinePeriod: optionalLine(20),
    target: optionalNumber(),
    targetPeriod: optionalLine(20),
    minimumMovement: optionalNumber(0),
    everyYears: optionalWhole(1, 10),
    ownerId: optionalId(),
  })
  .transform((fields, context) => {
    const period = (name: 'baselinePeriod' | 'targetPeriod') => {
      if (fields[name] === '') return null;
      const key = keyOf(fields[name], fields.periodKind);
      if (key === null) {
        context.addIssue({ code: 'custom', path: [name], message: periodHint[fields.periodKind] });
      }
      return key;
    };
    const [baselinePeriod, targetPeriod] = [period('baselinePeriod'), period('targetPeriod')];
    if (targetPeriod !== null && fields.target === null) {
      context.addIssue({ code: 'custom', path: ['target'], message: 'Write the number to reach by then.' });
    }
    if (fields.target !== null && fields.unit === 'percent' && (fields.target < 0 || fields.target > 100)) {
      context.addIssue({ code: 'custom', path: ['target'], message: 'A percentage is from 0 to 100.' });
    }
    if (baselinePeriod !== null && targetPeriod !== null && targetPeriod <= baselinePeriod) {
      const message = 'The target must be later than the baseline.';
      context.addIssue({ code: 'custom', path: ['targetPeriod'], message });
    }
    return {
      ...fields,
      baselinePeriod,
      targetPeriod,
      ratePer: fields.ratePer ?? 1,
      minimumMovement: fields.minimumMovement ?? 0,
      everyYears: fields.everyYears ?? 1,
    };
  });
export type IndicatorFields = z.output<typeof indicatorForm>;

/** What is counted changed: the page takes two deeds, and which one a form is for stands in it. */
export const revisionForm = z.discriminatedUnion(
  'deed',
  [
    z.object({
      deed: z.literal('add'),
      period: line('Write the first period that is counted the new way.', 20),
      what: text('Say what is counted differently from then on.', 1000),
    }),
    z.object({ deed: z.literal('take out'), period: line('Choose one of the list.', 20) }),
  ],
  { error: 'Use one of the buttons of the page.' },
);

const listDeeds = [
  z.object({ deed: z.literal('up'), id: id('Choose one of the list.') }),
  z.object({ deed: z.literal('take out'), id: id('Choose one of the list.') }),
] as const;
const useButtons = { error: 'Use one of the buttons of the page.' };
const longestName = 80;

/** The outcomes of a community, in their order. */
export const outcomeForm = z.discriminatedUnion(
  'deed',
  [
    z.object({ deed: z.literal('add'), name: line('Give the outcome a name.', longestName) }),
    z.object({
      deed: z.literal('rename'),
      id: id('Choose one of the list.'),
      name: line('Give the outcome a name.', longestName),
    }),
    ...listDeeds,
  ],
  useButtons,
);
export type OutcomeDeed = z.output<typeof outcomeForm>;

/** The name of a group of people, and of no person. */
const groupOf = (missing: string) =>
  line(missing, longestName).superRefine((name, context) => {
    const message = personProblem(name);
    if (message) context.addIssue({ code: 'custom', message });
  });

/** How people are split, and into which groups. */
export const splitForm = z.discriminatedUnion(
  'deed',
  [
    z.object({
      deed: z.literal('add'),
      name: line('Say what people are split by.', longestName),
    }),
    z.object({
      deed: z.literal('add group'),
      splitId: id('Choose one of the list.'),
      name: groupOf('Give the group a name.'),
    }),
    z.object({
      deed: z.literal('rename'),
      id: id('Choose one of the list.'),
      name: groupOf('Give it a name.'),
    }),
    ...listDeeds,
  ],
  useButtons,
);
export type SplitDeed = z.output<typeof splitForm>;

export const referenceForm = z.object({
  dimensionId: id('Choose how the groups are split.'),
  /** null: the one that did best at the baseline, as nobody had chosen. */
  subgroupId: id('Choose the group to compare with.').transform((one) => (one === 'best' ? null : one)),
});
export type ReferenceFields = z.output<typeof referenceForm>;

export { type SaveFields, saveForm } from '~/imports/forms';
