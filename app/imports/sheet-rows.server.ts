import type { Archive } from './archive.server';
import { cleanCell, maximumColumns, type Row, requireFewRows, tooManyColumns } from './cells';
import { UnreadableFile } from './decode';
import { type Shown, writeAsShown } from './number-formats';
import type { Report } from './progress';
import { readXml } from './xml.server';

/** What the cells of every sheet refer to. */
export interface Legend {
  strings: string[];
  /** By the number of a cell's style. */
  shown: Shown[];
  is1904: boolean;
}

/** A cell while it is read. */
interface OpenCell {
  column: number;
  type: string;
  style: number;
  value: string | null;
  text: string;
  formula: string | null;
}

/** Blank cells before a filled one are cells too: a few far to the right in each row must not fill the memory. */
const mostCells = 5_000_000;

/** The rows of a sheet with text in them, under the numbers the spreadsheet shows beside them. */
export async function sheetRows(
  archive: Archive,
  part: string,
  legend: Legend,
  report?: Report,
): Promise<Row[]> {
  const rows: Row[] = [];
  let row: Row | null = null;
  let line = 0;
  let cell: OpenCell | null = null;
  let inside: 'value' | 'formula' | 'text' | null = null;
  /** How to say a word in Japanese stands beside the word, and is not part of it. */
  let isPhonetic = false;
  let cells = 0;
  const size = archive.sizeOf(part);

  await readXml(archive.pieces(part), {
    open(name, attribute) {
      if (name === 'row') {
        line = wholeNumber(attribute('r')) ?? line + 1;
        row = { line, cells: [] };
      } else if (name === 'c' && row) {
        const column = columnOf(attribute('r')) ?? row.cells.length;
        cell = {
          column,
          type: attribute('t') ?? 'n',
          style: wholeNumber(attribute('s')) ?? 0,
          value: null,
          text: '',
          formula: null,
        };
      } else if (cell) {
        if (name === 'v') [inside, cell.value] = ['value', ''];
        else if (name === 'f') [inside, cell.formula] = ['formula', ''];
        else if (name === 'rPh') isPhonetic = true;
        else if (name === 't' && !isPhonetic) inside = 'text';
      }
    },
    text(words) {
      if (!cell || inside === null) return;
      if (inside === 'value') cell.value += words;
      else if (inside === 'formula') cell.formula += words;
      else cell.text += words;
    },
    close(name) {
      if (name === 'v' || name === 'f' || name === 't') inside = null;
      else if (name === 'rPh') isPhonetic = false;
      else if (name === 'c' && cell && row) {
        putCell(row, cell.column, cleanCell(textOf(cell, legend)));
        cell = null;
      } else if (name === 'row' && row) {
        if (row.cells.length > 0) {
          rows.push(row);
          cells += row.cells.length;
          if (cells > mostCells) {
            throw new UnreadableFile('This sheet has more cells than can be read. Split it and try again.');
          }
          requireFewRows(rows.length);
        }
        row = null;
      }
    },
    piece(bytes) {
      // A sheet does not say how many rows it has: what has come of its bytes tells about how many there are.
      if (rows.length > 0 && size >= bytes)
        report?.({ what: 'read', done: rows.length, all: about(rows.length, size / bytes) });
    },
  });
  return rows;
}

/** Rounded to hundreds, for it is a guess; at the end it is right. */
function about(rows: number, times: number): number {
  return times === 1 ? rows : Math.max(rows, Math.round((rows * times) / 100) * 100);
}

function putCell(row: Row, column: number, text: string): void {
  if (text === '') return;
  if (column >= maximumColumns) throw tooManyColumns(row.line, column + 1);
  while (row.cells.length < column) row.cells.push('');
  row.cells[column] = text;
}

function textOf(cell: OpenCell, legend: Legend): string {
  const { type, value, formula } = cell;
  if (type === 'inlineStr') return cell.text;
  // A program wrote the formula and nobody has worked it out yet.
  if (value === null || (value === '' && type !== 'str')) return formula ? `=${formula}` : '';
  if (type === 's') return legend.strings[wholeNumber(value) ?? -1] ?? '';
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  if (type === 'd') return value.replace(/T.*$/, '');
  if (type !== 'n') return value;
  const number = Number(value);
  return Number.isFinite(number)
    ? writeAsShown(number, legend.shown[cell.style] ?? 'number', legend.is1904)
    : value;
}

/** “C7” stands in the third column, which is 2. */
function columnOf(reference: string | undefined): number | null {
  let column = 0;
  for (let at = 0; reference !== undefined && at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column === 0 ? null : column - 1;
}

function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,7}$/.test(text) ? Number(text) : null;
}
