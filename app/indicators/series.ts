import type { Period } from '~/imports/calendar';
import { type Cell, type Figure, isFigure, type PlacedCell } from './cells';

/** One group's cells over the periods of an indicator; null where nothing is kept. `id` null is everyone. */
export interface Series {
  id: string | null;
  name: string;
  cells: (Cell | null)[];
}

/** The cells of each group, set out over the same periods. */
export function seriesOf(
  placed: readonly PlacedCell[],
  periods: readonly Pick<Period, 'key'>[],
  groups: readonly { id: string | null; name: string }[],
): Series[] {
  const at = new Map(placed.map((one) => [`${one.subgroupId ?? ''} ${one.period}`, one.cell]));
  return groups.map(({ id, name }) => ({
    id,
    name,
    cells: periods.map((period) => at.get(`${id ?? ''} ${period.key}`) ?? null),
  }));
}

/** The newest figure and its place. */
export function latestFigure(cells: readonly (Cell | null)[]): { index: number; figure: Figure } | null {
  const index = cells.findLastIndex(isFigure);
  return index === -1 ? null : { index, figure: cells[index] as Figure };
}

/**
 * The figure of the baseline period; where none was chosen, the first, or the first that is counted as now (`since`).
 * A chosen period without a figure has none: another year would be compared unseen.
 */
export function baselineFigure(
  cells: readonly (Cell | null)[],
  periods: readonly Pick<Period, 'key'>[],
  baselinePeriod: string | null,
  since: string | null = null,
): { index: number; figure: Figure } | null {
  const index =
    baselinePeriod === null
      ? cells.findIndex((cell, at) => isFigure(cell) && (since === null || (periods[at]?.key ?? '') >= since))
      : periods.findIndex((period) => period.key === baselinePeriod);
  const cell = cells[index];
  return isFigure(cell) ? { index, figure: cell } : null;
}

/** How many decimals its figures are shown with: whole percents, unless they were published finer. */
export function decimalsOf(
  series: readonly Series[],
  unit: 'percent' | 'rate' | 'count' | 'mean' | 'money',
): number {
  const figures = series.flatMap(({ cells }) => cells.filter(isFigure));
  const largest = figures.reduce((most, { value }) => Math.max(most, Math.abs(value)), 0);
  const isFine = figures.some(({ value, counts }) => !counts && !Number.isInteger(value));
  switch (unit) {
    case 'count':
      return 0;
    case 'money':
      return largest < 100 && isFine ? 2 : 0;
    case 'percent':
      return isFine || (largest > 0 && largest < 10) ? 1 : 0;
    default:
      return isFine || largest < 100 ? 1 : 0;
  }
}
