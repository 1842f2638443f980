// The patterns by themselves: which points are members where some take no part, and where a phase ends.
import { expect, test } from 'vitest';
import { alternations, oneSidedRuns, trends } from '../../app/statistics/patterns';
import { OUT } from '../../app/statistics/runs';
import { mixtures, mostInZone, stretches } from '../../app/statistics/zone-patterns';

const sides = (...list: number[]) => Int8Array.from(list);
const all = (count: number) => new Int8Array(count).fill(1);

test('a point out neither adds to a run nor ends it, whatever points on the line do', () => {
  const list = sides(1, 1, OUT, 1, 1, 1, -1);
  for (const onLine of ['skips', 'breaks'] as const) {
    expect(oneSidedRuns(list, 0, 6, 5, onLine)).toEqual([
      { side: 1, points: [0, 1, 3, 4, 5], completing: [5] },
    ]);
  }
});

test('a run ends where its phase ends, and a point on the line ends it only where it breaks', () => {
  expect(oneSidedRuns(all(9), 2, 6, 5, 'breaks')).toEqual([
    { side: 1, points: [2, 3, 4, 5, 6], completing: [6] },
  ]);
  const list = sides(-1, -1, 0, -1, -1);
  expect(oneSidedRuns(list, 0, 4, 4, 'skips')).toEqual([{ side: -1, points: [0, 1, 3, 4], completing: [4] }]);
  expect(oneSidedRuns(list, 0, 4, 4, 'breaks')).toEqual([]);
  expect(oneSidedRuns(sides(0, 0, 0, 0), 0, 3, 2, 'breaks')).toEqual([]);
  expect(oneSidedRuns(sides(0, 0, 0, 1), 0, 3, 2, 'breaks')).toEqual([]);
});

test('a trend passes over points out and names the rest', () => {
  const values = Float64Array.from([1, 2, 99, 3, 4, 5]);
  expect(trends(values, sides(1, 1, OUT, 1, 1, 1), 0, 5, 5, 'breaks')).toEqual([
    { side: 1, points: [0, 1, 3, 4, 5], completing: [5] },
  ]);
  const falling = values.map((value) => -value);
  expect(trends(falling, sides(1, 1, OUT, 1, 1, 1), 0, 5, 4, 'skips')).toEqual([
    { side: -1, points: [0, 1, 3, 4, 5], completing: [4, 5] },
  ]);
});

test('a tie ends an alternation, a point out does not', () => {
  const values = Float64Array.from([1, 2, 1, 50, 2, 1, 1, 2]);
  expect(alternations(values, sides(1, 1, 1, OUT, 1, 1, 1, 1), 0, 7, 4)).toEqual([
    { side: 0, points: [0, 1, 2, 4, 5], completing: [4, 5] },
  ]);
  expect(alternations(values, all(8), 5, 7, 3)).toEqual([]);
});

test('two of three counts points that take part, from the first three on, each occurrence by itself', () => {
  const zones = [1, 1, 0, OUT, 1, 0, 0, 0, 1, 1, 1, -1, -1, -1];
  const zoneBy = (point: number) => zones[point] as number;
  expect(mostInZone(sides(...zones), 0, 13, 2, 3, zoneBy)).toEqual([
    { side: 1, points: [1, 4], completing: [4] },
    { side: 1, points: [8, 9, 10], completing: [9, 10] },
    { side: -1, points: [11, 12, 13], completing: [12, 13] },
  ]);
  const long = [1, 1, 1, 1, 1, 1];
  expect(mostInZone(sides(...long), 0, 5, 2, 3, (point) => long[point] as number)).toEqual([
    { side: 1, points: [0, 1, 2, 3, 4, 5], completing: [2, 3, 4, 5] },
  ]);
});

test('a stretch passes over points out and closes with its phase', () => {
  const list = sides(1, 1, OUT, 1, 1, OUT, OUT);
  expect(stretches(list, 0, 4, 4, () => true)).toEqual([{ side: 0, points: [0, 1, 3, 4], completing: [4] }]);
  expect(stretches(list, 0, 6, 4, () => true)).toEqual([{ side: 0, points: [0, 1, 3, 4], completing: [4] }]);
  expect(stretches(all(6), 0, 5, 3, (i) => i !== 3)).toEqual([
    { side: 0, points: [0, 1, 2], completing: [2] },
  ]);
});

test('points outside on both sides are a mixture from the first window that has both to the last', () => {
  const zones = sides(...Array(9).fill(1), -1, ...Array(11).fill(1), 0);
  const [mixture] = mixtures(zones, 0, 21, 8);
  expect(mixture?.points).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]);
  expect(mixture?.completing).toEqual([9, 10, 11, 12, 13, 14, 15, 16]);
  expect(mixtures(all(12), 0, 11, 8)).toEqual([]);
});

test('a trend begins with its phase, not with what came before', () => {
  const values = Float64Array.from([9, 0, 9, 0, 1, 2, 3, 4, 5]);
  expect(trends(values, all(9), 4, 8, 5, 'skips')).toEqual([
    { side: 1, points: [4, 5, 6, 7, 8], completing: [8] },
  ]);
  const falling = values.map((value) => -value);
  expect(trends(falling, all(9), 4, 8, 5, 'breaks')).toEqual([
    { side: -1, points: [4, 5, 6, 7, 8], completing: [8] },
  ]);
});
