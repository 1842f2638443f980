import { readValue } from '~/imports/values';
import { listed, plural } from '~/ui/words';
import type { CellField } from './cell';
import { type GridMeasure, numberColumns } from './grid';
import { mostRows } from './paste';
import { readPastedDays } from './paste-dates';
import { type PastedLine, splitLines } from './paste-lines';
import { peopleColumns } from './paste-people';
import { type Calendar, periodOf, periodWords } from './periods';
import { readNumber, readNumbers } from './typed-number';

/** The cell that a paste starts from: it fills down and right from there. */
export interface Anchor {
  start: string;
  field: CellField;
  stratum: string;
}

export interface FilledCell extends Anchor {
  is: string;
}

export interface Filled {
  cells: FilledCell[];
  /** What was left out or read in a certain way, as sentences. */
  notes: string[];
  /** Why nothing is filled; empty where something is. */
  problems: string[];
}

export interface FillRules {
  measure: GridMeasure;
  /** The periods that may be filled, in order. */
  periods: readonly string[];
  groups: readonly string[];
  asValue: boolean;
  today: string;
  calendar: Calendar;
}

const refused = (...problems: string[]): Filled => ({ cells: [], notes: [], problems });

/**
 * Where the cells of a paste go: right from the active cell over the fields of its group and those of the next, down
 * over the periods; a first column of dates says the periods itself. Headings, and columns that look like single
 * people, are left out.
 */
export function fillFrom(text: string, anchor: Anchor, rules: FillRules): Filled {
  const lines = linesOf(text);
  if (lines.length > mostRows) {
    return refused(
      `That is ${lines.length.toLocaleString('en-US')} rows. Paste at most ${mostRows.toLocaleString('en-US')} at a time.`,
    );
  }
  const { header, body } = withoutHeadings(lines);
  if (body.length === 0) return refused('There is no number in what you copied.');
  const people = peopleColumns(header, body);
  const notes = people.map(({ sentence }) => `${sentence} It was left out.`);
  if (header) notes.unshift('The first row has headings. It was left out.');
  const width = Math.max(...body.map(({ cells }) => cells.length));
  const columns = Array.from({ length: width }, (_, at) => at).filter(
    (at) => !people.some((column) => column.at === at),
  );
  const byDate = periodsByDate(body, columns[0], rules);
  if (byDate && 'problems' in byDate) return refused(...byDate.problems);
  const values = byDate ? columns.slice(1) : columns;
  const targets = targetsFrom(anchor, rules);
  const cells: FilledCell[] = [];
  let target = 0;
  for (const column of values) {
    const all = body.map((line) => line.cells[column] ?? '');
    const place = targets[target];
    if (!place) {
      notes.push(
        `${plural(values.length - values.indexOf(column), 'more column')} did not fit and ${values.at(-1) === column ? 'was' : 'were'} left out.`,
      );
      break;
    }
    if (
      place.field !== 'value' &&
      all.some(isPercent) &&
      all.every((cell) => cell === '' || isPercent(cell))
    ) {
      notes.push(`Column ${column + 1} holds percents. They are worked out here, so it was left out.`);
      continue;
    }
    target += 1;
    const starts = byDate ? byDate.starts : periodsDown(body, anchor, rules);
    all.forEach((cell, row) => {
      const start = starts[row];
      const is = start === undefined ? null : asTyped(cell, place.field);
      if (start !== undefined && is !== null) cells.push({ ...place, start, is });
    });
  }
  if (!byDate) notes.push(...beyond(body, anchor, rules));
  const blanks = body.filter((line) => values.some((at) => isNoNumber(line.cells[at] ?? ''))).length;
  if (blanks > 0) notes.push(`${plural(blanks, 'row')} had a cell without a number. It stays as it was.`);
  return cells.length === 0
    ? { cells, notes, problems: ['There is no number in what you copied.'] }
    : { cells, notes, problems: [] };
}

/** Lines and cells; a column of thousands, "1,266", is one column and not two. */
function linesOf(text: string): PastedLine[] {
  const lines = splitLines(text);
  const raw = text.split(/\r\n|\r|\n/).map((line) => line.trim());
  const isThousands = raw.filter(Boolean).every((line) => /^[-−$]{0,2}\d{1,3}(,\d{3})+(\.\d+)?$/.test(line));
  return isThousands ? lines.map(({ row }) => ({ row, cells: [raw[row - 1] as string] })) : lines;
}

const isFigure = (cell: string) => readNumber(cell) !== null || readNumbers(cell) !== null;

/** A first row without any number or date, above rows that have some, holds headings. */
function withoutHeadings(lines: PastedLine[]): { header: PastedLine | null; body: PastedLine[] } {
  const [first, ...rest] = lines;
  const isHeader =
    first?.cells.some((cell) => /\p{L}/u.test(cell)) &&
    !first.cells.some((cell) => isFigure(cell) || /\d{4}|\d[-/.]\d/.test(cell)) &&
    rest.some((line) => line.cells.some(isFigure));
  return first && isHeader ? { header: first, body: rest } : { header: null, body: lines };
}

/** The periods that a first column of dates names; null where it holds no dates. */
function periodsByDate(
  body: PastedLine[],
  column: number | undefined,
  { measure, today, calendar, periods }: FillRules,
): { starts: string[] } | { problems: string[] } | null {
  const cells = body.map((line) => line.cells[column ?? 0] ?? '');
  const isYears = measure.frequency === 'yearly' && cells.every((cell) => /^(19|20)\d\d$/.test(cell));
  if (!isYears && cells.some((cell) => cell === '' || readNumber(cell) !== null)) return null;
  const days = readPastedDays(cells, measure.frequency, calendar.schoolYearFirstMonth);
  const isDates = cells.every((cell) => /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}$/.test(cell));
  if (!isDates && !days.some((day) => 'day' in day)) return null;
  const known = periods.map((start) => ({ periodStart: start }));
  const problems: string[] = [];
  const lineOf = new Map<string, number[]>();
  const starts = days.map((day, at) => {
    const row = body[at]?.row ?? 0;
    if ('problem' in day) {
      problems.push(`Row ${row}: ${day.problem}`);
      return '';
    }
    const start = periodOf(day.day, measure.frequency, calendar, known);
    if (start > today)
      problems.push(`Row ${row}: ${periodWords(start, measure.frequency, true)} has not begun.`);
    lineOf.set(start, [...(lineOf.get(start) ?? []), row]);
    return start;
  });
  for (const [start, rows] of lineOf) {
    if (rows.length < 2) continue;
    const words = periodWords(start, measure.frequency, true);
    problems.push(
      `Rows ${listed(rows.map(String))} are ${rows.length === 2 ? 'both' : 'all'} for ${words}. Keep one.`,
    );
  }
  return problems.length > 0 ? { problems: problems.slice(0, 20) } : { starts };
}

/** The fields from the anchor to the right, over the groups that are shown. */
function targetsFrom(anchor: Anchor, { measure, groups, asValue }: FillRules): Omit<Anchor, 'start'>[] {
  const numbers = numberColumns(measure, asValue).map(({ field }) => field);
  const all: Omit<Anchor, 'start'>[] = groups.flatMap((stratum) =>
    numbers.map((field) => ({ field, stratum })),
  );
  all.push({ field: 'note', stratum: groups[0] ?? '' });
  const first = all.findIndex(({ field, stratum }) => field === anchor.field && stratum === anchor.stratum);
  return first < 0 ? [] : all.slice(first);
}

/** Down from the anchor, an empty line of the paste keeping its place. */
function periodsDown(body: PastedLine[], { start }: Anchor, { periods }: FillRules): (string | undefined)[] {
  const from = periods.indexOf(start);
  const first = body[0]?.row ?? 1;
  return body.map(({ row }) => (from < 0 ? undefined : periods[from + row - first]));
}

function beyond(body: PastedLine[], anchor: Anchor, rules: FillRules): string[] {
  const over = periodsDown(body, anchor, rules).filter((start) => start === undefined).length;
  if (over === 0) return [];
  return [
    `${plural(over, 'row')} reached past the last period that has begun and ${over === 1 ? 'was' : 'were'} left out.`,
  ];
}

const isPercent = (cell: string) => /%$/.test(cell) && readNumber(cell) !== null;

/** "N/A", "*", "—" and blanks: nothing to fill in, and nothing to empty. */
const isNoNumber = (cell: string) => ['blank', 'absent', 'suppressed'].includes(readValue(cell).kind);

/** A cell as one would type it; null where there is nothing to type. What is no number stays as it is, to be seen. */
function asTyped(cell: string, field: CellField): string | null {
  if (field === 'note') return cell === '' ? null : cell.slice(0, 300);
  const number = readNumber(cell);
  if (number !== null) return String(number);
  return isNoNumber(cell) ? null : cell.slice(0, 200);
}
