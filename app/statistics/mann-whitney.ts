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
  if (after.length > before.length) {
    // What is high for the smaller sample is low for the other, and the smaller is the quicker to count out.
    const { higher, lower } = mannWhitney(after, before);
    return { higher: lower, lower: higher };
  }
  const { doubled, tieTerm } = doubledRanks(before, after);
  let sum = 0;
  for (const rank of doubled.subarray(before.length)) sum += rank;
  return before.length * after.length <= EXACT_TO
    ? exactTails(doubled, after.length, sum, tieTerm)
    : normalTails(before.length, after.length, sum, tieTerm);
}

/** Twice the mid-rank of each value in `before` then `after`: whole numbers, also with ties. */
function doubledRanks(before: readonly number[], after: readonly number[]) {
  const values = Float64Array.from([...before, ...after]);
  const order = Array.from(values.keys()).sort((a, b) => (values[a] as number) - (values[b] as number));
  const doubled = new Int32Array(values.length);
  let tieTerm = 0; // Σ(t³ − t): 0 without ties
  for (let i = 0; i < order.length; ) {
    let next = i + 1;
    while (values[order[next] as number] === values[order[i] as number]) next++;
    for (const place of order.slice(i, next)) doubled[place] = i + next + 1;
    tieTerm += (next - i) ** 3 - (next - i);
    i = next;
  }
  return { doubled, tieTerm };
}

/** P(sum ≥ seen) and P(sum ≤ seen) over all choices of `chosen` of the doubled ranks. */
function exactTails(doubled: Int32Array, chosen: number, seen: number, tieTerm: number): RankTest {
  const ways = tieTerm > 0 ? waysToSum(doubled, chosen) : waysWithoutTies(doubled, chosen);
  let all = 0;
  let above = 0;
  let below = 0;
  ways.forEach((count, sum) => {
    all += count;
    if (sum >= seen) above += count;
    if (sum <= seen) below += count;
  });
  return { higher: above / all, lower: below / all };
}

const untied = new Map<string, Float64Array>();

/** Without ties the distribution depends on the two sizes alone. */
function waysWithoutTies(doubled: Int32Array, chosen: number): Float64Array {
  const sizes = `${chosen} of ${doubled.length}`;
  const ways = untied.get(sizes) ?? waysToSum(doubled, chosen);
  untied.set(sizes, ways);
  return ways;
}

/** How many choices of `chosen` ranks have each sum; counts stay below 2⁵³ while n₁·n₂ ≤ 400. */
function waysToSum(doubled: Int32Array, chosen: number): Float64Array {
  const ranks = Int32Array.from(doubled).sort();
  // Row: how many are chosen; column: their sum. Each row has sums from that of its lowest to that of its highest ranks.
  const lowest = new Int32Array(chosen + 1);
  for (let row = 1; row <= chosen; row++)
    lowest[row] = (lowest[row - 1] as number) + (ranks[row - 1] as number);
  const width = 1 + ranks.subarray(ranks.length - chosen).reduce((total, rank) => total + rank, 0);
  const highest = new Int32Array(chosen + 1);
  const ways = new Float64Array((chosen + 1) * width);
  ways[0] = 1;
  for (const [index, rank] of ranks.entries()) {
    // From the fullest row back, so that no rank is chosen twice.
    for (let row = Math.min(chosen, index + 1); row > 0; row--) {
      const [from, to] = [(row - 1) * width, row * width + rank];
      const end = highest[row - 1] as number;
      for (let sum = lowest[row - 1] as number; sum <= end; sum++) {
        ways[to + sum] = (ways[to + sum] as number) + (ways[from + sum] as number);
      }
      // The ranks come in order of size: this one is the highest so far.
      highest[row] = end + rank;
    }
  }
  return ways.slice(chosen * width);
}

function normalTails(first: number, second: number, doubledSum: number, tieTerm: number): RankTest {
  const count = first + second;
  const away = doubledSum / 2 - (second * (count + 1)) / 2;
  const variance = ((first * second) / 12) * (count + 1 - tieTerm / (count * (count - 1)));
  const sigma = Math.sqrt(variance);
  return { higher: upperTail((away - 0.5) / sigma), lower: upperTail((-away - 0.5) / sigma) };
}
