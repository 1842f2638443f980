import type { Row } from './cells';
import { UnreadableFile } from './decode';
import { joinMonthsToYears } from './months-of-years';
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
export function findTable(all: Row[], delimiter: string | null = null): Table {
  if (all.length === 0) throw new UnreadableFile('This file has no rows with text in them.');
  const rows = withoutBlankColumns(all);
  const { at, top, header } = withUnits(rows, joinedHeader(rows, findHeader(rows)));
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
    isFootnote(below.at(-1) as Row) &&
    below.some((row) => filled(row) > 1)
  ) {
    footnotes.unshift(below.pop() as Row);
  }
  return {
    headerLine: hasHeader ? header.line : null,
    ...joinMonthsToYears(headers, below),
    titleLines: rows.slice(0, top).map(asText),
    footnotes: footnotes.map(asText),
    delimiter,
    sheet: null,
    sheets: [],
  };
}

/** Columns without a word in any row of the table are left out: spreadsheets are drawn with room around their tables. */
function withoutBlankColumns(rows: Row[]): Row[] {
  const used: boolean[] = [];
  for (const { cells } of rows) {
    // A title may stand above a blank column.
    if (filled({ line: 0, cells }) < 2) continue;
    for (let at = 0; at < cells.length; at += 1) if (cells[at] !== '') used[at] = true;
  }
  const kept = [...used.keys()].filter((at) => used[at]);
  if (kept.length < 2 || kept.length === used.length) return rows;
  return rows.map((row) => {
    const cells = kept.map((at) => row.cells[at] ?? '');
    const lone = cells.every((cell) => cell === '') ? row.cells.find((cell) => cell !== '') : undefined;
    return { line: row.line, cells: lone === undefined ? cells : [lone] };
  });
}

/**
 * Where the header comes in two rows, such as years above and “Rate, N, Rate, N” below, each column gets both names.
 * `at` is the last row of the header, `top` its first.
 */
function joinedHeader(rows: Row[], found: number): { at: number; top: number; header: Row } {
  const header = rows[found] ?? { line: 1, cells: [] };
  for (const [upper, lower, at] of [
    [rows[found - 1], header, found],
    [header, rows[found + 1], found + 1],
  ] as const) {
    if (!upper || !lower || lower.line - upper.line > 1 || filled(upper) < 2) continue;
    const isNames = !lower.cells.some(isFigure) && lower.cells.some(isHeaderWord);
    const repeats = at === found ? lower : upper;
    if (!isNames || !hasRepeats(repeats) || !rows[at + 1]?.cells.some(isFigure)) continue;
    if (!upper.cells.some((cell) => isPeriod(readPeriod(cell)))) continue;
    return { at, top: at - 1, header: { line: lower.line, cells: bothNames(upper, lower) } };
  }
  return { at: found, top: found, header };
}

const unit = /^[([]?(?:%|#|\$|n|percents?|number|counts?|rate|students?|days?)[)\]]?$/i;

/** A row of units under the header, “(%)” and “(n)”, belongs to its names. */
function withUnits(rows: Row[], found: ReturnType<typeof joinedHeader>): typeof found {
  const below = rows[found.at + 1];
  if (!below?.cells.every((cell) => cell === '' || unit.test(cell)) || below.cells[0] !== '') return found;
  const cells = found.header.cells.map((cell, at) => [cell, below.cells[at]].filter(Boolean).join(' '));
  return { ...found, at: found.at + 1, header: { line: found.header.line, cells } };
}

function hasRepeats(row: Row): boolean {
  const names = row.cells.filter((cell) => cell !== '').map((cell) => cell.toLowerCase());
  return new Set(names).size < names.length;
}

/** A name that spans several columns stands in the first of them. */
function bothNames(upper: Row, lower: Row): string[] {
  let spanning = '';
  return Array.from({ length: Math.max(upper.cells.length, lower.cells.length) }, (_, at) => {
    const below = lower.cells[at] ?? '';
    const above = upper.cells[at] ?? '';
    if (above !== '') spanning = above;
    return [below === '' ? above : spanning, below].filter((part) => part !== '').join(' ');
  });
}

/** A note has one cell, or begins as notes do and holds no number, however many commas cut it. */
function isFootnote(row: Row): boolean {
  if (filled(row) < 2) return true;
  const first = row.cells.find((cell) => cell !== '') ?? '';
  return (
    /^(?:[*†‡]+ ?\p{L}|(?:data )?sources?\b|(?:foot)?notes?\b|n\.?b\.|prepared by|last updated|downloaded|data as of|©)/iu.test(
      first,
    ) && !row.cells.some(isFigure)
  );
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
