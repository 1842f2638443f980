// Where a yearly series goes if nothing changes: a straight line through its figures, with a range for each year ahead.
import { betaQuantile } from './beta';
import { sum } from './center';
import { NumbersRefused } from './errors';
import type { Interval } from './gaps';

/** Fewer figures say too little of how far one year lies from the line. */
export const FEWEST_FOR_FORECAST = 5; // product.md § 5: a forecast only where there are five points

/** How often a figure of a year ahead would fall inside its range, if the series goes on as before. */
const LEVEL = 0.8; // the same as the ranges that teams predict, product.md § 3

export interface ForecastAt extends Interval {
  x: number;
  /** on the line */
  middle: number;
}

export interface Forecast {
  /** change of the line for each step of x */
  slope: number;
  /** standard deviation of the figures about the line */
  spread: number;
  at: ForecastAt[];
}

/**
 * Ordinary least squares through (x, y) and, for each x of `ahead`, the 80 % prediction interval of one more figure:
 * middle ± t(n − 2) s √(1 + 1/n + (x − x̄)²/Σ(x − x̄)²). Equals R's predict(lm(y ~ x), interval = "prediction").
 * null for fewer than five figures. Source: Draper & Smith, Applied Regression Analysis, 3rd ed., § 3.1.
 */
export function forecastLine(
  points: readonly { x: number; y: number }[],
  ahead: readonly number[],
  level = LEVEL,
): Forecast | null {
  const n = points.length;
  if (n < FEWEST_FOR_FORECAST) return null;
  const meanX = sum(points.map(({ x }) => x)) / n;
  const meanY = sum(points.map(({ y }) => y)) / n;
  const width = sum(points.map(({ x }) => (x - meanX) ** 2));
  if (!(width > 0)) throw new NumbersRefused('out of range', 'A line needs figures of different years.', []);
  const slope = sum(points.map(({ x, y }) => (x - meanX) * (y - meanY))) / width;
  const away = points.map(({ x, y }) => y - meanY - slope * (x - meanX));
  const spread = Math.sqrt(sum(away.map((one) => one * one)) / (n - 2));
  const t = studentQuantile(0.5 + level / 2, n - 2);
  return {
    slope,
    spread,
    at: ahead.map((x) => {
      const middle = meanY + slope * (x - meanX);
      const reach = t * spread * Math.sqrt(1 + 1 / n + (x - meanX) ** 2 / width);
      return { x, middle, low: middle - reach, high: middle + reach };
    }),
  };
}

/** The t with P(T ≤ t) = `probability`, 0.5 ≤ probability < 1. Source: Abramowitz & Stegun 26.7.1 by the Beta distribution. */
export function studentQuantile(probability: number, freedom: number): number {
  const x = betaQuantile(2 * (1 - probability), freedom / 2, 0.5);
  return Math.sqrt((freedom * (1 - x)) / x);
}
