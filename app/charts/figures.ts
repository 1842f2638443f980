import type { Unit } from './run-chart-data';

/* Numbers and dates as people read them. Formatters are made once: making one costs more than using it. */

const months = new Intl.DateTimeFormat('en-US', { month: 'short', timeZone: 'UTC' });
const days = new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric', timeZone: 'UTC' });
const daysOfYears = new Intl.DateTimeFormat('en-US', {
  month: 'short',
  day: 'numeric',
  year: 'numeric',
  timeZone: 'UTC',
});

export const monthName = (time: number): string => months.format(time);
export const shortDay = (time: number): string => days.format(time);

/** Noon in UTC, so that no clock change moves a day. */
export const timeOf = (date: string): number => Date.parse(`${date}T12:00:00Z`);

/** "Oct 12" of "2026-10-12". */
export const dateText = (date: string): string => days.format(timeOf(date));
/** "Oct 12, 2026". */
export const dateWithYear = (date: string): string => daysOfYears.format(timeOf(date));

const figures = new Map<number, Intl.NumberFormat>();

function figure(value: number, decimals: number): string {
  let format = figures.get(decimals);
  if (!format) {
    format = new Intl.NumberFormat('en-US', {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    });
    figures.set(decimals, format);
  }
  // Rounded to zero has no sign.
  const text = format.format(value);
  return /^-[0.,]+$/.test(text) ? text.slice(1) : text.replace('-', '−');
}

/** Suffixes longer than this stay out of the drawing: the heading and the table say them. */
const longestSuffixInDrawing = 6;

export function formatValue(
  value: number,
  unit: Unit,
  { decimals = unit.decimals, brief = false } = {},
): string {
  const number = figure(value, decimals);
  const suffix = unit.suffix && !(brief && unit.suffix.length > longestSuffixInDrawing) ? unit.suffix : '';
  switch (unit.kind) {
    case 'percent':
      return `${number}%`;
    case 'money':
      return number.startsWith('−') ? `−$${number.slice(1)}${suffix}` : `$${number}${suffix}`;
    case 'days':
      return brief ? number : `${number} ${number === '1' ? 'day' : 'days'}`;
    default:
      return suffix ? `${number} ${suffix}` : number;
  }
}
