import { findPeriodIn, type PeriodInText } from './found-periods';
import type { Table } from './header';
import { readPeriod } from './periods';
import type { Steps } from './steps';
import { isRange, readValue } from './values';
import { headerWord, headerWords } from './words';

/** What a column holds, judged by its header and a sample of its cells. */
export type Column = {
  index: number;
  header: string;
  words: string;
  /** Share of the filled cells that are numbers or stand for one (masked, not available). */
  numeric: number;
  hasNumbers: boolean;
  /** Share of the filled cells that are periods. */
  periods: number;
  filled: number;
  isCode: boolean;
  isPrivate: boolean;
  /** The period its header names, if it names one. */
  headerPeriod: PeriodInText | null;
};

const sampledRows = 2000;
const sampledCells = 200_000;

/** Describes every column from at most 2,000 rows spread over the table. */
export function* describeColumns(table: Table, privateColumns: ReadonlySet<number>): Steps<Column[]> {
  const most = Math.min(sampledRows, Math.ceil(sampledCells / table.headers.length));
  const step = Math.max(1, Math.ceil(table.rows.length / most));
  const sample = table.rows.filter((_, index) => index % step === 0);
  const columns: Column[] = [];
  for (const [index, header] of table.headers.entries()) {
    yield;
    const words = headerWords(header);
    const countsDays = headerWord.period.test(words);
    let filled = 0;
    let numeric = 0;
    let numbers = 0;
    let periods = 0;
    let zeros = 0;
    let ranges = 0;
    for (const row of sample) {
      const cell = row.cells[index] ?? '';
      if (cell === '') continue;
      filled += 1;
      const { kind } = readValue(cell);
      if (kind === 'number' || kind === 'ambiguous') numbers += 1;
      if (kind !== 'refused') numeric += 1;
      else if (isRange(cell)) ranges += 1;
      if (readPeriod(cell, { countsDays, yearsTogether: 'ask' }).kind !== 'refused') periods += 1;
      if (/^0\d+$/.test(cell)) zeros += 1;
    }
    // “10-15” among numbers is one that was held back; alone it is an age, or a code.
    if (numbers > 0 || headerWord.rate.test(words)) numeric += ranges;
    columns.push({
      index,
      header,
      words,
      filled,
      numeric: filled === 0 ? 0 : numeric / filled,
      hasNumbers: numbers > 0,
      periods: filled === 0 ? 0 : periods / filled,
      isCode: headerWord.code.test(words) || (zeros > 0 && zeros >= filled / 2),
      isPrivate: privateColumns.has(index),
      headerPeriod: findPeriodIn(header, { yearsTogether: 'ask' }),
    });
  }
  return columns;
}

/** The different filled cells of a column in the order of the file, or null when there are more than `limit`. */
export function distinctCells(table: Table, column: number, limit: number): string[] | null {
  const seen = new Set<string>();
  for (const row of table.rows) {
    const cell = row.cells[column] ?? '';
    if (cell !== '') seen.add(cell);
    if (seen.size > limit) return null;
  }
  return [...seen];
}
