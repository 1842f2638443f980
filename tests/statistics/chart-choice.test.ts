import { expect, test } from 'vitest';
import { chooseChart, standingOf } from '../../app/statistics/chart-choice';

const twelve = (value: number) => Array(12).fill(value) as number[];

test('limits are not allowed below 6 points, trial to 11, provisional to 19, firm from 20', () => {
  const standings = [0, 5, 6, 11, 12, 19, 20].map((points) => standingOf(points).standing);
  expect(standings).toEqual([
    'not allowed',
    'not allowed',
    'trial',
    'trial',
    'provisional',
    'provisional',
    'firm',
  ]);
  expect(standingOf(8).standingReason).toBe(
    '8 points: trial limits only, dashed; the usual ones begin at 12.',
  );
});

test('a proportion with denominators gets p′, without them i', () => {
  const values = twelve(0.4);
  const counts = { numerators: twelve(40), denominators: twelve(100) };
  expect(chooseChart({ kind: 'proportion', values, ...counts })).toMatchObject({
    chart: 'pprime',
    alternatives: ['p', 'i'],
  });
  expect(chooseChart({ kind: 'proportion', values }).chart).toBe('i');
});

test('a rate gets u′, and u where counts are small and exposures steady', () => {
  const rate = (numerators: number[], denominators: number[]) =>
    chooseChart({
      kind: 'rate',
      values: numerators.map((count, i) => count / (denominators[i] as number)),
      numerators,
      denominators,
    });
  expect(rate(twelve(40), twelve(100)).chart).toBe('uprime');
  expect(rate(twelve(3), twelve(100)).chart).toBe('u');
  expect(rate(twelve(3), [...twelve(100), 300]).chart).toBe('uprime');
  expect(chooseChart({ kind: 'rate', values: twelve(3) }).chart).toBe('i');
});

test('a count gets c, and i where its variance is clearly not its mean', () => {
  const poisson = [4, 6, 3, 5, 7, 2, 5, 4, 6, 8, 3, 5];
  expect(chooseChart({ kind: 'count', values: poisson }).chart).toBe('c');
  expect(chooseChart({ kind: 'count', values: poisson.map((count) => count * 40) }).chart).toBe('i');
  expect(chooseChart({ kind: 'count', values: twelve(50) }).chart).toBe('i');
  expect(chooseChart({ kind: 'count', values: poisson.map((count) => count + 0.5) }).chart).toBe('i');
  expect(chooseChart({ kind: 'count', values: [] })).toMatchObject({ chart: 'c', standing: 'not allowed' });
});

test('rare events are charted by what lies between them', () => {
  const rare = chooseChart({ kind: 'count', values: [0, 0, 1, 0, 0, 2, 0, 0, 1, 0, 0, 0] });
  expect(rare).toMatchObject({ chart: 'g', isRare: true });
  expect(chooseChart({ kind: 'count', values: [1, 1, 1, 2, 1, 1, 2, 1, 1, 1, 1, 2] }).isRare).toBe(true);
  expect(chooseChart({ kind: 'continuous', values: [0, 0, 0, 1] })).toMatchObject({
    chart: 'i',
    isRare: false,
  });
});

test('time between events gets g, and t where no time repeats', () => {
  expect(chooseChart({ kind: 'time between events', values: [3, 0, 5, 8] }).chart).toBe('g');
  expect(chooseChart({ kind: 'time between events', values: [3, 3, 5, 8] }).chart).toBe('g');
  expect(chooseChart({ kind: 'time between events', values: [3.2, null, 5.1, 8.7] }).chart).toBe('t');
  expect(chooseChart({ kind: 'time between events', values: [] }).chart).toBe('g');
});

test('a published estimate gets no control chart', () => {
  expect(chooseChart({ kind: 'published estimate', values: twelve(5) }).chart).toBeNull();
});

test('a missing count is no count of zero, and nothing plotted is nothing rare', () => {
  const [values, denominators] = [
    [0.2, 0.2],
    [10, 10],
  ];
  // Two events a point are not rare; read as 2 and 0 they would be one.
  expect(chooseChart({ kind: 'rate', values, numerators: [2, null], denominators }).isRare).toBe(false);
  expect(
    chooseChart({ kind: 'proportion', values: [null], numerators: [1], denominators: [null] }).isRare,
  ).toBe(false);
});

test('two counts can be unlike chance, and counts below zero are none', () => {
  const chart = (values: number[]) => chooseChart({ kind: 'count', values }).chart;
  // Fisher's z = √(2·Σ(x − x̄)²/x̄) − √(2(n − 1) − 1) is 9.4 for the pair; for the others it is below 2.
  expect([chart([2, 60]), chart([29, 33])]).toEqual(['i', 'c']);
  expect([chart([0, 4, 3, 5, 2]), chart([-1, 4, 3, 5, 2]), chart([0.5, 4, 3, 5, 2])]).toEqual([
    'c',
    'i',
    'i',
  ]);
});
