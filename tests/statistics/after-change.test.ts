import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ChangePoint, judgeAfterChange, leastRunAfter } from '../../app/statistics/after-change';
import { compareBeforeAfter, mayCompare } from '../../app/statistics/before-after';
import { mannWhitney } from '../../app/statistics/mann-whitney';

const points = (values: (number | null)[]): ChangePoint[] => values.map((value) => ({ value }));
const shares = (pairs: [count: number, of: number][]): ChangePoint[] =>
  pairs.map(([count, of]) => ({ value: (100 * count) / of, share: { count, of } }));

const BASE = [4, 6, 4, 6, 4, 6, 4, 6, 4, 6];

test('the rank test is exact over all permutations: 4 above 4 is one order in 70', () => {
  const { higher, lower } = mannWhitney([1, 2, 3, 4], [5, 6, 7, 8]);
  expect(higher).toBeCloseTo(1 / 70, 12);
  expect(lower).toBe(1);
  expect(mannWhitney([5, 6, 7, 8], [1, 2, 3, 4])).toEqual({ higher: 1, lower: 1 / 70 });
});

test('tied values share their rank, and the permutation goes over the shared ranks', () => {
  // ranks 1.5 1.5 3.5 | 3.5 5: two of the ten pairs reach 8.5, and one more does by the tie
  const { higher, lower } = mannWhitney([1, 1, 2], [2, 3]);
  expect(higher).toBeCloseTo(2 / 10, 12);
  expect(lower).toBeCloseTo(10 / 10, 12);
});

test('the exact test agrees with counting every order', () => {
  const sample = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(sample, sample, (before, after) => {
      const all = [...before, ...after];
      const rank = (value: number) =>
        all.filter((other) => other < value).length + (all.filter((other) => other === value).length + 1) / 2;
      const ranks = all.map(rank);
      const seen = ranks.slice(before.length).reduce((total, one) => total + one, 0);
      let [count, high, low] = [0, 0, 0];
      for (let choice = 0; choice < 2 ** all.length; choice++) {
        const chosen = ranks.filter((_, i) => (choice >> i) % 2 === 1);
        if (chosen.length !== after.length) continue;
        const total = chosen.reduce((sum, one) => sum + one, 0);
        count++;
        if (total >= seen) high++;
        if (total <= seen) low++;
      }
      const test = mannWhitney(before, after);
      expect(test.higher).toBeCloseTo(high / count, 12);
      expect(test.lower).toBeCloseTo(low / count, 12);
    }),
  );
});

test('beyond 400 pairs the test is normal with tie and continuity correction', () => {
  // wilcox.test(rep(1:3, 7) + 1, rep(1:3, 7), exact = FALSE, alternative = 'greater'), R: W = 343, p = 0.0007
  const before = Array.from({ length: 21 }, (_, i) => (i % 3) + 1);
  const after = before.map((value) => value + 1);
  const { higher, lower } = mannWhitney(before, after);
  const variance = ((21 * 21) / 12) * (43 - (2 * (7 ** 3 - 7) + 2 * (14 ** 3 - 14)) / (42 * 41));
  expect(higher).toBeGreaterThan(0);
  expect(Math.abs(343 - 220.5 - 0.5) / Math.sqrt(variance)).toBeCloseTo(3.2, 0);
  expect(higher).toBeLessThan(0.001);
  expect(lower).toBeGreaterThan(0.999);
});

test('nothing that varies is no evidence, in small samples and in large', () => {
  expect(mannWhitney([5, 5], [5, 5, 5])).toEqual({ higher: 1, lower: 1 });
  expect(mannWhitney(Array(30).fill(5), Array(30).fill(5))).toEqual({ higher: 1, lower: 1 });
});

test('a run of max(6, round(log₂ n) + 3) points is needed after a change', () => {
  expect([6, 11, 12, 22, 23, 36].map(leastRunAfter)).toEqual([6, 6, 7, 7, 8, 8]);
});

test('six points above the frozen median and above the baseline are an improvement', () => {
  const judged = judgeAfterChange({ before: points(BASE), after: points([7, 8, 7, 9, 8, 7]), better: 'up' });
  expect(judged).toMatchObject({
    verdict: 'improved',
    method: 'run rules',
    isWeak: false,
    centre: 5,
    leastRun: 6,
  });
  expect(judged.runs[0]?.points).toEqual([0, 1, 2, 3, 4, 5]);
});

test('the same points are a worsening where lower is better, and no signal where neither is', () => {
  const verdict = (better: 'down' | 'neither') =>
    judgeAfterChange({ before: points(BASE), after: points([7, 8, 7, 9, 8, 7]), better }).verdict;
  expect([verdict('down'), verdict('neither')]).toEqual(['worsened', 'no signal']);
});

test('a run alone is not enough: the rank test must agree', () => {
  const judged = judgeAfterChange({
    before: points(BASE),
    after: points([5.1, 5.1, 5.1, 5.1, 5.1, 5.1]),
    better: 'up',
  });
  expect(judged.runs).toHaveLength(1);
  expect(judged.test?.higher).toBeGreaterThan(0.025);
  expect(judged.verdict).toBe('no signal');
});

test('the rank test alone is not enough: there must be a run', () => {
  const after = [9, 9, 9, 9, 9, 3, 9, 9, 9, 9];
  const judged = judgeAfterChange({ before: points(BASE), after: points(after), better: 'up' });
  expect(judged.test?.higher).toBeLessThan(0.025);
  expect(judged.runs).toHaveLength(0);
  expect(judged.verdict).toBe('no signal');
});

test('eight or nine useful baseline points make a weak verdict, seven none', () => {
  const after = points([7, 8, 7, 9, 8, 7]);
  expect(judgeAfterChange({ before: points(BASE.slice(0, 8)), after, better: 'up' })).toMatchObject({
    verdict: 'improved',
    isWeak: true,
  });
  expect(judgeAfterChange({ before: points(BASE.slice(0, 7)), after, better: 'up' }).verdict).toBe(
    'observed only',
  );
});

test('points on the median and missing points are not useful', () => {
  const before = points([...BASE.slice(0, 8), 5, 5, null, Number.NaN]);
  const after = points([7, 5, 8, null, 7, 9, 8, 7]);
  expect(judgeAfterChange({ before, after, better: 'up' })).toMatchObject({
    usefulBefore: 8,
    usefulAfter: 6,
  });
});

test('with a baseline and fewer than six useful points after it is too early', () => {
  const judged = judgeAfterChange({ before: points(BASE), after: points([7, 8, 9, 7, 8]), better: 'up' });
  expect(judged).toMatchObject({ verdict: 'too early', method: 'observed only' });
});

test('without any point there is only observation', () => {
  expect(judgeAfterChange({ before: [], after: [], better: 'up' })).toMatchObject({
    verdict: 'observed only',
    centre: null,
    usefulBefore: 0,
  });
});

test('proportions with too few points for runs are compared before and after', () => {
  const before = shares([
    [10, 40],
    [11, 40],
    [9, 40],
  ]);
  const better = shares([
    [25, 40],
    [26, 40],
    [24, 40],
  ]);
  const judged = judgeAfterChange({ before, after: better, better: 'up' });
  expect(judged).toMatchObject({ verdict: 'improved', method: 'before/after', phi: 1 });
  expect(judgeAfterChange({ before, after: better, better: 'down' }).verdict).toBe('worsened');
  expect(judgeAfterChange({ before, after: better, better: 'neither' }).verdict).toBe('no clear change');
  expect(judgeAfterChange({ before, after: before, better: 'up' }).verdict).toBe('no clear change');
  expect(judgeAfterChange({ before: better, after: before, better: 'up' }).verdict).toBe('worsened');
});

test('clustered counts widen the interval by their overdispersion', () => {
  const before = [
    { count: 2, of: 40 },
    { count: 20, of: 40 },
    { count: 8, of: 40 },
  ];
  const after = [
    { count: 25, of: 40 },
    { count: 8, of: 40 },
    { count: 30, of: 40 },
  ];
  const compared = compareBeforeAfter(before, after);
  // χ² of the three against 30/120 and of the three against 63/120, over 6 − 2
  const chi = (counts: number[], p: number) =>
    counts.reduce((total, count) => total + (count - 40 * p) ** 2 / (40 * p * (1 - p)), 0);
  const phi = (chi([2, 20, 8], 30 / 120) + chi([25, 8, 30], 63 / 120)) / 4;
  expect(compared?.phi).toBeCloseTo(phi, 12);
  expect(phi).toBeGreaterThan(5);
  expect(compared?.estimate.low).toBeLessThan(0);
});

test('before/after wants three points and a pooled denominator of ten on each side', () => {
  const three = Array(3).fill({ count: 1, of: 4 });
  expect(mayCompare(three, three)).toBe(true);
  expect(mayCompare(three.slice(1), three)).toBe(false);
  expect(mayCompare(three, Array(3).fill({ count: 1, of: 3 }))).toBe(false);
  expect(compareBeforeAfter(three.slice(1), three)).toBeNull();
  expect(
    compareBeforeAfter(Array(3).fill({ count: 0, of: 4 }), Array(3).fill({ count: 4, of: 4 }))?.phi,
  ).toBe(1);
});

test('a run below needs the rank test as well', () => {
  const judged = judgeAfterChange({ before: points(BASE), after: points(Array(6).fill(4.9)), better: 'up' });
  expect(judged.runs.map(({ side }) => side)).toEqual([-1]);
  expect(judged.test?.lower).toBeGreaterThan(0.025);
  expect(judged.verdict).toBe('no signal');
});

test('without a median nothing after is useful', () => {
  const judged = judgeAfterChange({ before: [], after: points([7, 8, 9]), better: 'up' });
  expect([judged.usefulAfter, judged.verdict]).toEqual([0, 'observed only']);
});
