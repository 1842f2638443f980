import { listed, plural } from '~/ui/words';
import { hasTwoNumbers, type Measure } from './measure';
import { readPastedDays } from './paste-dates';
import { type PastedLine, quoted, splitLines } from './paste-lines';
import { columnsOfPeople } from './paste-people';
import { type Calendar, periodOf, periodWords } from './periods';
import { type Figures, impossible, keptFigures, type Possible } from './series';
import { readNumber } from './typed-number';

export interface PastedRow extends Figures {
  /** The line of the paste it stands on, from 1. */
  row: number;
  periodStart: string;
  /** The date as it was given, where that was not the first day of its period. */
  movedFrom: string | null;
}

export interface Pasted {
  rows: PastedRow[];
  /** Sentences, by row; where there is one, nothing is saved. */
  problems: string[];
}

export interface PasteRules {
  today: string;
  calendar: Calendar;
  /** What is in the series already. */
  points?: readonly { periodStart: string }[];
}

/** The most rows one paste may have. */
export const mostRows = 2000;
const mostProblems = 20;

const refused = (...problems: string[]): Pasted => ({ rows: [], problems });

/**
 * Reads a paste of two columns (date, value) or three (date, how many, out of how many): tabs, commas or spaces between
 * them, a header row forgiven. All or nothing: one wrong cell and there are no rows, but a sentence for each such cell.
 */
export function readPaste(
  text: string,
  measure: Pick<Measure, 'frequency'> & Possible,
  rules: PasteRules,
): Pasted {
  const lines = splitLines(text);
  if (lines.length > mostRows + 1) {
    return refused(
      `That is ${lines.length.toLocaleString('en-US')} rows. Paste at most ${mostRows.toLocaleString('en-US')} at a time.`,
    );
  }
  const { header, body } = withoutHeader(lines);
  const first = body[0];
  if (!first) return refused('Paste at least one row: a date and a number.');
  const people = columnsOfPeople(header, body);
  if (people) return refused(people);
  const columns = Math.max(...body.map((line) => line.cells.length));
  const mayHaveThree = hasTwoNumbers(measure.kind);
  if (columns > 3 || (columns === 3 && !mayHaveThree)) {
    return refused(
      mayHaveThree
        ? `Row ${first.row} has ${first.cells.length} columns. Paste two (date and value) or three (date, how many, out of how many).`
        : `Row ${first.row} has ${first.cells.length} columns. Paste two: the date and the number.`,
    );
  }
  return readRows(body, columns, measure, rules);
}

function readRows(
  body: PastedLine[],
  columns: number,
  measure: Pick<Measure, 'frequency'> & Possible,
  rules: PasteRules,
): Pasted {
  const days = readPastedDays(
    body.map((line) => line.cells[0] ?? ''),
    measure.frequency,
    rules.calendar.schoolYearFirstMonth,
  );
  const rows: PastedRow[] = [];
  const problems: string[] = [];
  body.forEach((line, index) => {
    const day = days[index];
    const read = day && 'day' in day ? readRow(line, day.day, columns, measure, rules) : (day?.problem ?? '');
    if (typeof read === 'string') problems.push(`Row ${line.row}: ${read}`);
    else rows.push(read);
  });
  problems.push(...repeats(rows, measure));
  if (problems.length === 0) return { rows, problems };
  const more = problems.length - mostProblems;
  return refused(
    ...problems.slice(0, mostProblems),
    ...(more > 0 ? [`And ${plural(more, 'more row')} like these.`] : []),
  );
}

/** The row, or why it cannot be read. */
function readRow(
  { row, cells }: PastedLine,
  day: string,
  columns: number,
  measure: Pick<Measure, 'frequency'> & Possible,
  { today, calendar, points = [] }: PasteRules,
): PastedRow | string {
  if (columns < 2) return 'there is no number.';
  if (cells.length !== columns)
    return `other rows have ${columns} columns, and this one has ${cells.length}.`;
  const wrong = cells.slice(1).find((cell) => readNumber(cell) === null);
  if (wrong !== undefined) return wrong === '' ? 'a number is missing.' : `${quoted(wrong)} is not a number.`;
  const [first = null, second = null] = cells.slice(1).map(readNumber);
  const figures: Figures =
    columns === 3
      ? { numerator: first, denominator: second, value: null }
      : { numerator: null, denominator: null, value: first };
  const no = impossible(measure, figures);
  if (no) return no.sentence;
  const start = periodOf(day, measure.frequency, calendar, points);
  if (start > today) return `${periodWords(start, measure.frequency, true)} has not begun.`;
  return { row, periodStart: start, movedFrom: day === start ? null : day, ...keptFigures(measure, figures) };
}

/** "Rows 2 and 5 are both for the week of Oct 12, 2026." */
function repeats(rows: PastedRow[], { frequency }: Pick<Measure, 'frequency'>): string[] {
  const byPeriod = new Map<string, number[]>();
  for (const row of rows) byPeriod.set(row.periodStart, [...(byPeriod.get(row.periodStart) ?? []), row.row]);
  return [...byPeriod]
    .filter(([, numbers]) => numbers.length > 1)
    .map(([start, numbers]) => {
      const all = numbers.length === 2 ? 'both' : 'all';
      return `Rows ${listed(numbers.map(String))} are ${all} for ${periodWords(start, frequency, true)}. Keep one.`;
    });
}

const isDateLike = (cell: string) => /\d/.test(cell) && /[-/. ]/.test(cell);

/** A first row without any number is a header. */
function withoutHeader(lines: PastedLine[]): { header: PastedLine | null; body: PastedLine[] } {
  const first = lines[0];
  if (!first || lines.length < 2) return { header: null, body: lines };
  const isHeader =
    !isDateLike(first.cells[0] ?? '') && first.cells.slice(1).every((cell) => readNumber(cell) === null);
  return isHeader ? { header: first, body: lines.slice(1) } : { header: null, body: lines };
}
