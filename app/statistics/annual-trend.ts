// Is a yearly indicator moving? One test over the last five years for each kind of figure (statistics.md § 6).
import { sum } from './center';
import { NumbersRefused } from './errors';
import { checkRate, checkShare, type Share } from './gaps';
import { chiSquareTail, twoSided } from './normal';
import { regress } from './regression';

/** How many of the latest years are tested. */
export const YEARS_TESTED = 5; // Fingertips, Public health technical guidance: trend markers

export type TrendDirection = 'increasing' | 'decreasing' | 'no significant trend';
const LEVEL = 0.05; // Fingertips marks a trend at 95 %

/**
 * The indices of the five latest years that have a figure, oldest first; null where there are not five in a row.
 * Years without a figure at the end are not yet due and are passed over.
 */
export function lastFiveYears(hasFigure: readonly boolean[]): number[] | null {
  const last = hasFigure.lastIndexOf(true);
  const first = last - YEARS_TESTED + 1;
  if (first < 0 || hasFigure.slice(first, last + 1).includes(false)) return null;
  return Array.from({ length: YEARS_TESTED }, (_, step) => first + step);
}

function directionOf(slope: number, p: number): TrendDirection {
  if (p >= LEVEL) return 'no significant trend';
  return slope > 0 ? 'increasing' : 'decreasing';
}

/** Years −2 … 2 for five: equally spaced and centred, which leaves slopes and tests as they are. */
function scoresFor(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index - (count - 1) / 2);
}

function atLeastThree(count: number): void {
  if (count < 3) throw new NumbersRefused('lengths differ', 'A trend needs at least three years.', []);
}

export interface ProportionTrend {
  /** Cochran–Armitage, one degree of freedom; null where every year is 0 % or every year 100 % */
  chiSquare: number | null;
  p: number | null;
  direction: TrendDirection;
  /** chi-square of the years against one common proportion, years − 1 degrees of freedom */
  heterogeneity: number | null;
  /** change of the log odds a year, with its standard error */
  logitSlope: number | null;
  logitSlopeStandardError: number | null;
}

/** Trend of proportions over consecutive years; equals R's prop.trend.test. */
export function proportionTrend(years: readonly Share[]): ProportionTrend {
  atLeastThree(years.length);
  for (const year of years) checkShare(year);
  const scores = scoresFor(years.length);
  const total = sum(years.map(({ of }) => of));
  const pooled = sum(years.map(({ count }) => count)) / total;
  const variance = pooled * (1 - pooled);
  if (!(variance > 0)) {
    const none = {
      chiSquare: null,
      p: null,
      heterogeneity: null,
      logitSlope: null,
      logitSlopeStandardError: null,
    };
    return { ...none, direction: 'no significant trend' };
  }
  const away = years.map(({ count, of }) => count - of * pooled);
  const covariance = sum(away.map((distance, i) => distance * (scores[i] as number)));
  const weighted = sum(years.map(({ of }, i) => of * (scores[i] as number)));
  const spread = sum(years.map(({ of }, i) => of * (scores[i] as number) ** 2)) - weighted ** 2 / total;
  const chiSquare = covariance ** 2 / (variance * spread);
  const p = chiSquareTail(chiSquare);
  const fit = slopeOf('binomial', scores, years);
  return {
    chiSquare,
    p,
    direction: directionOf(covariance, p),
    heterogeneity: sum(away.map((distance, i) => distance ** 2 / ((years[i] as Share).of * variance))),
    logitSlope: fit?.slope ?? null,
    logitSlopeStandardError: fit?.standardError ?? null,
  };
}

export interface RateTrend {
  /** change of the log rate a year */
  logSlope: number | null;
  standardError: number | null;
  z: number | null;
  p: number | null;
  /** rate of one year ÷ rate of the year before */
  annualRateRatio: number | null;
  direction: TrendDirection;
}

/** Trend of rates over consecutive years: Poisson regression of events on the year, log exposure as offset. */
export function rateTrend(years: readonly Share[]): RateTrend {
  atLeastThree(years.length);
  for (const year of years) checkRate(year);
  const fit = slopeOf('poisson', scoresFor(years.length), years);
  if (!fit) {
    const none = { logSlope: null, standardError: null, z: null, p: null, annualRateRatio: null };
    return { ...none, direction: 'no significant trend' };
  }
  const z = fit.slope / fit.standardError;
  const p = twoSided(z);
  return {
    logSlope: fit.slope,
    standardError: fit.standardError,
    z,
    p,
    annualRateRatio: Math.exp(fit.slope),
    direction: directionOf(fit.slope, p),
  };
}

export interface EstimateTrend {
  /** change a year in the estimates' unit */
  slope: number;
  standardError: number;
  /** (slope ÷ standard error)², one degree of freedom */
  chiSquare: number;
  p: number;
  direction: TrendDirection;
}

/** Trend of published estimates with standard errors above 0: inverse-variance weighted slope. */
export function estimateTrend(years: readonly { estimate: number; standardError: number }[]): EstimateTrend {
  atLeastThree(years.length);
  const odd = years.flatMap((year, i) =>
    year.standardError > 1e-100 && year.standardError < 1e100 ? [] : [i],
  );
  if (odd.length > 0) {
    throw new NumbersRefused('out of range', 'Each estimate needs a standard error above 0.', odd);
  }
  const scores = scoresFor(years.length);
  // Weights relative to the most precise year: only their proportions matter for the slope.
  const finest = Math.min(...years.map(({ standardError }) => standardError));
  const weights = years.map(({ standardError }) => (finest / standardError) ** 2);
  const total = sum(weights);
  const middle = sum(weights.map((weight, i) => weight * (scores[i] as number))) / total;
  const spread = sum(weights.map((weight, i) => weight * ((scores[i] as number) - middle) ** 2));
  const slope =
    sum(
      years.map(({ estimate }, i) => (weights[i] as number) * ((scores[i] as number) - middle) * estimate),
    ) / spread;
  const standardError = finest / Math.sqrt(spread);
  const chiSquare = (slope / standardError) ** 2;
  const p = chiSquareTail(chiSquare);
  return { slope, standardError, chiSquare, p, direction: directionOf(slope, p) };
}

/** Slope a year of log odds or log rate; null where it does not exist. */
function slopeOf(family: 'binomial' | 'poisson', scores: readonly number[], years: readonly Share[]) {
  const rows = years.map(({ count, of }, i) => ({ count, of, terms: [1, scores[i] as number] }));
  const fit = regress(family, rows);
  return fit && { slope: fit.coefficients[1] as number, standardError: fit.standardErrors[1] as number };
}
