import Papa from 'papaparse';

export type CsvCell = string | number | null;

/**
 * What a spreadsheet would work out instead of show: cells of words that begin with these get an apostrophe in front.
 * Numbers stay numbers, below zero too. Source: OWASP, CSV injection.
 */
const formula = /^[=+\-@\t\r\n\0＝＋－＠]/;

/**
 * Rows as CSV (RFC 4180, UTF-8). `forExcel` puts the mark in front by which Excel knows the letters.
 */
export function csvOf(
  heads: readonly string[],
  rows: readonly (readonly CsvCell[])[],
  { forExcel = false } = {},
): string {
  const table = [[...heads], ...rows.map((row) => [...row])];
  const text = Papa.unparse(table, { newline: '\r\n', escapeFormulae: formula });
  return `${forExcel ? '\uFEFF' : ''}${text}\r\n`;
}
