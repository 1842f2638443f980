// Runs about a centre line: what they are, and how long or how many chance allows.
import { logChoose } from './gamma';

/** The side of a point that takes no part: missing or set aside. */
export const OUT = 2;

export interface RunCount {
  /** points that take part and are not on the line */
  useful: number;
  above: number;
  below: number;
  /** 0 when nothing is useful */
  longestRun: number;
  /** times the line is crossed: runs − 1, and 0 when nothing is useful */
  crossings: number;
}

/**
 * Counts runs among `sides` (1, −1, 0 on the line, OUT) from `start` to `end` inclusive.
 * Points on the line and points out are skipped: they neither add to a run nor end it.
 */
export function countRuns(sides: Int8Array, start: number, end: number): RunCount {
  let above = 0;
  let below = 0;
  let longestRun = 0;
  let runs = 0;
  let length = 0;
  let last = 0;
  for (let i = start; i <= end; i++) {
    const side = sides[i] as number;
    if (side === 0 || side === OUT) continue;
    if (side === 1) above++;
    else below++;
    if (side === last) length++;
    else {
      last = side;
      length = 1;
      runs++;
    }
    if (length > longestRun) longestRun = length;
  }
  return { useful: above + below, above, below, longestRun, crossings: Math.max(0, runs - 1) };
}

/** The longest run chance allows among n useful points, n ≥ 1: round(log₂ n) + 3. Source: Schilling 2012. */
export function longestRunLimit(useful: number): number {
  return Math.round(Math.log2(useful)) + 3; // Schilling 2012, Math Horiz 19(4); Anhøj & Olesen 2014
}

const FEWEST_CROSSINGS_LEVEL = 0.05; // Chen 2010; Anhøj & Olesen 2014, doi 10.1371/journal.pone.0113825
const crossingLimits = new Map<number, number>();

/**
 * The fewest crossings chance allows among n useful points, n ≥ 1: the smallest k with P(Bin(n − 1, ½) ≤ k) ≥ 0.05.
 * Fewer than this is a signal. Costs about √n the first time a length is met.
 */
export function fewestCrossings(useful: number): number {
  const fewest = crossingLimits.get(useful) ?? countFewestCrossings(useful);
  crossingLimits.set(useful, fewest);
  return fewest;
}

function countFewestCrossings(useful: number): number {
  const trials = Math.max(0, useful - 1);
  // Begin ten standard deviations below the middle, where what is left out is beyond double precision.
  let k = Math.max(0, Math.floor(trials / 2 - 5 * Math.sqrt(trials)) - 1);
  let probability = Math.exp(logChoose(trials, k) - trials * Math.LN2);
  let cumulative = probability;
  while (cumulative < FEWEST_CROSSINGS_LEVEL) {
    probability *= (trials - k) / (k + 1);
    k++;
    cumulative += probability;
  }
  return k;
}

/** The fewest and the most runs chance allows, both still expected. */
export interface RunLimits {
  fewest: number;
  most: number;
}

const EACH_TAIL = 0.025; // Swed & Eisenhart 1943, Ann Math Stat 14:66
const EVEN = 1 + 1e-9; // a tail of exactly 2.5 % (3 and 14 points, 3 runs) is not more than 2.5 %

/**
 * The run counts with more than `eachTail` of probability at or beyond them, for `above` and `below` useful points.
 * Null when one side is empty: there is then one run whatever happens.
 */
export function runCountLimits(above: number, below: number, eachTail = EACH_TAIL): RunLimits | null {
  if (above < 1 || below < 1) return null;
  const a = Math.min(above, below);
  const b = Math.max(above, below);
  const whole = logChoose(a + b, a);
  // P(R = 2k) = 2·C(a−1,k−1)·C(b−1,k−1)/C(n,a);
  // P(R = 2k+1) = [C(a−1,k−1)·C(b−1,k) + C(a−1,k)·C(b−1,k−1)]/C(n,a).
  const most = 2 * a + 1; // with no chance where both sides are as many
  const chance = new Float64Array(most + 1);
  let logTerm = -whole; // ln of C(a−1,k−1)·C(b−1,k−1)/C(n,a)
  for (let k = 1; k <= a; k++) {
    const term = Math.exp(logTerm);
    chance[2 * k] = 2 * term;
    chance[2 * k + 1] = term * ((b - k) / k + (a - k) / k);
    logTerm += Math.log(((a - k) * (b - k)) / (k * k));
  }
  const least = eachTail * EVEN;
  let fewest = 2;
  let tail = chance[2] as number;
  while (tail <= least) tail += chance[++fewest] as number;
  let highest = most;
  tail = chance[most] as number;
  while (tail <= least) tail += chance[--highest] as number;
  return { fewest, most: highest };
}

/** The run-count limits of n useful points split in half, as the published tables have them. */
export function halvedRunCountLimits(useful: number): RunLimits | null {
  return runCountLimits(Math.floor(useful / 2), Math.ceil(useful / 2));
}
