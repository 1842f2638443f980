// Comparing two Poisson rates exactly: the conditional binomial test and its Clopper–Pearson interval.
import { betaQuantile, binomialCumulative, binomialDensity } from './beta';
import { NumbersRefused } from './errors';
import { checkRate, type Interval, ratioOf, type Share } from './gaps';

export interface RateRatio {
  /** first rate ÷ second rate; null where the second has no events */
  ratio: number | null;
  /** exact 95 % limits; `high` is null where the second has no events */
  low: number | null;
  high: number | null;
  /** exact two-sided p; null where nothing happened in either */
  p: number | null;
}

const EACH_SIDE = 0.025; // 95 %, central

/**
 * The ratio of two rates (whole counts of events) with R's poisson.test limits and p (which adds up all outcomes no
 * likelier than the one seen).
 */
export function rateRatio(first: Share, second: Share): RateRatio {
  for (const rate of [first, second]) {
    checkRate(rate);
    if (!Number.isInteger(rate.count)) {
      throw new NumbersRefused(
        'out of range',
        `An exact test needs whole counts of events, not ${rate.count}.`,
        [],
      );
    }
  }
  const total = first.count + second.count;
  if (total === 0) return { ratio: null, low: null, high: null, p: null };
  const share = clopperPearson(first.count, total);
  const asRatio = (p: number) => ((p / (1 - p)) * second.of) / first.of;
  return {
    ratio: ratioOf(first, second),
    low: asRatio(share.low),
    high: share.high < 1 ? asRatio(share.high) : null,
    p: exactBinomial(first.count, total, first.of / (first.of + second.of)),
  };
}

/** Exact 95 % limits of a proportion. Source: Clopper & Pearson 1934, Biometrika 26:404. */
export function clopperPearson(count: number, of: number): Interval {
  return {
    low: count === 0 ? 0 : betaQuantile(EACH_SIDE, count, of - count + 1),
    high: count === of ? 1 : betaQuantile(1 - EACH_SIDE, count + 1, of - count),
  };
}

const AS_LIKELY = 1 + 1e-7; // R's binom.test: outcomes within rounding of the one seen count as no likelier

/** Two-sided exact binomial p of `count` in `trials` against the chance `p`, 0 < p < 1. */
export function exactBinomial(count: number, trials: number, p: number): number {
  const seen = binomialDensity(count, trials, p) * AS_LIKELY;
  const mode = Math.min(trials, Math.floor((trials + 1) * p));
  // The density falls on both sides of the mode, so each boundary is found by halving.
  const atMost = (k: number) => binomialDensity(k, trials, p) <= seen;
  let low = -1;
  for (let high = mode + 1; high - low > 1; ) {
    const middle = (low + high) >> 1;
    if (atMost(middle)) low = middle;
    else high = middle;
  }
  let high = trials + 1;
  for (let under = mode - 1; high - under > 1; ) {
    const middle = (under + high) >> 1;
    if (atMost(middle)) high = middle;
    else under = middle;
  }
  return Math.min(1, binomialCumulative(low, trials, p) + 1 - binomialCumulative(high - 1, trials, p));
}
