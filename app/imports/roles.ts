import type { Column } from './columns';
import { groupRank, groupWords, headerWord } from './words';

/** The columns that hold the numbers of a long table. */
export type NumberColumns = {
  value: Column | null;
  numerator: Column | null;
  denominator: Column | null;
  margin: Column | null;
};

/** Whether a column says how far the number beside it may be off: “MOE”, “Margin of Error”, “+/-”, “±”. */
export const isMargin = ({ header, words }: Pick<Column, 'header' | 'words'>): boolean =>
  headerWord.margin.test(words) || /±|\+ ?\/ ?[-−–]/.test(header);

/** The columns whose headers are periods, with the text those headers share (“Rate 2016”, “Rate 2017”: “Rate”). */
export function findPeriodColumns(columns: Column[]): { columns: Column[]; leftOut: Column[] } {
  const groups = new Map<string, Column[]>();
  for (const column of columns) {
    if (!column.headerPeriod || column.isPrivate) continue;
    const around = column.headerPeriod.around.toLowerCase();
    if (around !== '' && column.filled > 0 && column.numeric < 0.5) continue;
    groups.set(around, [...(groups.get(around) ?? []), column]);
  }
  let best: Column[] = [];
  let bestScore = 0;
  for (const [around, group] of groups) {
    const isBeside = headerWord.goal.test(around) || isMargin({ header: around, words: around });
    const score = isBeside ? 0.1 : group.length + (headerWord.rate.test(around) ? 1000 : 0);
    if (score > bestScore) {
      best = group;
      bestScore = score;
    }
  }
  return { columns: best, leftOut: [...groups.values()].flat().filter((column) => !best.includes(column)) };
}

/** The column whose cells are periods: by its header and cells, else by cells alone. */
export function findPeriodColumn(columns: Column[]): Column | null {
  const open = columns.filter((column) => !column.isPrivate && column.filled > 0);
  const candidates = open.filter((column) => column.periods >= 0.8);
  return (
    open.find((column) => headerWord.period.test(column.words) && column.periods >= 0.5) ??
    // A column of counts between 1950 and 2100 would pass for years, so bare numbers need a header that says so.
    candidates.find((column) => column.periods >= 0.95 && column.numeric < 0.5) ??
    (columns[0] !== undefined && candidates.includes(columns[0]) ? columns[0] : null)
  );
}

/** Tells value, numerator and denominator apart by what their headers say. */
export function findNumberColumns(columns: Column[], taken: ReadonlySet<number>): NumberColumns {
  const open = columns.filter(
    (column) =>
      !column.isPrivate &&
      !column.isCode &&
      !taken.has(column.index) &&
      column.filled > 0 &&
      // Where the header speaks of numbers, cells that are none are mistakes to be shown.
      column.numeric >= (saysNumber(column.words) ? 0.5 : 0.8),
  );
  const plain = open.filter(
    (column) =>
      !headerWord.notTheValue.test(column.words) &&
      !isMargin(column) &&
      !headerWord.period.test(column.words) &&
      !isGroupNumber(column),
  );
  const rate = plain.find((column) => headerWord.rate.test(column.words));
  const value = rate ?? plain.find((column) => headerWord.value.test(column.words)) ?? null;
  const counts = plain.filter((column) => column !== value);
  const denominator = counts.find((column) => headerWord.denominator.test(column.words)) ?? null;
  const numerator =
    counts.find((column) => column !== denominator && headerWord.numerator.test(column.words)) ??
    (denominator && !value ? (counts.find((column) => column !== denominator) ?? null) : null);
  if (value || (numerator && denominator)) {
    return { value, numerator, denominator, margin: marginOf(value, columns) };
  }
  const only = plain.find((column) => column.hasNumbers) ?? plain[0] ?? null;
  return { value: only, numerator: null, denominator: null, margin: marginOf(only, columns) };
}

/** A table with several margins has each after its own number; one before it can only be a table's only one. */
function marginOf(value: Column | null, columns: Column[]): Column | null {
  if (value === null) return null;
  const margins = columns.filter((column) => isMargin(column) && !column.isPrivate && column.filled > 0);
  return (
    margins.find(({ index }) => index > value.index) ?? (margins.length === 1 ? (margins[0] ?? null) : null)
  );
}

function saysNumber(words: string): boolean {
  const { rate, value, numerator, denominator } = headerWord;
  return [rate, value, numerator, denominator].some((word) => word.test(words));
}

/** Grades and ages are groups although their cells are numbers. */
function isGroupNumber(column: Column): boolean {
  return /^(?:grades?|grade levels?|ages?|age groups?)$/.test(column.words);
}

/** Columns that may name the subgroup, the likeliest first. */
export function rankGroupColumns(columns: Column[], taken: ReadonlySet<number>): Column[] {
  return (
    columns
      .filter(
        (column) => !taken.has(column.index) && !column.isPrivate && !column.isCode && column.filled > 0,
      )
      .filter((column) => isGroupNumber(column) || column.numeric < 0.8)
      .filter((column) => !headerWord.indicator.test(column.words) && !headerWord.type.test(column.words))
      // A second column of periods, and what is said beside a number, would make a group of each row.
      .filter((column) => column.periods < 0.8 && !headerWord.aside.test(column.words) && !isMargin(column))
      .sort((a, b) => groupRank(a.words) - groupRank(b.words))
  );
}

/** Columns of words by which rows can be chosen: what is left when groups, periods and numbers are taken. */
export function findFilterColumns(columns: Column[], taken: ReadonlySet<number>): Column[] {
  return columns.filter(
    (column) =>
      !taken.has(column.index) &&
      !column.isPrivate &&
      !column.isCode &&
      !isMargin(column) &&
      column.filled > 0 &&
      (column.numeric < 0.8 || isGroupNumber(column)),
  );
}

/** Whether a header speaks of a split of people, so that even one single group in the column is worth its name. */
export function namesASplit(column: Column): boolean {
  return groupRank(column.words) < groupWords.length - 2;
}
