import { findPrivateColumns } from '~/imports/privacy';
import { type PastedLine, quoted } from './paste-lines';

const nameCell = /^\p{Lu}[\p{L}’'-]+,?( \p{Lu}\.?)? \p{Lu}[\p{L}’'-]+$/u;
const codeCell = /^0\d{4,}$|^[A-Z]{0,3}\d{6,}$/;

/** Columns that look like names or numbers of single people, each with what it is called in a sentence. */
export function peopleColumns(
  header: PastedLine | null,
  body: PastedLine[],
): { at: number; sentence: string }[] {
  const width = Math.max(...body.map((line) => line.cells.length), header?.cells.length ?? 0);
  const headers = Array.from({ length: width }, (_, at) => header?.cells[at] ?? `Column ${at + 1}`);
  const rows = body.map((line) => ({ line: line.row, cells: line.cells }));
  const warnings = findPrivateColumns({
    headerLine: header?.row ?? null,
    headers,
    rows,
    titleLines: [],
    sheet: null,
    sheets: [],
    footnotes: [],
    delimiter: null,
  });
  return headers.flatMap((_, at) => {
    const warning = warnings.find(({ column }) => column === at);
    if (warning) {
      return [{ at, sentence: `Column ${at + 1}, ${quoted(warning.header)}, looks like single people.` }];
    }
    const cells = body.map((line) => line.cells[at] ?? '');
    const all = (pattern: RegExp) => cells.every((cell) => pattern.test(cell));
    if (all(nameCell)) return [{ at, sentence: `Column ${at + 1} looks like names of people.` }];
    const isSpare = at === 0 || width > 3 || cells.every((cell) => cell.startsWith('0') && cell.length > 4);
    const isCode = isSpare && all(codeCell);
    return isCode ? [{ at, sentence: `Column ${at + 1} looks like student numbers.` }] : [];
  });
}

/** A sentence where a column looks like names or numbers of single people: only counts are kept. */
export function columnsOfPeople(header: PastedLine | null, body: PastedLine[]): string | null {
  const first = peopleColumns(header, body)[0];
  return first ? `${first.sentence} Upcurve keeps counts only. Take that column out and paste again.` : null;
}
