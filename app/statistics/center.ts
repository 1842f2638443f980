// What a middle is, and when a value lies on it.

/** 16 units in the last place: above the rounding of a mean or median, far below any real difference (§ 1.6). */
const ON_THE_LINE = 16 * 2 ** -52; // statistics.md § 1.6; 1e-9 would swallow real differences at 1e12 + 3

/**
 * Sum with Neumaier's compensation: `.1 .3 .2` gives what a person gets, not what plain doubles give.
 * Source: Neumaier 1974, Z Angew Math Mech 54:39.
 */
export function sum(values: ArrayLike<number>): number {
  let total = 0;
  let lost = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost;
}

/** Arithmetic mean by compensated summation in two passes, as R takes it; null of nothing. */
export function mean(values: ArrayLike<number>): number | null {
  const count = values.length;
  if (count === 0) return null;
  const first = sum(values) / count;
  let left = 0;
  for (let i = 0; i < count; i++) left += (values[i] as number) - first;
  return first + left / count;
}

/** Median (the mean of the two middle values when their number is even); null of nothing. Linear in the number. */
export function median(values: ArrayLike<number>): number | null {
  const count = values.length;
  if (count === 0) return null;
  const work = Float64Array.from(values);
  const middle = count >> 1;
  const upper = select(work, middle);
  if (count % 2 === 1) return upper;
  let lower = work[0] as number;
  for (let i = 1; i < middle; i++) if ((work[i] as number) > lower) lower = work[i] as number;
  // Halved before adding: the sum of two huge values would overflow.
  return lower / 2 + upper / 2;
}

/** The value of rank `k` (from 0); leaves the k smaller ones before it. Source: Hoare 1961, Commun ACM 4:321. */
function select(work: Float64Array, k: number): number {
  let left = 0;
  let right = work.length - 1;
  while (left < right) {
    const pivot = work[(left + right) >> 1] as number;
    let i = left;
    let j = right;
    while (i <= j) {
      while ((work[i] as number) < pivot) i++;
      while ((work[j] as number) > pivot) j--;
      if (i > j) break;
      const swapped = work[i] as number;
      work[i++] = work[j] as number;
      work[j--] = swapped;
    }
    if (k <= j) right = j;
    else if (k >= i) left = i;
    else break;
  }
  return work[k] as number;
}

/**
 * Which side of a line a value is on: 1 above, −1 below, 0 on it.
 * On it means within 16·2⁻⁵² of the larger magnitude, so that 87.2 lies on the median of 87.1 and 87.3.
 */
export function sideOf(value: number, line: number): -1 | 0 | 1 {
  const distance = value - line;
  const tolerance = ON_THE_LINE * Math.max(Math.abs(value), Math.abs(line));
  if (distance > tolerance) return 1;
  return distance < -tolerance ? -1 : 0;
}
