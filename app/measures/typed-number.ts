/** A plain number: thousands commas, a percent or dollar sign are forgiven; 1,5 and 1e3 and 0x1F are not. */
export function readNumber(cell: string): number | null {
  const plain = cell
    .replace(/^([-−+]?)\$/, '$1')
    .replace(/\s*%$/, '')
    .replace('−', '-');
  if (!/^[-+]?(\d{1,3}(,\d{3})+|\d{1,15})?(\.\d{1,15})?$/.test(plain) || !/\d/.test(plain)) return null;
  return Number(plain.replaceAll(',', ''));
}

const mostInACell = 200;

/** Several values of one period as one types them into one cell, "12 14 9"; null where it is not several numbers. */
export function readNumbers(cell: string): number[] | null {
  const parts = cell.split(/[\s;]+|,\s+/).filter(Boolean);
  if (parts.length < 2 || parts.length > mostInACell) return null;
  const numbers = parts.map(readNumber);
  return numbers.every((one) => one !== null) ? numbers : null;
}
