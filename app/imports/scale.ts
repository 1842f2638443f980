import type { Row } from './cells';
import type { Mapping, Scale } from './mapping';
import { type DecimalMark, readValue } from './values';
import { headerWord, headerWords } from './words';

/** The columns a scale is judged by: those with values, and the counts behind them where the file has both. */
export type Scaled = Pick<Mapping, 'numeratorColumn' | 'denominatorColumn'> & { valueColumns: number[] };

const sampleSize = 2000;

/**
 * Whether the values are percentages (8.4), fractions (0.084) or numbers of another kind. Counts beside the value
 * settle it; else a percent sign, else the range of the values together with what headers and title call them.
 */
export function proposeScale(
  rows: Row[],
  scaled: Scaled,
  mark: DecimalMark | null,
  wording: string[],
): { scale: Scale; reason: string } {
  const step = Math.max(1, Math.ceil(rows.length / sampleSize));
  const values: number[] = [];
  let signs = 0;
  let asFraction = 0;
  let asPercent = 0;
  for (let at = 0; at < rows.length; at += step) {
    const cells = rows[at]?.cells ?? [];
    for (const column of scaled.valueColumns) {
      const read = readValue(cells[column] ?? '', mark);
      if (read.kind !== 'number') continue;
      values.push(read.value);
      if (read.isPercent) signs += 1;
      const ratio = ratioOf(cells, scaled, mark);
      if (ratio === null || ratio === 0) continue;
      if (Math.abs(read.value - ratio) < 0.02) asFraction += 1;
      else if (Math.abs(read.value - ratio * 100) < 1.1) asPercent += 1;
    }
  }
  const says = wording.map(headerWords).some((words) => headerWord.rate.test(words));
  if (values.length === 0) {
    return scaled.valueColumns.length === 0 || says
      ? { scale: 'percent', reason: 'The numbers are taken as percentages, as the headers say.' }
      : {
          scale: 'as is',
          reason: 'No number could be read to tell percentages from others, so they are taken as they stand.',
        };
  }
  if (asFraction + asPercent >= values.length * 0.8) {
    return asFraction > asPercent
      ? {
          scale: 'fraction',
          reason: 'The values are the counts divided, such as 0.084, so they are turned into percentages.',
        }
      : { scale: 'percent', reason: 'The values are the counts divided, in percent.' };
  }
  if (signs > values.length / 2) return { scale: 'percent', reason: 'The values carry a percent sign.' };
  const lowest = values.reduce((a, b) => Math.min(a, b));
  const highest = values.reduce((a, b) => Math.max(a, b));
  const hasDecimals = values.some((value) => !Number.isInteger(value));
  if (lowest >= 0 && highest <= 1 && hasDecimals) {
    return {
      scale: 'fraction',
      reason: `All values lie between 0 and 1 (up to ${highest}), so they are read as fractions: 0.084 becomes 8.4 percent.`,
    };
  }
  if (lowest >= 0 && highest <= 100 && (says || hasDecimals)) {
    return {
      scale: 'percent',
      reason: `All values lie between 0 and 100 (up to ${highest}), so they are read as percentages.`,
    };
  }
  // Mostly percentages, a few beyond: those few are mistakes to be shown, not a reason to call all of them counts.
  const within = values.filter((value) => value >= 0 && value <= 100).length;
  if (says && within >= values.length * 0.8) {
    return { scale: 'percent', reason: 'The headers speak of rates and most values lie between 0 and 100.' };
  }
  return {
    scale: 'as is',
    reason: 'The values are not percentages by their size, so they are taken as they stand.',
  };
}

function ratioOf(cells: string[], scaled: Scaled, mark: DecimalMark | null): number | null {
  if (scaled.numeratorColumn === null || scaled.denominatorColumn === null) return null;
  const numerator = readValue(cells[scaled.numeratorColumn] ?? '', mark);
  const denominator = readValue(cells[scaled.denominatorColumn] ?? '', mark);
  if (numerator.kind !== 'number' || denominator.kind !== 'number' || denominator.value <= 0) return null;
  return numerator.value / denominator.value;
}
