import type { IndicatorUnit } from '#db/vocabulary';
import { readValue } from '~/imports/values';
import type { Observed } from './cells';

/* A row of the numbers page: how it is typed, what is wrong with it, and how it is kept. */

export const gridFields = ['numerator', 'denominator', 'value', 'marginOfError'] as const;
export type GridField = (typeof gridFields)[number];

/** A row as typed. */
export interface TypedRow extends Record<GridField, string> {
  isSuppressed: boolean;
  source: string;
  note: string;
  /** What stood there when the page was read. */
  was: string;
}

export type RowErrors = Partial<Record<GridField | 'note' | 'source' | 'row', string>>;

/** A row as it is kept; null: nothing is. */
export interface KeptRow extends Record<GridField, number | null> {
  isSuppressed: boolean;
  source: string;
  note: string;
}

/** The fields that a unit is typed in, with their heads. */
export function fieldsOf(unit: IndicatorUnit): { field: GridField; head: string }[] {
  const margin = { field: 'marginOfError', head: 'Margin of error' } as const;
  switch (unit) {
    case 'percent':
      return [
        { field: 'numerator', head: 'How many' },
        { field: 'denominator', head: 'Out of' },
        { field: 'value', head: 'Or percent' },
        margin,
      ];
    case 'rate':
      return [
        { field: 'numerator', head: 'How many times' },
        { field: 'denominator', head: 'Among how many' },
        { field: 'value', head: 'Or the rate' },
        margin,
      ];
    case 'count':
      return [{ field: 'value', head: 'How many' }, margin];
    default:
      return [
        { field: 'value', head: unit === 'money' ? 'Dollars' : 'Average' },
        { field: 'denominator', head: 'Of how many people' },
        margin,
      ];
  }
}

/** What is kept, as it stands in the fields. */
export function typedOf(kept: KeptRow | null, unit: IndicatorUnit): Omit<TypedRow, 'was'> {
  const said = (number: number | null | undefined) => (number == null ? '' : String(number));
  // A count has one number, however a file told it.
  const value = unit === 'count' ? (kept?.numerator ?? kept?.value) : kept?.value;
  return {
    numerator: unit === 'count' ? '' : said(kept?.numerator),
    denominator: said(kept?.denominator),
    value: said(value),
    marginOfError: said(kept?.marginOfError),
    isSuppressed: kept?.isSuppressed ?? false,
    source: kept?.source ?? '',
    note: kept?.note ?? '',
  };
}

/** A row in one line: two rows are the same where these are. */
export const fingerprint = (row: KeptRow | null): string =>
  row === null
    ? ''
    : JSON.stringify([...gridFields.map((field) => row[field]), row.isSuppressed, row.source, row.note]);

/** The kept row in the form in which this unit is typed. */
export const keptAs = (kept: KeptRow | null, unit: IndicatorUnit): KeptRow | null =>
  kept && unit === 'count' ? { ...kept, numerator: null, value: kept.numerator ?? kept.value } : kept;

export const longestWords = 500;
const missingNumber = 'Write a number, or mark it as held back.';

/** The row to keep, null where there is to be none, or what is wrong at which field. */
export function readRow(
  typed: TypedRow,
  unit: IndicatorUnit,
): { row: KeptRow | null } | { errors: RowErrors } {
  const errors: RowErrors = {};
  const read = { numerator: null, denominator: null, value: null, marginOfError: null } as Record<
    GridField,
    number | null
  >;
  let isSuppressed = typed.isSuppressed;
  for (const { field } of fieldsOf(unit)) {
    const value = readValue(typed[field], '.');
    if (value.kind === 'number') read[field] = value.value;
    else if (value.kind === 'suppressed' && field !== 'marginOfError') isSuppressed = true;
    else if (value.kind === 'refused' || value.kind === 'ambiguous') {
      errors[field] = 'Write a number, such as 12 or 12.5. A star (*) means held back.';
    } else if (value.kind !== 'blank' && value.kind !== 'absent') {
      errors[field] = 'Write a number, such as 2.5.';
    }
  }
  const [source, note] = [typed.source.trim(), typed.note.trim()];
  if (source.length > longestWords) errors.source = `Keep this under ${longestWords} characters.`;
  if (note.length > longestWords) errors.note = `Keep this under ${longestWords} characters.`;
  if (Object.keys(errors).length === 0) check(read, isSuppressed, unit, errors);
  if (Object.keys(errors).length > 0) return { errors };

  const isEmpty = gridFields.every((field) => read[field] === null) && !isSuppressed;
  if (isEmpty) return source + note === '' ? { row: null } : { errors: { row: missingNumber } };
  return { row: { ...read, isSuppressed, source, note } };
}

function check(
  { numerator, denominator, value, marginOfError }: Record<GridField, number | null>,
  isSuppressed: boolean,
  unit: IndicatorUnit,
  errors: RowErrors,
): void {
  const isShare = unit === 'percent' || unit === 'rate';
  if (isSuppressed) {
    if (numerator !== null || value !== null || marginOfError !== null) {
      errors.row = 'A number that is held back has no figure. Take the number out, or the mark.';
    } else if (denominator !== null && denominator < 0) errors.denominator = 'The least this can be is 0.';
    return;
  }
  const mayBeNegative = unit === 'mean' || unit === 'money';
  for (const [field, number] of Object.entries({ numerator, denominator, value, marginOfError })) {
    if (number !== null && number < 0 && !(field === 'value' && mayBeNegative)) {
      errors[field as GridField] = 'The least this can be is 0.';
    }
  }
  if (Object.keys(errors).length > 0) return;
  if (isShare && numerator !== null && denominator === null) errors.denominator = 'Write out of how many.';
  if (isShare && numerator === null && value === null && denominator !== null && denominator > 0) {
    errors.numerator = 'Write how many, or the number itself.';
  }
  if (unit === 'percent' && value !== null && value > 100) errors.value = 'A percentage is from 0 to 100.';
  if (numerator !== null && denominator !== null) {
    if (unit === 'percent' && numerator > denominator) {
      errors.numerator = `More than there are: ${numerator} of ${denominator}.`;
    } else if (unit === 'percent' && value !== null && denominator > 0) {
      const share = (100 * numerator) / denominator;
      // A published value is rounded to whole percents at most.
      if (Math.abs(share - value) > 1) {
        errors.value = `${numerator} of ${denominator} is ${share.toFixed(1)}%. Leave one of the two out.`;
      }
    }
    if (denominator === 0 && numerator > 0) errors.denominator = 'Nobody cannot have been counted.';
  }
  if (!isShare && value === null && denominator !== null && denominator > 0)
    errors.value = 'Write the number.';
  if (marginOfError !== null && value === null && numerator === null) {
    errors.value = 'Write the number that this margin is for.';
  }
}

/** "20 of 40", "71.5", "held back", "empty" */
export function rowWords(row: KeptRow | null): string {
  if (row === null) return 'empty';
  if (row.isSuppressed) return 'held back';
  if (row.numerator !== null && row.denominator !== null) return `${row.numerator} of ${row.denominator}`;
  return String(row.value ?? row.numerator ?? 'nobody');
}

/** Of an observation, what the grid shows. */
export const keptRow = (one: Observed & { source: string; note: string }): KeptRow => ({
  numerator: one.numerator,
  denominator: one.denominator,
  value: one.value,
  marginOfError: one.marginOfError,
  isSuppressed: one.isSuppressed,
  source: one.source,
  note: one.note,
});
