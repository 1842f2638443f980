// The equity verdict on an indicator since baseline: who moved, and what became of the gap (product.md § 5).
import type { Interval } from './gaps';
import { type Direction, MOVEMENT_TOLERANCE, movedBeyond, movement } from './movement';

export type EquityClass =
  | 'no data'
  | 'unclear'
  | 'reversed'
  | 'improved for all, narrowed'
  | 'improved for all, widened'
  | 'focus only'
  | 'reference only'
  | 'levelled down'
  | 'focus fell'
  | 'both fell';

/** A group's figures in the indicator's unit; null where there is none or it is suppressed. */
export interface GroupFigures {
  baseline: number | null;
  latest: number | null;
}

export interface EquityInput {
  focus: GroupFigures;
  reference: GroupFigures;
  better: Direction;
  minimumMovement?: number;
  /** Differences up to this are rounding, in the unit of the figures. */
  tolerance?: number;
  /** MOVER interval of the gap's change; null where only percentages exist */
  interval: Interval | null;
}

export interface EquityVerdict {
  class: EquityClass;
  /** no interval stands behind it */
  withoutCounts: boolean;
  gap: { baseline: number; latest: number } | null;
}

/** The first class that holds, in the order of product.md § 5; the gap is focus − reference. */
export function equityVerdict(input: EquityInput): EquityVerdict {
  const { focus, reference, better, minimumMovement, interval, tolerance = MOVEMENT_TOLERANCE } = input;
  const withoutCounts = interval === null;
  if (
    focus.baseline === null ||
    focus.latest === null ||
    reference.baseline === null ||
    reference.latest === null
  ) {
    return { class: 'no data', withoutCounts, gap: null };
  }
  const gap = { baseline: focus.baseline - reference.baseline, latest: focus.latest - reference.latest };
  const moved = (before: number, after: number) =>
    movedBeyond(movement(before, after, better), minimumMovement, tolerance);
  const focusMoved = moved(focus.baseline, focus.latest);
  const referenceMoved = moved(reference.baseline, reference.latest);
  const found = classOf(gap, focusMoved, referenceMoved, interval, tolerance);
  return { class: found, withoutCounts, gap };
}

function signOf(gap: number, tolerance: number): number {
  return Math.abs(gap) <= tolerance ? 0 : Math.sign(gap);
}

function classOf(
  gap: { baseline: number; latest: number },
  focus: -1 | 0 | 1,
  reference: -1 | 0 | 1,
  interval: Interval | null,
  tolerance: number,
): EquityClass {
  const isUnclear = interval
    ? interval.low <= 0 && interval.high >= 0
    : Math.abs(gap.latest - gap.baseline) <= tolerance;
  if (isUnclear || (focus === 0 && reference === 0)) return 'unclear';
  // From or to no gap at all is not a reversal: only a change from one sign to the other is.
  if (signOf(gap.baseline, tolerance) * signOf(gap.latest, tolerance) === -1) return 'reversed';
  if (focus === 1 && reference === 1) {
    const narrowed = Math.abs(gap.latest) < Math.abs(gap.baseline);
    return narrowed ? 'improved for all, narrowed' : 'improved for all, widened';
  }
  if (focus === 1) return 'focus only';
  if (reference === 1) return 'reference only';
  if (focus === 0) return 'levelled down';
  return reference === 0 ? 'focus fell' : 'both fell';
}

export interface EquityNames {
  focus: string;
  reference: string;
  better: Direction;
}

/** The verdict as a sentence for the page. */
export function equitySentence(verdict: EquityVerdict, { focus, reference, better }: EquityNames): string {
  const end = verdict.withoutCounts && verdict.class !== 'no data' ? ' (without counts).' : '.';
  const fell = better === 'up' ? 'fell' : 'got worse';
  const words: Record<EquityClass, string> = {
    'no data': `No two periods with figures for both ${focus} and ${reference}`,
    unclear: `Unclear: the gap between ${focus} and ${reference} may not have changed`,
    reversed: `Reversed: ${ahead(verdict, better) ? focus : reference} are now ahead of ${ahead(verdict, better) ? reference : focus}`,
    'improved for all, narrowed': `Improved for all, and the gap between ${focus} and ${reference} narrowed`,
    'improved for all, widened': `Improved for all, but the gap between ${focus} and ${reference} widened`,
    'focus only': `Only ${focus} improved`,
    'reference only': `Only ${reference} improved`,
    'levelled down': `Levelled down: ${focus} did not move and ${reference} ${fell}`,
    'focus fell': `${focus} ${fell} and ${reference} did not move`,
    'both fell': better === 'up' ? 'Both fell' : 'Both got worse',
  };
  return words[verdict.class] + end;
}

/** Whether the focus group is ahead now. */
function ahead({ gap }: EquityVerdict, better: Direction): boolean {
  return gap !== null && gap.latest > 0 === (better === 'up');
}

/** "ahead now (92 vs 89 %), no earlier figures", or null where that is not what the figures say. */
export function aheadNow(
  focus: GroupFigures,
  reference: GroupFigures,
  better: Direction,
  unit: string,
): string | null {
  if (focus.latest === null || reference.latest === null || focus.baseline !== null) return null;
  if (movedBeyond(movement(reference.latest, focus.latest, better)) !== 1) return null;
  return `ahead now (${focus.latest} vs ${reference.latest}${unit === '' ? '' : ` ${unit}`}), no earlier figures`;
}
