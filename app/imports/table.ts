import { cellSteps, readCells } from './cells';
import { type Decoded, decodeText } from './decode';
import type { Delimiter } from './delimiter';
import { findTable, type Table } from './header';
import { atOnce, type Steps } from './steps';

/** From the bytes of a CSV or TSV file to a table, in steps. Throws UnreadableFile with a sentence for the person. */
export function* tableSteps(
  bytes: Uint8Array,
  delimiter?: Delimiter,
): Steps<Table & { encoding: Decoded['encoding'] }> {
  const { text, encoding } = decodeText(bytes);
  yield;
  const cells = yield* cellSteps(text, delimiter);
  return { ...findTable(cells.rows, cells.delimiter), encoding };
}

/** The same at once. */
export const readTable = (bytes: Uint8Array, delimiter?: Delimiter) => atOnce(tableSteps(bytes, delimiter));

/** From pasted text to a table. */
export function readPastedTable(text: string, delimiter?: Delimiter): Table {
  const cells = readCells(text, delimiter);
  return findTable(cells.rows, cells.delimiter);
}
