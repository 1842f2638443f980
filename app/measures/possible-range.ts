import type { Measure } from './measure';

type Range = Pick<Measure, 'kind' | 'lowest' | 'highest'>;

const isNoShare = ({ kind }: Pick<Measure, 'kind'>, value: number | null) =>
  kind === 'proportion' && value !== null && (value < 0 || value > 100);

/** Why this cannot be the goal of such a measure, or null. */
export function goalOutside(range: Range, goal: number): string | null {
  const { lowest, highest } = range;
  if (isNoShare(range, goal)) return 'A goal for a share is between 0 and 100 percent.';
  const isOutside = goal < (lowest ?? goal) || goal > (highest ?? goal);
  return isOutside ? 'The goal is outside the lowest and highest that you say the number can be.' : null;
}

/** What of the range cannot be, with its field, or null. */
export function rangeMisfit(range: Range): { field: 'lowest' | 'highest'; sentence: string } | null {
  const { lowest, highest } = range;
  const sentence = 'A share is between 0 and 100 percent.';
  if (isNoShare(range, lowest)) return { field: 'lowest', sentence };
  if (isNoShare(range, highest)) return { field: 'highest', sentence };
  if (lowest !== null && highest !== null && highest <= lowest) {
    return { field: 'highest', sentence: 'The highest is not above the lowest.' };
  }
  return null;
}
