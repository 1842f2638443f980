import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  betaCumulative,
  betaMean,
  betaQuantile,
  binomialCumulative,
  binomialDensity,
} from '../../app/statistics/beta';
import { NumbersRefused } from '../../app/statistics/errors';
import { logChoose, logGamma } from '../../app/statistics/gamma';
import { chiSquareTail, twoSided, upperTail } from '../../app/statistics/normal';

test('Beta means and percentiles are those of R’s qbeta to six digits', () => {
  const rows = [
    [3.8, 2.4, 0.612903, 0.361473, 0.845076],
    [5.9, 1.7, 0.776316, 0.575573, 0.940418],
    [2.4, 1, 0.705882, 0.383119, 0.957049],
    [1.7, 1, 0.62963, 0.258086, 0.939905],
    [1, 3.8, 0.208333, 0.027346, 0.454441],
    [4, 1, 0.8, 0.562341, 0.974004],
  ] as const;
  for (const [alpha, beta, middle, p10, p90] of rows) {
    expect(Math.abs(betaMean(alpha, beta) - middle)).toBeLessThan(1e-6);
    expect(Math.abs(betaQuantile(0.1, alpha, beta) - p10)).toBeLessThan(1e-6);
    expect(Math.abs(betaQuantile(0.9, alpha, beta) - p90)).toBeLessThan(1e-6);
  }
});

test('the ledger’s own examples at weight 0.7 come out as it prints them', () => {
  const range = (improved: number, votes: number) => {
    const [alpha, beta] = [1 + 0.7 * improved, 1 + 0.7 * (votes - improved)];
    return [betaMean(alpha, beta).toFixed(2), betaQuantile(0.1, alpha, beta).toFixed(2)];
  };
  expect(range(4, 6)).toEqual(['0.61', '0.36']);
  expect(range(7, 8)).toEqual(['0.78', '0.58']);
  expect(range(2, 2)).toEqual(['0.71', '0.38']);
  expect(range(1, 1)).toEqual(['0.63', '0.26']);
});

test('a quantile is where the cumulative reaches its probability', () => {
  const shape = fc.double({ min: 0.3, max: 300, noNaN: true });
  fc.assert(
    fc.property(
      fc.double({ min: 0.001, max: 0.999, noNaN: true }),
      shape,
      shape,
      (probability, alpha, beta) => {
        const x = betaQuantile(probability, alpha, beta);
        // With β below 1 the cumulative is so steep next to 1 that neighbouring doubles are far apart in it.
        const near = (step: number) => betaCumulative(x + step, alpha, beta);
        expect(near(-1e-14)).toBeLessThanOrEqual(probability + 1e-7);
        expect(near(1e-14)).toBeGreaterThanOrEqual(probability - 1e-7);
      },
    ),
  );
});

test('the ends of a Beta distribution are its ends', () => {
  expect([betaQuantile(0, 2, 3), betaQuantile(1, 2, 3)]).toEqual([0, 1]);
  expect([betaCumulative(-1, 2, 3), betaCumulative(0, 2, 3), betaCumulative(1, 2, 3)]).toEqual([0, 0, 1]);
  expect(() => betaQuantile(0.5, 0, 1)).toThrow(NumbersRefused);
  expect(() => betaMean(1, Number.NaN)).toThrow('α and β above 0');
});

test('binomial tails are sums of their densities', () => {
  const total = [0, 1, 2, 3].reduce((sum, k) => sum + binomialDensity(k, 12, 0.3), 0);
  expect(binomialCumulative(3, 12, 0.3)).toBeCloseTo(total, 12);
  expect([binomialCumulative(-1, 12, 0.3), binomialCumulative(12, 12, 0.3)]).toEqual([0, 1]);
});

test('normal tails are exact where they are tiny', () => {
  // pnorm(c(0, 1, 1.959963984540054, 2.2, 11.1803398874989), lower.tail = FALSE), R 4.2.2
  expect(upperTail(0)).toBe(0.5);
  expect(upperTail(1)).toBeCloseTo(0.158655253931457, 14);
  expect(upperTail(1.959963984540054)).toBeCloseTo(0.025, 14);
  expect(upperTail(-1)).toBeCloseTo(0.841344746068543, 14);
  expect(upperTail(11.1803398874989) / (5.08946897381437e-29 / 2)).toBeCloseTo(1, 9);
  expect(twoSided(-1.959963984540054)).toBeCloseTo(0.05, 13);
  expect(twoSided(0)).toBe(1);
  expect(chiSquareTail(3.841458820694124)).toBeCloseTo(0.05, 13);
});

test('log gamma is that of factorials and of the half', () => {
  expect(logGamma(1)).toBeCloseTo(0, 14);
  expect(logGamma(11)).toBeCloseTo(Math.log(3628800), 12);
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 14);
  expect(logGamma(0.1)).toBeCloseTo(2.252712651734206, 13);
  expect(logChoose(10, 3)).toBeCloseTo(Math.log(120), 12);
  expect([logChoose(7, 0), logChoose(7, 7)]).toEqual([0, 0]);
});

test('log gamma is exact next to 0, and one choice is no uncertainty', () => {
  // ln Γ(x) = −ln x − γx + … next to 0; Euler's γ is 0.5772….
  expect(logGamma(1e-12)).toBeCloseTo(12 * Math.LN10 - 0.5772156649015329e-12, 12);
  expect([logChoose(1, 0), logChoose(1, 1)]).toEqual([0, 0]);
});

test('a quantile far out in a tail is still that of its distribution', () => {
  // With β = 1 the cumulative is x^α, so the quantile is p^(1/α).
  for (const [p, alpha] of [
    [0.1, 0.01],
    [0.001, 0.02],
    [0.5, 1e6],
    [0.999, 0.3],
  ] as const) {
    expect(betaQuantile(p, alpha, 1) / p ** (1 / alpha)).toBeCloseTo(1, 11);
  }
  expect(betaQuantile(0.1, 1e9, 1e9)).toBeCloseTo(0.5 - 1.2815515655446 / Math.sqrt(8e9), 9);
});
