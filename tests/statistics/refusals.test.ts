// What each kind of chart refuses, by name and in a sentence, and what it takes.
import { expect, test } from 'vitest';
import { type ControlChartInput, readControlChart } from '../../app/statistics/control-chart';
import type { NumbersRefused } from '../../app/statistics/errors';
import type { ChartKind } from '../../app/statistics/plotted';

const refusal = (input: Omit<ControlChartInput, 'better'>) => {
  try {
    readControlChart({ ...input, better: 'up' });
    return null;
  } catch (error) {
    const { reason, message, points } = error as NumbersRefused;
    return [reason, message, points];
  }
};

test('a chart refuses columns of two lengths, a proportion above 1 and a factor beyond measure, each by name', () => {
  expect(refusal({ kind: 'p', numerators: [1, 2, 3], denominators: [4, 5] })).toEqual([
    'lengths differ',
    '3 numerators and 2 denominators do not belong together.',
    [],
  ]);
  expect(refusal({ kind: 'u', numerators: [1, 2] })?.[1]).toBe(
    '2 numerators and 0 denominators do not belong together.',
  );
  expect(refusal({ kind: 'p', values: [0.5, 1.2] })).toEqual([
    'numerator above denominator',
    'Point 2 has a proportion above 1.',
    [1],
  ]);
  expect(refusal({ kind: 'i', values: [1, 2], multiply: 1.1e100 })).toEqual([
    'out of range',
    'A chart cannot be multiplied by 1.1e+100.',
    [],
  ]);
  const beyond = (point: number) => [
    'out of range',
    `Point ${point} has a number beyond 10¹⁰⁰.`,
    [point - 1],
  ];
  const subgroups = (last: number) => ({
    kind: 'xbar' as const,
    subgroups: [
      [1, 2],
      [3, last],
    ],
  });
  const counts = (of: number) => ({ kind: 'u' as const, numerators: [1, 2], denominators: [3, of] });
  expect([refusal(subgroups(-1.1e100)), refusal(counts(1.1e100))]).toEqual([beyond(2), beyond(2)]);
  expect([refusal(subgroups(Number.NaN)), refusal({ kind: 'i', values: [1.1e100] })]).toEqual([
    beyond(2),
    beyond(1),
  ]);
  expect([
    refusal(subgroups(1e100)),
    refusal(counts(1e100)),
    refusal({ kind: 'i', values: [1e100] }),
  ]).toEqual([null, null, null]);
  expect(refusal({ kind: 'i', values: [1, 2], multiply: Number.NaN })?.[0]).toBe('out of range');
  expect([1e100, -1e100].map((multiply) => refusal({ kind: 'i', values: [1, 2], multiply }))).toEqual([
    null,
    null,
  ]);
});

const COUNTED = ['p', 'pprime', 'u', 'uprime'] as const;
const outOf = (kind: ChartKind, top: number, of: number) => ({
  kind,
  numerators: [1, top],
  denominators: [5, of],
});

test('counts are refused below 0 where a chart is of counts, and nowhere else', () => {
  const below = ['negative count', 'Point 2 has a count below 0.', [1]];
  expect(COUNTED.map((kind) => refusal(outOf(kind, -1, 5)))).toEqual(Array(4).fill(below));
  expect((['c', 'g'] as const).map((kind) => refusal({ kind, values: [1, -1] }))).toEqual([below, below]);
  expect((['run', 'i', 'mr'] as const).map((kind) => refusal({ kind, values: [1, -1] }))).toEqual([
    null,
    null,
    null,
  ]);
  expect(refusal(outOf('iprime', -1, 5))).toBeNull();
  expect(COUNTED.map((kind) => refusal(outOf(kind, 0, 5)))).toEqual(Array(4).fill(null));
});

test('a part above its whole is refused of proportions, and taken of rates', () => {
  const above = ['numerator above denominator', 'Point 2 has a numerator above the denominator.', [1]];
  expect(COUNTED.map((kind) => refusal(outOf(kind, 6, 5)))).toEqual([above, above, null, null]);
  expect(COUNTED.map((kind) => refusal(outOf(kind, 5, 5)))).toEqual(Array(4).fill(null));
  for (const kind of ['p', 'pprime'] as const) {
    expect([refusal({ kind, values: [0, 1] }), refusal({ kind, values: [0, 1.01] })?.[0]]).toEqual([
      null,
      'numerator above denominator',
    ]);
  }
  expect((['u', 'i', 'run'] as const).map((kind) => refusal({ kind, values: [1, 1.01] }))).toEqual([
    null,
    null,
    null,
  ]);
});

test('denominators are refused below 0 and next to it; 0 is a missing point', () => {
  expect(refusal(outOf('u', 1, -2))).toEqual([
    'negative denominator',
    'Point 2 has a denominator below 0.',
    [1],
  ]);
  expect(refusal(outOf('u', 1, 0.9e-100))).toEqual([
    'out of range',
    'Point 2 has a denominator next to nothing.',
    [1],
  ]);
  expect([refusal(outOf('u', 0, 1e-100)), refusal(outOf('u', 1, 0))]).toEqual([null, null]);
});

test('times of zero come with advice, times below zero without', () => {
  const times = (...values: number[]) => refusal({ kind: 't', values });
  expect(times(2, 0, 0)).toEqual([
    'times must be above zero',
    'Points 2 and 3 have zero time between events: record times more finely (in hours) or use a g chart.',
    [1, 2],
  ]);
  expect(times(2, 0, -1)).toEqual([
    'times must be above zero',
    'Points 2 and 3 have a time not above zero.',
    [1, 2],
  ]);
  expect(times(2, 1e-9)).toBeNull();
});
