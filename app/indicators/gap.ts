import type { Direction } from '#db/vocabulary';
import type { GapStatus } from '~/charts/wedge';
import type { Period } from '~/imports/calendar';
import { type EquityVerdict, equityVerdict } from '~/statistics/equity';
import { mover, type RelativeChange, relativeChange } from '~/statistics/gap-change';
import type { Interval } from '~/statistics/gaps';
import { movedBeyond, movement } from '~/statistics/movement';
import { type Cell, isFigure, type Measured } from './cells';
import { betterOf, type Difference, differenceOf, estimateOf, excludesZero, toleranceOf } from './change';
import { type DefinitionRevision, lastBreak } from './revisions';
import { baselineFigure, type Series } from './series';

/** The gap of one period: focus − reference in points, and as a ratio. */
export interface GapAt extends Difference {
  index: number;
  /** null where the reference is 0 or a number is below it. */
  ratio: number | null;
}

/** The gap of each period in which both groups have a figure, oldest first. */
export function gapsOf(focus: Series, reference: Series, measured: Measured): GapAt[] {
  return focus.cells.flatMap((cell, index) => {
    const other: Cell | null | undefined = reference.cells[index];
    if (!isFigure(cell) || !isFigure(other)) return [];
    // Of numbers below 0, such as a mean change of scores, a ratio says nothing.
    const ratio = cell.value >= 0 && other.value > 0 ? cell.value / other.value : null;
    return [{ index, ...differenceOf(cell, other, measured), ratio }];
  });
}

export type GapWord = 'narrowed' | 'widened' | 'cannot tell' | 'no change';

/** Whether what happened is good for the children: a gap that closed because both fell is not. */
export type Tone = 'better' | 'worse' | 'neutral';

const tones: Partial<Record<EquityVerdict['class'], Tone>> = {
  'improved for all, narrowed': 'better',
  'focus only': 'better',
  'improved for all, widened': 'worse',
  'reference only': 'worse',
  'levelled down': 'worse',
  'focus fell': 'worse',
  'both fell': 'worse',
};

function toneOf({ class: found, gap }: EquityVerdict, before: number, after: number, rule: GapRule): Tone {
  if (found !== 'reversed') return tones[found] ?? 'neutral';
  const better = betterOf(rule.direction);
  const isAhead = gap !== null && gap.latest > 0 === (better === 'up');
  const moved = movedBeyond(movement(before, after, better), rule.minimumMovement, toleranceOf(rule));
  if (isAhead) return moved === 1 ? 'better' : 'neutral';
  return 'worse';
}

export interface GapSince {
  baseline: GapAt;
  latest: GapAt;
  /** latest − baseline, with its MOVER interval where both gaps have one. */
  change: number;
  interval: Interval | null;
  /** The ratio of the two ratios with its interval; null where not all four have counts above 0. */
  relative: RelativeChange | null;
  word: GapWord;
  status: GapStatus;
  verdict: EquityVerdict;
  tone: Tone;
}

export interface GapRule extends Measured {
  direction: Direction;
  minimumMovement: number;
  baselinePeriod: string | null;
  revisions?: readonly DefinitionRevision[];
}

/** Whether a baseline was chosen in which one of the two groups has no figure. */
export const lacksBaseline = (
  gaps: readonly GapAt[],
  periods: readonly Period[],
  baselinePeriod: string | null,
): boolean => baselinePeriod !== null && !baselineGap(gaps, periods, baselinePeriod);

/** The gap of the chosen baseline period, or the first one where none was chosen. */
export const baselineGap = (
  gaps: readonly GapAt[],
  periods: readonly Pick<Period, 'key'>[],
  baselinePeriod: string | null,
  /** Where none was chosen: the first period that is counted as now. */
  since: string | null = null,
): GapAt | undefined =>
  baselinePeriod === null
    ? gaps.find(({ index }) => since === null || (periods[index]?.key ?? '') >= since)
    : gaps.find(({ index }) => periods[index]?.key === baselinePeriod);

/**
 * What became of the gap since the baseline, or since the first period with both groups where none was chosen; null
 * where there are not two such periods. Another year than the chosen one would be compared unseen.
 */
export function gapSince(
  gaps: readonly GapAt[],
  focus: Series,
  reference: Series,
  periods: readonly Pick<Period, 'key'>[],
  rule: GapRule,
): GapSince | null {
  const baseline = baselineGap(gaps, periods, rule.baselinePeriod, lastBreak(rule.revisions));
  const latest = gaps.at(-1);
  if (!baseline || !latest || baseline.index >= latest.index) return null;
  const [before, after] = [estimateOf(baseline), estimateOf(latest)];
  const interval = before && after && mover(before, after);
  const figures = (series: Series) => ({
    baseline: valueAt(series, baseline.index),
    latest: valueAt(series, latest.index),
  });
  const verdict = equityVerdict({
    focus: figures(focus),
    reference: figures(reference),
    better: betterOf(rule.direction),
    minimumMovement: rule.minimumMovement,
    tolerance: toleranceOf(rule),
    interval,
  });
  const word = wordOf(baseline.difference, latest.difference, interval, toleranceOf(rule));
  const status = word === 'narrowed' ? 'closing' : word === 'widened' ? 'widening' : 'flat';
  return {
    baseline,
    latest,
    change: latest.difference - baseline.difference,
    interval,
    relative: relativeOf(focus, reference, { before: baseline.index, after: latest.index }, rule),
    word,
    status,
    verdict,
    tone: toneOf(verdict, figures(focus).baseline ?? 0, figures(focus).latest ?? 0, rule),
  };
}

function relativeOf(
  focus: Series,
  reference: Series,
  at: { before: number; after: number },
  { unit }: GapRule,
): RelativeChange | null {
  if (unit !== 'percent' && unit !== 'rate') return null;
  const counts = (series: Series, index: number) => {
    const cell = series.cells[index];
    const found = isFigure(cell) ? cell.counts : null;
    return found && (unit === 'rate' || found.count <= found.of) ? found : null;
  };
  const [f1, f2] = [counts(focus, at.before), counts(focus, at.after)];
  const [r1, r2] = [counts(reference, at.before), counts(reference, at.after)];
  if (!f1 || !f2 || !r1 || !r2) return null;
  return relativeChange(
    { focus: { before: f1, after: f2 }, reference: { before: r1, after: r2 } },
    unit === 'percent' ? 'proportion' : 'rate',
  );
}

function valueAt(series: Series, index: number): number | null {
  const cell = series.cells[index];
  return isFigure(cell) ? cell.value : null;
}

function wordOf(before: number, after: number, interval: Interval | null, tolerance: number): GapWord {
  const smaller = Math.abs(before) - Math.abs(after);
  if (interval && !excludesZero(interval)) return 'cannot tell';
  // A gap that passed to the other side at the same size neither narrowed nor widened.
  if (Math.abs(smaller) <= tolerance) return interval ? 'cannot tell' : 'no change';
  return smaller > 0 ? 'narrowed' : 'widened';
}

/** The group that did best at the baseline, or in the first period in which any group has a figure. */
export function bestAtBaseline(
  groups: readonly Series[],
  periods: readonly Period[],
  { direction, baselinePeriod, revisions }: Pick<GapRule, 'direction' | 'baselinePeriod' | 'revisions'>,
): Series | null {
  const sign = betterOf(direction) === 'up' ? 1 : -1;
  const best = (figureOf: (series: Series) => number | null) =>
    groups.reduce<{ series: Series; value: number } | null>((leader, series) => {
      const value = figureOf(series);
      return value !== null && (!leader || sign * value > sign * leader.value) ? { series, value } : leader;
    }, null)?.series ?? null;
  const atBaseline =
    baselinePeriod && best((one) => baselineFigure(one.cells, periods, baselinePeriod)?.figure.value ?? null);
  if (atBaseline) return atBaseline;
  const since = lastBreak(revisions);
  const first = periods.findIndex(
    ({ key }, index) => (since === null || key >= since) && groups.some((one) => isFigure(one.cells[index])),
  );
  return best((one) => valueAt(one, first));
}

/** The group to look at first: the one farthest behind the reference in the newest period both have. */
export function farthestBehind(
  groups: readonly Series[],
  reference: Series,
  measured: Measured & { direction: Direction },
): Series | null {
  const sign = betterOf(measured.direction) === 'up' ? 1 : -1;
  let farthest: { series: Series; behind: number; periods: number } | null = null;
  for (const series of groups) {
    if (series.id === reference.id) continue;
    const gaps = gapsOf(series, reference, measured);
    const latest = gaps.at(-1);
    if (!latest) continue;
    const behind = -sign * latest.difference;
    // A gap with a history says more than one that stands alone.
    const isFuller = farthest !== null && Math.min(gaps.length, 2) > Math.min(farthest.periods, 2);
    const isFurther =
      farthest !== null &&
      Math.min(gaps.length, 2) === Math.min(farthest.periods, 2) &&
      behind > farthest.behind;
    if (farthest === null || isFuller || isFurther) farthest = { series, behind, periods: gaps.length };
  }
  return farthest?.series ?? null;
}
