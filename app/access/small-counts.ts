/*
 * Which cells of a table (a total and the groups it falls into) must be masked, so that nobody can work them out from
 * the others: product.md, § 5, small counts.
 *
 *   hiddenIn(table)         one table: small groups, then the smallest others until none can be narrowed down
 *   hiddenAtDates(tables)   several dates of one table: also not by carrying a figure over from another date
 *
 * Indicators go through `seenCells` (indicators/masking.ts), which calls the second for each split of each indicator.
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

/** A table whose groups can be told apart from one date to the next. */
export interface DatedTable extends CountTable {
  groups: (CountCell & { name: string })[];
}

export interface Hidden {
  /** Everything is: the total is small, or nothing less keeps the groups safe. */
  total: boolean;
  /** Indices of groups. */
  groups: Set<number>;
}

/** A masked number that leaves fewer possible integers than this counts as recovered. */
const fewestChoices = 3;

/**
 * Small groups first, then the smallest other one, until no hidden cell can be narrowed down. `forced`: groups to be
 * hidden because another date would be given away by them.
 */
export function hiddenIn(table: CountTable, forced: ReadonlySet<number> = new Set()): Hidden {
  const { threshold, total, groups } = table;
  if (total && isSmall(total.denominator, threshold)) return { total: true, groups: new Set(groups.keys()) };

  const hidden = new Set(
    [...groups.keys()].filter(
      (index) => forced.has(index) || isSmall((groups[index] as CountCell).denominator, threshold),
    ),
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
  while (isAlone() || !isSafe(table, hidden, forced)) {
    const smallest = others.shift();
    // Nothing is left to hide but the total, where that still tells what it must not.
    if (!smallest) return allOrThese(total !== null && !isSafe(table, hidden, forced), hidden, groups);
    hidden.add(smallest.index);
  }
  return { total: false, groups: hidden };
}

const allOrThese = (isAll: boolean, hidden: Set<number>, groups: readonly CountCell[]): Hidden =>
  isAll ? { total: true, groups: new Set(groups.keys()) } : { total: false, groups: hidden };

/**
 * The same for several dates of one table at once. A group that is hidden at one date and shown at another, of the
 * same size, would be filled in from there: it is then hidden at both, with what it was hidden with.
 */
export function hiddenAtDates(tables: readonly DatedTable[]): Hidden[] {
  const forced = tables.map(() => new Set<number>());
  const hidden = tables.map((table) => hiddenIn(table));
  const places = tables.map(({ groups }) => new Map(groups.map(({ name }, index) => [name, index])));
  for (let isSettled = false; !isSettled; ) {
    isSettled = true;
    for (const [date, table] of tables.entries()) {
      const here = hidden[date] as Hidden;
      if (here.groups.size === 0) continue;
      for (const [other, far] of tables.entries()) {
        const there = hidden[other] as Hidden;
        if (other === date || there.total || !givesAway(table, here, far, there, places[other] as Places))
          continue;
        for (const index of here.groups) {
          const place = places[other]?.get(table.groups[index]?.name ?? '');
          if (place !== undefined && far.groups[place]?.denominator) forced[other]?.add(place);
        }
        hidden[other] = hiddenIn(far, forced[other]);
        isSettled = false;
      }
    }
  }
  return hidden;
}

type Places = ReadonlyMap<string, number>;

/**
 * Does `far` show a group that is hidden in `near`, and is of the same size there? Who takes it that the group did not
 * change fills it in, and is right.
 */
const givesAway = (near: DatedTable, here: Hidden, far: DatedTable, there: Hidden, places: Places): boolean =>
  [...here.groups].some((index) => {
    const cell = near.groups[index];
    const place = places.get(cell?.name ?? '');
    if (!cell?.denominator || place === undefined || there.groups.has(place)) return false;
    return far.groups[place]?.denominator === cell.denominator;
  });

interface Bounds {
  low: number;
  high: number;
}

/** What is known of numbers together: their sum, the most their sum can be, or the most each can be. */
interface Together {
  kind: 'sum' | 'most' | 'each';
  value: number;
}

type Present = CountCell & { index: number };

/** What a reader who knows these rules can say of one cell: its people, those counted and those not. */
interface Sought {
  isSizeHidden: boolean;
  size: Bounds;
  counted: Bounds;
  missed: Bounds;
}

/** Can each hidden number still be one of three or more, whatever a reader who knows these rules adds up? */
function isSafe(table: CountTable, hidden: ReadonlySet<number>, forced: ReadonlySet<number>): boolean {
  const { threshold, groups, partOfWhole } = table;
  const present: Present[] = groups
    .map((cell, index) => ({ ...cell, index }))
    .filter((cell) => cell.denominator !== 0);
  // A suppressed group of many people still tells how many they are: only its numerator is sought.
  const hasHiddenSize = (cell: Present) =>
    hidden.has(cell.index) || (cell.isSuppressed === true && cell.denominator === null);
  const isSought = (cell: Present) => hidden.has(cell.index) || cell.isSuppressed === true;

  const most = largestHidden(present, hasHiddenSize, isSought);
  const sizeOf = (cell: Present): Bounds => {
    const { denominator } = cell;
    if (!hasHiddenSize(cell)) return { low: denominator as number, high: denominator as number };
    if (denominator === null) return { low: 0, high: Number.POSITIVE_INFINITY };
    if (denominator < threshold) return { low: 1, high: threshold - 1 };
    return { low: forced.has(cell.index) ? 1 : threshold, high: most };
  };
  const cells = present.filter(isSought).map(
    (cell): Sought => ({
      isSizeHidden: hasHiddenSize(cell),
      size: sizeOf(cell),
      counted: { low: 0, high: Number.POSITIVE_INFINITY },
      missed: { low: 0, high: Number.POSITIVE_INFINITY },
    }),
  );
  const part = (of: (cell: CountCell) => number | null) => together(present, isSought, of, table);
  narrow(cells, {
    size: part((cell) => cell.denominator),
    counted: part((cell) => cell.numerator),
    missed: partOfWhole ? part(missedOf) : null,
    partOfWhole,
  });

  // Of a group that is hidden for another's sake alone, the size is no secret.
  const isSizeSecret = present.some(
    (cell) => hasHiddenSize(cell) && ((cell.denominator ?? 0) < threshold || forced.has(cell.index)),
  );
  return cells.every(
    ({ isSizeHidden, size, counted, missed }) =>
      (!isSizeSecret || !isSizeHidden || hasChoice(size)) && hasChoice(counted) && hasChoice(missed),
  );
}

/** As hidden groups are the smallest, none is larger than the smallest shown; unless some are hidden out of order. */
function largestHidden(
  present: readonly Present[],
  hasHiddenSize: (cell: Present) => boolean,
  isSought: (cell: Present) => boolean,
): number {
  let smallestShown = Number.POSITIVE_INFINITY;
  let largest = 0;
  for (const cell of present) {
    if (hasHiddenSize(cell)) largest = Math.max(largest, cell.denominator ?? 0);
    else if (!isSought(cell))
      smallestShown = Math.min(smallestShown, cell.denominator ?? Number.POSITIVE_INFINITY);
  }
  return largest <= smallestShown ? smallestShown : Number.POSITIVE_INFINITY;
}

const missedOf = ({ denominator, numerator }: CountCell): number | null =>
  denominator === null || numerator === null ? null : denominator - numerator;

const hasChoice = ({ low, high }: Bounds) => Math.floor(high) - Math.ceil(low) + 1 >= fewestChoices;

/** What the sought cells come to together, from the total and the cells that are shown; null if unknown. */
function together(
  cells: readonly Present[],
  isSought: (cell: Present) => boolean,
  part: (cell: CountCell) => number | null,
  { total }: CountTable,
): Together | null {
  const own = sum(cells.filter(isSought).map(part));
  const all = total && part(total);
  const people = sum(cells.map((cell) => cell.denominator));
  // Without a total another split may tell it; where sizes are held back, the groups may be all there is.
  const isWhole =
    all === null || people === null || total?.denominator == null || people === total.denominator;
  if (isWhole && own !== null) return { kind: 'sum', value: own };
  const others = sum(cells.filter((cell) => !isSought(cell)).map(part));
  if (all === null) return null;
  if (others === null || others > all) return { kind: 'each', value: all };
  if (isWhole) return { kind: 'sum', value: all - others };
  const isOver = people !== null && people > (total?.denominator ?? 0);
  return isOver ? { kind: 'each', value: all } : { kind: 'most', value: all - others };
}

function sum(numbers: (number | null)[]): number | null {
  let all = 0;
  for (const one of numbers) {
    if (one === null) return null;
    all += one;
  }
  return all;
}

interface Known {
  size: Together | null;
  counted: Together | null;
  missed: Together | null;
  partOfWhole: boolean;
}

const parts = ['size', 'counted', 'missed'] as const;
const mostRounds = 50;

/** Draws the bounds of all cells together until nothing more follows. */
function narrow(cells: Sought[], known: Known): void {
  for (let round = 0, changed = true; changed && round < mostRounds; round++) {
    changed = false;
    const cut = (bounds: Bounds, low: number, high: number) => {
      if (low > bounds.low) {
        bounds.low = low;
        changed = true;
      }
      if (high < bounds.high) {
        bounds.high = high;
        changed = true;
      }
    };
    for (const part of parts) {
      const limit = known[part];
      if (limit)
        narrowTogether(
          cells.map((cell) => cell[part]),
          limit,
          cut,
        );
    }
    if (!known.partOfWhole) continue;
    for (const { size, counted, missed } of cells) {
      cut(size, counted.low + missed.low, counted.high + missed.high);
      cut(counted, size.low - missed.high, size.high - missed.low);
      cut(missed, size.low - counted.high, size.high - counted.low);
    }
  }
}

function narrowTogether(
  all: readonly Bounds[],
  { kind, value }: Together,
  cut: (bounds: Bounds, low: number, high: number) => void,
): void {
  const others = (one: Bounds, end: 'low' | 'high') =>
    all.reduce((rest, other) => (other === one ? rest : rest - other[end]), value);
  for (const one of all) {
    if (kind === 'each') cut(one, one.low, value);
    else cut(one, kind === 'sum' ? others(one, 'high') : one.low, others(one, 'low'));
  }
}
