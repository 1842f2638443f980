import type { Direction } from '#db/vocabulary';
import { betterOf } from './change';
import type { DimensionReading, Overall } from './reading';
import { gapWords } from './sentences';

/** A gap that widens, and that no team says it works on. */
export interface Unattended {
  dimension: string;
  group: string;
  sentence: string;
}

/** What a team says of whom its work is for: of its aim, and of each of its tests. */
export interface ForWhom {
  words: string;
}

const plain = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map((word) => (word.length > 3 ? word.replace(/s$/, '') : word));

/** Do these words name the group? Whole words in their order, and one or many alike: "English learners". */
export function namesGroup(words: string, group: string): boolean {
  const [said, sought] = [plain(words), plain(group)];
  if (sought.length === 0) return false;
  return said.some((_, start) => sought.every((word, step) => said[start + step] === word));
}

const isBehind = (difference: number, direction: Direction) =>
  betterOf(direction) === 'up' ? difference < 0 : difference > 0;

/**
 * The gaps that widened since the baseline, of a group that is behind and that no team that works on the
 * indicator names, the widest first. Where no team works on the indicator at all, that is every one.
 */
export function unattendedGaps(
  dimensions: readonly DimensionReading[],
  { labels, unit }: Pick<Overall, 'labels' | 'unit'>,
  direction: Direction,
  work: readonly ForWhom[],
): Unattended[] {
  const rows = dimensions.flatMap((dimension) =>
    dimension.rows.flatMap((row) =>
      row.gap ? [{ dimension: dimension.name, group: row.name, gap: row.gap }] : [],
    ),
  );
  const widest = rows.reduce((most, { gap }) => Math.max(most, Math.abs(gap.latest.difference)), 0);
  return rows
    .filter(({ gap }) => gap.word === 'widened' && isBehind(gap.latest.difference, direction))
    .filter(({ group }) => !work.some(({ words }) => namesGroup(words, group)))
    .sort((a, b) => Math.abs(b.gap.latest.difference) - Math.abs(a.gap.latest.difference))
    .map(({ dimension, group, gap }) => {
      const at = ({ difference, index }: typeof gap.latest) =>
        `${gapWords(difference, unit)} in ${labels[index]}`;
      const isWidest = Math.abs(gap.latest.difference) === widest;
      const end = isWidest && rows.length > 1 ? ' It is the widest gap on this page.' : '';
      return {
        dimension,
        group,
        sentence: `No team says that it works for this group, where the gap is widening: ${at(gap.baseline)}, ${at(gap.latest)}.${end}`,
      };
    });
}
