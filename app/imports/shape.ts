import type { Row } from './cells';
import { type Column, describeColumns } from './columns';
import { passes, proposeFilters } from './filters';
import { findPeriodIn, openPeriodQuestion, weighPeriods } from './found-periods';
import type { Table } from './header';
import type { Proposal } from './mapping';
import { findPrivateColumns } from './privacy';
import {
  findFilterColumns,
  findNumberColumns,
  findPeriodColumn,
  findPeriodColumns,
  type NumberColumns,
  namesASplit,
  rankGroupColumns,
} from './roles';
import { proposeScale } from './scale';
import { atOnce, type Steps } from './steps';
import { findDecimalMark, quote } from './values';

const everyone = 'All Students';
/** So many cells, from all over the file, tell how its numbers are written. */
const sampledCells = 100_000;

/** Proposes what each column means, with a reason in words for each guess. A person confirms or changes it. */
export const proposeMapping = (table: Table): Proposal => atOnce(mappingSteps(table));

/** proposeMapping in steps. */
export function* mappingSteps(table: Table): Steps<Proposal> {
  const privacyWarnings = findPrivateColumns(table);
  const columns = yield* describeColumns(table, new Set(privacyWarnings.map((warning) => warning.column)));
  const reasons: string[] = [];

  const wide = findPeriodColumns(columns);
  const rowPeriod = findPeriodColumn(columns);
  const isWide = wide.columns.length > 1 || (wide.columns.length === 1 && rowPeriod === null);
  const periodColumns = isWide ? wide.columns : [];
  const periodColumn = isWide ? null : rowPeriod;
  const taken = new Set(
    [...periodColumns, ...(isWide ? wide.leftOut : []), ...(periodColumn ? [periodColumn] : [])].map(indexOf),
  );

  const numbers = isWide
    ? { value: null, numerator: null, denominator: null, margin: null }
    : findNumberColumns(columns, taken);
  for (const column of [numbers.value, numbers.numerator, numbers.denominator, numbers.margin])
    if (column) taken.add(column.index);

  const groups = rankGroupColumns(columns, taken);
  const group = groups.find((column) => hasSeveral(table, column)) ?? groups.find(namesASplit) ?? null;
  if (group) taken.add(group.index);

  const periodCells = isWide
    ? periodColumns.map((column) => column.header)
    : periodColumn
      ? table.rows.map((row) => row.cells[periodColumn.index] ?? '')
      : [];
  yield;
  const evidence = weighPeriods(periodCells);
  yield;
  const fixedPeriod = isWide || periodColumn ? null : periodInTitles(table);
  const question = openPeriodQuestion(fixedPeriod === null ? periodCells : [fixedPeriod], evidence);

  const numberIndexes = [...periodColumns, numbers.value, numbers.numerator, numbers.denominator].flatMap(
    (column) => (column ? [column.index] : []),
  );
  const cellsOf = (row: Row) => numberIndexes.map((index) => row.cells[index] ?? '').join('\u0000');
  const keyOf = (row: Row) =>
    `${group ? (row.cells[group.index] ?? '').toLowerCase() : ''}\u0000${periodColumn ? (row.cells[periodColumn.index] ?? '') : ''}`;
  const candidates = findFilterColumns(columns, taken);
  const {
    filters,
    choices,
    reasons: filterReasons,
  } = yield* proposeFilters(table, candidates, keyOf, cellsOf);
  yield;

  const passing = table.rows.filter((row) => passes(row, filters));
  const each = Math.ceil((passing.length * numberIndexes.length) / sampledCells);
  const rows = passing.filter((_, index) => each < 2 || index % each === 0);
  yield;
  const decimalMark = findDecimalMark(cellsIn(rows, numberIndexes), table.delimiter);
  yield;
  const valueColumns = isWide ? periodColumns.map(indexOf) : numbers.value ? [numbers.value.index] : [];
  const { scale, reason: scaleReason } = proposeScale(
    rows,
    {
      valueColumns,
      numeratorColumn: numbers.numerator?.index ?? null,
      denominatorColumn: numbers.denominator?.index ?? null,
    },
    decimalMark,
    isWide
      ? [...table.titleLines.map((title) => title.text), ...periodColumns.map((one) => one.header)]
      : [numbers.value?.header ?? ''],
  );

  reasons.push(...explainPeriods(periodColumns, periodColumn, fixedPeriod));
  if (question !== null) reasons.push(question);
  if (isWide && wide.leftOut.length > 0)
    reasons.push(`${list(wide.leftOut)} left out: they hold another kind of number.`);
  if (!isWide) reasons.push(...explainNumbers(numbers));
  reasons.push(
    group
      ? `${quote(group.header)} names the group of each row.`
      : `No column names groups, so every number is taken to be about ${quote(everyone)}.`,
  );
  reasons.push(...filterReasons);
  if (valueColumns.length > 0) reasons.push(scaleReason);
  if (decimalMark === ',')
    reasons.push('Numbers have a comma before the decimals: 70,1 is seventy and a tenth.');
  if (decimalMark === null)
    reasons.push('It is not clear whether commas mark thousands or decimals. Please say which.');

  const used = new Set([
    ...numberIndexes,
    ...filters.map((filter) => filter.column),
    group?.index,
    periodColumn?.index,
    numbers.margin?.index,
  ]);
  return {
    shape: isWide ? 'wide' : 'long',
    sheet: table.sheets.length > 1 ? table.sheet : null,
    subgroupColumn: group?.index ?? null,
    fixedSubgroup: group ? null : everyone,
    periodColumns: periodColumns.map(indexOf),
    periodColumn: periodColumn?.index ?? null,
    fixedPeriod,
    valueColumn: numbers.value?.index ?? null,
    numeratorColumn: numbers.numerator?.index ?? null,
    denominatorColumn: numbers.denominator?.index ?? null,
    marginColumn: numbers.margin?.index ?? null,
    filters,
    ignored: columns.map(indexOf).filter((index) => !used.has(index)),
    scale,
    decimalMark,
    periodKind: evidence.prefer,
    yearsTogether: null,
    dateOrder: evidence.dateOrder,
    reasons,
    choices,
    privacyWarnings,
  };
}

function explainPeriods(across: Column[], down: Column | null, fixed: string | null): string[] {
  if (across.length > 0)
    return [
      `${list(across)}: the headers of ${across.length === 1 ? 'this column is a period' : 'these columns are periods'}.`,
    ];
  if (down) return [`${quote(down.header)} holds the period of each row.`];
  if (fixed !== null) return [`No column holds periods, but the title says ${quote(fixed)}.`];
  return ['No period was found in the columns or the title. Please say which period the numbers are for.'];
}

function explainNumbers({ value, numerator, denominator, margin }: NumberColumns): string[] {
  if (!value && !numerator) return ['No column of numbers was found. Please say which column holds them.'];
  const reasons = value ? [`${quote(value.header)} holds the value.`] : [];
  if (numerator) reasons.push(`${quote(numerator.header)} is how many were counted.`);
  if (denominator) reasons.push(`${quote(denominator.header)} is out of how many.`);
  if (margin) reasons.push(`${quote(margin.header)} is the margin of error, not the number itself.`);
  return reasons;
}

function periodInTitles(table: Table): string | null {
  const found = new Set(table.titleLines.flatMap((title) => findPeriodIn(title.text)?.text ?? []));
  const [only] = found;
  return found.size === 1 ? (only ?? null) : null;
}

function hasSeveral(table: Table, column: Column): boolean {
  const first = table.rows.find((row) => (row.cells[column.index] ?? '') !== '')?.cells[column.index];
  return table.rows.some(
    (row) => (row.cells[column.index] ?? '') !== '' && row.cells[column.index] !== first,
  );
}

function* cellsIn(rows: Row[], columns: number[]): Iterable<string> {
  for (const row of rows) for (const column of columns) yield row.cells[column] ?? '';
}

function list(columns: Column[]): string {
  const names = columns.map((column) => quote(column.header));
  return names.length > 6 ? `${names.slice(0, 3).join(', ')} … ${names.at(-1)}` : names.join(', ');
}

function indexOf(column: Column): number {
  return column.index;
}
