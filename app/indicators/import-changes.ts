import type { Observed } from './cells';
import { plainName } from './dimension-names';
import { isSame, type ReadFigure } from './import-reading';

export interface KeptObservation extends Observed {
  id: string;
}

export interface Changes {
  added: ReadFigure[];
  /** With the row it takes the place of. */
  changed: { figure: ReadFigure; kept: KeptObservation }[];
  unchanged: ReadFigure[];
}

/**
 * Holds what was read against what is kept. `groupIds` are groups that were new, by plain name; a group
 * that is not there yet has no figures. What the file does not speak of stays as it is.
 */
export function changesOf(
  figures: readonly ReadFigure[],
  kept: readonly KeptObservation[],
  groupIds: ReadonlyMap<string, string>,
): Changes {
  const at = new Map(kept.map((one) => [`${one.subgroupId ?? ''} ${one.period}`, one]));
  const changes: Changes = { added: [], changed: [], unchanged: [] };
  for (const figure of figures) {
    const groupId = figure.group === null ? '' : (figure.groupId ?? groupIds.get(plainName(figure.group)));
    const before = groupId === undefined ? undefined : at.get(`${groupId} ${figure.period.key}`);
    if (!before) changes.added.push(figure);
    else if (isSame({ ...figure, marginOfError: marginFor(figure, before) }, before))
      changes.unchanged.push(figure);
    else changes.changed.push({ figure, kept: before });
  }
  return changes;
}

/** The margin of a number that stays as it was stays too, where the file gives none. */
const marginFor = (figure: ReadFigure, before: KeptObservation) =>
  figure.marginOfError ?? before.marginOfError;

/** What saving a file did, or would do. */
export interface ImportCounts extends Record<string, number> {
  added: number;
  changed: number;
  unchanged: number;
  /** Of those three, the ones held back by their publisher. */
  suppressed: number;
  refused: number;
}

export function countsIn({ added, changed, unchanged }: Changes, refused: number): ImportCounts {
  const all = [...added, ...changed.map(({ figure }) => figure), ...unchanged];
  return {
    added: added.length,
    changed: changed.length,
    unchanged: unchanged.length,
    suppressed: all.filter((figure) => figure.isSuppressed).length,
    refused,
  };
}
