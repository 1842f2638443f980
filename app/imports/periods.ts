import {
  calendarYear,
  day,
  firstYear,
  isoWeek,
  lastYear,
  month,
  monthNames,
  type Period,
  type PeriodKind,
  quarter,
  schoolYear,
  yearsTogether,
} from './calendar';
import { quote } from './values';

export type { Period, PeriodKind } from './calendar';

export type DateOrder = 'month first' | 'day first';

/** No period is longer; a limit keeps hostile cells cheap. */
const longestPeriod = 60;

export type PeriodReading =
  | Period
  | { kind: 'ambiguous'; readings: Period[]; reason: string }
  | { kind: 'refused'; reason: string };

/**
 * `firstMonth` of the school year, 1–12 (July unless given); `dateOrder` and `prefer` settle what one cell alone
 * cannot: 03/04/2016 (March or April) and 2011-12 (a school year or December).
 */
export type PeriodOptions = {
  firstMonth?: number;
  dateOrder?: DateOrder | null;
  prefer?: PeriodKind | null;
  /** 2012-2016, five years together, goes by its last year, or is a question; otherwise it is no period. */
  yearsTogether?: 'last year' | 'ask' | null;
  /** The column says that it holds dates: 46272 is then the day as Excel counts it, September 7, 2026. */
  countsDays?: boolean;
};

/** Whether a reading is a period, and not a question or a refusal. */
export function isPeriod(reading: PeriodReading): reading is Period {
  return reading.kind !== 'ambiguous' && reading.kind !== 'refused';
}

/** Reads a school year, year, quarter, month, ISO week or day as people write them. */
export function readPeriod(cell: string, options: PeriodOptions = {}): PeriodReading {
  const raw = cell.trim();
  if (raw === '') return refuse('The period is missing.');
  if (raw.length > longestPeriod || !/\d/.test(raw)) return unknown(raw);
  const text = withoutTrimmings(
    raw
      .replace(/[\u2010-\u2015\u2212]/g, '-')
      .replace(/ ?- ?/g, '-')
      .replace(/\s+/g, ' '),
  );
  const named = text.replace(
    /^(?:sy|ay|(?:school|academic) year)[ :.-]*(?=['’]?\d)|,? (?:sy|(?:school|academic) year)$/gi,
    '',
  );
  if (options.countsDays && isCountedDay(raw)) return dayCounted(Number(raw));
  const reading =
    named === text ? readPlain(text, raw, options) : readSchoolYear(named, raw, options.firstMonth ?? 7);
  if (isPeriod(reading) && (reading.start < firstYear || reading.start > lastYear)) {
    return refuse(`${quote(raw)} is outside the years ${firstYear} to ${lastYear}.`);
  }
  return reading;
}

/** Days from 1990 to 2060, as many as a number of five digits can be without being something else in a column of dates. */
const isCountedDay = (raw: string) => /^\d{5}$/.test(raw) && Number(raw) >= 32_874 && Number(raw) <= 58_805;

function dayCounted(days: number): PeriodReading {
  const on = new Date(Date.UTC(1899, 11, 30 + days));
  return aDay(on.getUTCFullYear(), on.getUTCMonth() + 1, on.getUTCDate(), String(days));
}

/** “Week of Monday, October 12th, 2026, 9:30 AM” is a day: the time, the weekday and what leads up to it say no more. */
function withoutTrimmings(text: string): string {
  return text
    .replace(/(?<=\d) ?(?:[¹²³⁴*†‡]+|\((?:p|r|preliminary|provisional|revised|projected)\))$/i, '')
    .replace(
      /(?:T|,? )\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[ap]\.?m\.?)?(?: ?(?:z|utc|gmt|[-+]\d{2}:?\d{2}))?$/i,
      '',
    )
    .replace(/^(?:(?:week|wk)\.? (?:of|beginning|starting|commencing|ending)|w\/c):? (?:the )?/i, '')
    .replace(/^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?[.,]? (?=.*\d)/i, '')
    .replace(/\b(\d{1,2})(?:st|nd|rd|th)\b/gi, '$1')
    .replace(/^(?:cy|calendar year) ?(?=\d{4}$)/i, '');
}

function readSchoolYear(text: string, raw: string, firstMonth: number): PeriodReading {
  const span = /^['’]?(\d{2}|\d{4})(?:[-/]['’]?(\d{2}|\d{4}))?$/.exec(text);
  if (!span?.[1]) return refuse(`${quote(raw)} is not a school year. Write it like 2015-16.`);
  const first = fullYear(span[1]);
  // One year alone names the spring: SY16 is 2015–16.
  if (span[2] === undefined) return schoolYear(first - 1, firstMonth);
  if (
    Number(span[2]) % 100 !== (first + 1) % 100 ||
    (span[2].length === 4 && Number(span[2]) !== first + 1)
  ) {
    return refuse(`${quote(raw)} is not one school year. Write it like 2015-16.`);
  }
  return schoolYear(first, firstMonth);
}

function readPlain(text: string, raw: string, options: PeriodOptions): PeriodReading {
  let found = /^(\d{4})$/.exec(text);
  if (found) return calendarYear(Number(found[1]));
  if (/^\d{4}[-/]\d{4}$/.test(text)) return readTwoYears(text, raw, options);
  found = /^(\d{4})[-/](\d{1,2})$/.exec(text);
  if (found) return readYearAndTwoDigits(Number(found[1]), found[2] ?? '', raw, options);
  found = /^(\d{4})[ -]?Q([1-4])$/i.exec(text);
  if (found) return quarter(Number(found[1]), Number(found[2]));
  found = /^(?:Q([1-4])|([1-4])Q)[ -]?(\d{4})$/i.exec(text);
  if (found) return quarter(Number(found[3]), Number(found[1] ?? found[2]));
  found = /^(?:quarter|qtr) ?([1-4]),? (\d{4})$|^([1-4]) (?:quarter|qtr),? (\d{4})$/i.exec(text);
  if (found) return quarter(Number(found[2] ?? found[4]), Number(found[1] ?? found[3]));
  found = /^(\d{4})[ -]?W(\d{1,2})$/i.exec(text);
  if (found) return aWeek(Number(found[1]), Number(found[2]), raw);
  found = /^(?:week|wk|w)\.? ?(\d{1,2})(?:,| of|-)? ?(\d{4})$/i.exec(text);
  if (found) return aWeek(Number(found[2]), Number(found[1]), raw);
  found = /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(text);
  if (found) return aDay(Number(found[1]), Number(found[2]), Number(found[3]), raw);
  if (/^\d{1,2}[/-]\d{1,2}$/.test(text)) return withoutYear(raw);
  found = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(text);
  if (found) return aDay(Number(found[1]), Number(found[2]), Number(found[3]), raw);
  found = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})$/.exec(text);
  if (found)
    return readNumericDate(Number(found[1]), Number(found[3]), fullYear(found[4] ?? ''), raw, options);
  found = /^(\d{1,2})[/-](\d{4})$/.exec(text);
  if (found && Number(found[1]) >= 1 && Number(found[1]) <= 12)
    return month(Number(found[2]), Number(found[1]));
  return readNamedMonth(text, raw);
}

/** 2015-2016 is a school year, and 2012-2016 five years together: what becomes of them, a person says. */
function readTwoYears(text: string, raw: string, options: PeriodOptions): PeriodReading {
  const [first, last] = [Number(text.slice(0, 4)), Number(text.slice(5))];
  const years = last - first + 1;
  if (!options.yearsTogether || years < 3 || years > mostYears)
    return readSchoolYear(text, raw, options.firstMonth ?? 7);
  const together = yearsTogether(first, last);
  if (options.yearsTogether === 'last year') return together;
  const reason = `${quote(raw)} is ${years} years together, not one period.`;
  return { kind: 'ambiguous', readings: [together], reason };
}

/** No publisher puts more together; a longer span says from when to when a table goes. */
const mostYears = 7;

/** Whether a reading is of several years together, taken or not. */
export function isOfYearsTogether(reading: PeriodReading): boolean {
  if (reading.kind === 'refused') return false;
  const [first] = reading.kind === 'ambiguous' ? reading.readings : [reading];
  return first?.years !== undefined;
}

/** 2016-03 is a month and 2015-16 a school year, but 2011-12 can be either. */
function readYearAndTwoDigits(
  year: number,
  digits: string,
  raw: string,
  options: PeriodOptions,
): PeriodReading {
  const number = Number(digits);
  const asMonth = number >= 1 && number <= 12 ? month(year, number) : null;
  const asSchoolYear =
    digits.length === 2 && (year + 1) % 100 === number ? schoolYear(year, options.firstMonth ?? 7) : null;
  if (asMonth && asSchoolYear) {
    if (options.prefer === 'school year') return asSchoolYear;
    if (options.prefer === 'month') return asMonth;
    return {
      kind: 'ambiguous',
      readings: [asSchoolYear, asMonth],
      reason: `${quote(raw)} can be the school year ${asSchoolYear.label} or the month ${asMonth.label}. Say which.`,
    };
  }
  return asSchoolYear ?? asMonth ?? refuse(`${quote(raw)} is neither a school year nor a month.`);
}

function readNumericDate(
  a: number,
  b: number,
  year: number,
  raw: string,
  options: PeriodOptions,
): PeriodReading {
  const monthFirst = day(year, a, b);
  const dayFirst = day(year, b, a);
  if (options.dateOrder === 'month first') return monthFirst ?? noSuchDay(raw);
  if (options.dateOrder === 'day first') return dayFirst ?? noSuchDay(raw);
  if (monthFirst && dayFirst && monthFirst.key !== dayFirst.key) {
    return {
      kind: 'ambiguous',
      readings: [monthFirst, dayFirst],
      reason: `${quote(raw)} can be ${monthFirst.label} or ${dayFirst.label}. Say whether the month or the day comes first.`,
    };
  }
  return monthFirst ?? dayFirst ?? noSuchDay(raw);
}

function readNamedMonth(text: string, raw: string): PeriodReading {
  const words = text.replace(/[,.]/g, ' ').replace(/[-/]/g, ' ').replace(/ +/g, ' ').trim();
  const name = /[a-z]+/i.exec(words)?.[0] ?? '';
  const number = monthNumber(name);
  const digits = words.replace(name, ' ').trim().split(/ +/);
  const four = digits.findIndex((part) => /^\d{4}$/.test(part));
  const at = four === -1 ? digits.length - 1 : four;
  const year = digits[at];
  if (number !== null && year !== undefined && /^(?:\d{4}|['’]?\d{2})$/.test(year)) {
    const rest = digits.filter((_, index) => index !== at);
    // Excel writes “Oct-26” for the month; “Oct 26” and “26-Oct” can as well be a day of any year.
    const isDay = /^\d{2}$/.test(year) && Number(year) <= 31 && !/^[a-z]+\.?-\d{2}$/i.test(text);
    if (digits.length === 1)
      return isDay ? withoutYear(raw) : month(fullYear(year.replace(/['’]/, '')), number);
    if (rest.length === 1 && /^\d{1,2}$/.test(rest[0] ?? ''))
      return aDay(fullYear(year), number, Number(rest[0]), raw);
  }
  if (number !== null && digits.length === 1 && /^\d$/.test(year ?? '')) return withoutYear(raw);
  return unknown(raw);
}

function withoutYear(raw: string): PeriodReading {
  return refuse(`${quote(raw)} does not say its year in four digits. Write it like 2016-03-14.`);
}

function aWeek(year: number, number: number, raw: string): PeriodReading {
  return isoWeek(year, number) ?? refuse(`${quote(raw)}: that year has no such week.`);
}

/** 1 to 12 for “Mar”, “march”; null for any other word. */
export function monthNumber(name: string): number | null {
  const long =
    /^(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/i;
  if (!long.test(name)) return null;
  return monthNames.findIndex((known) => known.toLowerCase() === name.slice(0, 3).toLowerCase()) + 1;
}

function aDay(year: number, monthOfYear: number, number: number, raw: string): PeriodReading {
  return day(year, monthOfYear, number) ?? noSuchDay(raw);
}

function unknown(raw: string): PeriodReading {
  return refuse(
    `${quote(raw)} is not a period we know. Write it like 2015-16, 2016, 2016-03, 2016 Q3, 2016-W07 or 2016-03-14.`,
  );
}

function noSuchDay(raw: string): PeriodReading {
  return refuse(`${quote(raw)} is not a day of the calendar.`);
}

/** Two digits are read as 1970–2069. */
function fullYear(digits: string): number {
  const number = Number(digits);
  if (digits.length > 2) return number;
  return number < 70 ? 2000 + number : 1900 + number;
}

function refuse(reason: string): PeriodReading {
  return { kind: 'refused', reason };
}
