// Two stretches of counts compared as wholes, allowing for counts that vary more than chance (product.md § 6, method 2).
import { sum } from './center';
import { checkShare, type GapEstimate, newcombe, type Share } from './gaps';

const FEWEST_POINTS = 3; // product.md § 6
const LEAST_DENOMINATOR = 10; // product.md § 6, pooled on each side

export interface BeforeAfter {
  /** after − before with Newcombe's 95 % interval, counts divided by φ */
  estimate: GapEstimate;
  /** overdispersion φ = max(1, Pearson χ²/(k − 2)) */
  phi: number;
}

/** Whether counts on both sides suffice: at least 3 points and a pooled denominator of 10 on each. */
export function mayCompare(before: readonly Share[], after: readonly Share[]): boolean {
  return [before, after].every(
    (side) => side.length >= FEWEST_POINTS && sum(side.map(({ of }) => of)) >= LEAST_DENOMINATOR,
  );
}

/** Compares pooled proportions; null where `mayCompare` says no. Throws NumbersRefused for what is no proportion. */
export function compareBeforeAfter(before: readonly Share[], after: readonly Share[]): BeforeAfter | null {
  if (!mayCompare(before, after)) return null;
  for (const share of [...before, ...after]) checkShare(share);
  const first = pooledOf(before);
  const second = pooledOf(after);
  const pearson = pearsonOf(before, first) + pearsonOf(after, second);
  const phi = Math.max(1, pearson / (before.length + after.length - 2));
  const estimate = newcombe({
    x1: second.count / phi,
    n1: second.of / phi,
    x2: first.count / phi,
    n2: first.of / phi,
  });
  return { estimate, phi };
}

/** All counts of one side together. */
export function pooledOf(side: readonly Share[]): Share {
  return { count: sum(side.map(({ count }) => count)), of: sum(side.map(({ of }) => of)) };
}

/** Pearson's χ² of the points of one side against their pooled proportion. */
export function pearsonOf(side: readonly Share[], pooled: Share): number {
  const p = pooled.count / pooled.of;
  if (p <= 0 || p >= 1) return 0;
  return sum(side.map(({ count, of }) => (count - of * p) ** 2 / (of * p * (1 - p))));
}
