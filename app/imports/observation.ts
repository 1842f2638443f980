import type { Period } from './periods';

/** One number of a file: whom it is about, when, and what. `value` is in percent unless the scale is “as is”. */
export type Observation = {
  line: number;
  subgroup: string;
  isTotal: boolean;
  period: Period;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  /** In the unit of the value; null where the file gives none. */
  margin: number | null;
  suppressed: boolean;
};

/** A cell that cannot be imported. `column` counts from 0 and is null when the whole row is at fault. */
export type Refusal = { line: number; column: number | null; cell: string; reason: string };
/** A cell without a number: blank, not available, or said before. It is no mistake. */
export type Skip = { line: number; column: number | null; reason: string };
export type Remark = { line: number; reason: string };
