// The Beta distribution, and the binomial tails that are the same integral.
import { NumbersRefused } from './errors';
import { logChoose, logGamma } from './gamma';

const TINY = 1e-300; // keeps the continued fraction off zero; Lentz 1976
const CLOSE = 1e-16; // a factor nearer to 1 than this no longer changes the product
const MOST_STEPS = 100_000; // steps grow with √max(α, β); this covers counts of 10⁹

function checkShape(alpha: number, beta: number): void {
  if (!(alpha > 0 && alpha <= 1e9 && beta > 0 && beta <= 1e9)) {
    throw new NumbersRefused(
      'out of range',
      `A Beta distribution needs α and β above 0, not ${alpha} and ${beta}.`,
      [],
    );
  }
}

/**
 * P(X ≤ x) for Beta(α, β), to about 1e-13. Source: Abramowitz & Stegun 26.5.8, by Lentz's method.
 */
export function betaCumulative(x: number, alpha: number, beta: number): number {
  checkShape(alpha, beta);
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(
    logGamma(alpha + beta) - logGamma(alpha) - logGamma(beta) + alpha * Math.log(x) + beta * Math.log1p(-x),
  );
  // The fraction converges fast on the near side of the mean; on the far side take the mirror image.
  return x < (alpha + 1) / (alpha + beta + 2)
    ? (front * fraction(x, alpha, beta)) / alpha
    : 1 - (front * fraction(1 - x, beta, alpha)) / beta;
}

function fraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 - ((a + b) * x) / (a + 1);
  d = 1 / (Math.abs(d) < TINY ? TINY : d);
  let product = d;
  for (let m = 1; m <= MOST_STEPS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 + even * d;
    c = 1 + even / c;
    d = 1 / (Math.abs(d) < TINY ? TINY : d);
    if (Math.abs(c) < TINY) c = TINY;
    product *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 + odd * d;
    c = 1 + odd / c;
    d = 1 / (Math.abs(d) < TINY ? TINY : d);
    if (Math.abs(c) < TINY) c = TINY;
    const factor = d * c;
    product *= factor;
    if (Math.abs(factor - 1) < CLOSE) break;
  }
  return product;
}

/** The x with P(X ≤ x) = `probability` for Beta(α, β), 0 ≤ probability ≤ 1; exact to 1e-12. */
export function betaQuantile(probability: number, alpha: number, beta: number): number {
  checkShape(alpha, beta);
  if (probability <= 0) return 0;
  if (probability >= 1) return 1;
  const logScale = logGamma(alpha + beta) - logGamma(alpha) - logGamma(beta);
  let low = 0;
  let high = 1;
  let x = alpha / (alpha + beta);
  // Newton's steps, with halving whenever one would leave the bracket.
  for (let step = 0; step < 200; step++) {
    const miss = betaCumulative(x, alpha, beta) - probability;
    if (miss > 0) high = x;
    else low = x;
    const density = Math.exp(logScale + (alpha - 1) * Math.log(x) + (beta - 1) * Math.log1p(-x));
    const newton = x - miss / density;
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - x) <= 1e-15 * next) return next;
    x = next;
  }
  return x;
}

/** Mean of Beta(α, β). */
export function betaMean(alpha: number, beta: number): number {
  checkShape(alpha, beta);
  return alpha / (alpha + beta);
}

/** P(K ≤ k) for K binomial in `trials` with chance `p`, 0 < p < 1. */
export function binomialCumulative(k: number, trials: number, p: number): number {
  if (k < 0) return 0;
  return k >= trials ? 1 : betaCumulative(1 - p, trials - k, k + 1);
}

/** P(K = k) for K binomial in `trials` with chance `p`, 0 < p < 1. */
export function binomialDensity(k: number, trials: number, p: number): number {
  return Math.exp(logChoose(trials, k) + k * Math.log(p) + (trials - k) * Math.log1p(-p));
}
