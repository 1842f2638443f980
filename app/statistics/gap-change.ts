// Did a gap change between two times? The difference of differences and the ratio of ratios (statistics.md § 7).
import { sum } from './center';
import {
  checkRate,
  checkShare,
  type GapEstimate,
  type Interval,
  newcombe,
  normalTest,
  type Share,
} from './gaps';
import { Z95 } from './normal';
import { regress } from './regression';

/** Two groups at two times; the gap is `focus` − `reference`. */
export interface FourCells {
  focus: { before: Share; after: Share };
  reference: { before: Share; after: Share };
}

export interface GapChange {
  /** after − before, in the unit of the shares (0 … 1 or events per exposure) */
  estimate: number;
  standardError: number;
  /** null where nothing varies */
  z: number | null;
  p: number | null;
  /** MOVER 95 % interval of the change; null for rates */
  interval: Interval | null;
}

function cellsOf({ focus, reference }: FourCells): [Share, Share, Share, Share] {
  return [focus.before, focus.after, reference.before, reference.after];
}

function changeOf(cells: FourCells, varianceOf: (cell: Share) => number): Omit<GapChange, 'interval'> {
  const [f1, f2, r1, r2] = cellsOf(cells);
  const estimate = f2.count / f2.of - r2.count / r2.of - (f1.count / f1.of - r1.count / r1.of);
  const standardError = Math.sqrt(sum([f1, f2, r1, r2].map(varianceOf)));
  return { estimate, standardError, ...normalTest(estimate, standardError) };
}

/** Newcombe's gap at each of the two times. */
export function gapsOf({ focus, reference }: FourCells): { before: GapEstimate; after: GapEstimate } {
  const at = (when: 'before' | 'after') =>
    newcombe({
      x1: focus[when].count,
      n1: focus[when].of,
      x2: reference[when].count,
      n2: reference[when].of,
    });
  return { before: at('before'), after: at('after') };
}

/**
 * The change of a gap between proportions with its MOVER interval, which is what it is judged by: it behaves at 0 % and
 * 100 %, where the Wald test (z, p) fails. Source: Zou & Donner 2008, Stat Med 27:1693.
 */
export function gapChange(cells: FourCells): GapChange {
  const { before, after } = gapsOf(cells);
  const change = changeOf(cells, ({ count, of }) => ((count / of) * (1 - count / of)) / of);
  return { ...change, interval: mover(before, after) };
}

/** The change of a gap between rates: variance count/exposure² in each cell. */
export function rateGapChange(cells: FourCells): GapChange {
  for (const cell of cellsOf(cells)) checkRate(cell);
  return { ...changeOf(cells, ({ count, of }) => count / of / of), interval: null };
}

/** The MOVER interval of second − first from the two estimates' own intervals. */
export function mover(first: GapEstimate, second: GapEstimate): Interval {
  const change = second.difference - first.difference;
  return {
    low: change - Math.hypot(second.difference - second.low, first.high - first.difference),
    high: change + Math.hypot(second.high - second.difference, first.difference - first.low),
  };
}

export interface RelativeChange extends Interval {
  ratioOfRatios: number;
  /** of its logarithm */
  standardError: number;
  z: number | null;
  p: number | null;
}

/**
 * (focus after / reference after) ÷ (focus before / reference before) with a 95 % interval on the log scale; null where
 * any count is 0. Proportions by the delta method, √Σ(1/x − 1/n); rates by the group × time term of a Poisson model.
 */
export function relativeChange(cells: FourCells, kind: 'proportion' | 'rate'): RelativeChange | null {
  const all = cellsOf(cells);
  for (const cell of all) (kind === 'proportion' ? checkShare : checkRate)(cell);
  if (all.some(({ count }) => count <= 0)) return null;
  const fit = kind === 'proportion' ? logRatioOfShares(all) : logRatioOfRates(all);
  if (!fit) return null;
  const { log, standardError } = fit;
  return {
    ratioOfRatios: Math.exp(log),
    standardError,
    ...normalTest(log, standardError),
    low: Math.exp(log - Z95 * standardError),
    high: Math.exp(log + Z95 * standardError),
  };
}

function logRatioOfShares(cells: readonly Share[]) {
  const [f1, f2, r1, r2] = cells.map(({ count, of }) => Math.log(count / of)) as [
    number,
    number,
    number,
    number,
  ];
  const variance = sum(cells.map(({ count, of }) => 1 / count - 1 / of));
  return { log: f2 - f1 - (r2 - r1), standardError: Math.sqrt(Math.max(0, variance)) };
}

function logRatioOfRates(cells: readonly Share[]) {
  const rows = cells.map(({ count, of }, cell) => {
    const isFocus = cell < 2 ? 1 : 0;
    const isAfter = cell % 2;
    return { count, of, terms: [1, isFocus, isAfter, isFocus * isAfter] };
  });
  const fit = regress('poisson', rows);
  return fit && { log: fit.coefficients[3] as number, standardError: fit.standardErrors[3] as number };
}

export type GapWord = 'narrowed' | 'widened' | 'cannot tell' | 'no variation';

/**
 * The word for a change, by its interval: narrowed or widened when 0 is outside, else "cannot tell", which never means
 * that there is no disparity. A gap that crossed zero is judged by its size. "No variation" where nothing varies.
 */
export function gapWord(before: number, after: number, change: GapChange): GapWord {
  if (change.standardError === 0 && change.estimate === 0) return 'no variation';
  const low = change.interval?.low ?? change.estimate - Z95 * change.standardError;
  const high = change.interval?.high ?? change.estimate + Z95 * change.standardError;
  if (low <= 0 && high >= 0) return 'cannot tell';
  if (Math.abs(after) === Math.abs(before)) return 'cannot tell';
  return Math.abs(after) < Math.abs(before) ? 'narrowed' : 'widened';
}
