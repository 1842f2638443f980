import { expect, test } from 'vitest';
import { groupsMoved } from '~/practices/group-gap';
import { week } from './made-ledgers';

type Pair = [count: number, of: number];

const series = (name: string, before: Pair[], after: Pair[]) => {
  const points = (pairs: Pair[], from: number) =>
    pairs.map(([count, of], i) => ({ date: week(from + i), value: count / of, share: { count, of } }));
  return { name, before: points(before, -before.length), after: points(after, 0) };
};
const three = (pair: Pair): Pair[] => [pair, pair, pair];
const north = series('North', three([30, 100]), three([32, 100]));
const south = series('South', three([60, 100]), three([80, 100]));
const east = series('East', three([45, 100]), three([50, 100]));

test('the gap is between who did worst before and who did best, where no group is named', () => {
  const { gap, groups } = groupsMoved([east, south, north], 'higher', 'Families in town');
  expect(gap).toMatchObject({ focus: 'North', reference: 'South', word: 'widened', phi: 1 });
  expect(gap?.before).toBeCloseTo(-0.3, 9);
  expect(gap?.after).toBeCloseTo(-0.48, 9);
  expect(groups.map(({ name }) => name)).toEqual(['East', 'South', 'North']);
  expect(groups[2]?.after).toEqual({ count: 96, of: 300 });
});

test('a named focus is the focus, however it is written', () => {
  expect(groupsMoved([east, south, north], 'higher', ' east ').gap).toMatchObject({
    ...{ focus: 'East', reference: 'South' },
  });
  // Who is named may be the one that did best: then the next best is what it is compared with.
  expect(groupsMoved([east, south, north], 'higher', 'South').gap).toMatchObject({
    ...{ focus: 'South', reference: 'East' },
  });
});

test('where lower is better, the worst is the highest', () => {
  expect(groupsMoved([east, south, north], 'lower', '').gap).toMatchObject({
    ...{ focus: 'South', reference: 'North' },
  });
});

test('counts that jump about more than chance make the interval wider', () => {
  const jumpy = series(
    'North',
    [
      [5, 100],
      [55, 100],
      [30, 100],
    ],
    [
      [60, 100],
      [4, 100],
      [32, 100],
    ],
  );
  const { gap } = groupsMoved([jumpy, south], 'higher', '');
  expect(gap?.phi).toBeGreaterThan(5);
  expect(gap?.word).toBe('cannot tell');
});

test('a group of two points, or of fewer than ten people, or all alone, makes no gap', () => {
  const short = series('North', three([30, 100]).slice(1), three([32, 100]));
  const small = series('North', three([1, 3]), three([1, 3]));
  for (const group of [short, small]) {
    expect(groupsMoved([group, south], 'higher', 'North').gap).toBeNull();
  }
  expect(groupsMoved([north, south], 'neither', '').gap).toBeNull();
  expect(groupsMoved([], 'higher', '')).toEqual({ groups: [], gap: null });
});
