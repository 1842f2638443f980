/** So many reasons are kept of a file; the others are only counted, so that no file makes a page or memory grow. */
export const mostReasons = 500;

/** Cells of a file with a reason each: the first of them in the order of its lines, and how many there are. */
export interface Reasons<T> {
  first: T[];
  count: number;
}

export const noReasons = <T>(): Reasons<T> => ({ first: [], count: 0 });

/** Counts one more; its reason is only put into words while there is room for it. */
export function addReason<T>(reasons: Reasons<T>, inWords: () => T): void {
  reasons.count += 1;
  if (reasons.first.length < mostReasons) reasons.first.push(inWords());
}

/** Two lists as one, in the order of the lines. */
export function joinReasons<T extends { line: number }>(a: Reasons<T>, b: Reasons<T>): Reasons<T> {
  const first = [...a.first, ...b.first].sort((one, other) => one.line - other.line);
  return { first: first.slice(0, mostReasons), count: a.count + b.count };
}
