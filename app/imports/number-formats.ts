import { monthNames } from './calendar';

/** What a spreadsheet's number format makes of a number. */
export type Shown = 'number' | 'percent' | 'day' | 'month' | 'year' | 'time';

/** The formats every workbook knows without writing them down; the others of them are plain numbers. */
const builtIn: Record<number, Shown> = { 9: 'percent', 10: 'percent', 17: 'month' };
const builtInDays = new Set([14, 15, 16, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 57, 58]);
const builtInTimes = new Set([18, 19, 20, 21, 32, 33, 45, 46, 47, 55, 56]);

/** Reads what a format shows: its number, or the code a workbook gives it (`0.0%`, `mmm yy`, `[$-409]m/d/yyyy;@`). */
export function shownBy(id: number, code: string | undefined): Shown {
  if (code === undefined) {
    if (builtInDays.has(id)) return 'day';
    return builtInTimes.has(id) ? 'time' : (builtIn[id] ?? 'number');
  }
  const [first = ''] = code.split(';');
  // What is quoted, escaped, or in brackets (a colour, a language) is drawn as it stands and says nothing.
  const plain = first
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?![hms]+\])[^\]]*\]/gi, '')
    .toLowerCase();
  if (plain.includes('%')) return 'percent';
  if (/[0#?]/.test(plain.replace(/[.,]0+/g, '')) || plain === 'general' || plain === '@') return 'number';
  if (/d/.test(plain)) return 'day';
  const hasClock = /[hs]/.test(plain);
  if (/m/.test(plain) && /[ye]/.test(plain)) return 'month';
  if (/y/.test(plain)) return 'year';
  return hasClock || /m{3,}/.test(plain) ? (hasClock ? 'time' : 'day') : 'number';
}

const dayLong = 86_400_000;
/** Excel counts days from here; that it takes 1900 for a leap year is in it, for all days after February 1900. */
const from1900 = Date.UTC(1899, 11, 30);
const from1904 = Date.UTC(1904, 0, 1);
/** December 31, 9999. */
const lastSerial = 2_958_465;

/**
 * A number as the person saw it in the spreadsheet, in a spelling that is read one way only: 0.858 shown as a
 * percentage is “85.8%”, day 46307 is “2026-10-12”, a month of it “Oct 2026”.
 */
export function writeAsShown(number: number, shown: Shown, is1904: boolean): string {
  if (shown === 'number') return plainNumber(number);
  if (shown === 'percent') return `${plainNumber(number * 100)}%`;
  if (number < 0 || number >= lastSerial + 1) return plainNumber(number);
  // Binary fractions of a day miss the second by a little.
  const seconds = Math.round(number * 86_400);
  const instant = new Date((is1904 ? from1904 : from1900) + seconds * 1000);
  if (shown === 'time') return instant.toISOString().slice(11, 19);
  if (Math.floor(seconds / (dayLong / 1000)) === 0 && !is1904) return plainNumber(number);
  if (shown === 'day') return instant.toISOString().slice(0, 10);
  const year = instant.getUTCFullYear();
  return shown === 'year' ? String(year) : `${monthNames[instant.getUTCMonth()]} ${year}`;
}

/** Spreadsheets keep 15 digits: 0.11800000000000001 was typed as 0.118. */
function plainNumber(number: number): string {
  const plain = String(number);
  return plain.length < 16 ? plain : String(Number(number.toPrecision(15)));
}
