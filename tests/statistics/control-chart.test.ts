import { expect, test } from 'vitest';
import { readControlChart } from '../../app/statistics/control-chart';
import { isConstant } from '../../app/statistics/control-lines';
import { NumbersRefused } from '../../app/statistics/errors';
import { meanRange } from '../../app/statistics/moving-range';
import { readNhs } from '../../app/statistics/nhs';

const VALUES = [10, 11, 9, 10, 11, 9, 10, 11, 10, 9, 10, 11, 14, 9.5, 12.6, 9, 10, 11];

test('a chart without points has no lines, no phases and no signals', () => {
  const reading = readControlChart({ kind: 'i', values: [], better: 'up' });
  expect(reading.values).toEqual([]);
  expect(reading.lines).toEqual({ centre: [], lower: [], upper: [], lowerWarning: [], upperWarning: [] });
  expect([reading.phases, reading.signals, reading.beyond]).toEqual([[], [], []]);
  expect(readControlChart({ kind: 'i', better: 'up' }).values).toEqual([]);
});

test('one point has a centre and no limits', () => {
  const { lines, beyond } = readControlChart({ kind: 'i', values: [7], better: 'up' });
  expect(lines).toEqual({
    centre: [7],
    lower: [null],
    upper: [null],
    lowerWarning: [null],
    upperWarning: [null],
  });
  expect(beyond).toEqual([]);
});

test('multiplying changes what is shown and nothing that is computed', () => {
  const figures = { numerators: [3, 4, 2, 5, 9, 3, 6, 4], denominators: [20, 22, 18, 25, 20, 21, 24, 20] };
  const plain = readControlChart({ kind: 'p', ...figures, better: 'up' });
  const percent = readControlChart({ kind: 'p', ...figures, multiply: 100, better: 'up' });
  expect(percent.values[0]).toBe(15);
  expect(percent.lines.upper[0]).toBeCloseTo(100 * (plain.lines.upper[0] as number), 12);
  expect(percent.phases[0]?.centre).toBeCloseTo(100 * (plain.phases[0]?.centre as number), 12);
  expect(percent.signals).toEqual(plain.signals);
});

test('a point beyond its limit is a signal with a side and a verdict', () => {
  const { signals, beyond } = readControlChart({ kind: 'i', values: VALUES, frozen: 12, better: 'down' });
  expect(beyond).toEqual([12]);
  expect(signals[0]).toMatchObject({
    rule: 'beyond limits',
    side: 'above',
    points: [12],
    count: 1,
    verdict: 'worse',
  });
});

test('an excluded point is plotted, moves no limit and is never flagged unless asked', () => {
  const excluded = [12];
  const without = readControlChart({ kind: 'i', values: VALUES, excluded, better: 'up' });
  expect(without.values[12]).toBe(14);
  expect(without.beyond).toEqual([]);
  expect(without.phases[0]?.observed).toBe(17);
  const as = readControlChart({
    kind: 'i',
    values: VALUES,
    excluded,
    frozen: 12,
    flagsExcluded: true,
    better: 'up',
  });
  expect(as.beyond).toEqual([12]);
});

test('a moving range is bridged over an excluded point and not over a missing one', () => {
  const excluded = readControlChart({ kind: 'i', values: [1, 50, 3, 1, 3], excluded: [1], better: 'up' });
  const missing = readControlChart({ kind: 'i', values: [1, null, 3, 1, 3], better: 'up' });
  const bridged = readControlChart({ kind: 'i', values: [1, 3, 1, 3], better: 'up' });
  expect(excluded.lines.upper[0]).toBe(bridged.lines.upper[0]);
  expect(missing.phases[0]?.centre).toBe(2);
  const fallen = readControlChart({ kind: 'i', values: [1, null, 4, 2, 3], better: 'up' });
  expect(fallen.lines.upper[0]).toBeCloseTo(2.5 + (3 * 1.5) / 1.128, 12);
});

test('screening that leaves only zeros is given up, so that limits do not collapse', () => {
  const ranges = Float64Array.from([0, 0, 0, 0, 0, 5, 5, 0, 0, 0]);
  expect(meanRange(ranges, true)).toEqual({ mean: 1, screenedOut: 2 });
  expect(meanRange(ranges, false)).toEqual({ mean: 1, screenedOut: 0 });
  expect(meanRange(Float64Array.from([0, 0]), true)).toEqual({ mean: 0, screenedOut: 2 });
  expect(meanRange(new Float64Array(0), true)).toEqual({ mean: null, screenedOut: 0 });
});

test('screening drops large ranges once and keeps what is below 3.267 times the mean', () => {
  const ranges = Float64Array.from([1, 1, 1, 1, 1, 1, 1, 1, 1, 20]);
  expect(meanRange(ranges, true)).toEqual({ mean: 1, screenedOut: 1 });
});

test('a proportion chart is clipped to 0 … 100 %, a rate chart at 0', () => {
  const high = readControlChart({
    kind: 'p',
    numerators: [9, 10, 9, 10],
    denominators: [10, 10, 10, 10],
    better: 'up',
  });
  expect(high.lines.upper[0]).toBe(1);
  const rate = readControlChart({
    kind: 'u',
    numerators: [1, 2, 1, 0],
    denominators: [10, 10, 10, 10],
    better: 'up',
  });
  expect(rate.lines.lower[0]).toBe(0);
  const i = readControlChart({ kind: 'i', values: [1, 9, 1, 9], better: 'up' });
  expect(i.lines.lower[0]).toBeLessThan(0);
});

test('p′ tells how much counts vary beyond chance, and has no limits where all are 0 %', () => {
  const varied = readControlChart({
    kind: 'pprime',
    numerators: [10, 90, 20, 80, 30, 70],
    denominators: [100, 100, 100, 100, 100, 100],
    better: 'up',
  });
  expect(varied.phases[0]?.overdispersion).toBeGreaterThan(5);
  const none = readControlChart({ kind: 'pprime', numerators: [0, 0], denominators: [5, 5], better: 'up' });
  expect(none.lines.centre).toEqual([0, 0]);
  expect(none.lines.upper).toEqual([null, null]);
  expect(
    readControlChart({ kind: 'p', numerators: [0, 1], denominators: [5, 5], better: 'up' }).phases[0]
      ?.overdispersion,
  ).toBeNull();
});

test('lines that follow denominators are no single stroke', () => {
  const same = readControlChart({ kind: 'p', numerators: [1, 2], denominators: [5, 5], better: 'up' });
  const different = readControlChart({ kind: 'p', numerators: [1, 2], denominators: [5, 6], better: 'up' });
  expect([isConstant(same), isConstant(different)]).toEqual([true, false]);
});

test('an mr chart never speaks of runs', () => {
  const values = [1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 9, 1, 9, 1, 9, 1, 9, 1, 9, 1, 40];
  const reading = readControlChart({ kind: 'mr', values, better: 'up' });
  expect(reading.values.slice(0, 2)).toEqual([null, 1]);
  expect(reading.phases[0]?.unusualRuns).toBe(false);
  expect(new Set(reading.signals.map(({ rule }) => rule))).toEqual(new Set(['beyond limits']));
});

test('moving ranges do not reach across a break', () => {
  const reading = readControlChart({ kind: 'mr', values: [1, 2, 9, 8], breaks: [2], better: 'up' });
  expect(reading.values).toEqual([null, 1, null, 1]);
});

test('subgroups of different sizes have limits of different width, and lone values none', () => {
  const subgroups = [[1, 2, 3], [2, 3, 4, 5], [4], [2, null, 4], []];
  const means = readControlChart({ kind: 'xbar', subgroups, better: 'up' });
  expect(means.values).toEqual([2, 3.5, 4, 3, null]);
  const width = (i: number) => (means.lines.upper[i] as number) - (means.lines.centre[i] as number);
  expect(width(0)).toBeGreaterThan(width(1));
  expect([means.lines.upper[2], means.lines.upper[4]]).toEqual([null, null]);
  const spread = readControlChart({ kind: 's', subgroups, better: 'down' });
  expect(spread.values[2]).toBeNull();
  expect(spread.lines.lower[0]).toBe(0);
  expect(readControlChart({ kind: 's', subgroups: [[1], [2]], better: 'down' }).lines.centre).toEqual([
    null,
    null,
  ]);
  expect(readControlChart({ kind: 'xbar', subgroups: [[1], [2]], better: 'down' }).lines).toMatchObject({
    centre: [1.5, 1.5],
    upper: [null, null],
  });
});

test('numbers that cannot be charted are refused with the points named', () => {
  const refusal = (input: Omit<Parameters<typeof readControlChart>[0], 'better'>) => {
    try {
      readControlChart({ ...input, better: 'up' });
    } catch (error) {
      if (error instanceof NumbersRefused) return [error.reason, error.message, error.points];
      throw error;
    }
    return [];
  };
  expect(refusal({ kind: 't', values: [3, 0, 5] })).toEqual([
    'times must be above zero',
    'Point 2 has zero time between events: record times more finely (in hours) or use a g chart.',
    [1],
  ]);
  expect(refusal({ kind: 't', values: [3, -1] })[1]).toBe('Point 2 has a time not above zero.');
  expect(refusal({ kind: 'p', numerators: [3, 9, 9], denominators: [5, 5, 5] })).toEqual([
    'numerator above denominator',
    'Points 2 and 3 have a numerator above the denominator.',
    [1, 2],
  ]);
  expect(refusal({ kind: 'p', values: [0.5, 1.5] })[0]).toBe('numerator above denominator');
  expect(refusal({ kind: 'c', values: [-1, -1, -1, -1, -1, -1, -1] })[1]).toBe(
    'Points 1, 2, 3, 4, 5 and 2 more have a count below 0.',
  );
  expect(refusal({ kind: 'u', numerators: [1], denominators: [-2] })[0]).toBe('negative denominator');
  expect(refusal({ kind: 'u', numerators: [1], denominators: [1e-200] })[0]).toBe('out of range');
  expect(refusal({ kind: 'i', values: [1e200] })[0]).toBe('out of range');
  expect(refusal({ kind: 'xbar', subgroups: [[1e200]] })[0]).toBe('out of range');
  expect(refusal({ kind: 'i', values: [Number.POSITIVE_INFINITY] })[0]).toBe('out of range');
  expect(refusal({ kind: 'p', numerators: [1, 2], denominators: [3] })[0]).toBe('lengths differ');
  expect(refusal({ kind: 'u', numerators: [9], denominators: [3] })).toEqual([]);
});

test('a count over denominator 0 is missing and adds nothing to the centre', () => {
  const reading = readControlChart({
    kind: 'u',
    numerators: [2, 1, 3],
    denominators: [0, 10, 10],
    better: 'up',
  });
  expect(reading.values).toEqual([null, 0.1, 0.3]);
  expect(reading.phases[0]?.centre).toBe(0.2);
});

test('NHS limits lie at 2.66 mean moving ranges', () => {
  const values = [5, 7, 6, 9, 4, 6, 8, 5, 7, 6, 9, 7, 5];
  const nhs = readControlChart({ kind: 'i', values, rules: 'nhs', better: 'up' });
  const plain = readControlChart({ kind: 'i', values, better: 'up' });
  expect(nhs.lines.upper[0]).toBeCloseTo(12.6682051282051, 10);
  expect(plain.lines.upper[0]).toBeCloseTo(12.6672122204037, 10);
});

test('the variation icon is the type of the last point, with H or L', () => {
  const read = (values: (number | null)[], better: 'up' | 'down' | 'neither', target: number | null = null) =>
    readNhs(readControlChart({ kind: 'i', values, rules: 'nhs', better }), better, target);
  const base = [5, 7, 6, 9, 4, 6, 8, 5, 7, 6, 9, 7];
  expect(read([...base, 30], 'down')).toMatchObject({ variationIcon: 'special_cause_concern', letter: 'H' });
  expect(read([...base, 30, null], 'up')).toMatchObject({
    variationIcon: 'special_cause_improvement',
    letter: 'H',
  });
  expect(read([...base, -30], 'up')).toMatchObject({ variationIcon: 'special_cause_concern', letter: 'L' });
  expect(read([...base, -30], 'neither').variationIcon).toBe('special_cause_neutral_low');
  expect(read([...base, 30], 'neither').variationIcon).toBe('special_cause_neutral_high');
  expect(read([...base, 30, 6], 'down')).toMatchObject({ variationIcon: 'common_cause', letter: null });
  expect(read([], 'up')).toMatchObject({ variationIcon: 'common_cause', letter: null, assuranceIcon: null });
});

test('the assurance icon compares the target with the last limits; on a limit is hit or miss', () => {
  const values = [5, 7, 6, 9, 4, 6, 8, 5, 7, 6, 9, 7, 5];
  const icon = (better: 'up' | 'down' | 'neither', target: number | null) => {
    const reading = readControlChart({ kind: 'i', values, rules: 'nhs', better });
    return readNhs(reading, better, target).assuranceIcon;
  };
  const upper = readControlChart({ kind: 'i', values, rules: 'nhs', better: 'up' }).lines.upper[12] as number;
  expect([icon('up', 20), icon('down', 20)]).toEqual(['consistent_fail', 'consistent_pass']);
  expect([icon('up', -20), icon('down', -20)]).toEqual(['consistent_pass', 'consistent_fail']);
  expect([icon('up', 6), icon('up', upper), icon('neither', 6), icon('up', null)]).toEqual([
    'inconsistent',
    'inconsistent',
    null,
    null,
  ]);
});

test('IHI’s Shewhart rules: eight on one side, six rising, two of three far out, fifteen near the centre', () => {
  const quiet = Array.from({ length: 12 }, (_, i) => 10 + (i % 2 === 0 ? 1 : -1));
  const rulesOf = (values: number[]) => {
    const { signals } = readControlChart({ kind: 'i', values, frozen: 12, rules: 'ihi', better: 'up' });
    return [...new Set(signals.map(({ rule }) => rule))];
  };
  expect(rulesOf([...quiet, 10.5, 11, 10, 10.5, 11, 10.5, 11, 10.5, 11, 9])).toEqual([
    'shift',
    'close to the centre',
  ]);
  expect(rulesOf([...quiet, 9, 9.5, 10, 10.5, 11, 11.5, 9])).toContain('trend');
  expect(rulesOf([...quiet, 14, 14.2, 14.1, 9])).toEqual(['two of three']);
});

test('a rule set names its members, where it was complete and what it asked for', () => {
  const values = [...VALUES.slice(0, 12), 12.5, 10.5, 12.6, 12.7, 9, 10];
  const signals = readControlChart({
    kind: 'i',
    values,
    frozen: 12,
    rules: 'western-electric',
    better: 'up',
  }).signals;
  expect(signals.find(({ rule }) => rule === 'two of three')).toMatchObject({
    side: 'above',
    points: [12, 14, 15],
    completedAt: 14,
    limit: 2,
    verdict: 'better',
  });
});

test('each phase of a control chart is read by itself', () => {
  const together = readControlChart({ kind: 'i', values: VALUES, breaks: [9], better: 'up' });
  const second = readControlChart({ kind: 'i', values: VALUES.slice(9), better: 'up' });
  expect(together.lines.upper.slice(9)).toEqual(second.lines.upper);
  expect(together.phases[1]?.useful).toBe(second.phases[0]?.useful);
});

test('missing points alone have neither a centre nor limits, on any kind of chart', () => {
  for (const kind of ['i', 't', 'c', 'g', 'mr'] as const) {
    const { lines, phases } = readControlChart({ kind, values: [null, null], better: 'up' });
    expect([phases[0]?.centre, ...Object.values(lines).flat()]).toEqual(Array(11).fill(null));
  }
});

test('a mean of subgroups may have a limit below zero, a standard deviation may not', () => {
  const subgroups = [
    [1, -1, 2],
    [0, 1, -2],
    [-1, 2, 0],
  ];
  const lower = (kind: 'xbar' | 's') => readControlChart({ kind, subgroups, better: 'up' }).lines.lower[0];
  expect(lower('xbar')).toBeLessThan(0);
  expect(lower('s')).toBe(0);
});

test('Making Data Count’s own factor is that of an i chart alone', () => {
  const upper = (kind: 'i' | 't', rules: 'nhs' | 'nelson') =>
    readControlChart({ kind, values: VALUES, rules, better: 'up' }).lines.upper[0] as number;
  expect(upper('t', 'nhs')).toBe(upper('t', 'nelson'));
  const distance = (rules: 'nhs' | 'nelson') => upper('i', rules) - VALUES.reduce((a, b) => a + b, 0) / 18;
  expect(distance('nhs') / distance('nelson')).toBeCloseTo((2.66 / 3) * 1.128, 10);
});

test('where there are no limits nothing lies close to the centre or away from it', () => {
  const zeros = { numerators: Array(16).fill(0), denominators: Array(16).fill(20) };
  for (const rules of ['nelson', 'ihi', 'nhs', 'western-electric'] as const) {
    expect(readControlChart({ kind: 'pprime', ...zeros, rules, better: 'up' }).signals).toEqual([]);
  }
});

test('σ_z is the mean moving range of the standardised figures over 1.128, and none where nothing ranges', () => {
  const numerators = [30, 44, 25, 51, 38, 29];
  const denominators = [80, 100, 90, 110, 95, 100];
  const total = (list: number[]) => list.reduce((a, b) => a + b, 0);
  const centre = total(numerators) / total(denominators);
  const phase = (kind: 'pprime' | 'uprime', count = 6) =>
    readControlChart({
      kind,
      numerators: numerators.slice(0, count),
      denominators: denominators.slice(0, count),
      isScreened: false,
      better: 'up',
    }).phases[0];
  for (const [kind, unit] of [
    ['pprime', centre * (1 - centre)],
    ['uprime', centre],
  ] as const) {
    const z = numerators.map((x, i) => {
      const n = denominators[i] as number;
      return (x / n - centre) / Math.sqrt(unit / n);
    });
    const ranges = z.slice(1).map((later, i) => Math.abs(later - (z[i] as number)));
    expect(phase(kind)?.overdispersion).toBeCloseTo(total(ranges) / 5 / 1.128, 10);
    expect(phase(kind, 1)?.overdispersion).toBeNull();
  }
});

test('charts without σ_z and without screening say so', () => {
  const kinds = ['run', 'c', 'g', 'mr'] as const;
  for (const kind of kinds) {
    const [phase] = readControlChart({ kind, values: [3, 5, 4, 6], better: 'up' }).phases;
    expect(phase).toMatchObject({ screenedOut: 0, overdispersion: null });
  }
  const subgroups = [[1, 2, 4], [2, 3, 3], [5]];
  for (const kind of ['xbar', 's'] as const) {
    const [phase] = readControlChart({ kind, subgroups, better: 'up' }).phases;
    expect(phase).toMatchObject({ screenedOut: 0, overdispersion: null });
  }
});

test('subgroups of equal size have the mean of their deviations, others the pooled one; single values none', () => {
  const [a, b, c, d] = [
    [1, 2, 6],
    [2, 3, 3],
    [5, 9, 1],
    [4, 7],
  ] as const;
  const square = (list: readonly number[]) => {
    const middle = list.reduce((sum, x) => sum + x, 0) / list.length;
    return list.reduce((sum, x) => sum + (x - middle) ** 2, 0);
  };
  const centre = (...subgroups: (readonly number[])[]) =>
    readControlChart({ kind: 's', subgroups: subgroups.map((list) => [...list]), better: 'up' }).lines
      .centre[0];
  const mean = (Math.sqrt(square(a) / 2) + Math.sqrt(square(b) / 2) + Math.sqrt(square(c) / 2)) / 3;
  expect(centre(a, b, c)).toBeCloseTo(mean, 12);
  expect(centre(a, [], b, c)).toBeCloseTo(mean, 12);
  // The last is smaller: Σ(n − 1)s² over Σ(n − 1).
  const pooled = Math.sqrt((square(a) + square(b) + square(c) + square(d)) / 7);
  expect(centre(a, b, c, d)).toBeCloseTo(pooled, 12);
  const some = [[...a], [7], [], [...b]];
  expect(readControlChart({ kind: 's', subgroups: some, better: 'up' }).values.slice(1, 3)).toEqual([
    null,
    null,
  ]);
  const { lines } = readControlChart({ kind: 'xbar', subgroups: [[4], [6], [5]], better: 'up' });
  expect([lines.centre[0], lines.upper[0], lines.lower[0]]).toEqual([5, null, null]);
  const later = readControlChart({
    kind: 'xbar',
    subgroups: [[4], [6], [5, 5, 8]],
    frozen: 2,
    better: 'up',
  }).lines;
  expect([later.centre[2], later.upper[2]]).toEqual([5, null]);
});

test('a chart with one limit alone is not held against a target', () => {
  const equal = readControlChart({ kind: 't', values: [3, 3, 3], rules: 'nhs', better: 'up' });
  expect([equal.lines.upper[2], equal.lines.lower[2]]).toEqual([null, 0]);
  expect(readNhs(equal, 'up', 9).assuranceIcon).toBeNull();
});
