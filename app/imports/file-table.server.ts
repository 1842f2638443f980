import { requireFairSize } from './decode';
import { findTable, type Table } from './header';
import type { Report } from './progress';
import { inTurns } from './steps';
import { tableSteps } from './table';
import { isArchive, readWorkbook } from './workbook.server';

/**
 * From the bytes of a file to its table, whatever its name says it is; others have a turn meanwhile. Of a workbook the
 * wanted sheet, else the first with a table. Throws UnreadableFile with a sentence for the person.
 */
export async function fileTable(
  bytes: Buffer,
  wanted: string | null = null,
  report?: Report,
): Promise<Table> {
  if (!isArchive(bytes)) return inTurns(tableSteps(bytes), report);
  requireFairSize(bytes);
  const { rows, sheet, sheets } = await readWorkbook(bytes, wanted, report);
  return { ...findTable(rows), sheet, sheets };
}
