import { directionWords, indicatorUnitWords } from '#db/vocabulary';
import type { IndicatorFields } from './forms';
import { periodLabel } from './periods';

/** The answers about an indicator, as history names them. */
const labels: Record<keyof IndicatorFields, string> = {
  name: 'Name',
  outcomeId: 'Outcome',
  definition: 'What exactly is counted',
  source: 'Where the numbers come from',
  unit: 'What the numbers are',
  ratePer: 'For each how many',
  direction: 'Which way is better',
  periodKind: 'What each number is for',
  isCore: 'Core indicator',
  baselinePeriod: 'Compared with',
  target: 'What it should reach',
  targetPeriod: 'By when',
  minimumMovement: 'How far it must move to count',
  everyYears: 'A number every how many years',
  ownerId: 'Who looks after it',
};

export const answerWords: Partial<Record<keyof IndicatorFields, Record<string, string>>> = {
  unit: indicatorUnitWords,
  direction: directionWords,
  periodKind: { 'school year': 'A school year', year: 'A calendar year' },
  isCore: { true: 'yes', false: 'no' },
};

/** Names for the ids among the answers: of outcomes and people. */
export type Names = ReadonlyMap<string, string>;

/** An answer as people read it; empty where there is none. */
function answerInWords(field: keyof IndicatorFields, value: unknown, names: Names): string {
  if (value === null || value === undefined || value === '') return '';
  const said = String(value);
  if (field === 'outcomeId' || field === 'ownerId') return names.get(said) ?? 'somebody who left';
  if (field === 'baselinePeriod' || field === 'targetPeriod') return periodLabel(said);
  if (typeof value === 'number') return value.toLocaleString('en-US');
  return answerWords[field]?.[said] ?? said;
}

/** What changed in the answers, from what to what. */
export function definitionChanges(
  before: Record<string, unknown>,
  after: IndicatorFields,
  names: Names,
): { label: string; was: string; is: string }[] {
  const fields = (Object.keys(labels) as (keyof IndicatorFields)[]).filter((field) => field in before);
  return fields.map((field) => ({
    label: labels[field],
    was: answerInWords(field, before[field], names),
    is: answerInWords(field, after[field], names),
  }));
}
