import { hiddenIn } from '~/access/small-counts';
import {
  type Cell,
  countsOf,
  type Measured,
  type Observed,
  openCell,
  type PlacedCell,
  valueIn,
} from './cells';

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
 * group can be worked out from the total; a total under the threshold masks its whole period; 0 % and 100 % are
 * told as "under 5 %" and "over 95 %".
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
  for (const inPeriod of groupedBy(observed, (one) => one.period)) {
    const total = inPeriod.find((one) => one.subgroupId === null);
    const groups = inPeriod.filter((one) => one.subgroupId !== null);
    const tables = groupedBy(groups, (one) => dimensionOf.get(one.subgroupId ?? '') ?? '');
    // A total alone is a table too: it is masked when it is small.
    const found = [[], ...tables].map((rows) => ({ rows, ...hiddenOf(rows, total, measured, threshold) }));
    if (found.some((table) => table.total)) {
      for (const one of inPeriod) if (one.denominator !== 0) masked.add(one);
      continue;
    }
    for (const { rows, groups: hidden } of found) {
      for (const [index, one] of rows.entries()) if (hidden.has(index)) masked.add(one);
    }
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

function hiddenOf(rows: Observed[], total: Observed | undefined, measured: Measured, threshold: number) {
  const asCount = (one: Observed) => ({
    denominator: one.denominator,
    numerator: one.isSuppressed ? null : numeratorOf(one, measured),
    isSuppressed: one.isSuppressed,
  });
  return hiddenIn({
    threshold,
    total: total ? asCount(total) : null,
    groups: rows.map(asCount),
    partOfWhole: measured.unit === 'percent',
  });
}

/** A percentage of a known number of people tells how many of them. */
function numeratorOf(one: Observed, measured: Measured): number | null {
  if (countsOf(one)) return one.numerator;
  const value = valueIn(one, measured);
  if (measured.unit !== 'percent' || value === null || one.denominator === null) return one.numerator;
  return Math.round((value * one.denominator) / 100);
}
