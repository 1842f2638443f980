// Are later values higher, or lower, than earlier ones? The rank test, exact where samples are small.
import { upperTail } from './normal';

const EXACT_TO = 400; // product.md § 6: exact permutation of mid-ranks up to n₁·n₂ = 400

export interface RankTest {
  /** one-sided p that `after` tends to be higher; 1 when nothing varies */
  higher: number;
  /** one-sided p that `after` tends to be lower */
  lower: number;
}

/**
 * The Mann–Whitney test of `after` against `before`, both sides. Both must hold a value; all finite.
 * Exact over all permutations of the mid-ranks while n₁·n₂ ≤ 400, else normal with tie and continuity correction.
 * Source: Mann & Whitney 1947, Ann Math Stat 18:50; Lehmann 1975, Nonparametrics, § 1.4.
 */
export function mannWhitney(before: readonly number[], after: readonly number[]): RankTest {
  const { doubled, hasTies, tieTerm } = doubledRanks(before, after);
  const smallIsAfter = after.length <= before.length;
  const small = smallIsAfter ? after.length : before.length;
  let sum = 0;
  const from = smallIsAfter ? before.length : 0;
  for (let i = from; i < from + small; i++) sum += doubled[i] as number;
  const ofSmall =
    before.length * after.length <= EXACT_TO
      ? exactTails(doubled, small, sum, hasTies)
      : normalTails(before.length, after.length, small, sum, tieTerm);
  // What is high for the smaller sample is low for the other.
  return smallIsAfter ? ofSmall : { higher: ofSmall.lower, lower: ofSmall.higher };
}

/** Twice the mid-rank of each value in `before` then `after`: whole numbers, also with ties. */
function doubledRanks(before: readonly number[], after: readonly number[]) {
  const values = Float64Array.from([...before, ...after]);
  const order = Array.from(values.keys()).sort((a, b) => (values[a] as number) - (values[b] as number));
  const doubled = new Int32Array(values.length);
  let tieTerm = 0; // Σ(t³ − t)
  let hasTies = false;
  for (let i = 0; i < order.length; ) {
    let end = i;
    while (end + 1 < order.length && values[order[end + 1] as number] === values[order[i] as number]) end++;
    for (let at = i; at <= end; at++) doubled[order[at] as number] = i + end + 2;
    const tied = end - i + 1;
    if (tied > 1) hasTies = true;
    tieTerm += tied ** 3 - tied;
    i = end + 1;
  }
  return { doubled, hasTies, tieTerm };
}

const untied = new Map<number, Float64Array>();

/** P(sum ≥ seen) and P(sum ≤ seen) over all choices of `small` of the doubled ranks. */
function exactTails(doubled: Int32Array, small: number, seen: number, hasTies: boolean): RankTest {
  // Without ties the distribution depends on the two sizes alone.
  const key = small * 1000 + doubled.length;
  let ways = hasTies ? undefined : untied.get(key);
  if (!ways) {
    ways = waysToSum(doubled, small);
    if (!hasTies) untied.set(key, ways);
  }
  let all = 0;
  let above = 0;
  let below = 0;
  for (let sum = 0; sum < ways.length; sum++) {
    const count = ways[sum] as number;
    all += count;
    if (sum >= seen) above += count;
    if (sum <= seen) below += count;
  }
  return { higher: above / all, lower: below / all };
}

/** How many choices of `small` ranks have each sum; counts stay below 2⁵³ while n₁·n₂ ≤ 400. */
function waysToSum(doubled: Int32Array, small: number): Float64Array {
  const ranks = Int32Array.from(doubled).sort();
  let most = 0;
  for (let i = ranks.length - small; i < ranks.length; i++) most += ranks[i] as number;
  const width = most + 1;
  const ways = new Float64Array((small + 1) * width); // row: how many chosen; column: their sum
  ways[0] = 1;
  let reached = 0;
  for (let r = 0; r < ranks.length; r++) {
    const rank = ranks[r] as number;
    reached = Math.min(most, reached + rank);
    for (let chosen = Math.min(small, r + 1); chosen >= 1; chosen--) {
      const row = chosen * width;
      for (let sum = reached; sum >= rank; sum--) {
        const more = ways[row - width + sum - rank] as number;
        if (more !== 0) ways[row + sum] = (ways[row + sum] as number) + more;
      }
    }
  }
  return ways.slice(small * width);
}

function normalTails(
  first: number,
  second: number,
  small: number,
  doubledSum: number,
  tieTerm: number,
): RankTest {
  const count = first + second;
  const away = doubledSum / 2 - (small * (count + 1)) / 2;
  const variance = ((first * second) / 12) * (count + 1 - tieTerm / (count * (count - 1)));
  if (!(variance > 0)) return { higher: 1, lower: 1 };
  const sigma = Math.sqrt(variance);
  return { higher: upperTail((away - 0.5) / sigma), lower: upperTail((-away - 0.5) / sigma) };
}
