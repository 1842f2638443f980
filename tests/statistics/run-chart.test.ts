import { expect, test } from 'vitest';
import { defaultFrozen, readRunChart } from '../../app/statistics/run-chart';

const LOW_THEN_HIGH = [5, 6, 4, 7, 5, 6, 4, 5, 7, 6, 4, 5, 9, 8, 9, 10, 8, 9, 9, 10];

test('a run chart without points has no phase and no signal', () => {
  expect(readRunChart({ values: [], better: 'up' })).toEqual({ phases: [], signals: [], enough: false });
});

test('a chart of missing values only has a phase without a centre', () => {
  expect(readRunChart({ values: [null, null], better: 'up' }).phases).toEqual([
    { start: 0, end: 1, centre: null, baselineEnd: 1, useful: 0 },
  ]);
});

test('a shift about a frozen median names its points, its side and where it was complete', () => {
  const { phases, signals, enough } = readRunChart({ values: LOW_THEN_HIGH, frozen: 12, better: 'up' });
  expect(phases).toEqual([{ start: 0, end: 19, centre: 5, baselineEnd: 11, useful: 16 }]);
  expect(enough).toBe(true);
  expect(signals).toEqual([
    {
      rule: 'shift',
      side: 'above',
      points: [12, 13, 14, 15, 16, 17, 18, 19],
      completedAt: 19,
      count: 8,
      limit: 8,
      verdict: 'better',
      phase: 0,
      completing: [19],
    },
  ]);
});

test('the same shift is worse where lower is better, and neutral where neither is', () => {
  const verdict = (better: 'down' | 'neither') =>
    readRunChart({ values: LOW_THEN_HIGH, frozen: 12, better }).signals.map((signal) => signal.verdict);
  expect(verdict('down')).toEqual(['worse']);
  expect(verdict('neither')).toEqual(['neutral']);
});

test('points on the median are skipped inside a shift', () => {
  const values = [4, 6, 4, 6, 4, 6, 4, 6, 4, 6, 4, 6, 9, 9, 5, 9, 9, 9, 5, 9, 9, 9];
  const { signals } = readRunChart({ values, frozen: 12, better: 'up' });
  expect(signals[0]?.points).toEqual([11, 12, 13, 15, 16, 17, 19, 20, 21]);
  expect(signals[0]?.completedAt).toBe(20);
  expect(signals[0]?.limit).toBe(8);
});

test('the longest run comes first, and any other run beyond the limit after it', () => {
  const values = [...Array(14).fill(1), ...Array(10).fill(9)];
  const { signals } = readRunChart({ values, frozen: 0, better: 'up', breaks: [] });
  const shifts = readRunChart({ values: [2, ...values, 5, 5], better: 'up' }).signals.filter(
    ({ rule }) => rule === 'shift',
  );
  expect(signals.some(({ rule }) => rule === 'crossings')).toBe(true);
  expect(shifts.length).toBeGreaterThan(0);
  const two = [...Array(12).fill(5.5), ...Array(11).fill(4.5)].map((value, i) => value + (i % 2) / 10);
  const both = readRunChart({ values: [...two, 4.2], better: 'up' }).signals.filter(
    ({ rule }) => rule === 'shift',
  );
  expect(both.map(({ side, count }) => [side, count])).toEqual([
    ['below', 12],
    ['above', 12],
  ]);
});

test('too few crossings are a neutral pattern of the whole phase, never an improvement', () => {
  const values = [1, 2, 1, 2, 1, 2, 9, 8, 9, 8, 9, 8, 1, 2, 1, 2, 1, 2, 9, 8, 9, 8, 9, 8];
  const { signals } = readRunChart({ values, better: 'up' });
  expect(signals).toEqual([
    {
      rule: 'crossings',
      side: null,
      points: [],
      completedAt: 23,
      count: 3,
      limit: 8,
      verdict: 'neutral',
      phase: 0,
    },
  ]);
});

test('fewer than ten useful points are shown and not tested', () => {
  const values = [1, 1, 1, 1, 9, 9, 9, 9, 9];
  const { phases, signals, enough } = readRunChart({ values, frozen: 4, better: 'up', rules: 'ihi' });
  expect(phases[0]?.useful).toBe(5);
  expect(enough).toBe(false);
  expect(signals).toEqual([]);
});

test('whether there is enough to test is asked of the latest phase', () => {
  const values = [...LOW_THEN_HIGH, 3, 4, 5];
  expect(readRunChart({ values, breaks: [20], better: 'up' }).enough).toBe(false);
  expect(readRunChart({ values, breaks: [3], better: 'up' }).enough).toBe(true);
});

test('each phase has its own median, and phases win over a frozen baseline', () => {
  const { phases } = readRunChart({
    values: LOW_THEN_HIGH,
    breaks: [12, 12, 0, 20, -1],
    frozen: 4,
    better: 'up',
  });
  expect(phases.map(({ start, end, centre, baselineEnd }) => [start, end, centre, baselineEnd])).toEqual([
    [0, 11, 5, 11],
    [12, 19, 9, 19],
  ]);
});

test('a frozen number beyond the points freezes nothing', () => {
  const whole = readRunChart({ values: LOW_THEN_HIGH, better: 'up' });
  for (const frozen of [0, -3, 20, 99, Number.NaN]) {
    expect(readRunChart({ values: LOW_THEN_HIGH, frozen, better: 'up' })).toEqual(whole);
  }
});

test('an excluded point is neither in the median nor in a run', () => {
  const values = [1, 2, 3, 100, 2];
  expect(readRunChart({ values, excluded: [3], better: 'up' }).phases[0]).toMatchObject({
    centre: 2,
    useful: 2,
  });
  expect(readRunChart({ values, excluded: [99, -1], better: 'up' }).phases[0]).toMatchObject({
    centre: 2,
    useful: 3,
  });
});

test('a value that is not finite counts as missing', () => {
  const values = [1, Number.NaN, 3, Number.POSITIVE_INFINITY, 2];
  expect(readRunChart({ values, better: 'up' }).phases[0]).toMatchObject({ centre: 2, useful: 2 });
});

test('IHI: six on one side, five rising with a tie passed over, and too few runs', () => {
  const shift = readRunChart({
    values: [4, 6, 4, 6, 4, 6, 4, 6, 7, 9, 8, 7, 8, 4],
    frozen: 8,
    better: 'down',
    rules: 'ihi',
  }).signals;
  expect(shift.map(({ rule, side, count, limit, verdict }) => [rule, side, count, limit, verdict])).toEqual([
    ['shift', 'above', 6, 6, 'neutral'],
  ]);
  const rising = readRunChart({
    values: [5, 3, 6, 2, 7, 1, 2, 2, 3, 4, 5, 2, 7, 1, 6],
    better: 'up',
    rules: 'ihi',
  }).signals;
  expect(rising.map(({ rule, side, points, completedAt }) => [rule, side, points, completedAt])).toEqual([
    ['trend', 'rising', [5, 6, 8, 9, 10], 10],
  ]);
  const few = readRunChart({ values: [1, 2, 1, 2, 1, 9, 8, 9, 8, 9], better: 'up', rules: 'ihi' }).signals;
  expect(few).toEqual([
    {
      rule: 'too few runs',
      side: null,
      points: [],
      completedAt: 9,
      count: 2,
      limit: 3,
      verdict: 'neutral',
      phase: 0,
    },
  ]);
});

test('IHI: a rising trend and the falling one after it share the turning point', () => {
  const values = [9, 1, 2, 3, 4, 10, 6, 5, 4, 3, 9, 2, 8];
  const trends = readRunChart({ values, better: 'up', rules: 'ihi' }).signals.filter(
    ({ rule }) => rule === 'trend',
  );
  expect(trends.map(({ side, points }) => [side, points])).toEqual([
    ['rising', [1, 2, 3, 4, 5]],
    ['falling', [5, 6, 7, 8, 9]],
  ]);
});

test('IHI: perfect alternation is too many runs', () => {
  const values = Array.from({ length: 14 }, (_, i) => (i % 2 === 0 ? 1 : 2));
  const { signals } = readRunChart({ values, better: 'up', rules: 'ihi' });
  expect(signals.map(({ rule, count, limit }) => [rule, count, limit])).toEqual([['too many runs', 14, 12]]);
});

test('NHS: seven on one side count only without a point on the median between them', () => {
  const base = [4, 6, 4, 6, 4, 6, 4, 6, 4, 6, 4];
  const rules = 'nhs' as const;
  const seven = readRunChart({ values: [...base, 7, 8, 7, 8, 7, 8, 7, 4], frozen: 10, better: 'up', rules });
  expect(seven.signals.map(({ rule, count }) => [rule, count])).toEqual([['shift', 7]]);
  const broken = readRunChart({
    values: [...base, 7, 8, 7, 5, 8, 7, 8, 7, 4],
    frozen: 10,
    better: 'up',
    rules,
  });
  expect(broken.signals).toEqual([]);
});

test('NHS: seven rising are a trend, and a tie ends one', () => {
  const values = [9, 3, 4, 5, 6, 7, 8, 10, 2, 9, 1];
  const trend = readRunChart({ values, better: 'up', rules: 'nhs' }).signals;
  expect(trend.map(({ rule, points }) => [rule, points])).toEqual([['trend', [1, 2, 3, 4, 5, 6, 7]]]);
  const tied = readRunChart({ values: [9, 3, 4, 5, 5, 6, 7, 8, 10, 2, 9], better: 'up', rules: 'nhs' });
  expect(tied.signals).toEqual([]);
});

test('Western Electric asks for eight on one side, Nelson for nine, six rising or fourteen by turns', () => {
  const base = [4, 6, 4, 6, 4, 6, 4, 6, 4, 6, 4];
  const eight = { values: [...base, ...Array(8).fill(7), 3], frozen: 10, better: 'up' as const };
  expect(readRunChart({ ...eight, rules: 'western-electric' }).signals).toHaveLength(1);
  expect(
    readRunChart({ ...eight, values: [...base, 7, 7, 7, 7, 7, 7, 7, 3], rules: 'western-electric' }).signals,
  ).toEqual([]);
  expect(readRunChart({ ...eight, rules: 'nelson' }).signals).toEqual([]);
  const turns = Array.from({ length: 14 }, (_, i) => (i % 2 === 0 ? 1 : 2));
  const alternating = readRunChart({ values: turns, better: 'up', rules: 'nelson' }).signals;
  expect(alternating.map(({ rule, side, count, completedAt }) => [rule, side, count, completedAt])).toEqual([
    ['alternating', null, 14, 13],
  ]);
  expect(readRunChart({ values: turns.slice(1), better: 'up', rules: 'nelson' }).signals).toEqual([]);
});

test('signals carry the phase they belong to', () => {
  const { signals } = readRunChart({
    values: [5, 5, 5, ...LOW_THEN_HIGH.slice(0, 12), ...Array(12).fill(2), 9],
    breaks: [3],
    better: 'up',
  });
  expect(new Set(signals.map(({ phase }) => phase))).toEqual(new Set([1]));
});

test('the median is frozen on all points before the first Do once there are twelve', () => {
  expect(defaultFrozen(11)).toBeUndefined();
  expect(defaultFrozen(12)).toBe(12);
  expect(defaultFrozen(30)).toBe(30);
});

test('without a value in the baseline there is no median, no side and no signal', () => {
  const later = [5, 6, 7, 8, 9, 5, 6, 7, 8, 9, 5, 6];
  const { phases, signals } = readRunChart({ values: [null, null, ...later], frozen: 2, better: 'up' });
  expect([phases[0]?.centre, phases[0]?.useful, signals]).toEqual([null, 0, []]);
});

test('a pattern without a side has no past, also when it has ended', () => {
  const turns = Array.from({ length: 16 }, (_, i) => (i % 2 === 0 ? 1 : 2));
  const { signals } = readRunChart({ values: [...turns, 3, 4, 5], rules: 'nelson', better: 'up' });
  const alternating = signals.find(({ rule }) => rule === 'alternating');
  expect([alternating?.side, alternating?.points.at(-1), alternating?.past]).toEqual([null, 15, undefined]);
});
