import { maximumRows } from './cells';
import { passes } from './filters';
import { findPeriodIn } from './found-periods';
import type { Table } from './header';
import type { Mapping, PrivacyWarning } from './mapping';
import { readPeriod } from './periods';
import { quote } from './values';

/** What keeps a mapping from being read, in sentences; empty when it can be read. */
export function findProblems(table: Table, mapping: Mapping, privacyWarnings: PrivacyWarning[]): string[] {
  const problems: string[] = [];
  if (table.rows.length === 0)
    problems.push('There are no rows under the header, so there is nothing to read.');
  if (table.headers.length < 2) {
    problems.push(
      'Only one column was found. Perhaps the cells are parted by a sign other than a comma, semicolon or tab.',
    );
  }
  const isWide = mapping.shape === 'wide';
  if (isWide && mapping.periodColumns.length === 0) problems.push('Say which columns are periods.');
  if (!isWide && mapping.valueColumn === null && mapping.numeratorColumn === null) {
    problems.push('Say which column holds the numbers.');
  }
  if (!isWide && mapping.periodColumn === null) {
    const reading = readPeriod(mapping.fixedPeriod ?? '', {
      prefer: mapping.periodKind,
      dateOrder: mapping.dateOrder,
      yearsTogether: mapping.yearsTogether ?? 'ask',
    });
    if (mapping.fixedPeriod === null || mapping.fixedPeriod.trim() === '') {
      problems.push('Say which column holds the periods, or which period all numbers are for.');
    } else if (reading.kind === 'refused' || reading.kind === 'ambiguous') problems.push(reading.reason);
  }
  if (mapping.subgroupColumn === null && !mapping.fixedSubgroup)
    problems.push('Say which group the numbers are about.');

  const passing = table.rows.reduce((count, row) => count + (passes(row, mapping.filters) ? 1 : 0), 0);
  if (table.rows.length > 0 && passing === 0) {
    const asked = mapping.filters.map(
      ({ column, value }) => `${quote(value)} in ${quote(table.headers[column] ?? '')}`,
    );
    problems.push(`No row has ${asked.join(' and ')}. Choose which rows to read.`);
  }
  const numbers = passing * (isWide ? mapping.periodColumns.length : 1);
  if (numbers > maximumRows) {
    problems.push(
      `These columns hold ${numbers.toLocaleString('en-US')} numbers. At most ${maximumRows.toLocaleString('en-US')} can be read: choose fewer columns or rows.`,
    );
  }
  const roles = rolesOf(mapping);
  for (const column of new Set([...roles, ...mapping.filters.map((filter) => filter.column)])) {
    const warning = privacyWarnings.find((one) => one.column === column);
    if (warning) problems.push(warning.reason);
    if (column >= table.headers.length) problems.push(`The file has no column ${column + 1}.`);
  }
  const twice = roles.find((column, index) => roles.indexOf(column) !== index);
  if (twice !== undefined)
    problems.push(`Column ${quote(table.headers[twice] ?? '')} cannot be two things at once.`);
  if (isWide) {
    for (const column of mapping.periodColumns) {
      const header = table.headers[column] ?? '';
      const reading = findPeriodIn(header, {
        prefer: mapping.periodKind,
        dateOrder: mapping.dateOrder,
        yearsTogether: mapping.yearsTogether ?? 'ask',
      })?.reading;
      if (!reading || reading.kind === 'refused')
        problems.push(`The header ${quote(header)} is not a period.`);
      else if (reading.kind === 'ambiguous') problems.push(reading.reason);
    }
  }
  return problems;
}

function rolesOf(mapping: Mapping): number[] {
  const numbers =
    mapping.shape === 'wide'
      ? mapping.periodColumns
      : [
          mapping.periodColumn,
          mapping.valueColumn,
          mapping.numeratorColumn,
          mapping.denominatorColumn,
          mapping.marginColumn,
        ];
  return [mapping.subgroupColumn, ...numbers].filter((column) => column !== null);
}
