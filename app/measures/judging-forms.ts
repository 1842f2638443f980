import { z } from 'zod';
import { chartKinds } from '#db/vocabulary';
import { choice, day, id, line } from '~/http/fields';

/** The answer of the baseline form that goes back to the default. */
export const byDefault = 'default';

export const baselineForm = z.object({
  throughOn: z.union([z.literal(byDefault), day('Choose the last number of the baseline.')], {
    error: 'Choose the last number of the baseline.',
  }),
  reason: line('Write why, in a line. It stands under the chart.', 300),
});
export type BaselineFields = z.output<typeof baselineForm>;

export const phaseForm = z.object({
  fromOn: day('Choose the first number of the new phase.'),
  reason: line('Write why, in a line. It stands under the chart.', 300),
});
export type PhaseFields = z.output<typeof phaseForm>;

export const takeBackForm = z.object({ rebaseId: id('Choose a phase.') });

export const setAsideForm = z.object({
  pointId: id('Choose the number to set aside.'),
  reason: line('Write why this number does not count, in a line.', 300),
});
export type SetAsideFields = z.output<typeof setAsideForm>;

export const bringBackForm = z.object({ pointId: id('Choose a number.') });

export const chartForm = z.object({ kind: choice(chartKinds, 'Choose a chart.') });
