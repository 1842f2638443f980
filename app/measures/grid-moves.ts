/** The cells one can go to, row by row; null where a row has none in that column. */
export type Cells = readonly (readonly (string | null)[])[];

export interface Press {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
}

/**
 * The cell that a key leads to from this one, as in a spreadsheet: arrows, Enter down, Tab right and on to the next
 * row, Home and End in the row, with Ctrl in the whole grid. Null where the key leads nowhere: Tab then leaves.
 */
export function cellAfter(cells: Cells, from: string, { key, shiftKey, ctrlKey }: Press): string | null {
  const row = cells.findIndex((line) => line.includes(from));
  const column = cells[row]?.indexOf(from) ?? -1;
  if (column < 0) return null;
  const line = cells[row] ?? [];
  const down = (by: 1 | -1) => ahead(by > 0 ? cells.slice(row + 1) : cells.slice(0, row).reverse(), column);
  const right = (by: 1 | -1) => firstOf(by > 0 ? line.slice(column + 1) : line.slice(0, column).reverse());
  const all = cells.flat();
  const at = all.indexOf(from);
  switch (key) {
    case 'ArrowDown':
      return down(1);
    case 'ArrowUp':
      return down(-1);
    case 'Enter':
      return down(shiftKey ? -1 : 1);
    case 'ArrowRight':
      return right(1);
    case 'ArrowLeft':
      return right(-1);
    case 'Tab':
      return firstOf(shiftKey ? all.slice(0, at).reverse() : all.slice(at + 1));
    case 'Home':
      return firstOf(ctrlKey ? all : line);
    case 'End':
      return firstOf([...(ctrlKey ? all : line)].reverse());
    default:
      return null;
  }
}

const firstOf = (line: readonly (string | null)[]) => line.find((cell) => cell !== null) ?? null;
const ahead = (lines: Cells, column: number) => firstOf(lines.map((line) => line[column] ?? null));
