import { type DatedTable, hiddenAtDates } from '~/access/small-counts';
import {
  type Cell,
  countsOf,
  type Measured,
  type Observed,
  openCell,
  type PlacedCell,
  valueIn,
} from './cells';

/*
 * The one way to an indicator's figures: `seenCells(observed, dimensionOf, measured, reader)` gives what this reader
 * and what everyone may see. Pages, charts, tables, CSV and shared links are all worked out from these cells. Give it
 * every period and every group that is kept, not a part of them: what is hidden in one year depends on the others.
 * Who reads without an account: `{ mayEdit: false, threshold: community.maskingThreshold }`. A past day: `seenThen`.
 */

/** Who reads: somebody who may edit the figures sees all of them, everyone else no small group. */
export interface Reader {
  mayEdit: boolean;
  /** Denominators under this are masked; the community's setting. */
  threshold: number;
}

/**
 * What this reader may see of an indicator's observations. Everything on a page, and everything worked out for
 * it, comes from these cells, so that no figure can be read back from a gap, a sum or an interval.
 *
 * Of each period and dimension: groups under the threshold are masked, then the smallest others until no masked
 * group can be worked out from the total or from another period; a total under the threshold masks its whole period;
 * 0 % and 100 % are told as "under 5 %" and "over 95 %".
 */
export function readableCells(
  observed: readonly Observed[],
  dimensionOf: ReadonlyMap<string, string>,
  measured: Measured,
  reader: Reader,
): PlacedCell[] {
  const masked = reader.mayEdit
    ? new Set<Observed>()
    : maskedOf(observed, dimensionOf, measured, reader.threshold);
  return observed.flatMap((one) => {
    const cell = masked.has(one) ? maskedCell(one) : openCell(one, measured);
    if (!cell) return [];
    const { period, subgroupId } = one;
    return [{ period, subgroupId, cell: reader.mayEdit ? cell : blunted(cell, measured, reader.threshold) }];
  });
}

/**
 * What this reader may see of how things were known on a past day, beside what is known now. Two versions of one table
 * would give away what each of them hides, so a period that has changed since is masked whole where either version
 * hides anything; where it is the same, nothing is shown that is hidden now.
 */
export function seenThen(
  then: readonly Observed[],
  now: readonly Observed[],
  dimensionOf: ReadonlyMap<string, string>,
  measured: Measured,
  reader: Reader,
): Seen {
  const everyone = { ...reader, mayEdit: false };
  const cells = readableCells(then, dimensionOf, measured, everyone);
  const current = readableCells(now, dimensionOf, measured, everyone);
  const isHeld = ({ cell }: PlacedCell) => cell.state === 'masked' || cell.state === 'suppressed';
  const hiddenNow = new Set(current.filter(isHeld).map(placeOf));
  const held = new Set([...cells, ...current].filter(isHeld).map(({ period }) => period));
  const [was, is] = [versions(then), versions(now)];
  const open = cells.map((one): PlacedCell => {
    const hasChanged = was.get(one.period) !== is.get(one.period);
    const mustHide = hasChanged ? held.has(one.period) : hiddenNow.has(placeOf(one));
    return mustHide && !isHeld(one) ? { ...one, cell: { state: 'masked', of: null } } : one;
  });
  return { cells: reader.mayEdit ? readableCells(then, dimensionOf, measured, reader) : open, open };
}

const placeOf = ({ period, subgroupId }: PlacedCell) => `${period} ${subgroupId ?? ''}`;

/** Each period's figures in one line: two versions of it are the same where these are. */
function versions(observed: readonly Observed[]): Map<string, string> {
  return new Map(
    groupedBy(observed, ({ period }) => period).map((rows) => [
      rows[0]?.period ?? '',
      rows
        .map((one) =>
          JSON.stringify([
            one.subgroupId,
            one.numerator,
            one.denominator,
            one.value,
            one.marginOfError,
            one.isSuppressed,
          ]),
        )
        .sort()
        .join(),
    ]),
  );
}

/** What this reader may see, and what everyone may: who is compared at first is chosen from that alone. */
export interface Seen {
  cells: PlacedCell[];
  open: PlacedCell[];
}

export function seenCells(
  observed: readonly Observed[],
  dimensionOf: ReadonlyMap<string, string>,
  measured: Measured,
  reader: Reader,
): Seen {
  const open = readableCells(observed, dimensionOf, measured, { ...reader, mayEdit: false });
  return { cells: reader.mayEdit ? readableCells(observed, dimensionOf, measured, reader) : open, open };
}

const maskedCell = (one: Observed): Cell =>
  one.isSuppressed ? { state: 'suppressed', of: null } : { state: 'masked', of: null };

function blunted(cell: Cell, { unit }: Measured, threshold: number): Cell {
  if (cell.state === 'suppressed' && cell.of !== null && cell.of < threshold) return { ...cell, of: null };
  if (cell.state !== 'figure' || unit !== 'percent') return cell;
  if (cell.value <= 0) return { state: 'under', of: null };
  return cell.value >= 100 ? { state: 'over', of: null } : cell;
}

function maskedOf(
  observed: readonly Observed[],
  dimensionOf: ReadonlyMap<string, string>,
  measured: Measured,
  threshold: number,
): Set<Observed> {
  const masked = new Set<Observed>();
  const totals = new Map(observed.filter((one) => one.subgroupId === null).map((one) => [one.period, one]));
  const groups = observed.filter((one) => one.subgroupId !== null);
  // Totals alone are a table too: one is masked when it is small.
  const splits: { total: Observed | undefined; rows: Observed[] }[][] = [
    [...totals.values()].map((total) => ({ total, rows: [] })),
  ];
  for (const split of groupedBy(groups, (one) => dimensionOf.get(one.subgroupId ?? '') ?? '')) {
    const dates = groupedBy(split, (one) => one.period);
    splits.push(dates.map((rows) => ({ rows, total: totals.get(rows[0]?.period ?? '') })));
  }
  const wholePeriods = new Set<string>();
  for (const dates of splits) {
    const hidden = hiddenAtDates(dates.map(({ rows, total }) => tableOf(rows, total, measured, threshold)));
    for (const [date, { rows, total }] of dates.entries()) {
      const found = hidden[date] as (typeof hidden)[number];
      const period = (total ?? rows[0])?.period;
      if (found.total && period !== undefined) wholePeriods.add(period);
      for (const [index, one] of rows.entries()) if (found.groups.has(index)) masked.add(one);
    }
  }
  if (wholePeriods.size > 0) {
    for (const one of observed) if (wholePeriods.has(one.period)) masked.add(one);
  }
  return masked;
}

function groupedBy(observed: readonly Observed[], keyOf: (one: Observed) => string): Observed[][] {
  const groups = new Map<string, Observed[]>();
  for (const one of observed) {
    const key = keyOf(one);
    const known = groups.get(key);
    if (known) known.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}

function tableOf(
  rows: readonly Observed[],
  total: Observed | undefined,
  measured: Measured,
  threshold: number,
): DatedTable {
  const asCount = (one: Observed) => ({
    name: one.subgroupId ?? '',
    denominator: one.denominator,
    numerator: one.isSuppressed ? null : numeratorOf(one, measured),
    isSuppressed: one.isSuppressed,
  });
  return {
    threshold,
    total: total ? asCount(total) : null,
    groups: rows.map(asCount),
    partOfWhole: measured.unit === 'percent',
  };
}

/** A percentage of a known number of people tells how many of them. */
function numeratorOf(one: Observed, measured: Measured): number | null {
  if (countsOf(one)) return one.numerator;
  const value = valueIn(one, measured);
  if (measured.unit !== 'percent' || value === null || one.denominator === null) return one.numerator;
  return Math.round((value * one.denominator) / 100);
}
