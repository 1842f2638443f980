import { z } from 'zod';
import {
  chartKinds,
  dataKinds,
  directions,
  frequencies,
  measureRuleSets,
  measureTypes,
} from '#db/vocabulary';
import {
  choice,
  line,
  optionalChoice,
  optionalDay,
  optionalId,
  optionalLine,
  optionalNumber,
  optionalText,
  optionalWhole,
} from '~/http/fields';
import type { Measure } from './measure';
import { goalOutside, rangeMisfit } from './possible-range';
import { longestStratum, mostStrata, readStrata, strataProblem } from './strata';

const definition = {
  name: line('Give the measure a name.', 120),
  type: choice(measureTypes, 'Choose what it tells you.'),
  kind: choice(dataKinds, 'Choose what kind of number it is.'),
  direction: choice(directions, 'Choose which way is better.'),
  frequency: optionalChoice(frequencies).transform((frequency) => frequency ?? 'weekly'),
  definition: optionalText(2000),
  inclusions: optionalText(2000),
  numeratorWords: optionalLine(300),
  denominatorWords: optionalLine(300),
  unit: optionalLine(40),
  ratePer: optionalNumber(1, 1_000_000).transform((per) => per ?? 1),
  lowest: optionalNumber(),
  highest: optionalNumber(),
  goal: optionalNumber(),
  goalBy: optionalDay(),
  source: optionalLine(300),
  collector: optionalLine(120),
  ownerId: optionalId(),
  dueLagDays: optionalWhole(0, 366).transform((days) => days ?? 7),
  ruleSet: optionalChoice(measureRuleSets),
  chartKind: optionalChoice(chartKinds),
  isScreened: optionalChoice(['yes', 'no']).transform((answer) => answer !== 'no'),
  showsIcons: optionalChoice(['on']).transform((answer) => answer === 'on'),
  /** Names of groups, one a line. */
  strata: optionalText(5000).transform((text, context) => {
    const { names, problems } = readStrata(text);
    for (const message of problems) context.addIssue({ code: 'custom', message });
    return names;
  }),
};

/** What cannot stand beside each other gets a sentence at its field. */
function fit(
  fields: Pick<Measure, 'kind' | 'goal' | 'lowest' | 'highest'>,
  context: { addIssue(issue: { code: 'custom'; path: string[]; message: string }): void },
): void {
  const range = rangeMisfit(fields);
  const goal = range === null && fields.goal !== null ? goalOutside(fields, fields.goal) : null;
  if (range) context.addIssue({ code: 'custom', path: [range.field], message: range.sentence });
  if (goal) context.addIssue({ code: 'custom', path: ['goal'], message: goal });
}

export const measureForm = z.object(definition).superRefine(fit);
export type MeasureFields = z.output<typeof measureForm>;

const stratumAnswer = z.object({
  was: z.string().max(200),
  name: optionalLine(longestStratum).superRefine((name, context) => {
    const message = name === '' ? null : strataProblem(name);
    if (message !== null) context.addIssue({ code: 'custom', message });
  }),
});

/** A measure that is there: its groups one by one, so that a new name keeps the numbers; `strata` adds to them. */
export const redefineForm = z
  .object({
    ...definition,
    groups: z.array(stratumAnswer).max(mostStrata).default([]),
    /** From this day on it counts something else: marked on the chart. */
    countedAnewOn: optionalDay(),
  })
  .superRefine(fit);
export type RedefineFields = Omit<z.output<typeof redefineForm>, 'countedAnewOn'>;
