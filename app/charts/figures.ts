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
export const timeOf = (date: string): number =>
  Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10)), 12);

/** "Oct 12" of "2026-10-12". */
export const dateText = (date: string): string => days.format(timeOf(date));
/** "Oct 12, 2026". */
export const dateWithYear = (date: string): string => daysOfYears.format(timeOf(date));

const counts = new Intl.NumberFormat('en-US');

/** A count as it was entered: "1,204", "12.5". */
export const countText = (value: number): string => counts.format(value);

interface Figures {
  format: Intl.NumberFormat;
  /** What was said before: a page says most numbers four times, in two drawings and a table. */
  said: Map<number, string>;
}

const figures = new Map<number, Figures>();
const mostSaid = 5000;

function figure(value: number, decimals: number): string {
  let known = figures.get(decimals);
  if (!known) {
    const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
    known = { format: new Intl.NumberFormat('en-US', digits), said: new Map() };
    figures.set(decimals, known);
  }
  const before = known.said.get(value);
  if (before !== undefined) return before;
  // Rounded to zero has no sign.
  const text = known.format.format(value);
  const signed = /^-[0.,]+$/.test(text) ? text.slice(1) : text.replace('-', '−');
  if (known.said.size >= mostSaid) known.said.clear();
  known.said.set(value, signed);
  return signed;
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
