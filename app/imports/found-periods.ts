import type { PeriodKind } from './calendar';
import type { Table } from './header';
import type { Mapping } from './mapping';
import {
  type DateOrder,
  isOfYearsTogether,
  isPeriod,
  type PeriodOptions,
  type PeriodReading,
  readPeriod,
} from './periods';

/** A period inside a longer text such as “Rate 2015-16”, and the text around it. */
export type PeriodInText = { reading: PeriodReading; text: string; around: string };

const spelled = [
  String.raw`(?:SY|AY) ?\d{2,4}(?:[-–/]\d{2,4})?`,
  String.raw`Q[1-4][ -]?\d{4}`,
  String.raw`\d{4}[ -]?Q[1-4]`,
  String.raw`\d{4}-?W\d{1,2}`,
  String.raw`\d{4}-\d{2}-\d{2}`,
  String.raw`\d{1,2}/\d{1,2}/\d{4}`,
  String.raw`\d{4} ?[-–—/] ?\d{4}`,
  String.raw`\d{4} ?[-–—/] ?\d{2}`,
  String.raw`(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d{4}`,
  String.raw`\d{4}`,
].join('|');
const inText = new RegExp(String.raw`(?<![\p{L}\d.,])(?:${spelled})(?![\d\p{L}]|[.,]\d)`, 'giu');

const longestText = 500;

/** The one period a text names, or null when it names none or several different ones. */
export function findPeriodIn(text: string, options: PeriodOptions = {}): PeriodInText | null {
  if (!/\d/.test(text) || text.length > longestText) return null;
  const whole = readPeriod(text, options);
  if (whole.kind !== 'refused') return { reading: whole, text, around: '' };
  let found: PeriodInText | null = null;
  for (const match of text.matchAll(inText)) {
    const reading = readPeriod(match[0], options);
    // “Change 2012-2016” is no number of five years together.
    if (reading.kind === 'refused' || isOfYearsTogether(reading)) continue;
    if (found !== null && nameOf(found.reading) !== nameOf(reading)) return null;
    const around = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;
    found ??= { reading, text: match[0], around: around.replace(/[\s:,;()–-]+/g, ' ').trim() };
  }
  return found;
}

/** What the clear cells of a column say about its unclear ones; null where they say nothing. */
export type PeriodEvidence = { prefer: PeriodKind | null; dateOrder: DateOrder | null };

/**
 * Looks at all periods of a file together. Beside 2012-13, 2011-12 is a school year; beside 03/25/2016, 03/04/2016
 * has its month first. Nothing is decided where the cells leave it open.
 */
export function weighPeriods(cells: Iterable<string>): PeriodEvidence {
  const kinds = new Set<PeriodKind>();
  const orders = new Set<DateOrder>();
  let eitherKind = 0;
  for (const cell of new Set(cells)) {
    const found = findPeriodIn(cell);
    if (!found) continue;
    if (isPeriod(found.reading)) {
      kinds.add(found.reading.kind);
      const order = orderOf(found.text);
      if (order) orders.add(order);
    } else if (found.reading.kind === 'ambiguous' && found.reading.readings[0]?.kind === 'school year') {
      eitherKind += 1;
    }
  }
  const [dateOrder] = orders;
  let prefer: PeriodKind | null = null;
  if (eitherKind > 0) {
    if (kinds.has('school year') && !kinds.has('month')) prefer = 'school year';
    else if (kinds.has('month') && !kinds.has('school year')) prefer = 'month';
    // 2009-10, 2010-11, 2011-12 read as months would lie thirteen months apart each.
    else if (kinds.size === 0 && eitherKind > 1) prefer = 'school year';
  }
  return { prefer, dateOrder: orders.size === 1 ? (dateOrder ?? null) : null };
}

/** The question to ask when some period can still be read two ways, in a sentence; null when none can. */
export function openPeriodQuestion(cells: Iterable<string>, evidence: PeriodEvidence): string | null {
  for (const cell of new Set(cells)) {
    const reading = findPeriodIn(cell, evidence)?.reading;
    if (reading?.kind === 'ambiguous') return reading.reason;
  }
  return null;
}

function orderOf(cell: string): DateOrder | null {
  const found = /^(?:.*[a-z,] )?(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}(?:,? \d{1,2}:\d{2}.*)?$/i.exec(
    cell.trim(),
  );
  if (!found || found[1] === found[2]) return null;
  return Number(found[1]) > 12 ? 'day first' : 'month first';
}

function nameOf(reading: PeriodReading): string {
  if (isPeriod(reading)) return `${reading.kind} ${reading.key}`;
  return reading.kind === 'ambiguous' ? reading.readings.map((one) => nameOf(one)).join(' or ') : '';
}

const mostSpellings = 2000;

/** The first period by this mapping that is of several years together, as the file spells it; null where none is. */
export function findYearsTogether({ headers, rows }: Table, mapping: Mapping): string | null {
  const { shape, periodColumns, periodColumn, fixedPeriod } = mapping;
  const spelled =
    shape === 'wide'
      ? periodColumns.map((column) => headers[column] ?? '')
      : periodColumn === null
        ? [fixedPeriod ?? '']
        : rows.map(({ cells }) => cells[periodColumn] ?? '');
  const several = [...new Set(spelled)].slice(0, mostSpellings);
  return several.find((text) => isOfYearsTogether(readPeriod(text, { yearsTogether: 'ask' }))) ?? null;
}
