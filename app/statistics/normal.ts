// The normal distribution, exact in both tails.

/** The 97.5th percentile: 95 % lies within ± this. */
export const Z95 = 1.959963984540054; // qnorm(0.975), R 4.2.2
/** What the American Community Survey divides its 90 % margins of error by. */
export const Z90_ACS = 1.645; // U.S. Census Bureau, Instructions for Applying Statistical Testing to ACS

const SERIES_TO = 1.5; // below it the series of erf, above it the continued fraction of erfc converges fast

/** P(Z > z) for the standard normal, to about 14 digits of itself however small. */
export function upperTail(z: number): number {
  if (z < 0) return 1 - upperTail(-z);
  const x = z / Math.SQRT2;
  return x < SERIES_TO ? 0.5 - erfSeries(x) / 2 : erfcFraction(x) / 2;
}

/** Two-sided p of a standard normal statistic. */
export function twoSided(z: number): number {
  return Math.min(1, 2 * upperTail(Math.abs(z)));
}

/** P(X > x) for chi-square with one degree of freedom. */
export function chiSquareTail(x: number): number {
  return twoSided(Math.sqrt(x));
}

/** erf by its Maclaurin series with positive terms. Source: Abramowitz & Stegun 7.1.6. */
function erfSeries(x: number): number {
  let term = x;
  let total = x;
  for (let n = 1; term > total * 1e-17; n++) {
    term *= (2 * x * x) / (2 * n + 1);
    total += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * total;
}

/** erfc by its continued fraction, from the inside out. Source: Abramowitz & Stegun 7.1.14. */
function erfcFraction(x: number): number {
  let fraction = 0;
  for (let k = 120; k >= 1; k--) fraction = k / 2 / (x + fraction);
  return Math.exp(-x * x) / (Math.sqrt(Math.PI) * (x + fraction));
}
