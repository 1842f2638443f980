// Which patterns each rule set looks for, and what it leaves to others.
import { expect, test } from 'vitest';
import { readControlChart } from '../../app/statistics/control-chart';
import { nhsTwoOfThree } from '../../app/statistics/rule-sets';
import { readRunChart } from '../../app/statistics/run-chart';
import { OUT } from '../../app/statistics/runs';
import type { RuleSet } from '../../app/statistics/signals';

const QUIET = Array.from({ length: 12 }, (_, i) => 10 + (i % 2 === 0 ? 1 : -1));
const RISING = [8, 8.7, 9.5, 10.2, 11, 11.8, 9];
const found = (rules: RuleSet, more: (number | null)[]) => {
  const { signals } = readControlChart({
    kind: 'i',
    values: [...QUIET, ...more],
    frozen: 12,
    rules,
    better: 'up',
  });
  return [...new Set(signals.map(({ rule }) => rule))];
};

test('on limits Anhøj asks for points beyond them and its own two rules, nothing else', () => {
  expect([found('anhoej', RISING), found('ihi', RISING)]).toEqual([[], ['trend']]);
  expect(found('anhoej', [20, 9])).toEqual(['beyond limits']);
  expect(found('anhoej', [10.5, 11, 10.6, 11.2, 10.5, 11.1, 10.7, 11, 9])).toEqual(['shift']);
});

test('IHI’s trends pass over a value that repeats, Nelson’s do not', () => {
  const tied = [8, 8.7, 9.5, 9.5, 10.2, 11, 11.8, 9];
  expect([found('ihi', tied), found('nelson', tied)]).toEqual([['trend'], []]);
});

test('Nelson and IHI ask what lies close to the centre, Western Electric does not', () => {
  const close = Array.from({ length: 16 }, (_, i) => 10 + (i % 3 === 0 ? 0.2 : -0.2));
  for (const rules of ['nelson', 'ihi'] as const)
    expect(found(rules, close)).toContain('close to the centre');
  expect(found('western-electric', close)).toEqual([]);
});

test('Western Electric asks for no trend, Nelson does', () => {
  expect([found('western-electric', RISING), found('nelson', RISING)]).toEqual([[], ['trend']]);
});

test('IHI’s shifts pass over points on the line, on run charts and on limits', () => {
  const run = readRunChart({
    values: [...QUIET, 11, 12, 11, 10, 12, 11, 12, 9],
    frozen: 12,
    rules: 'ihi',
    better: 'up',
  });
  expect(run.signals.filter(({ rule }) => rule === 'shift').map(({ points }) => points)).toEqual([
    [12, 13, 14, 16, 17, 18],
  ]);
  expect(found('ihi', [10.5, 11, 10.6, 10, 11.2, 10.5, 11.1, 10.7, 11, 9])).toContain('shift');
});

test('values that never leave the centre have no signal', () => {
  const same = readControlChart({ kind: 'i', values: Array(12).fill(5), better: 'up' });
  expect(same.signals).toEqual([]);
});

test('numbers of runs at their limits are what chance gives, and one side alone has none to count', () => {
  const runs = (pattern: string, more: { frozen?: number } = {}) =>
    readRunChart({ values: [...pattern].map(Number), rules: 'ihi', better: 'up', ...more })
      .signals.map(({ rule }) => rule)
      .filter((rule) => rule.endsWith('runs'));
  expect([runs('1212989821'), runs('2189898212')]).toEqual([[], []]); // 3 runs of 10 points
  expect(runs('1212198989')).toEqual(['too few runs']); // 2
  expect(runs('1919191991')).toEqual([]); // 9
  expect(runs('1919191919')).toEqual(['too many runs']); // 10
  expect(runs('5989898989898', { frozen: 1 })).toEqual([]);
});

test('a pattern of the whole phase is dated by its last useful point', () => {
  const values = [1, 2, 1, 2, 1, 2, 9, 8, 9, 8, 9, 8, 5, null, 5];
  const { signals } = readRunChart({ values, better: 'up' });
  expect(signals.find(({ rule }) => rule === 'crossings')?.completedAt).toBe(11);
  const excluded = readRunChart({ values: [...values, 9], excluded: [15], better: 'up' }).signals;
  expect(excluded.find(({ rule }) => rule === 'crossings')?.completedAt).toBe(11);
});

test('NHS: two of three between 2σ and 3σ, all three on one side, each occurrence by itself', () => {
  // 2: beyond 2σ; 3: beyond 3σ; 1: within; the sign is the side; 9: takes no part.
  const read = (...places: number[]) => {
    const sides = Int8Array.from(places, (place) => (place === 9 ? OUT : Math.sign(place)));
    const beyond = (sigmas: number) =>
      Int8Array.from(places, (place) =>
        place === 9 ? OUT : Math.abs(place) >= sigmas ? Math.sign(place) : 0,
      );
    const phase = {
      values: Float64Array.from(places),
      sides,
      start: 0,
      end: places.length - 1,
      index: 0,
      better: 'up' as const,
    };
    return nhsTwoOfThree(phase, { of: beyond, by: () => () => 0 });
  };
  expect(read(2, 1, 2)).toEqual([{ side: 1, points: [0, 2], completing: [2] }]);
  expect(read(1, 9, 2, 2, 9)).toEqual([{ side: 1, points: [2, 3], completing: [3] }]);
  expect(read(2, 2, 2, 2)).toEqual([{ side: 1, points: [0, 1, 2, 3], completing: [2, 3] }]);
  expect(read(2, 2, 1, 1, 2, 2)).toEqual([
    { side: 1, points: [0, 1], completing: [2] },
    { side: 1, points: [4, 5], completing: [5] },
  ]);
  expect(read(1, 2, 2, -2, -2, -1)).toEqual([
    { side: 1, points: [1, 2], completing: [2] },
    { side: -1, points: [3, 4], completing: [5] },
  ]);
  expect([read(2, 3, 1), read(2, 0, 2), read(2, -1, 2), read(0, 0, 0), read(2, 2)]).toEqual([
    [],
    [],
    [],
    [],
    [],
  ]);
  expect(read(2, 1, 2, 1, 2)).toEqual([{ side: 1, points: [0, 2, 4], completing: [2, 4] }]);
});
