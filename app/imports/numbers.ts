import type { Row } from './cells';
import type { Scale } from './mapping';
import { type DecimalMark, isRange, quote, readValue, type Value } from './values';

export type NumberRules = {
  scale: Scale;
  decimalMark: DecimalMark | null;
  allowNegative: boolean;
  mayExceed: boolean;
  /** More than half of the values carry a percent sign, so that one without it may be a fraction. */
  haveSigns: boolean;
};

export type Numbers =
  | {
      kind: 'read';
      value: number | null;
      numerator: number | null;
      denominator: number | null;
      margin: number | null;
      suppressed: boolean;
      remark: string | null;
    }
  | { kind: 'skipped'; reason: string }
  | { kind: 'refused'; column: number; cell: string; reason: string };

/** The columns one observation is read from. */
export type Spot = {
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  margin: number | null;
};
type Figure = { column: number; cell: string; read: Value; name: string };

/**
 * Reads value, numerator and denominator of one row and holds them against the rules. With counts but no value, the
 * percentage is worked out unless the scale is “as is”.
 */
export function readNumbers(row: Row, spot: Spot, headers: readonly string[], rules: NumberRules): Numbers {
  const figureAt = (column: number | null): Figure | null => {
    if (column === null) return null;
    const cell = row.cells[column] ?? '';
    const read: Value = isRange(cell)
      ? { kind: 'suppressed', raw: cell }
      : readValue(cell, rules.decimalMark);
    return { column, cell, read, name: quote(headers[column] ?? '') };
  };
  const value = figureAt(spot.value);
  const numerator = figureAt(spot.numerator);
  const denominator = figureAt(spot.denominator);
  const figures = [value, numerator, denominator].filter((figure) => figure !== null);
  const refuse = (figure: Pick<Figure, 'column' | 'cell'>, reason: string): Numbers => ({
    kind: 'refused',
    column: figure.column,
    cell: figure.cell,
    reason: `Line ${row.line}: ${reason}`,
  });

  for (const figure of figures) {
    const { read, name } = figure;
    if (read.kind === 'refused' || read.kind === 'ambiguous')
      return refuse(figure, `in column ${name}, ${read.reason}`);
  }
  for (const figure of [numerator, denominator]) {
    const count = numberIn(figure);
    if (figure && count !== null && count < 0)
      return refuse(figure, `${figure.name} is ${count}, and a count cannot be below zero.`);
  }
  const above = numberIn(numerator);
  const below = numberIn(denominator);
  if (numerator && above !== null && below !== null && above > below && !rules.mayExceed) {
    return refuse(numerator, `${above} of ${below} cannot be: more were counted than there are.`);
  }

  if (value && rules.haveSigns && isBareFraction(value.read)) {
    const bare = numberIn(value) ?? 0;
    return refuse(
      value,
      `${quote(value.cell)} in column ${value.name} has no percent sign, as the others have. It can be ${bare} percent or ${tidy(bare * 100)} percent. Write it with its sign.`,
    );
  }
  const given = value ? scaled(value.read, rules.scale) : null;
  if (value && given !== null) {
    if (rules.scale !== 'as is' && (given < 0 || given > 100)) {
      return refuse(
        value,
        `${quote(value.cell)} in column ${value.name} is ${given} percent. It must be from 0 to 100.`,
      );
    }
    if (given < 0 && !rules.allowNegative) {
      return refuse(
        value,
        `${quote(value.cell)} in column ${value.name} is below zero, which cannot be here.`,
      );
    }
  }

  const main = value ? [value, numerator] : [numerator, denominator];
  const isMasked = main.some((figure) => figure?.read.kind === 'suppressed');
  const worked = above !== null && below !== null && below > 0 ? tidy((above / below) * 100) : null;
  const hasCounts = above !== null && below !== null;
  const isEmpty = given === null && !isMasked && !(hasCounts || (!value && !denominator && above !== null));
  if (isEmpty) return { kind: 'skipped', reason: whySkipped(row.line, figures) };
  const suppressed = given === null && isMasked;
  const beside = marginIn(spot.margin === null || suppressed ? '' : (row.cells[spot.margin] ?? ''), rules);
  if ('reason' in beside) {
    const column = spot.margin ?? 0;
    const reason = `in column ${quote(headers[column] ?? '')}, ${beside.reason}`;
    return refuse({ column, cell: row.cells[column] ?? '' }, reason);
  }
  return {
    kind: 'read',
    value: given ?? (suppressed || rules.scale === 'as is' ? null : worked),
    numerator: above,
    denominator: below,
    margin: beside.margin,
    suppressed,
    remark:
      given !== null && worked !== null && rules.scale !== 'as is'
        ? mismatch(row.line, given, worked, above, below)
        : null,
  };
}

/**
 * A margin of error, null where there is none, or what is wrong with it. The Census writes “±2.1”, and in place of a
 * margin stars, “N” or “(X)”: an estimate that has none.
 */
function marginIn(
  cell: string,
  { decimalMark, scale }: NumberRules,
): { margin: number | null } | { reason: string } {
  const plain = cell.trim().replace(/^(?:±|\+ ?\/ ?[-−–]) ?/, '');
  if (/^(?:\*+|n|\(?x\)?)$/i.test(plain)) return { margin: null };
  const read = readValue(plain, decimalMark);
  if (read.kind === 'refused' || read.kind === 'ambiguous') return { reason: read.reason };
  const margin = scaled(read, scale);
  if (margin !== null && margin < 0) {
    return { reason: `${quote(plain)} is below zero, and a margin of error cannot be.` };
  }
  return { margin };
}

/** 0.71 among 85% and 90%. */
const isBareFraction = (read: Value) =>
  read.kind === 'number' && !read.isPercent && read.value > 0 && read.value < 1;

function numberIn(figure: Figure | null): number | null {
  return figure?.read.kind === 'number' ? figure.read.value : null;
}

function scaled(read: Value, scale: Scale): number | null {
  if (read.kind !== 'number') return null;
  return scale === 'fraction' && !read.isPercent ? tidy(read.value * 100) : read.value;
}

/** 0.118 × 100 is 11.799999999999999 in binary; twelve digits are more than any file means. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

/** A value rounded to whole percents is up to half a point off; more than one point is another number. */
function mismatch(
  line: number,
  given: number,
  worked: number,
  above: number | null,
  below: number | null,
): string | null {
  if (Math.abs(given - worked) <= 1) return null;
  return `Line ${line}: ${above} of ${below} is ${worked.toFixed(1)} percent, but the file says ${given}. It is kept as the file says.`;
}

function whySkipped(line: number, figures: Figure[]): string {
  const absent = figures.find((figure) => figure.read.kind === 'absent');
  const name = (absent ?? figures[0])?.name ?? '';
  return absent
    ? `Line ${line}: ${quote(absent.cell)} in column ${name} means there is no number.`
    : `Line ${line}: column ${name} is blank.`;
}
