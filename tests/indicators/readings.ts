import type { Observed } from '~/indicators/cells';
import type { Dimension, Rule } from '~/indicators/reading';

/** Believable defaults for the pure tests of this room. */

export const aRule = (some: Partial<Rule> = {}): Rule => ({
  unit: 'percent',
  ratePer: 1,
  direction: 'higher',
  periodKind: 'school year',
  baselinePeriod: null,
  minimumMovement: 0,
  target: null,
  targetPeriod: null,
  ...some,
});

export const anObserved = (some: Partial<Observed> = {}): Observed => ({
  period: '2021-22',
  subgroupId: null,
  numerator: null,
  denominator: null,
  value: null,
  marginOfError: null,
  isSuppressed: false,
  ...some,
});

const group = (id: string) => ({ id, name: id[0]?.toUpperCase() + id.slice(1) });

export const splits: Dimension[] = [
  {
    id: 'race',
    name: 'Race and ethnicity',
    groups: ['asian', 'black', 'native', 'white'].map(group),
    chosenReferenceId: null,
  },
  { id: 'gender', name: 'Gender', groups: ['boys', 'girls'].map(group), chosenReferenceId: null },
];
