import type { ChartPoint } from '~/charts/run-chart-data';
import { defaultFrozen } from '~/statistics/run-chart';
import type { Measure } from './measure';

/** Which points the later ones are judged against, and why these. */
export interface HeldBaseline {
  /** The first so many points as they are drawn, holes among them. */
  frozen: number;
  /** So many of them take part. */
  points: number;
  /** "cycle": since its first Do began; "chosen": a person said so. */
  by: { kind: 'cycle'; number: number } | { kind: 'chosen'; through: string };
}

export const takesPart = (point: ChartPoint): point is ChartPoint & { value: number } =>
  point.value !== null && !point.ghosted;

/**
 * The baseline of a series: what a person chose; else, once 12 points come before the first Do, those; null where the
 * chart's own middle is used. Phases win over it: each has its own. Source: statistics, § 0 and § 1.3.
 */
export function baselineOf(
  { baselineThrough, phaseStarts }: Pick<Measure, 'baselineThrough' | 'phaseStarts'>,
  points: readonly ChartPoint[],
  firstDo: { number: number; doStartedOn: string } | undefined,
): HeldBaseline | null {
  if (breaksOf(phaseStarts, points).length > 0) return null;
  if (baselineThrough !== null) {
    const held = points.filter(({ date }) => date <= baselineThrough);
    const taking = held.filter(takesPart).length;
    // Its points may have been set aside since: a middle needs one.
    if (taking === 0) return null;
    return { frozen: held.length, points: taking, by: { kind: 'chosen', through: baselineThrough } };
  }
  if (!firstDo) return null;
  const before = points.filter(({ date }) => date < firstDo.doStartedOn);
  const taking = before.filter(takesPart).length;
  // Twelve points that take part are asked for; those without a number or set aside before the day come along.
  if (defaultFrozen(taking) === undefined) return null;
  return { frozen: before.length, points: taking, by: { kind: 'cycle', number: firstDo.number } };
}

/** The indices at which phases begin; a phase that begins before the first point or after the last is none yet. */
export function breaksOf(phaseStarts: readonly string[], points: readonly ChartPoint[]): number[] {
  const at = phaseStarts.map((day) => points.findIndex(({ date }) => date >= day));
  return [...new Set(at)].filter((index) => index > 0).sort((a, b) => a - b);
}
