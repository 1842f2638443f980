import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import type { CsvCell } from './csv';

export interface SheetToWrite {
  name: string;
  heads: readonly string[];
  rows: readonly (readonly CsvCell[])[];
  /** How many columns stay in sight. */
  sticky?: number;
}

/**
 * Sheets as one Excel workbook. Numbers are numbers; words are written as words, so that none is worked out as a
 * formula.
 */
export async function xlsxOf(sheets: readonly SheetToWrite[]): Promise<Uint8Array<ArrayBuffer>> {
  const written = writeXlsxFile(
    sheets.map(({ name, heads, rows, sticky = 0 }) => ({
      sheet: name,
      data: [
        heads.map((value) => ({ value, type: String, fontWeight: 'bold' as const, wrap: true })),
        ...rows.map((row) => row.map(cellOf)),
      ] as SheetData,
      columns: heads.map((head, index) => ({ width: index < sticky ? 26 : Math.max(12, head.length / 2) })),
      stickyRowsCount: 1,
      stickyColumnsCount: sticky,
    })),
  );
  return new Uint8Array(await written.toBuffer());
}

function cellOf(cell: CsvCell) {
  if (cell === null || cell === '') return null;
  return typeof cell === 'number' ? { value: cell, type: Number } : { value: cell, type: String };
}
