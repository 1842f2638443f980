import type { Table } from '~/imports/header';
import type { Proposal } from '~/imports/mapping';
import { readValue } from '~/imports/values';
import { type Choices, writeChoices } from './choices';
import type { FileReading, ReadFigure } from './import-reading';

/** At most so many are drawn; the counts are always of all. */
const mostGroups = 60;
const mostPeriods = 24;
const mostReasons = 100;

/** A brought file as its page shows it: what may be chosen, and what would be saved. */
export function previewOf(table: Table, proposal: Proposal, choices: Choices, reading: FileReading) {
  const isPrivate = new Set(reading.privacyWarnings.map((warning) => warning.column));
  const periods = [...new Map(reading.figures.map(({ period }) => [period.key, period])).values()].sort(
    (a, b) => (a.startsOn < b.startsOn ? -1 : 1),
  );
  const byGroup = new Map<string, ReadFigure[]>();
  for (const figure of reading.figures) {
    const rows = byGroup.get(figure.group ?? '');
    if (rows) rows.push(figure);
    else byGroup.set(figure.group ?? '', [figure]);
  }
  const shownPeriods = periods.slice(-mostPeriods);
  return {
    choices,
    address: writeChoices(choices).toString(),
    columns: table.headers.map((header, index) => ({
      index,
      header: header || `Column ${index + 1}`,
      sample: isPrivate.has(index) ? '' : sampleOf(table, index),
      isPrivate: isPrivate.has(index),
    })),
    filters: proposal.choices,
    reasons: proposal.reasons,
    headerLine: table.headerLine,
    titles: table.titleLines.map(({ text }) => text).slice(0, 5),
    problems: reading.problems,
    isOtherCalendar: reading.isOtherCalendar,
    warnings: reading.privacyWarnings.map(({ reason }) => reason),
    periods: shownPeriods.map(({ key, label }) => ({ key, label })),
    groups: [...byGroup.entries()].slice(0, mostGroups).map(([name, figures]) => ({
      name: name || 'Everyone',
      cells: shownPeriods.map(({ key }) => cellOf(figures.find((figure) => figure.period.key === key))),
    })),
    hidden: { groups: Math.max(0, byGroup.size - mostGroups), periods: periods.length - shownPeriods.length },
    refused: reading.refused.first
      .slice(0, mostReasons)
      .map(({ line, cell, reason }) => ({ line, cell, reason })),
    refusedCount: reading.refused.count,
    skipped: reading.skipped.first.slice(0, mostReasons).map(({ reason }) => reason),
    skippedCount: reading.skipped.count,
    remarks: reading.remarks.first.slice(0, mostReasons).map(({ reason }) => reason),
    filteredOut: reading.filteredOut,
  };
}

export type Preview = ReturnType<typeof previewOf>;

function sampleOf(table: Table, column: number): string {
  // The first that says something: “*” and “N/A” tell nobody what a column is.
  const isReal = (cell: string) => !['blank', 'suppressed', 'absent'].includes(readValue(cell).kind);
  const cell = table.rows.find((row) => isReal(row.cells[column] ?? ''))?.cells[column] ?? '';
  return cell.length > 24 ? `${cell.slice(0, 23)}…` : cell;
}

export interface PreviewCell {
  kind: 'figure' | 'suppressed' | 'none';
  words: string;
}

function cellOf(figure: ReadFigure | undefined): PreviewCell {
  if (!figure) return { kind: 'none', words: '' };
  if (figure.isSuppressed) return { kind: 'suppressed', words: '*' };
  const { value, numerator, denominator } = figure;
  const say = (number: number) => number.toLocaleString('en-US', { maximumFractionDigits: 4 });
  const counts = numerator !== null && denominator !== null ? `${say(numerator)} of ${say(denominator)}` : '';
  if (value === null) return { kind: 'figure', words: counts || say(numerator ?? 0) };
  return { kind: 'figure', words: counts ? `${say(value)} (${counts})` : say(value) };
}
