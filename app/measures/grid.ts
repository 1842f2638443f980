import { formatValue } from '~/charts/figures';
import {
  type CellField,
  type CellProblem,
  type CellTexts,
  type HeldCell,
  type KeptPoint,
  problemOf,
  readCell,
  textsOf,
} from './cell';
import type { Clash } from './clash-words';
import type { GridPeriod } from './grid-periods';
import { hasTwoNumbers, type Measure } from './measure';
import type { EnteredBy } from './point-sources';
import { headWords, type SeriesPoint, shownValue, unitOf } from './series';
import { askedOf } from './unusual';

/** What the grid needs to know of its measure, in the browser too. */
export type GridMeasure = Pick<
  Measure,
  | 'id'
  | 'name'
  | 'kind'
  | 'unit'
  | 'ratePer'
  | 'frequency'
  | 'numeratorWords'
  | 'denominatorWords'
  | 'lowest'
  | 'highest'
>;

export interface GridCell {
  stratum: string;
  texts: CellTexts;
  /** The value the chart uses, in words; empty where there is none. */
  kept: string;
  problem: CellProblem | null;
  /** What is asked about a number that is kept all the same: "Much lower than usual. Is it right?" */
  question: string | null;
  /** Why the number is set aside; null while it takes part. */
  setAside: string | null;
}

export interface GridRow extends GridPeriod {
  /** One for each group shown, in their order. */
  cells: GridCell[];
}

/** The grid of a measure as its page shows it. */
export interface Grid {
  teamId: string;
  measure: GridMeasure;
  /** The groups shown, and all there are; empty is the whole group. */
  groups: string[];
  allGroups: string[];
  asValue: boolean;
  rows: GridRow[];
  /** The oldest period that waits for its number. */
  next: string | null;
  earlier: { from: string; count: number } | null;
  later: { from: string } | null;
  undo: UndoOffer | null;
  /** The instant it was read: what was answered later stands over it. */
  at: string;
  /** When the newest of these numbers was saved, in words; empty where there is none. */
  saved: string;
  sources: EnteredBy[];
}

export interface UndoOffer {
  id: string;
  /** What would be taken back: "your 12 pasted numbers". */
  what: string;
}

/** What the grid in the browser hears after it sent cells. */
export interface CellAnswer extends GridCell {
  start: string;
  clashes: Clash[];
}

export interface EntryAnswer {
  cells: CellAnswer[];
  /** The instant, and in words: "9:12 am". */
  at: string;
  savedAt: string;
  undo: UndoOffer | null;
}

/** The name of a cell among all of a measure: its period, its field and its group. */
export const cellKey = (start: string, field: CellField, stratum: string) => `${start}.${field}.${stratum}`;

export const groupWords = (stratum: string) => stratum || 'Whole group';

/** The fields in which the numbers of a measure are typed, each with its heading. */
export function numberColumns(measure: GridMeasure, asValue = false): { field: CellField; label: string }[] {
  if (hasTwoNumbers(measure.kind) && !asValue) {
    return [
      { field: 'numerator', label: headWords(measure.numeratorWords, 'How many') },
      { field: 'denominator', label: headWords(measure.denominatorWords, 'Out of how many') },
    ];
  }
  const label = hasTwoNumbers(measure.kind) ? calcHead(measure) : headWords(measure.unit, 'Number');
  return [{ field: 'value', label: label.charAt(0).toUpperCase() + label.slice(1) }];
}

/** The fields of one period and group in which something may be typed. A percent that came without counts stays one. */
export function fieldsIn(
  { kind }: Pick<Measure, 'kind'>,
  { texts }: GridCell,
  asValue: boolean,
): CellField[] {
  if (!hasTwoNumbers(kind)) return ['value'];
  if (asValue) return texts.numerator === '' && texts.denominator === '' ? ['value'] : [];
  return texts.value === '' ? ['numerator', 'denominator'] : ['numerator', 'denominator', 'value'];
}

/** The heading of the column that is computed; empty where there is none. */
export function calcHead({ kind, ratePer }: Pick<Measure, 'kind' | 'ratePer'>): string {
  if (kind === 'proportion') return 'Percent';
  if (kind === 'rate') return ratePer === 1 ? 'Rate' : `For each ${ratePer.toLocaleString('en-US')}`;
  return kind === 'mean' ? 'Average' : '';
}

/** The computed value of these texts in words; null where they are no number. */
export function calcWords(measure: GridMeasure, texts: CellTexts): string | null {
  const reading = readCell(measure, texts);
  if (reading.is === 'empty') return '';
  return reading.is === 'number' ? keptWords(measure, reading.figures) : null;
}

function keptWords(measure: GridMeasure, figures: Parameters<typeof shownValue>[1]): string {
  const value = shownValue(measure, figures);
  return value === null ? '' : formatValue(value, unitOf(measure, [value]));
}

/** The rows with what stands in their cells, for these groups. */
export function gridRows(
  measure: GridMeasure,
  periods: readonly GridPeriod[],
  groups: readonly string[],
  points: readonly KeptPoint[],
  held: readonly HeldCell[],
  series: readonly SeriesPoint[] = [],
): GridRow[] {
  const pointAt = byPlace(points);
  const heldAt = byPlace(held);
  return periods.map((period) => ({
    ...period,
    cells: groups.map((stratum) => {
      const place = placeKey(period.start, stratum);
      return gridCell(measure, stratum, pointAt.get(place) ?? null, heldAt.get(place) ?? null, series);
    }),
  }));
}

export function gridCell(
  measure: GridMeasure,
  stratum: string,
  point: KeptPoint | null,
  held: HeldCell | null,
  /** Of the whole group: its numbers are asked about. */
  series: readonly SeriesPoint[] = [],
): GridCell {
  const isAsked = stratum === '' && point !== null && held === null;
  return {
    stratum,
    texts: textsOf(point, held),
    kept: point ? keptWords(measure, point) : '',
    problem: problemOf(measure, point, held),
    question: isAsked ? askedOf(measure, series, point.periodStart) : null,
    setAside: point?.ghostedAt ? (point.ghostReason ?? '') : null,
  };
}

export const placeKey = (periodStart: string, stratum: string) => `${periodStart} ${stratum}`;

export function byPlace<Row extends { periodStart: string; stratum: string }>(
  rows: readonly Row[],
): Map<string, Row> {
  return new Map(rows.map((row) => [placeKey(row.periodStart, row.stratum), row]));
}
