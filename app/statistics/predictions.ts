// How good were the predictions? Ranges hit, errors in units the team knows, chances scored (product.md § 6).
import { mean, median } from './center';
import { D2, rangesOf } from './moving-range';

export interface NumericPrediction {
  expected: number;
  /** the 80 % range, both ends included */
  low: number | null;
  high: number | null;
  /** what happened; null until it has */
  actual: number | null;
  /** baseline values in order; null where there is none */
  baseline: readonly (number | null)[];
}

export interface PredictionScore {
  /** the range held what happened; null without a range or an outcome */
  isHit: boolean | null;
  /** expected − actual in units of baseline spread: positive is too high; null without spread or outcome */
  error: number | null;
  /** (expected − baseline median) ÷ (actual − baseline median): 2.5 is two and a half times too much */
  overreach: number | null;
}

/** Spread of a baseline: mean moving range / 1.128; null where there is none or it is 0. */
export function baselineSpread(baseline: readonly (number | null)[]): number | null {
  const range = mean(rangesOf(Float64Array.from(baseline, (value) => value ?? Number.NaN))) ?? 0;
  return range > 0 ? range / D2 : null;
}

/** Scores one numeric prediction. */
export function scorePrediction(prediction: NumericPrediction): PredictionScore {
  const { expected, low, high, actual, baseline } = prediction;
  if (actual === null) return { isHit: null, error: null, overreach: null };
  const spread = baselineSpread(baseline) ?? 0;
  const middle = median(baseline.filter((value) => value !== null)) ?? Number.NaN;
  return {
    isHit: low === null || high === null ? null : low <= actual && actual <= high,
    error: finite((expected - actual) / spread),
    overreach: finite((expected - middle) / (actual - middle)),
  };
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

export interface Calibration {
  /** predictions with a range and an outcome */
  ranges: number;
  /** share of ranges hit, 0 … 1; 0.8 is right for 80 % ranges */
  hitRate: number | null;
  /** mean signed error in units of baseline spread */
  meanError: number | null;
  /** median overreach */
  overreach: number | null;
}

/** Calibration over many scores; nulls are left out of each figure. */
export function calibrate(scores: readonly PredictionScore[]): Calibration {
  const hits = scores.map(({ isHit }) => isHit).filter((isHit) => isHit !== null);
  const errors = scores.map(({ error }) => error).filter((error) => error !== null);
  const reaches = scores.map(({ overreach }) => overreach).filter((reach) => reach !== null);
  return {
    ranges: hits.length,
    hitRate: hits.length === 0 ? null : hits.filter(Boolean).length / hits.length,
    meanError: mean(errors),
    overreach: median(reaches),
  };
}

/**
 * Brier score of yes/no predictions: mean of (chance − outcome)², chances 0 … 1; 0 is perfect, 0.25 is a coin.
 * Null of none. Source: Brier 1950, Mon Weather Rev 78:1.
 */
export function brierScore(predictions: readonly { chance: number; cameTrue: boolean }[]): number | null {
  return mean(predictions.map(({ chance, cameTrue }) => (chance - (cameTrue ? 1 : 0)) ** 2));
}
