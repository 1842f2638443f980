import { fileFacts } from '~/imports/file-facts';
import type { Table } from '~/imports/header';
import type { Proposal } from '~/imports/mapping';
import { type ImportChoices, writeImportChoices } from './import-choices';
import type { SeriesReading } from './import-reading';
import type { Measure } from './measure';
import { periodLabel } from './periods';
import { type Figures, figuresWords, isSame } from './series';

/** At most so many rows are drawn; the counts are always of all. */
const mostRows = 60;

export interface KeptPoint extends Figures {
  id: string;
  stratum: string;
  periodStart: string;
  note: string;
}

export type ImportedChange = SeriesReading['rows'][number] & {
  was: KeptPoint | null;
  change: 'added' | 'changed' | 'same';
};

/** What saving would do to the series. */
export function importedChanges(rows: SeriesReading['rows'], kept: readonly KeptPoint[]): ImportedChange[] {
  const known = new Map(kept.map((point) => [`${point.stratum}\u0000${point.periodStart}`, point]));
  return rows.map((row) => {
    const was = known.get(`${row.stratum}\u0000${row.periodStart}`) ?? null;
    return { ...row, was, change: was === null ? 'added' : isSame(was, row) ? 'same' : 'changed' };
  });
}

/** A brought file as its page shows it: what may be chosen, and what would be saved. */
export function seriesPreview(
  table: Table,
  proposal: Proposal,
  choices: ImportChoices,
  reading: SeriesReading,
  changes: readonly ImportedChange[],
  measure: Measure,
) {
  const news = changes.filter(({ change }) => change !== 'same');
  return {
    ...fileFacts(table, proposal, reading),
    choices,
    address: writeImportChoices(choices).toString(),
    rows: news.slice(0, mostRows).map((row) => ({
      line: row.line,
      period: periodLabel(row.periodStart, measure.frequency, true),
      stratum: row.stratum,
      is: figuresWords(measure, row),
      was: row.was ? figuresWords(measure, row.was) : null,
    })),
    hiddenRows: Math.max(0, news.length - mostRows),
    newStrata: reading.newStrata,
    leftOut: choices.without.length,
  };
}
export type SeriesPreview = ReturnType<typeof seriesPreview>;
