import Papa from 'papaparse';
import { UnreadableFile } from './decode';
import { type Delimiter, guessDelimiter } from './delimiter';
import { atOnce, type Steps } from './steps';

/** One row of a file: the line of the file it begins on (the first line is 1) and its cells, trimmed. */
export type Row = { line: number; cells: string[] };
export type Cells = { rows: Row[]; delimiter: Delimiter };

export const maximumColumns = 500;
/** More rows no indicator of a community has; all of them are looked at again each time the page is opened. */
export const maximumRows = 100_000;
/** A header, titles and notes stand about them. */
const maximumLines = maximumRows + 200;
/** Characters that are cut into cells in one step. */
const stretch = 250_000;

/**
 * Cuts text into rows of cells. Rows without any text are left out; the line numbers of the others stay those of
 * the file, also behind line ends inside quotes. Throws UnreadableFile when quotes do not pair or limits are passed.
 */
export const readCells = (text: string, chosen?: Delimiter): Cells => atOnce(cellSteps(text, chosen));

/** readCells in steps. */
export function* cellSteps(text: string, chosen?: Delimiter): Steps<Cells> {
  let lines = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  let line = 1;
  // Excel's own way to name the delimiter: a first line `sep=;`.
  const declared = /^sep=([,;\t|])\n/i.exec(lines);
  if (declared) {
    lines = lines.slice(declared[0].length);
    line = 2;
  }
  const delimiter = chosen ?? (declared?.[1] as Delimiter | undefined) ?? guessDelimiter(lines);
  const rows: Row[] = [];
  const all = rowsIn(lines);
  for (let from = 0; from < lines.length; ) {
    const { data, broken, end } = nextRows(lines, from, delimiter);
    const hasQuotes = lines.slice(from, end).includes('"');
    for (const [index, raw] of data.entries()) {
      const code = broken.get(index);
      if (code !== undefined) throw new UnreadableFile(quoteSentence(line, code));
      if (raw.length > maximumColumns) throw tooManyColumns(line, raw.length);
      const cells = raw.map(cleanCell);
      if (cells.some((cell) => cell !== '')) rows.push({ line, cells });
      requireFewRows(rows.length);
      line += 1 + (hasQuotes ? lineEndsIn(raw) : 0);
    }
    from = end + 1;
    yield { what: 'read', done: rows.length, all: Math.max(all, rows.length) };
  }
  return { rows, delimiter };
}

/** How many rows there are, about: line ends inside quotation marks are none. */
function rowsIn(text: string): number {
  let count = text === '' || text.endsWith('\n') ? 0 : 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

export function requireFewRows(count: number): void {
  if (count <= maximumLines) return;
  throw new UnreadableFile(
    `This file has more than ${maximumRows.toLocaleString('en-US')} rows. Split it and try again.`,
  );
}

export function tooManyColumns(line: number, count: number): UnreadableFile {
  return new UnreadableFile(
    `Line ${line} has ${count.toLocaleString('en-US')} columns. At most ${maximumColumns} can be read.`,
  );
}

/** The next whole rows. A line end inside quotation marks ends no row: the stretch is then taken longer. */
function nextRows(text: string, from: number, delimiter: Delimiter) {
  for (let length = stretch; ; length *= 2) {
    const lineEnd = from + length < text.length ? text.indexOf('\n', from + length) : -1;
    const end = lineEnd === -1 ? text.length : lineEnd;
    const { data, errors } = Papa.parse<string[]>(text.slice(from, end), { delimiter, newline: '\n' });
    if (end < text.length && errors.some((error) => error.code === 'MissingQuotes')) continue;
    const broken = new Map<number, string>();
    for (const error of errors) {
      if (error.type === 'Quotes' && error.row !== undefined) broken.set(error.row, error.code);
    }
    return { data, broken, end };
  }
}

/** Trims a cell, non-breaking and zero-width spaces included, narrows wide digits, and unwraps `="0930011"`, Excel's way to keep zeros. */
export function cleanCell(raw: string): string {
  let cell = raw;
  if (/[\s\u200B\u2060\uFF01-\uFF5E]/.test(cell))
    cell = cell
      .replace(/[\uFF01-\uFF5E]/g, narrow)
      .replace(/[\u200B\u2060]/g, '')
      .replace(/\s+/g, ' ')
      .trim();
  const wrapped = /^="([^"]*)"$/.exec(cell);
  return wrapped ? (wrapped[1] ?? '').trim() : cell;
}

/** A letter, digit or sign as wide as a Chinese character is the same one as its narrow twin. */
const narrow = (wide: string) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0);

function lineEndsIn(cells: string[]): number {
  let count = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) count += 1;
  }
  return count;
}

function quoteSentence(line: number, code: string): string {
  return code === 'MissingQuotes'
    ? `The row on line ${line} opens a quotation mark that never closes. Close it in the file and try again.`
    : `The row on line ${line} has text after a closing quotation mark. Correct it in the file and try again.`;
}
