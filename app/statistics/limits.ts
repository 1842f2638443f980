// Centre and sigma of one phase for each kind of chart (statistics.md § 2). Limits are centre ± 3 sigma.
import { mean, median, sum } from './center';
import { logGamma } from './gamma';
import { D2, D4, D4_STANDARDISED, type MeanRange, meanRange, rangesOf } from './moving-range';
import type { ChartKind, Plotted } from './plotted';

/** What one phase's limits rest on. */
export interface PhaseFigures {
  plotted: Plotted;
  /** values on the scale they are tested on: plotted values, moving ranges, or transformed times */
  tested: Float64Array;
  /** indices of included baseline points, in order; missing ones among them */
  base: Int32Array;
  /** all of the phase */
  start: number;
  end: number;
  isScreened: boolean;
  /** sigma of an i chart for each unit of mean moving range */
  sigmaPerRange: number;
}

export interface PhaseLimits {
  /** the line that is drawn, on the tested scale; null without a value in the baseline */
  centre: number | null;
  /** the line the limits lie around: the centre, except on g (the mean) and mr charts (0) */
  middle: number;
  /** sigma of a point of size 1; null without usable variation */
  sigma: number | null;
  /** how a point's size enters its sigma */
  bySize: 'constant' | 'root' | 'subgroup' | 'subgroup deviation';
  screenedOut: number;
  /** σ_z of p′ and u′: 1 where counts vary as chance alone would have them; else null */
  overdispersion: number | null;
}

const NONE: PhaseLimits = {
  centre: null,
  middle: 0,
  sigma: null,
  bySize: 'constant',
  screenedOut: 0,
  overdispersion: null,
};

/** Centre and sigma of a phase. Sources at each chart. */
export function limitsOf(kind: ChartKind, figures: PhaseFigures): PhaseLimits {
  const held = heldValues(figures.tested, figures.base);
  if (held.length === 0) return NONE;
  switch (kind) {
    case 'run': {
      const centre = median(held) as number;
      return { ...NONE, centre, middle: centre };
    }
    case 'i': // Montgomery 6.33
    case 't': // i chart of the transformed times; Nelson 1994, Montgomery 7.3.5
      return individuals(kind, held, figures);
    case 'mr': // Montgomery 6.33: upper limit D4·M̄R and warning line two thirds of it, both counted from 0
      return { ...fixed(0, (meanOf(held) * D4) / 3), centre: meanOf(held) };
    case 'c': // Montgomery 7.17
      return fixed(meanOf(held), Math.sqrt(meanOf(held)));
    case 'g': {
      // Montgomery p. 319; the median is drawn
      const middle = meanOf(held);
      return { ...fixed(middle, Math.sqrt(middle * (middle + 1))), centre: median(held) as number };
    }
    case 'p': // Montgomery 7.6
    case 'u': {
      // Montgomery 7.19
      const limits = ratio(figures);
      return { ...limits, sigma: spread(kind, limits.middle) };
    }
    case 'pprime': // Laney 2002, Qual Eng 14(4)
    case 'uprime':
      return laney(kind, figures);
    case 'iprime': // Taylor 2017, variation.com/normalized-individuals-control-chart
      return normalisedIndividuals(figures);
    case 'xbar': // Montgomery 6.29–6.31
    case 's':
      return subgroups(kind, figures);
  }
}

/** √(2/(n−1))·Γ(n/2)/Γ((n−1)/2): mean standard deviation of n normal values over their sigma, n ≥ 2. */
export function c4(n: number): number {
  return Math.sqrt(2 / (n - 1)) * Math.exp(logGamma(n / 2) - logGamma((n - 1) / 2));
}

/** The values at the baseline's points, missing ones among them. */
function valuesAt(values: Float64Array, base: Int32Array): Float64Array {
  const at = new Float64Array(base.length);
  for (let m = 0; m < base.length; m++) at[m] = values[base[m] as number] as number;
  return at;
}

/** The same without the missing ones. */
function heldValues(tested: Float64Array, base: Int32Array): Float64Array {
  const held = new Float64Array(base.length);
  let count = 0;
  for (let m = 0; m < base.length; m++) {
    const value = tested[base[m] as number] as number;
    if (!Number.isNaN(value)) held[count++] = value;
  }
  return held.subarray(0, count);
}

function meanOf(values: Float64Array): number {
  return mean(values) ?? 0;
}

function fixed(middle: number, sigma: number): PhaseLimits {
  return { centre: middle, middle, sigma, bySize: 'constant', screenedOut: 0, overdispersion: null };
}

function individuals(kind: 'i' | 't', held: Float64Array, figures: PhaseFigures): PhaseLimits {
  const { tested, base, isScreened, sigmaPerRange } = figures;
  const range = meanRange(rangesOf(valuesAt(tested, base)), isScreened);
  const middle = meanOf(held);
  // Times all equal leave a screened t chart nothing to fall back on: it has no upper limit (qicharts2 0.8.1).
  const isEmpty = range.mean === null || (kind === 't' && range.mean === 0 && range.screenedOut > 0);
  const sigma = isEmpty ? null : (range.mean as number) * sigmaPerRange;
  const { screenedOut } = range;
  return { centre: middle, middle, sigma, bySize: 'constant', screenedOut, overdispersion: null };
}

/** Σx/Σn over the baseline, sizes entering by 1/√n. */
function ratio({ plotted, base }: PhaseFigures): PhaseLimits {
  const tops = heldValues(plotted.numerators, base);
  const sizes = heldValues(plotted.sizes, base);
  const middle = sum(tops) / sum(sizes);
  return { centre: middle, middle, sigma: null, bySize: 'root', screenedOut: 0, overdispersion: null };
}

/** Sigma of one unit: √(p̄(1−p̄)) for proportions, √ū for rates. */
function spread(kind: 'p' | 'pprime' | 'u' | 'uprime', middle: number): number {
  if (kind === 'u' || kind === 'uprime') return Math.sqrt(middle);
  // p̄ may leave 1 by a rounding.
  return Math.sqrt(Math.max(0, middle * (1 - middle)));
}

function laney(kind: 'pprime' | 'uprime', figures: PhaseFigures): PhaseLimits {
  const { tested, plotted, base, isScreened } = figures;
  const limits = ratio(figures);
  const unit = spread(kind, limits.middle);
  if (unit === 0) return limits; // all 0 % or all 100 %: z is not defined
  const z = new Float64Array(base.length);
  for (let m = 0; m < base.length; m++) {
    const i = base[m] as number;
    z[m] = (((tested[i] as number) - limits.middle) / unit) * Math.sqrt(plotted.sizes[i] as number);
  }
  const range = meanRange(rangesOf(z), isScreened);
  return withRange(limits, range, unit / D2, range.mean === null ? null : range.mean / D2);
}

function normalisedIndividuals(figures: PhaseFigures): PhaseLimits {
  const { tested, plotted, base, isScreened } = figures;
  const sizes = valuesAt(plotted.sizes, base);
  const root = Math.sqrt(Math.PI / 2);
  const deviations = rangesOf(
    valuesAt(tested, base),
    (earlier, later) => root / Math.sqrt(1 / (sizes[earlier] as number) + 1 / (sizes[later] as number)),
  );
  return withRange(ratio(figures), meanRange(deviations, isScreened, D4_STANDARDISED), 1, null);
}

function withRange(
  { centre, middle, bySize }: PhaseLimits,
  { mean: range, screenedOut }: MeanRange,
  unit: number,
  overdispersion: number | null,
): PhaseLimits {
  return { centre, middle, sigma: range === null ? null : range * unit, bySize, screenedOut, overdispersion };
}

function subgroups(kind: 'xbar' | 's', { plotted, base, start, end }: PhaseFigures): PhaseLimits {
  const { sizes, deviations, numerators: means } = plotted;
  let first = Number.NaN;
  let isEqual = true;
  for (let i = start; i <= end; i++) {
    const size = sizes[i] as number;
    if (Number.isNaN(size)) continue;
    if (Number.isNaN(first)) first = size;
    else if (size !== first) isEqual = false;
  }
  const usable = base.filter((i) => (sizes[i] as number) >= 2);
  const within = Float64Array.from(usable, (i) => deviations[i] as number);
  const freedom = Float64Array.from(usable, (i) => (sizes[i] as number) - 1);
  const pooled = within.map((deviation, m) => (freedom[m] as number) * deviation ** 2);
  // Where no subgroup has a deviation, sizes of 1 or 0 ÷ 0 leave no limits.
  const sigma = isEqual ? meanOf(within) : Math.sqrt(sum(pooled) / sum(freedom));
  if (kind === 's') return { ...NONE, centre: sigma, middle: sigma, sigma, bySize: 'subgroup deviation' };
  const present = base.filter((i) => !Number.isNaN(means[i] as number));
  const weights = Float64Array.from(present, (i) => sizes[i] as number);
  const weighted = Float64Array.from(present, (i) => (sizes[i] as number) * (means[i] as number));
  const middle = sum(weighted) / sum(weights);
  return { ...NONE, centre: middle, middle, sigma, bySize: 'subgroup' };
}
