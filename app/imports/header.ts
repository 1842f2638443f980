import type { Row } from './cells';
import { UnreadableFile } from './decode';
import { isPeriod, readPeriod } from './periods';
import { readValue } from './values';
import { isHeaderWord } from './words';

/**
 * A table with its header told from the lines above and below it. A table without a header line has
 * `headerLine` null and headers “Column 1”, “Column 2”. Where the rows came from (CSV, XLSX, a paste) is left behind.
 */
export type Table = {
  headerLine: number | null;
  headers: string[];
  rows: Row[];
  titleLines: { line: number; text: string }[];
  footnotes: { line: number; text: string }[];
  delimiter: string | null;
  /** Of a workbook: which of its sheets this is, and all there are. */
  sheet: string | null;
  sheets: string[];
};

const searchedRows = 60;
const comparedRows = 200;

/** Finds the header: the first row after which a table of constant shape follows. Throws UnreadableFile without rows. */
export function findTable(rows: Row[], delimiter: string | null = null): Table {
  if (rows.length === 0) throw new UnreadableFile('This file has no rows with text in them.');
  const at = findHeader(rows);
  const header = rows[at] ?? { line: 1, cells: [] };
  const hasHeader = !looksLikeData(header);
  const below = rows.slice(hasHeader ? at + 1 : at);
  const width = Math.max(usedWidth(header), typicalWidth(below));
  const headers = Array.from({ length: width }, (_, index) =>
    hasHeader ? (header.cells[index] ?? '') : `Column ${index + 1}`,
  );
  const footnotes: Row[] = [];
  while (
    width > 1 &&
    below.length > 0 &&
    filled(below.at(-1) as Row) < 2 &&
    below.some((row) => filled(row) > 1)
  ) {
    footnotes.unshift(below.pop() as Row);
  }
  return {
    headerLine: hasHeader ? header.line : null,
    headers,
    rows: below,
    titleLines: rows.slice(0, at).map(asText),
    footnotes: footnotes.map(asText),
    delimiter,
    sheet: null,
    sheets: [],
  };
}

function findHeader(rows: Row[]): number {
  const limit = Math.min(rows.length, searchedRows);
  for (let at = 0; at < limit; at += 1) {
    if (!opensTable(rows, at)) continue;
    const header = rows[at] as Row;
    const next = rows[at + 1];
    // A title with a comma in it can be as wide as a narrow table; the true header then stands right above numbers.
    const isTitle = !isHeaderLike(header) || (next !== undefined && next.line - header.line > 1);
    if (isTitle && next && opensTable(rows, at + 1) && isHeaderLike(next) && standsAboveNumbers(rows, at + 1))
      continue;
    return at;
  }
  let widest = 0;
  for (let at = 1; at < limit; at += 1) {
    if (filled(rows[at] as Row) > filled(rows[widest] as Row)) widest = at;
  }
  return widest;
}

/** Whether the row is full and at least as wide as nearly all rows below it. */
function opensTable(rows: Row[], at: number): boolean {
  const row = rows[at] as Row;
  const width = usedWidth(row);
  if (filled(row) < 2 || filled(row) < width * 0.6) return false;
  const below = rows.slice(at + 1, at + 1 + comparedRows);
  if (below.length === 0) return true;
  const within = below.filter((other) => usedWidth(other) <= width).length;
  const several = below.filter((other) => filled(other) >= 2).length;
  return within >= below.length * 0.8 && several >= below.length * 0.5;
}

function standsAboveNumbers(rows: Row[], at: number): boolean {
  const header = rows[at] as Row;
  const first = rows[at + 1];
  if (!first || header.cells.some((cell) => isFigure(cell) && !isPeriod(readPeriod(cell)))) return false;
  return first.cells.some(isFigure);
}

/** A row with figures that are no years, and no word a header would have, is data. */
function looksLikeData(row: Row): boolean {
  const hasFigure = row.cells.some((cell) => isFigure(cell) && readPeriod(cell).kind === 'refused');
  return hasFigure && !row.cells.some(isHeaderWord);
}

function isHeaderLike(row: Row): boolean {
  return row.cells.some((cell) => isHeaderWord(cell) || isPeriod(readPeriod(cell)));
}

function isFigure(cell: string): boolean {
  const { kind } = readValue(cell);
  return kind === 'number' || kind === 'ambiguous' || kind === 'suppressed';
}

/** The width most rows have, so that a column without a header is still a column and a stray cell is not. */
function typicalWidth(rows: Row[]): number {
  const counts = new Map<number, number>();
  for (const row of rows.slice(0, comparedRows)) {
    const width = usedWidth(row);
    counts.set(width, (counts.get(width) ?? 0) + 1);
  }
  let typical = 0;
  for (const [width, count] of counts) {
    if (count > (counts.get(typical) ?? 0)) typical = width;
  }
  return typical;
}

function usedWidth(row: Row): number {
  return row.cells.findLastIndex((cell) => cell !== '') + 1;
}

function filled(row: Row): number {
  return row.cells.reduce((count, cell) => (cell === '' ? count : count + 1), 0);
}

function asText(row: Row): { line: number; text: string } {
  return { line: row.line, text: row.cells.filter((cell) => cell !== '').join(', ') };
}
