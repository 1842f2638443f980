import { z } from 'zod';
import { directions, indicatorUnits, periodKinds } from '#db/vocabulary';
import { choice, id, line, optionalId, optionalLine, optionalNumber, optionalText } from '~/http/fields';
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
    };
  });
export type IndicatorFields = z.output<typeof indicatorForm>;

export const referenceForm = z.object({
  dimensionId: id('Choose how the groups are split.'),
  subgroupId: id('Choose the group to compare with.'),
});
export type ReferenceFields = z.output<typeof referenceForm>;

export { type SaveFields, saveForm } from '~/imports/forms';
