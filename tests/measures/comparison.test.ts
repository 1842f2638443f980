import { expect, test } from 'vitest';
import { compareStretches } from '~/measures/comparison';
import { comparisonInWords, comparisonRows, oftenByChance } from '~/measures/comparison-words';
import { plainMeasure } from './plain-measure';
import { seriesOf, week } from './series-of';

const share = plainMeasure();
const minutes = plainMeasure({ kind: 'mean', unit: 'minutes' });
/** The first `count` weeks, and the rest. */
const cutAt = (count: number) => ({
  first: { from: week(0), to: week(count - 1) },
  second: { from: week(count), to: week(99) },
});
type Numbers = Parameters<typeof seriesOf>[0];
const said = (measure: typeof share, numbers: Numbers, at: number) =>
  comparisonInWords(measure, compareStretches(measure, seriesOf(numbers), cutAt(at)));

const apart: Numbers = [
  ...Array.from({ length: 6 }, () => [70, 100] as const),
  ...Array.from({ length: 6 }, () => [85, 100] as const),
];

test('shares with counts are compared as wholes, with Newcombe’s interval', () => {
  const { first, second, difference } = compareStretches(share, seriesOf(apart), cutAt(6));
  expect(first.pooled).toEqual({ numerator: 420, denominator: 600, value: 70 });
  expect(second.pooled).toEqual({ numerator: 510, denominator: 600, value: 85 });
  expect(difference).toMatchObject({ by: 'shares', isBeyondChance: true, phi: 1 });
  if (difference.by !== 'shares') throw new Error('not by shares');
  expect([difference.difference, difference.low, difference.high].map((x) => x.toFixed(1))).toEqual([
    '15.0',
    '10.3',
    '19.6',
  ]);
});

test('the sentence says by how much, and that it does not say why', () => {
  const words = said(share, apart, 6);
  expect(words.sentence).toBe(
    'All counted together, the second stretch is at 85%, 15.0 points higher than the first (70%).',
  );
  expect(words.certainty).toContain('it is between 10.3 points and 19.6 points higher.');
  expect(words.certainty).toContain('It does not say why');
  expect(words.method).toBe('Newcombe’s 95 percent interval for the difference of two shares.');
});

test('an interval that reaches over zero cannot tell', () => {
  const words = said(
    share,
    [
      [14, 20],
      [13, 20],
      [15, 20],
      [15, 20],
      [14, 20],
      [16, 20],
    ],
    3,
  );
  expect(words.sentence).toMatch(/^Cannot tell\. All counted together/);
  expect(words.certainty).toMatch(
    /^With chance allowed for, the second could be anywhere from \d+\.\d points lower to \d+\.\d points higher\.$/,
  );
});

test('what went down is said to be lower, the smaller end first', () => {
  const words = said(share, [...apart].reverse(), 6);
  expect(words.sentence).toContain('15.0 points lower than');
  expect(words.certainty).toContain('between 10.3 points and 19.6 points lower.');
});

test('counts that vary more than chance make the interval wider, and the method says so', () => {
  const wild: Numbers = [
    [40, 100],
    [95, 100],
    [60, 100],
    [98, 100],
    [50, 100],
    [99, 100],
  ];
  expect(said(share, wild, 3).method).toMatch(/divided by φ = \d+\.\d\d\.$/);
});

test('numbers without counts are compared by ranks', () => {
  const words = said(minutes, [20, 22, 21, 23, 30, 33, 31, 35], 4);
  expect(words.sentence).toBe(
    'The median of the second stretch is 32 minutes, 10.5 minutes higher than that of the first (21.5 minutes).',
  );
  // 4 and 4 without overlap: 2 of the 70 orders.
  expect(words.certainty).toContain('about 3 times in 100.');
  expect(words.method).toContain('Mann–Whitney');
});

test('ranks that chance gives often cannot tell', () => {
  const words = said(minutes, [20, 25, 21, 26, 22, 24, 23, 27], 4);
  expect(words.sentence).toMatch(/^Cannot tell\. The median/);
  expect(words.certainty).toMatch(/That is too often to call it a difference\.$/);
});

test('a share written as a percent is compared by ranks', () => {
  expect(said(share, [70, 71, 72, 73, 84, 85, 86, 87], 4).sentence).toContain('14.0 points higher');
});

test('too few numbers, or numbers that never vary, tell nothing', () => {
  expect(said(minutes, [20, 22, 21, 30, 33, 31], 3)).toEqual({
    sentence: 'Cannot tell. The first stretch has 3 weeks with a number, the second 3.',
    certainty: 'It takes at least 4 on each side to tell a difference from chance.',
    method: '',
  });
  expect(said(minutes, [5, 5, 5, 5, 5, 5, 5, 5], 4).sentence).toBe('Cannot tell. Every number is the same.');
});

test('what is left out or hidden takes no part, and is counted in the table', () => {
  const points = seriesOf([20, 22, 21, 90, 23, 24, 25, 26]).map((point, n) =>
    n === 3
      ? { ...point, ghostedAt: '2026-10-01T12:00:00.000Z' }
      : n === 7
        ? { ...point, value: null, hiddenUnder: 10 }
        : point,
  );
  const comparison = compareStretches(minutes, points, cutAt(4));
  expect([comparison.first.count, comparison.first.leftOut, comparison.first.highest]).toEqual([3, 1, 22]);
  expect([comparison.second.count, comparison.second.hidden]).toEqual([3, 1]);
  const rows = Object.fromEntries(comparisonRows(minutes, comparison).map((row) => [row.name, row]));
  expect(rows['Left out']).toMatchObject({ first: '1', second: '0' });
  expect(rows['Hidden from you']).toMatchObject({ first: '0', second: '1' });
});

test('the table gives the middle, the spread, and all counted together', () => {
  const rows = comparisonRows(share, compareStretches(share, seriesOf(apart), cutAt(6)));
  expect(rows).toEqual([
    { name: 'Numbers', first: '6', second: '6' },
    { name: 'Median', first: '70%', second: '85%' },
    { name: 'Mean', first: '70.0%', second: '85.0%' },
    { name: 'Lowest to highest', first: '70% to 70%', second: '85% to 85%' },
    { name: 'Middle half', first: '70.0% to 70.0%', second: '85.0% to 85.0%' },
    { name: 'All counted together', first: '70.0% (420 of 600)', second: '85.0% (510 of 600)' },
  ]);
});

test.each([
  [0.00001, 'less than 1 time in 1,000'],
  [0.001, 'about 1 time in 1,000'],
  [0.03, 'about 3 times in 100'],
  [1, 'about 100 times in 100'],
])('a p of %s is %s', (p, words) => {
  expect(oftenByChance(p)).toBe(words);
});

test('no comparison praises, blames, or says “significant”', () => {
  const all = [
    said(share, apart, 6),
    said(share, [...apart].reverse(), 6),
    said(minutes, [20, 22, 21, 23, 30, 33, 31, 35], 4),
    said(minutes, [1, 2, 3], 2),
  ];
  expect(JSON.stringify(all)).not.toMatch(/significan|because of|caused|thanks to|improve|great|success/i);
});
