import type { Row } from './cells';
import { passes } from './filters';
import { findPeriodIn } from './found-periods';
import type { Table } from './header';
import type { Mapping, PrivacyWarning } from './mapping';
import { type NumberRules, readNumbers, type Spot } from './numbers';
import type { Observation, Refusal, Remark, Skip } from './observation';
import { isPeriod, type PeriodOptions, type PeriodReading, readPeriod } from './periods';
import { findPrivateColumns } from './privacy';
import { findProblems } from './problems';
import { addReason, noReasons, type Reasons } from './reasons';
import { atOnce, type Steps } from './steps';
import { quote, readValue } from './values';
import { isSumOfRows, isTotalGroup } from './words';

export type Observations = {
  /** In the order of their lines; several can be about one group and period, which their reader settles. */
  rows: Observation[];
  suppressedCount: number;
  refused: Reasons<Refusal>;
  skipped: Reasons<Skip>;
  /** Numbers that are read but look odd. */
  remarks: Reasons<Remark>;
  /** Rows left out by the filters. */
  filteredOut: number;
  /** What is missing or wrong in the mapping itself; while there is any, nothing is read. */
  problems: string[];
  privacyWarnings: PrivacyWarning[];
};

export type ObservationOptions = {
  /** First month of the school year, 1–12; July unless given. */
  firstMonth?: number;
  /** Whether values below zero can be right (a change, a temperature). Counts and percentages never are. */
  allowNegative?: boolean;
  /** Whether a numerator can be larger than its denominator (falls per bed). Of a proportion it never is. */
  mayExceed?: boolean;
};

/** Numbers that are read in one step. */
const numbersAtOnce = 10_000;

/** Reads every row of a table by a confirmed mapping: observations, or the line and the reason why not. */
export const readObservations = (
  table: Table,
  mapping: Mapping,
  options: ObservationOptions = {},
): Observations => atOnce(observationSteps(table, mapping, options));

/** readObservations in steps. */
export function* observationSteps(
  table: Table,
  mapping: Mapping,
  options: ObservationOptions = {},
): Steps<Observations> {
  const privacyWarnings = findPrivateColumns(table);
  const problems = findProblems(table, mapping, privacyWarnings);
  const result: Observations = {
    rows: [],
    suppressedCount: 0,
    refused: noReasons(),
    skipped: noReasons(),
    remarks: noReasons(),
    filteredOut: 0,
    problems,
    privacyWarnings,
  };
  if (problems.length > 0) return result;

  const periodOptions: PeriodOptions = {
    firstMonth: options.firstMonth ?? 7,
    prefer: mapping.periodKind,
    dateOrder: mapping.dateOrder,
    yearsTogether: mapping.yearsTogether ?? 'ask',
  };
  const rules: NumberRules = {
    scale: mapping.scale,
    decimalMark: mapping.decimalMark,
    allowNegative: options.allowNegative ?? false,
    mayExceed: options.mayExceed ?? false,
    haveSigns: mapping.scale === 'percent' && mostHaveSigns(table, mapping),
  };
  const periodOf = periodReader(table, mapping, periodOptions);
  const spots = spotsOf(mapping);

  const rowsAtOnce = Math.ceil(numbersAtOnce / spots.length);
  for (const [index, row] of table.rows.entries()) {
    if (index % rowsAtOnce === 0) yield { what: 'checked', done: index, all: table.rows.length };
    if (!passes(row, mapping.filters)) {
      result.filteredOut += 1;
      continue;
    }
    const stray = row.cells.findIndex((cell, index) => index >= table.headers.length && cell !== '');
    if (stray !== -1) {
      refuseRow(
        result,
        row,
        stray,
        `has more cells than the header. Look for a comma inside a number or a name`,
      );
      continue;
    }
    if (isHeaderAgain(row, table)) {
      const reason = `Line ${row.line}: the header stands here once more.`;
      addReason(result.skipped, () => ({ line: row.line, column: null, reason }));
      continue;
    }
    for (const spot of spots) {
      const numbers = readNumbers(row, spot, table.headers, rules);
      if (numbers.kind === 'skipped') {
        const { reason } = numbers;
        addReason(result.skipped, () => ({ line: row.line, column: spot.value ?? spot.numerator, reason }));
        continue;
      }
      if (numbers.kind === 'refused') {
        const { column, cell, reason } = numbers;
        addReason(result.refused, () => ({ line: row.line, column, cell, reason }));
        continue;
      }
      const subgroup =
        mapping.subgroupColumn === null ? mapping.fixedSubgroup : (row.cells[mapping.subgroupColumn] ?? '');
      if (!subgroup || subgroup.startsWith('=')) {
        const why = subgroup
          ? `has a formula, ${quote(subgroup)}, where the group should be`
          : 'does not say which group it is about';
        refuseRow(result, row, mapping.subgroupColumn, why);
        break;
      }
      const period = periodOf(row, spot.value);
      if (!isPeriod(period)) {
        const column = mapping.periodColumn;
        const cell = column === null ? '' : (row.cells[column] ?? '');
        if (isSumOfRows(cell)) {
          const why = `Line ${row.line}: ${quote(cell)} sums up other rows, so it is left out.`;
          addReason(result.skipped, () => ({ line: row.line, column, reason: why }));
          continue;
        }
        const reason = `Line ${row.line}: ${period.reason}`;
        addReason(result.refused, () => ({ line: row.line, column, cell, reason }));
        continue;
      }
      const { value, numerator, denominator, margin, suppressed, remark } = numbers;
      if (remark !== null) addReason(result.remarks, () => ({ line: row.line, reason: remark }));
      if (suppressed) result.suppressedCount += 1;
      result.rows.push({
        line: row.line,
        subgroup,
        isTotal: isTotalGroup(subgroup),
        period,
        value,
        numerator,
        denominator,
        margin,
        suppressed,
      });
    }
  }
  return result;
}

/** So many rows from all over the file tell whether its values carry a percent sign. */
const sampledRows = 2000;

function mostHaveSigns({ rows }: Table, mapping: Mapping): boolean {
  const step = Math.max(1, Math.ceil(rows.length / sampledRows));
  let signs = 0;
  let numbers = 0;
  for (let at = 0; at < rows.length; at += step) {
    for (const { value } of spotsOf(mapping)) {
      const read = readValue(rows[at]?.cells[value ?? -1] ?? '', mapping.decimalMark);
      if (read.kind !== 'number') continue;
      numbers += 1;
      if (read.isPercent) signs += 1;
    }
  }
  return signs > numbers / 2;
}

function spotsOf(mapping: Mapping): Spot[] {
  if (mapping.shape === 'wide') {
    return mapping.periodColumns.map((value) => ({
      value,
      numerator: null,
      denominator: null,
      margin: null,
    }));
  }
  return [
    {
      value: mapping.valueColumn,
      numerator: mapping.numeratorColumn,
      denominator: mapping.denominatorColumn,
      margin: mapping.marginColumn,
    },
  ];
}

/** Reads the period of a row or column; each spelling is read once, since files repeat few of them many times. */
function periodReader(table: Table, mapping: Mapping, options: PeriodOptions) {
  const read = new Map<string, PeriodReading>();
  const once = (text: string, reader: (text: string) => PeriodReading): PeriodReading => {
    const known = read.get(text);
    if (known) return known;
    const reading = reader(text);
    read.set(text, reading);
    return reading;
  };
  return (row: Row, column: number | null): PeriodReading => {
    if (mapping.shape === 'wide') {
      return once(
        table.headers[column ?? -1] ?? '',
        (text) => findPeriodIn(text, options)?.reading ?? readPeriod(text, options),
      );
    }
    if (mapping.periodColumn === null)
      return once(mapping.fixedPeriod ?? '', (text) => readPeriod(text, options));
    return once(row.cells[mapping.periodColumn] ?? '', (text) =>
      readPeriod(text, { ...options, countsDays: true }),
    );
  };
}

/** Printed tables say their header again on each page. */
function isHeaderAgain({ cells }: Row, { headers, headerLine }: Table): boolean {
  return (
    headerLine !== null &&
    cells[0] === headers[0] &&
    headers.every((header, at) => (cells[at] ?? '') === header)
  );
}

function refuseRow(result: Observations, row: Row, column: number | null, why: string): void {
  const cell = column === null ? '' : (row.cells[column] ?? '');
  addReason(result.refused, () => ({ line: row.line, column, cell, reason: `Line ${row.line} ${why}.` }));
}
