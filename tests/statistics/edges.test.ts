// The ends of what functions take, and the branches that only odd data reach.
import { expect, test } from 'vitest';
import { type ChangePoint, judgeAfterChange } from '../../app/statistics/after-change';
import { lastFiveYears, proportionTrend, rateTrend } from '../../app/statistics/annual-trend';
import { compareBeforeAfter, mayCompare } from '../../app/statistics/before-after';
import { betaMean, binomialDensity } from '../../app/statistics/beta';
import { readControlChart } from '../../app/statistics/control-chart';
import { aheadNow, equityVerdict } from '../../app/statistics/equity';
import { NumbersRefused } from '../../app/statistics/errors';
import { gapWord, relativeChange } from '../../app/statistics/gap-change';
import { newcombe, wilson } from '../../app/statistics/gaps';
import { readIhi } from '../../app/statistics/ihi';
import { mannWhitney } from '../../app/statistics/mann-whitney';
import { publishedDifference, publishedGapChange, standardErrorOf } from '../../app/statistics/margins';
import { movedBeyond, scoreboard } from '../../app/statistics/movement';
import { readNhs } from '../../app/statistics/nhs';
import { upperTail } from '../../app/statistics/normal';
import { scorePrediction } from '../../app/statistics/predictions';
import { exactBinomial } from '../../app/statistics/rates';
import { proposeRebase } from '../../app/statistics/rebase';
import { readRunChart } from '../../app/statistics/run-chart';

const points = (values: (number | null)[]): ChangePoint[] => values.map((value) => ({ value }));
const BASE = [4, 6, 4, 6, 4, 6, 4, 6, 4, 6];
const shares = (counts: number[], of: number) => counts.map((count) => ({ count, of }));

test('a fall after a change is a worsening where up is good, and an improvement where down is', () => {
  const after = points([3, 2, 3, 1, 2, 3]);
  const verdict = (better: 'up' | 'down') =>
    judgeAfterChange({ before: points(BASE), after, better }).verdict;
  expect([verdict('up'), verdict('down')]).toEqual(['worsened', 'improved']);
});

test('a run on one side and a rank test on the other are no signal', () => {
  const low = [-9, -9, -9, -9, -9, -9, -9, 5.1];
  const after = points([...Array(8).fill(5.1), ...low, ...low, ...low]);
  const judged = judgeAfterChange({ before: points(BASE), after, better: 'up' });
  expect(judged.runs.map(({ side }) => side)).toEqual([1]);
  expect(judged.test?.lower).toBeLessThan(0.025);
  expect(judged.verdict).toBe('no signal');
});

test('a point on the median does not end a run after a change', () => {
  const after = points([7, 8, 7, 5, 9, 8, 7]);
  const judged = judgeAfterChange({ before: points(BASE), after, better: 'up' });
  expect(judged.runs[0]?.points).toEqual([0, 1, 2, 4, 5, 6]);
});

test('too early says nothing else, from eight useful points before', () => {
  const judged = judgeAfterChange({ before: points(BASE.slice(0, 8)), after: points([7, 8]), better: 'up' });
  expect(judged).toEqual({
    verdict: 'too early',
    method: 'observed only',
    isWeak: false,
    centre: 5,
    usefulBefore: 8,
    usefulAfter: 2,
    leastRun: null,
    runs: [],
    test: null,
    phi: null,
    estimate: null,
  });
});

test('a value that is not a number moves neither the median nor the rank test', () => {
  const before = points([Number.NaN, 9, 1, 8, 2, 7, 3, 6, 4, 9, 1, Number.NaN]);
  const after = points([11, 12, 13, 14, 15, 16]);
  const odd = judgeAfterChange({ before, after, better: 'up' });
  const plain = judgeAfterChange({ before: before.slice(1, -1), after, better: 'up' });
  expect(odd).toEqual(plain);
});

test('points of counts without a denominator are left out of a comparison', () => {
  const of = (counts: number[]): ChangePoint[] => shares(counts, 40).map((share) => ({ value: 1, share }));
  const before = of([10, 11, 9]);
  const after = of([25, 26, 24]);
  const holes: ChangePoint[] = [{ value: null, share: { count: 0, of: 0 } }, { value: null }];
  const judged = judgeAfterChange({
    before: [...before, ...holes],
    after: [...holes, ...after],
    better: 'up',
  });
  const plain = judgeAfterChange({ before, after, better: 'up' });
  expect(judged.estimate).toEqual(plain.estimate);
  expect([judged.method, judged.isWeak]).toEqual(['before/after', false]);
});

test('two points are too few to compare however large, and a pooled ten is enough', () => {
  expect(mayCompare(shares([5, 5], 100), shares([5, 5, 5], 100))).toBe(false);
  const ten = [...shares([1, 1], 3), { count: 1, of: 4 }];
  expect([mayCompare(ten, ten), mayCompare(ten, shares([1, 1, 1], 3))]).toEqual([true, false]);
  expect(() => compareBeforeAfter([...shares([1, 1], 30), { count: 31, of: 30 }], ten)).toThrow(
    NumbersRefused,
  );
});

test('the interval of clustered counts is Newcombe’s of counts and totals divided by φ', () => {
  const compared = compareBeforeAfter(shares([2, 20, 8], 40), shares([25, 8, 30], 40));
  const phi = compared?.phi as number;
  const divided = newcombe({ x1: 63 / phi, n1: 120 / phi, x2: 30 / phi, n2: 120 / phi });
  expect(compared?.estimate).toEqual(divided);
});

test('ranks shared or not, in any order of asking, are counted for their own sizes', () => {
  const tied = [1, 1, 2, 2, 3, 3, 3];
  expect(mannWhitney(tied, [1, 1, 2, 2, 3, 3, 2, 2, 1]).higher).toBeGreaterThan(0.1);
  const apart = mannWhitney([1, 2, 3, 4, 5, 6, 7], [8, 9, 10, 11, 12, 13, 14, 15, 16]);
  expect(apart.higher).toBeCloseTo(1 / 11440, 14);
  expect(mannWhitney([1, 1, 2, 2], [3, 3, 4, 4]).higher).toBeCloseTo(1 / 70, 14);
  expect(mannWhitney([1, 1, 1, 1], [1, 1, 1, 1])).toEqual({ higher: 1, lower: 1 });
});

test('the rank test is exact to 400 pairs and normal, with both corrections, beyond', () => {
  const upTo = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
  expect(mannWhitney(upTo(1, 20), upTo(21, 40)).higher).toBeLessThan(1e-11); // 1 in 137,846,528,820
  expect(mannWhitney(upTo(1, 21), upTo(22, 41)).higher).toBeGreaterThan(1e-9);
  const before = Array.from({ length: 21 }, (_, i) => (i % 3) + 1);
  const after = [...before.map((value) => value + 1), 2];
  // Of 43 values 7 are 1, 15 are 2, 14 are 3 and 7 are 4: mid-ranks 4, 15, 29.5 and 40.
  const away = 8 * 15 + 7 * 29.5 + 7 * 40 - (22 * 44) / 2;
  const ties = [7, 15, 14, 7].reduce((total, tied) => total + tied ** 3 - tied, 0);
  const sigma = Math.sqrt(((21 * 22) / 12) * (44 - ties / (43 * 42)));
  const { higher, lower } = mannWhitney(before, after);
  expect(higher).toBeCloseTo(upperTail((away - 0.5) / sigma), 12);
  expect(lower).toBeCloseTo(upperTail((-away - 0.5) / sigma), 12);
});

test('a two-sided exact p adds up every outcome no likelier than the one seen', () => {
  for (const p of [0.1, 0.3, 0.5, 0.77]) {
    for (const trials of [1, 4, 9, 12]) {
      const chances = Array.from({ length: trials + 1 }, (_, k) => binomialDensity(k, trials, p));
      chances.forEach((seen, count) => {
        const total = chances
          .filter((chance) => chance <= seen * (1 + 1e-7))
          .reduce((all, one) => all + one, 0);
        expect(exactBinomial(count, trials, p)).toBeCloseTo(Math.min(1, total), 10);
      });
    }
  }
});

test('the likeliest count has a p of 1, without a rounding', () => {
  for (const [count, trials, p] of [
    [0, 4, 0.1],
    [3, 12, 0.3],
    [7, 9, 0.77],
  ] as const) {
    expect(exactBinomial(count, trials, p)).toBe(1);
  }
});

test('a hole in the last five years leaves nothing to test, wherever it is', () => {
  for (const hole of [1, 2, 3, 4]) {
    expect(lastFiveYears([0, 1, 2, 3, 4, 5].map((year) => year !== hole))).toBeNull();
  }
});

test('a trend of unequal years is Cochran and Armitage’s, wherever the counting of years begins', () => {
  const years = [15, 24, 40, 61, 90].map((count, i) => ({
    count,
    of: [100, 150, 240, 300, 410][i] as number,
  }));
  const total = (of: (year: { count: number; of: number }, score: number) => number) =>
    years.reduce((all, year, i) => all + of(year, i + 1), 0);
  const pooled = total(({ count }) => count) / total(({ of }) => of);
  const covariance = total(({ count, of }, score) => score * (count - of * pooled));
  const spread =
    total(({ of }, score) => of * score ** 2) -
    total(({ of }, score) => of * score) ** 2 / total(({ of }) => of);
  expect(proportionTrend(years).chiSquare).toBeCloseTo(
    covariance ** 2 / (pooled * (1 - pooled) * spread),
    10,
  );
});

test('three years are enough for a trend, two are refused with a reason', () => {
  expect(proportionTrend(shares([10, 20, 30], 100)).direction).toBe('increasing');
  expect(proportionTrend(shares([0, 0, 0], 100)).direction).toBe('no significant trend');
  expect(rateTrend(shares([0, 0, 0], 100)).direction).toBe('no significant trend');
  try {
    rateTrend(shares([1, 2], 100));
    expect.unreachable();
  } catch (error) {
    expect(error).toMatchObject({
      reason: 'lengths differ',
      message: 'A trend needs at least three years.',
      points: [],
    });
  }
});

test('one year without events, or full of them, or rates next to nothing still have a slope', () => {
  expect(rateTrend(shares([0, 3, 5, 8, 12], 1000)).logSlope).toBeGreaterThan(0.3);
  expect(proportionTrend(shares([600, 700, 800, 900, 1000], 1000)).logitSlope).toBeGreaterThan(0.5);
  expect(rateTrend([5, 6, 7, 8, 9].map((count) => ({ count, of: count }))).logSlope).toBeCloseTo(0, 10);
  expect(rateTrend(shares([10, 12, 14, 17, 20], 1e10)).annualRateRatio).toBeCloseTo(1.19, 2);
});

test('a Beta distribution takes shapes above 0 and up to a thousand million', () => {
  expect(betaMean(1e9, 1e9)).toBe(0.5);
  for (const [alpha, beta] of [
    [0, 1],
    [1, 0],
    [1.1e9, 1],
    [1, 1.1e9],
  ] as const) {
    try {
      betaMean(alpha, beta);
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ reason: 'out of range', points: [] });
    }
  }
});

test('Wilson’s ends are 0 and 1 exactly at 0 % and 100 % of any number', () => {
  for (let of = 1; of < 500; of++) {
    expect(wilson({ count: 0, of }).low).toBe(0);
    expect(wilson({ count: of, of }).high).toBe(1);
  }
  // Here the formula falls short of 1 by a rounding.
  for (const of of [48 / 7.3, 131068]) expect(wilson({ count: of, of }).high).toBe(1);
});

test('the word for a gap comes from its interval; without one from the normal one', () => {
  const word = (estimate: number, standardError: number, interval: [number, number] | null) =>
    gapWord(0.3, 0.3 + estimate, {
      estimate,
      standardError,
      z: null,
      p: null,
      interval: interval && { low: interval[0], high: interval[1] },
    });
  expect([word(-0.1, 0.01, [-0.3, 0.1]), word(0.1, 0.01, [-0.1, 0.3])]).toEqual([
    'cannot tell',
    'cannot tell',
  ]);
  expect([word(-0.1, 0.1, [-0.2, -0.01]), word(0.1, 0.1, [0.01, 0.2])]).toEqual(['narrowed', 'widened']);
  expect([word(-0.1, 0.1, [-0.2, 0]), word(0.1, 0.1, [0, 0.2])]).toEqual(['cannot tell', 'cannot tell']);
  expect([word(-0.1, 0.1, null), word(0.1, 0.1, null)]).toEqual(['cannot tell', 'cannot tell']);
  expect([word(-0.1, 0.04, null), word(0.1, 0.04, null)]).toEqual(['narrowed', 'widened']);
  expect(word(0, 0.1, [-0.2, 0.2])).toBe('cannot tell');
});

test('a ratio of ratios takes more events than exposure for rates and not for proportions', () => {
  const pair = (before: number, after: number) => ({
    before: { count: before, of: 5 },
    after: { count: after, of: 5 },
  });
  const cells = { focus: pair(8, 16), reference: pair(10, 10) };
  expect(relativeChange(cells, 'rate')?.ratioOfRatios).toBeCloseTo(2, 8);
  expect(() => relativeChange(cells, 'proportion')).toThrow('the part is larger than the whole');
});

test('an equity verdict says whether counts stand behind it, and reads an interval below zero', () => {
  const figures = (focus: [number, number], reference: [number, number], interval: [number, number] | null) =>
    equityVerdict({
      focus: { baseline: focus[0], latest: focus[1] },
      reference: { baseline: reference[0], latest: reference[1] },
      better: 'up',
      interval: interval && { low: interval[0], high: interval[1] },
    });
  expect(figures([50, 55], [80, 95], [-9, -1])).toEqual({
    class: 'improved for all, widened',
    withoutCounts: false,
    gap: { baseline: -30, latest: -40 },
  });
  expect(figures([50, 55], [80, 95], null).withoutCounts).toBe(true);
  // A gap of rounding is none: nothing was reversed.
  expect(figures([70 + 5e-10, 75], [70, 80], [-9, -1]).class).toBe('improved for all, widened');
  expect(aheadNow({ baseline: null, latest: null }, { baseline: 1, latest: 89 }, 'down', '%')).toBeNull();
});

test('a median of nothing is none, also multiplied', () => {
  expect(readIhi({ values: [null], multiply: 100 })[0]?.median).toBeNull();
});

test('a margin of error may be 0 and is refused beyond all measure; a z of exactly 1.645 is not significant', () => {
  expect([standardErrorOf(0), standardErrorOf(1e100)]).toEqual([0, 1e100 / 1.645]);
  expect(() => standardErrorOf(1.1e100)).toThrow(NumbersRefused);
  const edge = publishedDifference({ estimate: 0, margin: '*****' }, { estimate: 1.645, margin: 1.645 });
  expect([edge.z, edge.significantAt90]).toEqual([1.645, false]);
  const at = (focus: number, reference: number) => ({
    focus: { estimate: focus, margin: 1 },
    reference: { estimate: reference, margin: 1 },
  });
  expect(publishedGapChange(at(10, 20), at(16, 30)).difference).toBe(-4);
});

test('a movement of exactly the tolerance is none, and the proof point lies at 60 %', () => {
  expect([movedBeyond(1e-9), movedBeyond(-1e-9)]).toEqual([0, 0]);
  const board = (improved: number, held: number) =>
    scoreboard([
      ...Array(improved).fill({ status: 'improved', beyondChance: null }),
      ...Array(held).fill({ status: 'held', beyondChance: null }),
    ]).proofPoint;
  expect([board(3, 2), board(5, 4), board(0, 0)]).toEqual([true, false, false]);
});

test('NHS: a falling trend is labelled so, and targets are held against the last point’s limits', () => {
  const falling = [9, 10, 9.5, 10.5, 9, 11, 10, 9, 8, 7, 6, 5, 4];
  const labels = readNhs(
    readControlChart({ kind: 'i', values: falling, rules: 'nhs', isScreened: false, better: 'up' }),
    'up',
    null,
  ).labels;
  expect(labels).toContain('7 Point Trend (Decreasing)');
  const widening = readControlChart({
    kind: 'p',
    numerators: [40, 41, 39, 40, 4],
    denominators: [100, 100, 100, 100, 10],
    rules: 'nhs',
    better: 'up',
  });
  const [first, last] = [0, 4].map((i) => ({
    upper: widening.lines.upper[i] as number,
    lower: widening.lines.lower[i] as number,
  })) as [{ upper: number; lower: number }, { upper: number; lower: number }];
  const icon = (target: number) => readNhs(widening, 'up', target).assuranceIcon;
  expect([icon(first.upper + 0.01), icon(last.upper + 0.01)]).toEqual(['inconsistent', 'consistent_fail']);
  expect([icon(first.lower - 0.01), icon(last.lower)]).toEqual(['inconsistent', 'inconsistent']);
  expect(
    readNhs(readControlChart({ kind: 'i', values: [5], rules: 'nhs', better: 'up' }), 'up', 9).assuranceIcon,
  ).toBeNull();
});

test('a prediction with half a range is neither hit nor missed, and holes in a baseline are none of its values', () => {
  const score = (low: number | null, high: number | null) =>
    scorePrediction({ expected: 15, low, high, actual: 13, baseline: [10, null, 12, 11, null] });
  expect([score(null, 17).isHit, score(11, null).isHit, score(11, 17).isHit]).toEqual([null, null, true]);
  expect(score(11, 17).overreach).toBe(2);
});

test('rising is better where up is good and falling worse; what has no side is never either', () => {
  const verdicts = (values: number[], rules: 'ihi' | 'nelson', better: 'up' | 'down') =>
    readRunChart({ values, rules, better })
      .signals.filter(({ rule }) => rule === 'trend' || rule === 'alternating')
      .map(({ side, verdict }) => [side, verdict]);
  const rising = [5, 3, 6, 2, 7, 3, 6, 2, 7, 1, 2, 2, 3, 4, 5];
  const falling = rising.map((value) => 10 - value);
  expect(verdicts(rising, 'ihi', 'up')).toEqual([['rising', 'better']]);
  expect(verdicts(rising, 'ihi', 'down')).toEqual([['rising', 'worse']]);
  expect(verdicts(falling, 'ihi', 'up')).toEqual([['falling', 'worse']]);
  const turns = Array.from({ length: 14 }, (_, i) => (i % 2 === 0 ? 1 : 2));
  expect(verdicts(turns, 'nelson', 'up')).toEqual([[null, 'neutral']]);
});

const LEVEL = [4, 6, 4, 6, 4, 6, 4, 6, 4, 6, 4, 6];

test('only a shift of the latest phase proposes a new one, on either side', () => {
  const low = [...LEVEL, 7, 2, 1, 2, 1, 2, 1, 2, 1];
  const below = proposeRebase({ values: low, frozen: 12, better: 'up' });
  expect(below).toMatchObject({ at: 13, hidesWorsening: true });
  expect(below?.reason).toMatch(/^The last 8 useful points all lie below the median\./);
  expect(proposeRebase({ values: [...low, 5.5], frozen: 12, better: 'up' })).toBeNull();
  expect(proposeRebase({ values: [...low, 5], frozen: 12, better: 'up' })?.at).toBe(13);
  const earlier = [
    ...LEVEL,
    ...Array(12)
      .fill(9)
      .map((value, i) => value + (i % 2)),
    ...LEVEL,
  ];
  expect(proposeRebase({ values: earlier, breaks: [24], better: 'up' })).toBeNull();
});

test('a shift of an earlier phase does not stand before one of the latest', () => {
  const step = [...Array(10).fill(1), ...Array(10).fill(9)] as number[];
  // The latest phase lies on its median, 5, and then above it for ten points.
  const latest = [...Array(11).fill(5), ...Array(10).fill(9)] as number[];
  expect(proposeRebase({ values: [...step, ...latest], breaks: [20], better: 'up' })?.at).toBe(31);
  expect(proposeRebase({ values: [], better: 'up' })).toBeNull();
});

test('what is no number after a shift does not end it, nor does what is left out', () => {
  const high = [...LEVEL, 4, 8, 9, 8, 9, 8, 9, 8, 9];
  const after = [null, Number.NaN, Number.NEGATIVE_INFINITY, 1];
  const proposal = (values: (number | null)[], excluded: number[] = []) =>
    proposeRebase({ values, frozen: 12, excluded, better: 'up' })?.at;
  expect(proposal([...high, ...after], [24])).toBe(13);
  expect(proposal([...high, ...after])).toBeUndefined();
});

test('a long trend proposes nothing, nor does a phase that lies on one side from its first point', () => {
  const rising = [9, 1, 8, 2, 7, 3, 1, 2, 3, 4, 5, 6, 7, 8, 9];
  expect(
    readRunChart({ values: rising, rules: 'ihi', better: 'up' }).signals.some(({ count }) => count >= 8),
  ).toBe(true);
  expect(proposeRebase({ values: rising, rules: 'ihi', better: 'up' })).toBeNull();
  expect(proposeRebase({ values: [9, 5, 5, ...Array(12).fill(9)], frozen: 3, better: 'up' })).toBeNull();
});

test('ten useful points are tested, fewer are not, whatever they would say', () => {
  const ten = [5, 3, 6, 2, 7, 1, 2, 3, 4, 8];
  const read = (values: number[]) => readRunChart({ values, rules: 'ihi', better: 'up' });
  expect([read(ten).enough, read(ten).signals.map(({ rule }) => rule)]).toEqual([true, ['trend']]);
  const fewer = readRunChart({ values: ten, rules: 'ihi', better: 'up', excluded: [0] });
  expect([fewer.phases[0]?.useful, fewer.enough, fewer.signals]).toEqual([7, false, []]);
});

test('a first run against the chart’s own median came before the change, also after points that take no part', () => {
  const high = [9, 8, 9, 8, 9, 8, 9, 8, 9, 8];
  const low = [1, 2, 1, 2, 1, 2, 1, 2, 1, 2];
  const past = (values: (number | null)[], excluded: number[] = []) =>
    readRunChart({ values, excluded, better: 'up' })
      .signals.filter(({ rule }) => rule === 'shift')
      .map((signal) => [signal.side, signal.past ?? null]);
  const expected = [
    ['below', null],
    ['above', 'before'],
  ];
  expect(past([...high, ...low])).toEqual(expected);
  expect(past([null, 5, ...high, ...low])).toEqual(expected); // 5 is the median
  expect(past([2, ...high, ...low], [0])).toEqual(expected);
  expect(past([3, 3.5, ...high, ...low])).toEqual([
    ['above', 'ended'],
    ['below', null],
  ]);
  const values = [1, 2, 3, 4, 6, 3, 7, 4.2, 6, 3, 5.5, 4.1];
  const trend = readRunChart({ values, rules: 'ihi', better: 'up' }).signals.filter(
    ({ rule }) => rule === 'trend',
  );
  expect(trend.map(({ points: members, past: was }) => [members, was])).toEqual([[[0, 1, 2, 3, 4], 'ended']]);
});
