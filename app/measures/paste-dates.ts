import type { Frequency } from '#db/vocabulary';
import { isPeriod, readPeriod } from '~/imports/periods';
import { fine } from './fine-periods';
import { quoted } from './paste-lines';

export type PastedDay = { day: string } | { problem: string };

const slashed = /^\d{1,2}[/.-]\d{1,2}[/.-](\d{4}|\d{2})$/;

/**
 * The days of a paste's date cells: ISO (2026-10-12), "Oct 12, 2026", or 10/12/2026. Where a slash date could be read
 * with the month or the day first, the other dates of the paste settle it; where they do not, it is asked about.
 */
export function readPastedDays(
  cells: readonly string[],
  frequency: Frequency,
  firstMonth: number,
): PastedDay[] {
  const dateOrder = orderOf(cells.filter((cell) => slashed.test(cell)));
  return cells.map((cell) => {
    if (cell === '') return { problem: 'the date is missing.' };
    const reading = readPeriod(cell, { dateOrder, firstMonth });
    if (reading.kind === 'ambiguous') {
      const [one, other] = reading.readings;
      return {
        problem: `${quoted(cell)} could be ${one?.label} or ${other?.label}. Write dates as 2026-10-12.`,
      };
    }
    if (isPeriod(reading) && fine[frequency].includes(reading.kind)) return { day: reading.startsOn };
    return { problem: `${quoted(cell)} is not a date. Write it as 2026-10-12.` };
  });
}

/** The one order in which all slash dates are days of the calendar; null where both fit, or neither. */
function orderOf(cells: readonly string[]): 'month first' | 'day first' | null {
  const fits = (dateOrder: 'month first' | 'day first') =>
    cells.every((cell) => isPeriod(readPeriod(cell, { dateOrder })));
  const [monthFirst, dayFirst] = [fits('month first'), fits('day first')];
  if (monthFirst === dayFirst) return null;
  return monthFirst ? 'month first' : 'day first';
}
