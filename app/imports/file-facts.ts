import type { Table } from './header';
import type { PrivacyWarning, Proposal } from './mapping';
import type { Refusal, Remark, Skip } from './observation';
import type { Reasons } from './reasons';
import type { Repeat } from './repeats';
import { readValue } from './values';

/** At most so many reasons are drawn; the counts are always of all. */
const mostReasons = 100;

/** What a reading says of its file, whatever the numbers are for. */
export interface Read {
  refused: Reasons<Refusal>;
  skipped: Reasons<Skip>;
  remarks: Reasons<Remark>;
  filteredOut: number;
  /** The first rows that give another number for what has one already, and how many there are. */
  repeats: Repeat[];
  repeatCount: number;
  /** While there is any, nothing can be saved. */
  problems: string[];
  privacyWarnings: PrivacyWarning[];
}

/** A brought file as every preview shows it: its columns, why it is read this way, and what stays out. */
export function fileFacts(table: Table, proposal: Proposal, reading: Read) {
  const isPrivate = new Set(reading.privacyWarnings.map((warning) => warning.column));
  return {
    columns: table.headers.map((header, index) => ({
      index,
      header: header || `Column ${index + 1}`,
      sample: isPrivate.has(index) ? '' : sampleOf(table, index),
      isPrivate: isPrivate.has(index),
    })),
    sheet: table.sheet,
    sheets: table.sheets,
    filters: proposal.choices,
    reasons: proposal.reasons,
    headerLine: table.headerLine,
    titles: table.titleLines.map(({ text }) => text).slice(0, 5),
    problems: reading.problems,
    warnings: reading.privacyWarnings.map(({ reason }) => reason),
    refused: reading.refused.first
      .slice(0, mostReasons)
      .map(({ line, cell, reason }) => ({ line, cell, reason })),
    refusedCount: reading.refused.count,
    skipped: reading.skipped.first.slice(0, mostReasons).map(({ reason }) => reason),
    skippedCount: reading.skipped.count,
    remarks: reading.remarks.first.slice(0, mostReasons).map(({ reason }) => reason),
    filteredOut: reading.filteredOut,
    repeats: reading.repeats,
    repeatCount: reading.repeatCount,
  };
}

export type FileFacts = ReturnType<typeof fileFacts>;
export type FileColumn = FileFacts['columns'][number];

function sampleOf(table: Table, column: number): string {
  // The first that says something: “*” and “N/A” tell nobody what a column is.
  const isReal = (cell: string) => !['blank', 'suppressed', 'absent'].includes(readValue(cell).kind);
  const cell = table.rows.find((row) => isReal(row.cells[column] ?? ''))?.cells[column] ?? '';
  return cell.length > 24 ? `${cell.slice(0, 23)}…` : cell;
}
