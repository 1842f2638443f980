import { type CellField, cellFields } from './cell';

/** The name of a cell in a form and on the page: its period, its field, and its group by its place among those shown. */
export const cellName = (start: string, field: CellField, group: number) => `c-${start}-${field}-${group}`;

const pattern = new RegExp(
  `^c-((?:19[5-9]\\d|20\\d\\d)-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01]))-(${cellFields.join('|')})-(\\d{1,3})$`,
);

/** The cell that a name stands for; null where it is no name of a cell. */
export function cellNamed(name: string): { start: string; field: CellField; group: number } | null {
  const parts = pattern.exec(name);
  return parts && { start: parts[1] as string, field: parts[2] as CellField, group: Number(parts[3]) };
}

/** No number and no note is longer. */
export const longestText: Record<CellField, number> = {
  numerator: 60,
  denominator: 60,
  value: 1200,
  note: 300,
};
