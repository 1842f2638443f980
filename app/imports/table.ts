import { readCells } from './cells';
import { type Decoded, decodeText } from './decode';
import type { Delimiter } from './delimiter';
import { findTable, type Table } from './header';

/** From the bytes of a CSV or TSV file to a table. Throws UnreadableFile with a sentence for the person. */
export function readTable(
  bytes: Uint8Array,
  delimiter?: Delimiter,
): Table & { encoding: Decoded['encoding'] } {
  const { text, encoding } = decodeText(bytes);
  return { ...readPastedTable(text, delimiter), encoding };
}

/** From pasted text to a table. */
export function readPastedTable(text: string, delimiter?: Delimiter): Table {
  const cells = readCells(text, delimiter);
  return findTable(cells.rows, cells.delimiter);
}
