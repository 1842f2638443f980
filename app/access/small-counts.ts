/**
 * Which cells of one table (a total and the groups it falls into) must be masked, so that nobody can work them out
 * from the others: product.md, § 5, small counts.
 */

/** Fewer people than the community's threshold, and not nobody. */
export const isSmall = (denominator: number | null, threshold: number): boolean =>
  denominator !== null && denominator > 0 && denominator < threshold;

export interface CountCell {
  /** How many people; null where that is not known, and then it cannot be small. */
  denominator: number | null;
  /** How many of them were counted; null where that is not known. */
  numerator: number | null;
  /** Held back by its publisher: its numerator is known to nobody, and must stay so. */
  isSuppressed?: boolean;
}

export interface CountTable {
  threshold: number;
  total: CountCell | null;
  groups: CountCell[];
  /** Numerators are a part of their denominators (a proportion), so that those not counted are people too. */
  partOfWhole: boolean;
}

export interface Hidden {
  /** Everything is: the total is small, or nothing less keeps the groups safe. */
  total: boolean;
  /** Indices of groups. */
  groups: Set<number>;
}

/** A masked number that leaves fewer possible integers than this counts as recovered. */
const fewestChoices = 3;

/** Small groups first, then the smallest other one, until no hidden cell can be narrowed down. */
export function hiddenIn(table: CountTable): Hidden {
  const { threshold, total, groups } = table;
  if (total && isSmall(total.denominator, threshold)) return { total: true, groups: new Set(groups.keys()) };

  const hidden = new Set(
    [...groups.keys()].filter((index) => isSmall((groups[index] as CountCell).denominator, threshold)),
  );
  const isSought = (cell: CountCell, index: number) =>
    hidden.has(index) || (cell.isSuppressed === true && cell.denominator !== 0);
  if (!groups.some(isSought)) return { total: false, groups: hidden };

  const others = [...groups.entries()]
    .flatMap(([index, { denominator, isSuppressed }]) =>
      hidden.has(index) || isSuppressed || !denominator ? [] : [{ index, denominator }],
    )
    .sort((a, b) => a.denominator - b.denominator);
  const isAlone = () => hidden.size === 1 && groups.filter(isSought).length === 1;
  while (isAlone() || !isSafe(table, hidden)) {
    const smallest = others.shift();
    // Where the groups are all there is, their total tells what it must not.
    if (!smallest) return { total: isWhole(table) && !isSafe(table, hidden), groups: hidden };
    hidden.add(smallest.index);
  }
  return { total: false, groups: hidden };
}

const isWhole = ({ total, groups }: CountTable) =>
  total?.denominator != null && sum(groups.map((cell) => cell.denominator)) === total.denominator;

interface Bounds {
  low: number;
  high: number;
}

/** Can each hidden number still be one of three or more, whatever a reader who knows these rules adds up? */
function isSafe(table: CountTable, hidden: ReadonlySet<number>): boolean {
  const { threshold, groups, total, partOfWhole } = table;
  const present = groups.map((cell, index) => ({ ...cell, index })).filter((cell) => cell.denominator !== 0);
  // A suppressed group of many people still tells how many they are: only its numerator is sought.
  const hasHiddenSize = (cell: (typeof present)[number]) =>
    hidden.has(cell.index) || (cell.isSuppressed === true && cell.denominator === null);
  const isSought = (cell: (typeof present)[number]) => hidden.has(cell.index) || cell.isSuppressed === true;

  const shown = present
    .filter((cell) => !isSought(cell))
    .map((cell) => cell.denominator ?? Number.POSITIVE_INFINITY);
  const smallestShown = shown.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const sizes = tightened(
    present.filter(hasHiddenSize).map(({ denominator }): Bounds => {
      if (denominator === null) return { low: 0, high: Number.POSITIVE_INFINITY };
      return denominator < threshold
        ? { low: 1, high: threshold - 1 }
        : { low: threshold, high: smallestShown };
    }),
    together(present, hasHiddenSize, 'denominator', total),
  );
  // Of a group that is hidden for another's sake alone, the size is no secret.
  const hasSmall = present.some((cell) => hasHiddenSize(cell) && (cell.denominator ?? 0) < threshold);
  if (hasSmall && !sizes.every(hasChoice)) return false;

  const sought = present.filter(isSought);
  const counted = together(present, isSought, 'numerator', total);
  const people = together(present, isSought, 'denominator', total);
  let next = 0;
  const most = sought.map((cell): Bounds => {
    const size = hasHiddenSize(cell) ? (sizes[next++]?.high ?? 0) : (cell.denominator as number);
    return { low: 0, high: partOfWhole ? size : Number.POSITIVE_INFINITY };
  });
  if (!tightened(most, counted).every(hasChoice)) return false;
  const missed = partOfWhole && counted !== null && people !== null ? people - counted : null;
  return tightened(most, missed).every(hasChoice);
}

const hasChoice = ({ low, high }: Bounds) => Math.floor(high) - Math.ceil(low) + 1 >= fewestChoices;

/** What the chosen cells come to together: their own sum, or the total without the others; null if unknown. */
function together<Cell extends CountCell>(
  cells: Cell[],
  isChosen: (cell: Cell) => boolean,
  part: 'denominator' | 'numerator',
  total: CountCell | null,
): number | null {
  const own = sum(cells.filter(isChosen).map((cell) => cell[part]));
  if (own !== null) return own;
  const others = sum(cells.filter((cell) => !isChosen(cell)).map((cell) => cell[part]));
  const all = total?.[part] ?? null;
  return all === null || others === null || others > all ? null : all - others;
}

function sum(numbers: (number | null)[]): number | null {
  let all = 0;
  for (const one of numbers) {
    if (one === null) return null;
    all += one;
  }
  return all;
}

/** Bounds of each, drawn together by the sum of all. */
function tightened(bounds: Bounds[], total: number | null): Bounds[] {
  if (total === null) return bounds;
  return bounds.map((one, index) => {
    const others = bounds.filter((_, at) => at !== index);
    return {
      low: Math.max(
        one.low,
        others.reduce((rest, other) => rest - other.high, total),
      ),
      high: Math.min(
        one.high,
        others.reduce((rest, other) => rest - other.low, total),
      ),
    };
  });
}
