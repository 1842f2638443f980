import {
  chartKindWords,
  dataKindWords,
  directionWords,
  frequencyWords,
  measureRuleSetWords,
  measureTypeWords,
} from '#db/vocabulary';
import { longDay } from '~/ui/dates';
import { listed } from '~/ui/words';
import type { Measure } from './measure';

/** What is counted: a change here may make a new series of the old one, so the chart should know its day. */
const counted = {
  definition: 'exactly what is counted',
  inclusions: 'who is in and who is out',
  numeratorWords: 'the number on top',
  denominatorWords: 'what it is out of',
} as const;

const labels: Partial<Record<keyof Measure, string>> = {
  name: 'Name',
  definition: 'Exactly what is counted',
  inclusions: 'Who is in, who is out',
  numeratorWords: 'The number on top',
  denominatorWords: 'Out of what',
  type: 'What it tells you',
  kind: 'Kind of number',
  direction: 'Which way is better',
  frequency: 'How often',
  unit: 'Unit',
  ratePer: 'For each',
  lowest: 'Lowest it can be',
  highest: 'Highest it can be',
  strata: 'Groups',
  goal: 'Goal',
  goalBy: 'Goal by',
  source: 'Source',
  collector: 'Who collects it',
  dueLagDays: 'Days until it is due',
  ruleSet: 'Rules',
  chartKind: 'Chart',
};

export const answerWords: Partial<Record<keyof Measure, Record<string, string>>> = {
  type: measureTypeWords,
  kind: dataKindWords,
  direction: directionWords,
  frequency: frequencyWords,
  ruleSet: measureRuleSetWords,
  chartKind: chartKindWords,
};

/** Do these old answers say that something else was counted before? Words where none were are no other way. */
export const countsAnew = (before: Record<string, unknown>): boolean =>
  Object.keys(counted).some((field) => typeof before[field] === 'string' && before[field] !== '');

/** A line of history that kept old answers. */
export interface DefinitionLine {
  id: string;
  /** The day it was written, in the community's time zone. */
  day: string;
  who: string | null;
  was: Record<string, unknown>;
}

export interface DefinitionChange {
  id: string;
  day: string;
  who: string | null;
  /** What is counted was another thing before. */
  countsAnew: boolean;
  /** "exactly what is counted" */
  said: string[];
  parts: { label: string; was: string; is: string }[];
}

/**
 * How the definition came to be what it is, newest first: each change with what stood there before and after.
 * `lines` newest first; what came after a change is the answer that the next change found.
 */
export function definitionChanges(measure: Measure, lines: readonly DefinitionLine[]): DefinitionChange[] {
  const state: Record<string, unknown> = { ...measure };
  return lines.flatMap(({ id, day, who, was }): DefinitionChange[] => {
    const fields = (Object.keys(labels) as (keyof Measure)[]).filter((field) => field in was);
    const parts = fields.map((field) => ({
      label: labels[field] ?? field,
      was: inWords(field, was[field]),
      is: inWords(field, state[field]),
    }));
    Object.assign(state, was);
    if (parts.length === 0) return [];
    const said = Object.entries(counted).flatMap(([field, label]) => (field in was ? [label] : []));
    return [{ id, day, who, countsAnew: countsAnew(was), said, parts }];
  });
}

function inWords(field: keyof Measure, value: unknown): string {
  if (value === null || value === undefined || value === '') return '';
  if (Array.isArray(value)) return value.join(', ');
  if (typeof value === 'number') return value.toLocaleString('en-US');
  if (field === 'goalBy') return longDay(String(value));
  return answerWords[field]?.[String(value)] ?? String(value);
}

/** "Changed once. On September 21, 2026, Grace Lin changed exactly what is counted."; empty where nothing was. */
export function changesSentence(changes: readonly DefinitionChange[]): string {
  const anew = changes.filter((change) => change.countsAnew);
  const [newest] = anew;
  if (!newest) return '';
  const times = anew.length === 1 ? 'Changed once. On' : `Changed ${anew.length} times. Last, on`;
  return `${times} ${longDay(newest.day)}, ${newest.who ?? 'somebody'} changed ${listed(newest.said)}.`;
}
