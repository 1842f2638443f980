import type { DefinitionRevision } from '#db/vocabulary';
import { periodLabel } from './periods';

export type { DefinitionRevision };

/*
 * Definition revisions: from a period on something else is counted. They show as breaks on the series: lines are not
 * joined across them, and without a chosen baseline nothing from before the last one is compared with what comes after.
 * A baseline that somebody chose is kept to, and the sentence says that it was counted differently.
 */

/** The first period counted as it is now; null where nothing ever changed. Figures before it are not compared. */
export const lastBreak = (revisions: readonly DefinitionRevision[] = []): string | null =>
  revisions.reduce<string | null>(
    (last, { period }) => (last === null || period > last ? period : last),
    null,
  );

/** The revisions that lie between two periods: `from` is before them, `to` is not. */
export const between = (revisions: readonly DefinitionRevision[], from: string, to: string) =>
  revisions.filter(({ period }) => from < period && period <= to);

/** The places on a time line at which a line breaks: before these indexes. */
export const breaksAt = (
  revisions: readonly DefinitionRevision[] = [],
  periods: readonly { key: string }[],
): { index: number; words: string }[] =>
  revisions.flatMap(({ period, what }) => {
    const index = periods.findIndex(({ key }) => key >= period);
    return index > 0 ? [{ index, words: `Counted differently from ${periodLabel(period)} on: ${what}` }] : [];
  });

/** "Counted differently from 2018–19 on." where a comparison reaches over a revision; else nothing. */
export function acrossBreak(
  revisions: readonly DefinitionRevision[] = [],
  from: string | undefined,
  to: string | undefined,
): string {
  if (from === undefined || to === undefined) return '';
  const period = lastBreak(between(revisions, from, to));
  return period === null ? '' : `Counted differently from ${periodLabel(period)} on.`;
}
