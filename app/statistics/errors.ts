// The only errors this folder throws on numbers: each says what is wrong and at which points.

export type RefusalReason =
  | 'times must be above zero'
  | 'numerator above denominator'
  | 'negative count'
  | 'negative denominator'
  | 'out of range'
  | 'lengths differ';

/** Thrown where a chart or test cannot be made of the numbers given; `points` are their indices from 0. */
export class NumbersRefused extends Error {
  readonly reason: RefusalReason;
  readonly points: readonly number[];

  constructor(reason: RefusalReason, sentence: string, points: readonly number[]) {
    super(sentence);
    this.name = 'NumbersRefused';
    this.reason = reason;
    this.points = points;
  }
}

/** "point 3", "points 3, 7 and 9", counted from 1 as people do; long lists are cut after five. */
export function namePoints(points: readonly number[]): string {
  const named = points.slice(0, 5).map((index) => String(index + 1));
  if (points.length > 5) return `points ${named.join(', ')} and ${points.length - 5} more`;
  if (named.length < 2) return `point ${named.join()}`;
  return `points ${named.slice(0, -1).join(', ')} and ${named.at(-1)}`;
}
