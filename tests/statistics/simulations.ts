// What "How we read charts" prints about chance: each figure is a share of simulated series, computed with the app's own
// functions. simulate.ts runs them all; simulations.test.ts runs a few again.
import { type AfterChangeInput, judgeAfterChange } from '../../app/statistics/after-change';
import { readControlChart } from '../../app/statistics/control-chart';
import { FEWEST_POINTS_TO_TEST } from '../../app/statistics/rule-sets';
import { readRunChart } from '../../app/statistics/run-chart';
import type { RuleSet } from '../../app/statistics/signals';
import { clusteredCount, normalNoise, seeded, seedFor, series } from './noise';

/** The seed of every figure, together with what it is a figure of. */
export const SEED = 20_261_122;
/** Points of a chart, and points before and after a change, for which figures are printed. */
export const CHART_POINTS = [8, 12, 20, 24, 36, 60];
export const POWER_POINTS = [12, 20, 24, 36, 60];
export const BEFORE = [8, 10, 12, 20, 30];
export const AFTER = [6, 9, 12, 18, 24, 36];
/** Points on each side of a comparison of counts, and how far counts spread beyond chance. */
export const SIDES = [3, 4, 5, 7];
export const SPREADS = [1, 1.4, 2];

/** How a chart is read. */
export interface Reading {
  chart: 'run' | 'i';
  rules: RuleSet;
  frozen?: number;
}

/** The readings whose figures are printed, by the name the page finds them under. */
export const READINGS = {
  anhoej: { chart: 'run', rules: 'anhoej' },
  anhoejFrozen10: { chart: 'run', rules: 'anhoej', frozen: 10 },
  anhoejFrozen12: { chart: 'run', rules: 'anhoej', frozen: 12 },
  ihi: { chart: 'run', rules: 'ihi' },
  nhs: { chart: 'run', rules: 'nhs' },
  westernElectric: { chart: 'run', rules: 'western-electric' },
  nelson: { chart: 'run', rules: 'nelson' },
  limitsAnhoej: { chart: 'i', rules: 'anhoej' },
  limitsIhi: { chart: 'i', rules: 'ihi' },
  limitsNhs: { chart: 'i', rules: 'nhs' },
  limitsWesternElectric: { chart: 'i', rules: 'western-electric' },
  limitsNelson: { chart: 'i', rules: 'nelson' },
} satisfies Record<string, Reading>;

/** Whether one series fires any rule of a reading. */
function fires({ chart, rules, frozen }: Reading, values: number[]): boolean {
  return chart === 'run'
    ? readRunChart({ values, rules, better: 'up', ...(frozen ? { frozen } : {}) }).signals.length > 0
    : readControlChart({ kind: 'i', values, rules, frozen, better: 'up' }).signals.length > 0;
}

/** The noise of one figure: the same whenever the same figure is asked for. */
function noiseFor(figure: object) {
  const uniform = seeded(seedFor(JSON.stringify(figure), SEED));
  return { uniform, noise: normalNoise(uniform) };
}

/** Share of series for which `holds`. */
function shareOf(count: number, holds: () => boolean): number {
  let held = 0;
  for (let i = 0; i < count; i++) if (holds()) held++;
  return held / count;
}

/**
 * Share of charts of `n` points in which a reading fires, where the level rises by `shift` σ half way, or right after
 * the frozen points. Null where the app does not test so few points, or where no point would follow the frozen ones.
 */
export function chartRate(reading: Reading, n: number, shift: number, count: number): number | null {
  if (reading.chart === 'run' && n < FEWEST_POINTS_TO_TEST) return null;
  if (reading.frozen !== undefined && reading.frozen >= n) return null;
  const { noise } = noiseFor({ ...reading, n, shift });
  const from = reading.frozen ?? n / 2;
  return shareOf(count, () => {
    const values = series(noise, n).map((value, i) => (i < from ? value : value + shift));
    return fires(reading, values);
  });
}

export interface Change {
  before: number;
  after: number;
  correlation: number;
  /** in σ of the points */
  shift: number;
}

/** Share of series called better or worse after a change; with a shift, those called better. */
export function afterChangeRate(change: Change, count: number): number {
  const { before, after, correlation, shift } = change;
  const { noise } = noiseFor(change);
  return shareOf(count, () => {
    const values = series(noise, before + after, correlation);
    const points = values.map((value, i) => ({ value: i < before ? value : value + shift }));
    return isCalled({ before: points.slice(0, before), after: points.slice(before), better: 'up' }, shift);
  });
}

export interface Counts {
  /** points on each side, too few for run rules */
  points: number;
  /** what each count is out of, and its chance */
  of: number;
  p: number;
  sigmaZ: number;
  shift: number;
}

/** The same for counts compared before and after, clustered by σ_z. */
export function beforeAfterRate(counts: Counts, count: number): number {
  const { points, of, p, sigmaZ, shift } = counts;
  const { uniform, noise } = noiseFor(counts);
  const later = p + shift * sigmaZ * Math.sqrt((p * (1 - p)) / of);
  const side = (chance: number) =>
    Array.from({ length: points }, () => {
      const share = { count: clusteredCount({ of, p: chance, sigmaZ }, uniform, noise), of };
      return { value: share.count / of, share };
    });
  return shareOf(count, () => isCalled({ before: side(p), after: side(later), better: 'up' }, shift));
}

function isCalled(input: AfterChangeInput, shift: number): boolean {
  const { verdict } = judgeAfterChange(input);
  if (verdict === 'improved') return true;
  return shift === 0 && (verdict === 'worsened' || verdict === 'mixed');
}
