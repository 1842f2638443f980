// Did a measure move after a change? One verdict by the strongest method the data allow (product.md § 6).
import { compareBeforeAfter } from './before-after';
import { median, sideOf } from './center';
import type { GapEstimate, Share } from './gaps';
import { mannWhitney, type RankTest } from './mann-whitney';
import { oneSidedRuns, type Pattern } from './patterns';
import { OUT } from './runs';
import type { Better } from './signals';

export interface ChangePoint {
  /** null where there is none; set-aside points are left out by the caller */
  value: number | null;
  /** for proportions: the counts behind the value */
  share?: Share | null;
}

export interface AfterChangeInput {
  /** points since the last rebase before the change, in order */
  before: readonly ChangePoint[];
  after: readonly ChangePoint[];
  better: Better;
}

export type ChangeVerdict =
  | 'improved'
  | 'worsened'
  | 'mixed'
  | 'no signal'
  | 'no clear change'
  | 'too early'
  | 'observed only';

export interface AfterChange {
  verdict: ChangeVerdict;
  method: 'run rules' | 'before/after' | 'observed only';
  /** only 8 or 9 useful baseline points stand behind a verdict by run rules */
  isWeak: boolean;
  /** median of the points before; null without any */
  centre: number | null;
  usefulBefore: number;
  usefulAfter: number;
  /** run rules only: the length a run needed, the runs that had it (indices into `after`), and the rank test */
  leastRun: number | null;
  runs: readonly Pattern[];
  test: RankTest | null;
  /** before/after only */
  phi: number | null;
  estimate: GapEstimate | null;
}

const BASELINE = 10; // useful points before, product.md § 6
const WEAK_BASELINE = 8;
const AFTER = 6; // useful points after
const LEVEL = 0.025; // one-sided, so that both sides together stay within 5 %

/** The shortest run that counts among n useful points after: max(6, round(log₂ n) + 3). Source: product.md § 6. */
export function leastRunAfter(useful: number): number {
  return Math.max(6, Math.round(Math.log2(useful)) + 3);
}

/**
 * The verdict on one measure after one change: by run and rank test together where the baseline suffices, else by
 * comparing pooled proportions, else none. With better 'neither' a signal is reported and judged 'no signal'.
 */
export function judgeAfterChange({ before, after, better }: AfterChangeInput): AfterChange {
  const earlier = valuesOf(before);
  const later = valuesOf(after);
  const centre = median(earlier);
  const usefulBefore = countUseful(earlier, centre);
  const usefulAfter = countUseful(later, centre);
  const common = {
    centre,
    usefulBefore,
    usefulAfter,
    leastRun: null,
    runs: [],
    test: null,
    phi: null,
    estimate: null,
  };
  if (centre !== null && usefulBefore >= WEAK_BASELINE && usefulAfter >= AFTER) {
    const leastRun = leastRunAfter(usefulAfter);
    const sides = Int8Array.from(after, ({ value }) => (isNumber(value) ? sideOf(value, centre) : OUT));
    const runs = oneSidedRuns(sides, 0, sides.length - 1, leastRun, 'skips');
    const test = mannWhitney(earlier, later);
    const verdict = judgeRuns(runs, test, better);
    const isWeak = usefulBefore < BASELINE;
    return { ...common, verdict, method: 'run rules', isWeak, leastRun, runs, test };
  }
  const compared = compareBeforeAfter(sharesOf(before), sharesOf(after));
  if (compared) {
    const { estimate, phi } = compared;
    const side = estimate.low > 0 ? 1 : estimate.high < 0 ? -1 : 0;
    const verdict = side === 0 ? 'no clear change' : judged(side, better, 'no clear change');
    return { ...common, verdict, method: 'before/after', isWeak: false, phi, estimate };
  }
  const verdict = usefulBefore >= WEAK_BASELINE ? 'too early' : 'observed only';
  return { ...common, verdict, method: 'observed only', isWeak: false };
}

function judgeRuns(runs: readonly Pattern[], test: RankTest, better: Better): ChangeVerdict {
  const has = (side: 1 | -1) => runs.some((run) => run.side === side);
  const high = has(1) && test.higher <= LEVEL;
  const low = has(-1) && test.lower <= LEVEL;
  if (high && low) return 'mixed';
  if (!high && !low) return 'no signal';
  return judged(high ? 1 : -1, better, 'no signal');
}

function judged(side: 1 | -1, better: Better, neutral: ChangeVerdict): ChangeVerdict {
  if (better === 'neither') return neutral;
  return (side === 1) === (better === 'up') ? 'improved' : 'worsened';
}

function isNumber(value: number | null): value is number {
  return Number.isFinite(value);
}

function valuesOf(points: readonly ChangePoint[]): number[] {
  return points.map(({ value }) => value).filter(isNumber);
}

function sharesOf(points: readonly ChangePoint[]): Share[] {
  return points.flatMap(({ share }) => (share && share.of > 0 ? [share] : []));
}

function countUseful(values: readonly number[], centre: number | null): number {
  return centre === null ? 0 : values.filter((value) => sideOf(value, centre) !== 0).length;
}
