import type { IndicatorUnit } from '#db/vocabulary';
import type { Share } from '~/statistics/gaps';

/** A row of observations as it is kept. `subgroupId` null is everyone. */
export interface Observed {
  period: string;
  subgroupId: string | null;
  numerator: number | null;
  denominator: number | null;
  value: number | null;
  marginOfError: number | null;
  isSuppressed: boolean;
}

/** What an indicator's numbers are in. `ratePer`: events for each so many. */
export interface Measured {
  unit: IndicatorUnit;
  ratePer: number;
}

export interface Figure {
  state: 'figure';
  /** In the indicator's unit; from the counts where there are any. */
  value: number;
  counts: Share | null;
  /** 90 % margin of a published estimate. */
  margin: number | null;
  /** How many people it is about, where that is known. */
  of: number | null;
}

/**
 * No figure, and why: suppressed by its publisher ("*"), masked here, about no one, or so near to 0 % or 100 %
 * that it would tell of each single person.
 */
export interface NoFigure {
  state: 'suppressed' | 'masked' | 'no one' | 'under' | 'over';
  of: number | null;
}

/** What a reader may see of one observation. */
export type Cell = Figure | NoFigure;

export interface PlacedCell {
  period: string;
  subgroupId: string | null;
  cell: Cell;
}

/** Numerator and denominator where both are known and there is somebody to count. */
export function countsOf({
  numerator,
  denominator,
}: Pick<Observed, 'numerator' | 'denominator'>): Share | null {
  return numerator === null || denominator === null || denominator <= 0
    ? null
    : { count: numerator, of: denominator };
}

/** The value in the indicator's unit: counts say it where there are any, else what was published. */
export function valueIn(observed: Observed, { unit, ratePer }: Measured): number | null {
  const counts = countsOf(observed);
  switch (unit) {
    case 'percent':
      // More counted than there are is no share: such a row is refused where it is entered.
      return counts && counts.count >= 0 && counts.count <= counts.of
        ? (100 * counts.count) / counts.of
        : observed.value;
    case 'rate':
      return counts ? (ratePer * counts.count) / counts.of : observed.value;
    case 'count':
      return observed.numerator ?? observed.value;
    default:
      return observed.value ?? (counts ? counts.count / counts.of : null);
  }
}

/** The observation as it is, for somebody who may edit it; null where there is nothing to see. */
export function openCell(observed: Observed, measured: Measured): Cell | null {
  const of = observed.denominator;
  if (observed.isSuppressed) return { state: 'suppressed', of };
  if (of === 0) return { state: 'no one', of };
  const value = valueIn(observed, measured);
  if (value === null) return null;
  const countable = measured.unit === 'percent' || measured.unit === 'rate';
  return {
    state: 'figure',
    value,
    counts: countable ? countsOf(observed) : null,
    margin: observed.marginOfError,
    of,
  };
}

export const isFigure = (cell: Cell | null | undefined): cell is Figure => cell?.state === 'figure';
