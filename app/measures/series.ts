import type { Unit } from '~/charts/run-chart-data';
import { formatValue } from '~/charts/words';
import { type Figures, shownValue } from '~/statistics/shown-value';
import { hasTwoNumbers, type Measure } from './measure';

export { type Figures, shownValue };

/** One point of a series, as it is kept. */
export interface SeriesPoint extends Figures {
  id: string;
  /** First day of the period, YYYY-MM-DD. */
  periodStart: string;
  note: string;
  /** The instant it was entered, or last corrected. */
  enteredAt: string;
  ghostedAt: string | null;
  ghostReason: string | null;
  /** Who set it aside. */
  ghostedBy?: string | null;
  /** The single values behind it, where they were entered. */
  rawValues?: readonly number[] | null;
  /** Not shown to this reader: it is out of fewer than this many. Its figures are null. */
  hiddenUnder?: number;
}

export interface Impossible {
  field: keyof Figures;
  sentence: string;
}

const say = (number: number) => number.toLocaleString('en-US', { maximumFractionDigits: 6 });

const inSentence = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);

const notWhole = (count: number) => `A count is a whole number, and ${say(count)} is not.`;

/** Longer words head no column and stand in no sentence about one number. */
const longestHead = 32;

/** What a number of the measure is called where there is little room: its own words if they are short. */
export const headWords = (words: string, otherwise: string) =>
  words !== '' && words.length <= longestHead ? words : otherwise;

/** Why these figures cannot be a number of this measure, or null. */
export function impossible(measure: Possible, figures: Figures): Impossible | null {
  return notANumber(measure, figures) ?? outOfBounds(measure, figures);
}

/** What decides which numbers a measure can have. */
export type Possible = Pick<Measure, 'kind'> &
  Partial<Pick<Measure, 'denominatorWords' | 'ratePer' | 'lowest' | 'highest'>>;

/** Below or above what the definition says it can be. */
function outOfBounds(
  { kind, ratePer = 1, lowest = null, highest = null }: Possible,
  figures: Figures,
): Impossible | null {
  const value = shownValue({ kind, ratePer }, keptFigures({ kind }, figures));
  if (value === null) return null;
  const field = figures.numerator === null ? 'value' : 'numerator';
  const what = (number: number) => `${say(number)}${kind === 'proportion' ? ' percent' : ''}`;
  const is = field === 'value' ? `${what(value)} is` : `That makes ${what(value)},`;
  if (lowest !== null && value < lowest) {
    return { field, sentence: `${is} less than ${what(lowest)}, the least it can be.` };
  }
  if (highest !== null && value > highest) {
    return { field, sentence: `${is} more than ${what(highest)}, the most it can be.` };
  }
  return null;
}

function notANumber({ kind, denominatorWords = '' }: Possible, figures: Figures): Impossible | null {
  const { numerator, denominator, value } = figures;
  for (const field of ['numerator', 'denominator', 'value'] as const) {
    const figure = figures[field];
    if (figure !== null && !(Number.isFinite(figure) && Math.abs(figure) <= 1e9)) {
      return { field, sentence: 'Write a number, such as 12 or 12.5.' };
    }
  }
  const hasCounts = hasTwoNumbers(kind) && (numerator !== null || denominator !== null);
  if (hasCounts) {
    if (numerator === null) return { field: 'numerator', sentence: 'Write how many, or leave both empty.' };
    if (denominator === null)
      return { field: 'denominator', sentence: 'Write out of how many, or leave both empty.' };
    if (numerator < 0) return { field: 'numerator', sentence: 'A count cannot be below 0.' };
    if (denominator < 0) return { field: 'denominator', sentence: 'A count cannot be below 0.' };
    // A rate may be out of part of a unit of exposure, such as 12.5 staff years; what is counted is whole.
    const fields = kind === 'proportion' ? (['numerator', 'denominator'] as const) : (['numerator'] as const);
    for (const field of fields) {
      const figure = figures[field];
      if (figure !== null && !Number.isInteger(figure)) return { field, sentence: notWhole(figure) };
    }
    if ((kind === 'proportion' || denominator === 0) && numerator > denominator) {
      return {
        field: 'numerator',
        sentence: `${say(numerator)} is more than the ${say(denominator)} ${inSentence(headWords(denominatorWords, 'it is out of'))}.`,
      };
    }
    return null;
  }
  if (value === null) {
    return hasTwoNumbers(kind)
      ? { field: 'numerator', sentence: 'Write how many, and out of how many.' }
      : { field: 'value', sentence: 'Write the number.' };
  }
  if (kind === 'proportion' && (value < 0 || value > 100)) {
    return { field: 'value', sentence: `${say(value)} is not between 0 and 100 percent.` };
  }
  if (value < 0 && kind !== 'mean') {
    const thing = kind === 'time between' ? 'A time between events' : kind === 'rate' ? 'A rate' : 'A count';
    return { field: 'value', sentence: `${thing} cannot be below 0.` };
  }
  if (kind === 'count' && !Number.isInteger(value)) {
    return { field: 'value', sentence: notWhole(value) };
  }
  return null;
}

/** Figures as they are kept: counts speak for themselves, so a value beside them is dropped; others need only the value. */
export function keptFigures({ kind }: Pick<Measure, 'kind'>, figures: Figures): Figures {
  if (!hasTwoNumbers(kind)) return { numerator: null, denominator: null, value: figures.value };
  const { numerator, denominator } = figures;
  return numerator !== null && denominator !== null
    ? { numerator, denominator, value: null }
    : { numerator: null, denominator: null, value: figures.value };
}

export const isSame = (a: Figures, b: Figures) =>
  a.numerator === b.numerator && a.denominator === b.denominator && a.value === b.value;

/** How the values are written. Values decide whether an average needs a decimal. */
export function unitOf(
  measure: Pick<Measure, 'kind' | 'unit' | 'ratePer'>,
  values: readonly (number | null)[] = [],
): Unit {
  const { kind, ratePer } = measure;
  const unit = measure.unit.trim();
  const suffix = unit || undefined;
  const isWhole = values.every((value) => value === null || Number.isInteger(value));
  if (kind === 'proportion') return { kind: 'percent', decimals: 1 };
  if (kind === 'count') return { kind: 'count', decimals: 0, suffix };
  if (kind === 'rate') return { kind: 'rate', decimals: 1, suffix: unit || `per ${say(ratePer)}` };
  if (/^(us ?)?(\$|dollars?)$/i.test(unit)) return { kind: 'money', decimals: isWhole ? 0 : 2 };
  const decimals = isWhole ? 0 : 1;
  if (/^days?$/i.test(unit) || (kind === 'time between' && unit === '')) return { kind: 'days', decimals };
  return { kind: 'mean', decimals, suffix };
}

/** "85.8%", "12 families": a value without the decimals it does not have. */
export function valueWords(value: number, unit: Unit): string {
  return formatValue(value, unit, { decimals: Number.isInteger(value) ? 0 : unit.decimals });
}

/** "266 of 310", "41 minutes": the figures as somebody entered them. */
export function figuresWords(measure: Pick<Measure, 'kind' | 'unit' | 'ratePer'>, figures: Figures): string {
  const { numerator, denominator, value } = figures;
  if (numerator !== null && denominator !== null) return `${say(numerator)} of ${say(denominator)}`;
  if (value === null) return 'no number';
  const unit = unitOf(measure, [value]);
  const decimals = (String(value).split('.')[1] ?? '').slice(0, 6).length;
  return formatValue(value, unit, { decimals });
}
