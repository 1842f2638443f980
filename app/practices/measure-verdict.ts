import type { Direction, MeasureType, VerdictMethod } from '#db/vocabulary';
import { type ChangePoint, type ChangeVerdict, judgeAfterChange } from '~/statistics/after-change';
import { sideOf } from '~/statistics/center';
import type { Better } from '~/statistics/signals';

/* What one measure says of one use of a practice (product rules, practices). Pure: dates are text, nothing is asked. */

export interface DatedPoint extends ChangePoint {
  /** First day of its period, YYYY-MM-DD. */
  date: string;
  /** How many people stand behind it, where they are counted. */
  outOf?: number | null;
  /** Set aside: takes part in nothing. */
  isGhosted?: boolean;
}

export interface UseMeasure {
  id: string;
  type: MeasureType;
  direction: Direction;
  /** First days of the phases that people began. */
  rebasedOn: readonly string[];
  points: readonly DatedPoint[];
}

/** A verdict with everything it rests on, so that it can be opened to its working. */
export interface MeasureVerdict {
  id: string;
  type: MeasureType;
  verdict: ChangeVerdict;
  method: VerdictMethod;
  /** The change; null while nobody has begun to do it. */
  changeDate: string | null;
  /** First day of the phase the baseline lies in; null where nobody began one. */
  rebasedOn: string | null;
  /** Points with a value that take part, and those of them that are not on the median. */
  before: { count: number; useful: number; from: string | null; to: string | null };
  after: { count: number; useful: number; from: string | null; to: string | null };
  /** Median of the points before. */
  centre: number | null;
  /** Run rules: the run that was needed, and the longest on each side. */
  leastRun: number | null;
  longestGood: number;
  longestBad: number;
  /** One-sided p of the rank test that the points after are better, and worse. */
  pBetter: number | null;
  pWorse: number | null;
  /** Before/after: change of the pooled share with its 95 % interval (0 … 1), and the overdispersion. */
  difference: number | null;
  low: number | null;
  high: number | null;
  phi: number | null;
  /** An improvement with at least twelve useful points after it, and none of the last six all on the bad side. */
  isHeld: boolean;
}

const HELD_POINTS = 12; // product.md § 6, tiers: Held
const LAST_POINTS = 6; // the same: no reverse signal among the last 6

const betterOf: Record<Direction, Better> = { higher: 'up', lower: 'down', neither: 'neither' };

/** Points in the order of their days; those of one day by value, so that the order they came in says nothing. */
const inOrder = (a: DatedPoint, b: DatedPoint) =>
  a.date < b.date ? -1 : a.date > b.date ? 1 : (a.value ?? 0) - (b.value ?? 0);

/** The points that are compared: since the last phase that began before the change, none set aside. */
export function comparedPoints(measure: UseMeasure, changeDate: string | null) {
  const taking = measure.points.filter(({ isGhosted }) => !isGhosted).toSorted(inOrder);
  const isBefore = (date: string) => changeDate === null || date < changeDate;
  const rebasedOn = measure.rebasedOn.filter(isBefore).toSorted().at(-1) ?? null;
  return {
    rebasedOn,
    before: taking.filter(({ date }) => isBefore(date) && (rebasedOn === null || date >= rebasedOn)),
    after: taking.filter(({ date }) => !isBefore(date)),
  };
}

/** The verdict of one measure on one use. */
export function judgeMeasure(measure: UseMeasure, changeDate: string | null): MeasureVerdict {
  const { rebasedOn, before, after } = comparedPoints(measure, changeDate);
  const better = betterOf[measure.direction];
  const judged = judgeAfterChange({ before, after, better });
  const { verdict, centre, test, estimate } = judged;
  const sides = usefulSides(after, centre);
  const good = better === 'down' ? -1 : 1;
  return {
    id: measure.id,
    type: measure.type,
    verdict,
    method: methodOf(judged),
    changeDate,
    rebasedOn,
    before: { ...spanOf(before), useful: judged.usefulBefore },
    after: { ...spanOf(after), useful: judged.usefulAfter },
    centre,
    leastRun: judged.leastRun,
    longestGood: longestRun(sides, good),
    longestBad: longestRun(sides, -good),
    pBetter: test === null ? null : good === 1 ? test.higher : test.lower,
    pWorse: test === null ? null : good === 1 ? test.lower : test.higher,
    difference: estimate?.difference ?? null,
    low: estimate?.low ?? null,
    high: estimate?.high ?? null,
    phi: judged.phi,
    isHeld: verdict === 'improved' && sides.length >= HELD_POINTS && !isReversed(sides, good),
  };
}

function methodOf({ method, isWeak }: { method: string; isWeak: boolean }): VerdictMethod {
  if (method === 'run rules') return isWeak ? 'run rules, weak baseline' : 'run rules';
  return method === 'before/after' ? 'before/after' : 'none';
}

/** The sides of the useful points, in order. */
export function usefulSides(points: readonly ChangePoint[], centre: number | null): (1 | -1)[] {
  if (centre === null) return [];
  return points.flatMap(({ value }) => {
    const side = value === null || !Number.isFinite(value) ? 0 : sideOf(value, centre);
    return side === 0 ? [] : [side];
  });
}

export function longestRun(sides: readonly number[], side: number): number {
  let longest = 0;
  let length = 0;
  for (const one of sides) {
    length = one === side ? length + 1 : 0;
    longest = Math.max(longest, length);
  }
  return longest;
}

/** The run rule on the last six useful points by themselves asks for all six on the bad side. */
function isReversed(sides: readonly number[], good: number): boolean {
  const last = sides.slice(-LAST_POINTS);
  return last.length === LAST_POINTS && last.every((side) => side === -good);
}

function spanOf(points: readonly DatedPoint[]) {
  const valued = points.filter(({ value }) => value !== null && Number.isFinite(value));
  return { count: valued.length, from: valued[0]?.date ?? null, to: valued.at(-1)?.date ?? null };
}
