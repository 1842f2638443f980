import { monthNames } from './calendar';
import type { Row } from './cells';
import { monthNumber } from './periods';
import { headerWords } from './words';

/* Some tables say the year in one column and the month or quarter in another: together they are the period. */

const yearHeader = /^(?:(?:calendar|data|reporting|report) )?(?:years?|yr|año)$/;
const parts: { header: RegExp; inYear: (cell: string, year: string) => string | null }[] = [
  {
    header: /^(?:(?:calendar|data|reporting|report) )?(?:month|month name|month number|mes)$/,
    inYear: (cell, year) => {
      const number = /^\d{1,2}$/.test(cell) ? Number(cell) : monthNumber(cell.replace(/\.$/, ''));
      const name = monthNames[(number ?? 0) - 1];
      return name === undefined ? null : `${name} ${year}`;
    },
  },
  {
    header: /^(?:(?:calendar|data|reporting|report) )?(?:quarter|qtr|trimestre)$/,
    inYear: (cell, year) => {
      const found = /^(?:q|qtr|quarter )?([1-4])$/i.exec(cell);
      return found ? `Q${found[1]} ${year}` : null;
    },
  },
];

/** So many of the rows must have both; the others (a year's total) keep what they say. */
const most = 0.8;

/** The same table with year and month in one column, where they stood in two; else as it is. */
export function joinMonthsToYears(headers: string[], rows: Row[]): { headers: string[]; rows: Row[] } {
  const words = headers.map(headerWords);
  const year = words.findIndex((one) => yearHeader.test(one));
  const part = parts.find(({ header }) => words.some((one) => header.test(one)));
  const at = part ? words.findIndex((one) => part.header.test(one)) : -1;
  if (year === -1 || !part || rows.length === 0) return { headers, rows };
  const joined = rows.map(({ cells }) => {
    const inYear = cells[year] ?? '';
    return /^(?:19|20)\d{2}$/.test(inYear) ? part.inYear((cells[at] ?? '').trim(), inYear) : null;
  });
  if (joined.filter((one) => one !== null).length < rows.length * most) return { headers, rows };
  // The same month of every year names no part of it: it may be how many months there were.
  if (new Set(rows.map(({ cells }) => cells[at])).size < 2) return { headers, rows };
  const without = (cells: readonly string[]) => cells.filter((_, index) => index !== year);
  return {
    headers: without(headers),
    rows: rows.map(({ line, cells }, index) => {
      const period = joined[index];
      return {
        line,
        cells: without(cells.map((cell, column) => (column === at && period ? period : cell))),
      };
    }),
  };
}
