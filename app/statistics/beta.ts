// The Beta distribution, and the binomial tails that are the same integral.
import { NumbersRefused } from './errors';
import { logChoose, logGamma } from './gamma';

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
  const at = Math.min(1, Math.max(0, x));
  const front = Math.exp(
    logGamma(alpha + beta) - logGamma(alpha) - logGamma(beta) + alpha * Math.log(at) + beta * Math.log1p(-at),
  );
  // The fraction converges fast on the near side of the mean; on the far side take the mirror image.
  return at < (alpha + 1) / (alpha + beta + 2)
    ? (front * fraction(at, alpha, beta)) / alpha
    : 1 - (front * fraction(1 - at, beta, alpha)) / beta;
}

/** Its denominators stay above 0 on the near side, so none needs to be kept off it. */
function fraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1));
  let product = d;
  for (let m = 1; m <= MOST_STEPS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / (1 + even * d);
    c = 1 + even / c;
    product *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + odd * d);
    c = 1 + odd / c;
    const factor = d * c;
    product *= factor;
    if (factor === 1) break;
  }
  return product;
}

/** The x with P(X ≤ x) = `probability` for Beta(α, β), 0 ≤ probability ≤ 1; exact to 1e-12, and to 1e-10 for shapes of 10⁹. */
export function betaQuantile(probability: number, alpha: number, beta: number): number {
  let x = betaMean(alpha, beta);
  if (probability <= 0) return 0;
  if (probability >= 1) return 1;
  const logScale = logGamma(alpha + beta) - logGamma(alpha) - logGamma(beta);
  let low = 0;
  let high = 1;
  // Newton's steps, with halving whenever one would leave the bracket: each narrows it, so this ends.
  for (;;) {
    const miss = betaCumulative(x, alpha, beta) - probability;
    if (miss > 0) high = x;
    else low = x;
    const density = Math.exp(logScale + (alpha - 1) * Math.log(x) + (beta - 1) * Math.log1p(-x));
    const newton = x - miss / density;
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - x) <= 1e-15 * next) return next;
    x = next;
  }
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
