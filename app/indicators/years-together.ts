import type { Period } from '~/imports/calendar';

/**
 * Of numbers of several years together, those that share no year with another: counted back, and on, from the newest
 * that is kept, or else from the newest of the file. Two that share years share people, so that what changed between
 * them cannot be told: compare periods that do not overlap (U.S. Census Bureau, Understanding and Using American
 * Community Survey Data, “Making comparisons with ACS data”).
 */
export function withoutSharedYears<Figure extends { line: number; period: Period }>(
  figures: readonly Figure[],
  newestKept: number | null,
): { taken: Figure[]; left: { line: number; reason: string }[] } {
  const together = figures.filter(({ period }) => period.years !== undefined);
  const apart = together.reduce((most, { period }) => Math.max(most, period.years ?? 1), 1);
  const newest = together.reduce((last, { period }) => Math.max(last, period.start), 0);
  const from = newestKept ?? newest;
  const isTaken = ({ period }: Figure) => period.years === undefined || (period.start - from) % apart === 0;
  return {
    taken: figures.filter(isTaken),
    left: figures
      .filter((figure) => !isTaken(figure))
      .map(({ line, period }) => ({
        line,
        reason: `Line ${line}: ${period.label} is left out. Numbers of several years are taken in steps of ${apart} years from ${from}, the newest that is ${newestKept === null ? 'read' : 'kept'}, so that no two share years.`,
      })),
  };
}

/** "2012–2016 together", kept as the note of such a number. */
export const noteOf = ({ period }: { period: Period }): string =>
  period.years === undefined ? '' : `${period.start - period.years + 1}–${period.start} together`;
