import { findPrivateColumns } from '~/imports/privacy';
import { listed, plural } from '~/ui/words';
import { hasTwoNumbers, type Measure } from './measure';
import { readPastedDays } from './paste-dates';
import { type PastedLine, splitLines } from './paste-lines';
import { type Calendar, periodStart, periodWords } from './periods';
import { type Figures, impossible, isSame, keptFigures, type SeriesPoint } from './series';

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
}

/** The most rows one paste may have. */
export const mostRows = 2000;
const mostProblems = 20;
const firstDay = '1950-01-01';

const refused = (...problems: string[]): Pasted => ({ rows: [], problems });

/**
 * Reads a paste of two columns (date, value) or three (date, how many, out of how many): tabs, commas or spaces between
 * them, a header row forgiven. All or nothing: one wrong cell and there are no rows, but a sentence for each such cell.
 */
export function readPaste(
  text: string,
  measure: Pick<Measure, 'kind' | 'frequency'>,
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
  measure: Pick<Measure, 'kind' | 'frequency'>,
  { today, calendar }: PasteRules,
): Pasted {
  const days = readPastedDays(body.map((line) => line.cells[0] ?? ''), measure.frequency);
  const rows: PastedRow[] = [];
  const problems: string[] = [];
  body.forEach((line, index) => {
    const say = (sentence: string) => problems.push(`Row ${line.row}: ${sentence}`);
    const reading = days[index];
    const numbers = line.cells.slice(1).map(readNumber);
    if (!reading || 'problem' in reading) return say(reading?.problem ?? 'The date is missing.');
    if (line.cells.length !== columns || columns < 2) {
      return say(columns < 2 ? 'there is no number.' : `there are ${columns} columns in other rows and ${line.cells.length} here.`);
    }
    const wrong = line.cells.slice(1).findIndex((_, at) => numbers[at] === null);
    if (wrong >= 0) {
      const cell = line.cells[wrong + 1] ?? '';
      return say(cell === '' ? 'a number is missing.' : `${quoted(cell)} is not a number.`);
    }
    const figures: Figures =
      columns === 3
        ? { numerator: numbers[0] ?? null, denominator: numbers[1] ?? null, value: null }
        : { numerator: null, denominator: null, value: numbers[0] ?? null };
    const no = impossible(measure, figures);
    if (no) return say(no.sentence);
    if (reading.day < firstDay) return say(`${quoted(line.cells[0] ?? '')} is before 1950.`);
    const start = periodStart(reading.day, measure.frequency, calendar);
    if (start > today) return say(`${periodWords(start, measure.frequency, true)} has not begun.`);
    rows.push({
      row: line.row,
      periodStart: start,
      movedFrom: reading.day === start ? null : reading.day,
      ...keptFigures(measure, figures),
    });
  });
  problems.push(...repeats(rows, measure));
  if (problems.length === 0) return { rows, problems };
  const more = problems.length - mostProblems;
  return refused(
    ...problems.slice(0, mostProblems),
    ...(more > 0 ? [`And ${plural(more, 'more row')} like these.`] : []),
  );
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

const quoted = (cell: string) => `“${cell.length > 40 ? `${cell.slice(0, 39)}…` : cell}”`;

/** A plain number: thousands commas, a percent or dollar sign are forgiven; 1,5 and 1e3 and 0x1F are not. */
export function readNumber(cell: string): number | null {
  const plain = cell
    .replace(/^([-−+]?)\$/, '$1')
    .replace(/\s*%$/, '')
    .replace('−', '-');
  if (!/^[-+]?(\d{1,3}(,\d{3})+|\d{1,15})?(\.\d{1,15})?$/.test(plain) || !/\d/.test(plain)) return null;
  return Number(plain.replaceAll(',', ''));
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

const nameCell = /^\p{Lu}[\p{L}’'-]+,?( \p{Lu}\.?)? \p{Lu}[\p{L}’'-]+$/u;
const codeCell = /^0\d{4,}$|^[A-Z]{0,3}\d{6,}$/;

/** A sentence where a column looks like names or numbers of single people: only counts are kept. */
function columnsOfPeople(header: PastedLine | null, body: PastedLine[]): string | null {
  const end = 'Upcurve keeps counts only. Take that column out and paste again.';
  const width = Math.max(...body.map((line) => line.cells.length), header?.cells.length ?? 0);
  const headers = Array.from({ length: width }, (_, at) => header?.cells[at] ?? `Column ${at + 1}`);
  const rows = body.map((line) => ({ line: line.row, cells: line.cells }));
  const [warning] = findPrivateColumns({
    headerLine: header?.row ?? null,
    headers,
    rows,
    titleLines: [],
    footnotes: [],
    delimiter: null,
  });
  if (warning) return `Column ${warning.column + 1}, ${quoted(warning.header)}, looks like single people. ${end}`;
  for (let at = 0; at < width; at++) {
    const cells = body.map((line) => line.cells[at] ?? '');
    const all = (pattern: RegExp) => cells.every((cell) => pattern.test(cell));
    if (all(nameCell)) return `Column ${at + 1} looks like names of people. ${end}`;
    const isSpare = at === 0 || width > 3 || cells.every((cell) => cell.startsWith('0') && cell.length > 4);
    if (isSpare && all(codeCell)) return `Column ${at + 1} looks like student numbers. ${end}`;
  }
  return null;
}

export interface PastedChange extends PastedRow {
  /** What is there now; null where the period has no number yet. */
  was: SeriesPoint | null;
  change: 'added' | 'changed' | 'same';
}

/** What saving these rows would do to the series. */
export function changesOf(rows: readonly PastedRow[], points: readonly SeriesPoint[]): PastedChange[] {
  const known = new Map(points.map((point) => [point.periodStart, point]));
  return rows.map((row) => {
    const was = known.get(row.periodStart) ?? null;
    return { ...row, was, change: was === null ? 'added' : isSame(was, row) ? 'same' : 'changed' };
  });
}

export interface PastedCounts {
  added: number;
  changed: number;
  same: number;
}

export function countsOf(changes: readonly { change: PastedChange['change'] }[]): PastedCounts {
  const counts = { added: 0, changed: 0, same: 0 };
  for (const { change } of changes) counts[change] += 1;
  return counts;
}

/** "10 new, 2 changed, 3 the same" */
export function countsInWords({ added, changed, same }: PastedCounts): string {
  return [
    [added, 'new'],
    [changed, 'changed'],
    [same, 'the same'],
  ]
    .filter(([count]) => count !== 0)
    .map(([count, word]) => `${count?.toLocaleString('en-US')} ${word}`)
    .join(', ');
}
