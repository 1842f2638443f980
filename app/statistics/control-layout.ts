// A control chart laid out on the scale it is tested on: sides, limits and zones of every point.
import { sideOf } from './center';
import { c4, limitsOf, type PhaseLimits } from './limits';
import { NHS_SIGMA_PER_RANGE, SIGMA_PER_RANGE } from './moving-range';
import { excludedMarks, type Phase, phasesOf } from './phases';
import { type ChartKind, type Figures, type Plotted, plotFigures } from './plotted';
import type { Zones } from './rule-sets';
import { markSides } from './run-chart';
import { OUT } from './runs';
import { testedValues } from './scale';
import type { Better, RuleSet } from './signals';

export interface ControlChartInput extends Figures {
  kind: ChartKind;
  /** the first k points are the baseline; phases win over it */
  frozen?: number | undefined;
  breaks?: readonly number[] | undefined;
  excluded?: readonly number[] | undefined;
  /** multiplies what is shown, after everything is computed */
  multiply?: number | undefined;
  /** false: moving ranges are not screened, as in the NHS Excel tool and qcc */
  isScreened?: boolean | undefined;
  /** true: excluded points beyond the limits are flagged too, as in qicharts2 */
  flagsExcluded?: boolean | undefined;
  rules?: RuleSet | undefined;
  better: Better;
}

/** A chart laid out on the scale it is tested on, before anything is said of it. */
export interface Layout {
  kind: ChartKind;
  rules: RuleSet;
  better: Better;
  plotted: Plotted;
  tested: Float64Array;
  excluded: Uint8Array;
  sides: Int8Array;
  phases: Phase[];
  limits: PhaseLimits[];
  /** per point; NaN where there are no limits */
  middle: Float64Array;
  sigma: Float64Array;
}

/** Lays a chart out; throws NumbersRefused as plotFigures does. */
export function layOut(input: ControlChartInput): Layout {
  const { kind, better, rules = 'anhoej' } = input;
  const plotted = plotFigures(kind, input);
  const count = plotted.values.length;
  const phases = phasesOf(count, input);
  const tested = testedValues(kind, plotted.values, phases);
  const excluded = excludedMarks(count, input.excluded);
  const sides = new Int8Array(count).fill(OUT);
  const middle = new Float64Array(count).fill(Number.NaN);
  const sigma = new Float64Array(count).fill(Number.NaN);
  const isScreened = input.isScreened ?? true;
  const sigmaPerRange = rules === 'nhs' && kind === 'i' ? NHS_SIGMA_PER_RANGE : SIGMA_PER_RANGE;
  const limits = phases.map(({ start, end, baselineEnd }) => {
    const base = new Int32Array(baselineEnd - start + 1);
    let held = 0;
    for (let i = start; i <= baselineEnd; i++) if (excluded[i] === 0) base[held++] = i;
    const figures = { plotted, tested, base: base.subarray(0, held), start, end, isScreened, sigmaPerRange };
    const found = limitsOf(kind, figures);
    markSides(sides, tested, excluded, start, end, found.centre);
    if (found.sigma !== null) {
      for (let i = start; i <= end; i++) {
        middle[i] = found.middle;
        sigma[i] = found.sigma * sizeFactor(found.bySize, plotted.sizes[i] as number);
      }
    }
    return found;
  });
  return { kind, rules, better, plotted, tested, excluded, sides, phases, limits, middle, sigma };
}

function sizeFactor(bySize: PhaseLimits['bySize'], size: number): number {
  if (bySize === 'constant') return 1;
  if (bySize === 'root') return 1 / Math.sqrt(size);
  const bias = c4(size); // NaN for one value, which has no deviation
  return bySize === 'subgroup' ? 1 / (bias * Math.sqrt(size)) : Math.sqrt(1 - bias * bias) / bias;
}

/** The zones of a chart's points; excluded points have one only beyond the limits, and only if asked. */
export function zonesOf({ tested, excluded, middle, sigma }: Layout, flagsExcluded: boolean): Zones {
  const known: Partial<Record<1 | 2 | 3, Int8Array>> = {};
  const zoneBy = (sigmas: number, point: number, limitsAt: number) => {
    const value = tested[point] as number;
    const line = middle[limitsAt] as number;
    const reach = sigmas * (sigma[limitsAt] as number);
    // Most points are well inside: a thousandth is far more than lying on a line allows for.
    if (Math.abs(value - line) < 0.999 * reach) return 0;
    return value > line ? Math.max(0, sideOf(value, line + reach)) : Math.min(0, sideOf(value, line - reach));
  };
  const zonesAt = (sigmas: 1 | 2 | 3) => {
    const zones = new Int8Array(tested.length).fill(OUT);
    for (let i = 0; i < tested.length; i++) {
      if (Number.isNaN(tested[i]) || Number.isNaN(sigma[i])) continue;
      if (excluded[i] === 0 || (flagsExcluded && sigmas === 3)) zones[i] = zoneBy(sigmas, i, i);
    }
    return zones;
  };
  return {
    of: (sigmas) => {
      known[sigmas] ??= zonesAt(sigmas);
      return known[sigmas];
    },
    by: (sigmas) => (point, limitsAt) => zoneBy(sigmas, point, limitsAt),
  };
}
