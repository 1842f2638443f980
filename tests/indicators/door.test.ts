import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gapChange } from '~/statistics/gap-change';
import { newcombe } from '~/statistics/gaps';
import { type PlainIndicator, type PlainObservation, readIndicator } from './readings';

type Years = Record<string, number | [numerator: number, denominator: number]>;

const rows = (group: string, years: Years): PlainObservation[] =>
  Object.entries(years).map(([period, figure]) =>
    Array.isArray(figure)
      ? { period, group, numerator: figure[0], denominator: figure[1] }
      : { period, group, value: figure },
  );

const read = (groups: Record<string, Years>, some: Partial<PlainIndicator> = {}) =>
  readIndicator({
    kind: 'proportion',
    direction: 'higher',
    focus: 'focus',
    reference: 'reference',
    observations: Object.entries(groups).flatMap(([group, years]) => rows(group, years)),
    ...some,
  });

/** Two groups, then and now. */
const four = (focus: [number, number], reference: [number, number], some: Partial<PlainIndicator> = {}) =>
  read(
    {
      focus: { '2012': focus[0], '2016': focus[1] },
      reference: { '2012': reference[0], '2016': reference[1] },
    },
    some,
  );

test('everyone is judged by the first and the newest figure', () => {
  const reading = read({ all: { '2012': [55, 100], '2014': [60, 100], '2016': [86, 100] } });
  expect(reading).toMatchObject({ status: 'improved', beyondChance: true, verdict: 'no data' });
  expect(reading.change).toBeCloseTo(0.31, 12);
  expect(read({ all: { '2012': 0.55, '2016': 0.86 } })).toMatchObject({
    status: 'improved',
    beyondChance: null,
  });
  expect(read({ all: { '2012': 0.55, '2016': 0.86 } }, { direction: 'lower' }).status).toBe('worsened');
  expect(read({ all: { '2012': [55, 100], '2016': [57, 100] } })).toMatchObject({
    status: 'improved',
    beyondChance: false,
  });
});

test('a movement up to the minimum is none, and so is one within a thousand-millionth', () => {
  const all = { all: { '2012': 0.55, '2016': 0.57 } };
  expect(read(all, { minimumMovement: 0.02 }).status).toBe('held');
  expect(read(all, { minimumMovement: 0.0199 }).status).toBe('improved');
  expect(read({ all: { '2012': 0.55, '2016': 0.55 + 5e-10 } }).status).toBe('held');
  expect(read({ all: { '2012': 0.55, '2016': 0.55 + 5e-9 } }).status).toBe('improved');
});

test('without two figures for everyone there are no data, whatever the groups have', () => {
  const none = { status: 'no data', beyondChance: null, change: null };
  expect(four([0.5, 0.6], [0.8, 0.82])).toMatchObject({ ...none, verdict: 'improved for all, narrowed' });
  expect(read({ all: { '2012': 0.5 } })).toMatchObject(none);
  expect(read({ all: { '2012': [0, 0], '2016': [5, 10] } })).toMatchObject(none);
  const suppressed = [
    { period: '2012', group: 'all', value: 0.5, suppressed: true },
    { period: '2016', group: 'all', value: 0.6 },
  ];
  expect(read({}, { observations: suppressed })).toMatchObject(none);
  expect(read({ all: { '2012': 0.5, '2016': 0.6 } }, { baselinePeriod: '2014' })).toMatchObject(none);
  expect(read({ all: { '2012': 0.5, '2016': 0.6 } }, { baselinePeriod: '2016' })).toMatchObject(none);
});

test('a chosen baseline is kept to, however a school year is spelled and in whatever order rows come', () => {
  const all: Years = { '2015–16': 0.7, '2012-2013': 0.5, '2013-14': 0.6 };
  const reading = read({ all }, { baselinePeriod: '2013–14' });
  expect(reading.status).toBe('improved');
  expect(reading.change).toBeCloseTo(0.1, 12);
  expect(read({ all }).change).toBeCloseTo(0.2, 12);
  expect(read({ all: { 'Wave 2': 0.4, 'Wave 1': 0.3, 'Wave 3': 0.6 } }).change).toBeCloseTo(0.3, 12);
});

test.each([
  ['improved for all, narrowed', [0.5, 0.65], [0.8, 0.85]],
  ['improved for all, widened', [0.5, 0.55], [0.8, 0.95]],
  ['focus only', [0.5, 0.6], [0.8, 0.75]],
  ['reference only', [0.5, 0.45], [0.8, 0.85]],
  ['levelled down', [0.5, 0.5], [0.8, 0.7]],
  ['focus fell', [0.5, 0.4], [0.8, 0.8]],
  ['both fell', [0.5, 0.4], [0.8, 0.75]],
  ['reversed', [0.7, 0.85], [0.75, 0.78]],
  ['unclear', [0.5, 0.6], [0.8, 0.9]],
] as const)('%s', (verdict, focus, reference) => {
  expect(four([...focus], [...reference]).verdict).toBe(verdict);
  const turned = ([a, b]: readonly [number, number]): [number, number] => [1 - a, 1 - b];
  expect(four(turned(focus), turned(reference), { direction: 'lower' }).verdict).toBe(verdict);
});

test('the gap stands in the own unit of its kind, with its ratio, then and now', () => {
  const { gap } = four([0.5, 0.66], [0.8, 0.88]);
  expect(gap.baseline).toBeCloseTo(-0.3, 12);
  expect(gap.latest).toBeCloseTo(-0.22, 12);
  expect(gap.change).toBeCloseTo(0.08, 12);
  expect(gap.ratioBaseline).toBeCloseTo(0.625, 12);
  expect(gap.ratioLatest).toBeCloseTo(0.75, 12);
  expect(gap.interval).toBeNull();
  expect(four([0.1, 0.2], [0, 0.3]).gap.ratioBaseline).toBeNull();
});

test('with counts the change of the gap has its MOVER interval, and a change within chance is unclear', () => {
  const groups = {
    focus: { '2012': [312, 1040], '2016': [236, 1025] },
    reference: { '2012': [410, 2050], '2016': [402, 2010] },
  } satisfies Record<string, Years>;
  const { gap, verdict } = read(groups, { direction: 'lower' });
  const expected = gapChange({
    focus: { before: { count: 312, of: 1040 }, after: { count: 236, of: 1025 } },
    reference: { before: { count: 410, of: 2050 }, after: { count: 402, of: 2010 } },
  });
  expect(gap.interval?.[0]).toBeCloseTo(expected.interval?.low as number, 12);
  expect(gap.interval?.[1]).toBeCloseTo(expected.interval?.high as number, 12);
  // The reference stands at 20 % both times: only the focus group moved.
  expect(verdict).toBe('focus only');
  const few = read({
    focus: { '2012': [6, 20], '2016': [3, 22] },
    reference: { '2012': [5, 40], '2016': [4, 38] },
  });
  expect(few.verdict).toBe('unclear');
  const without = read(
    { ...groups, reference: { '2012': [410, 2050], '2016': 0.2 } },
    { direction: 'lower' },
  );
  expect(without.gap.interval).toBeNull();
  expect(without.verdict).toBe('focus only');
});

test('the change for everyone is beyond chance where Newcombe’s interval leaves out 0', () => {
  for (const [x1, x2] of [
    [50, 64],
    [50, 63],
  ] as const) {
    const { low } = newcombe({ x1: x2, n1: 100, x2: x1, n2: 100 });
    expect(read({ all: { '2012': [x1, 100], '2016': [x2, 100] } }).beyondChance).toBe(low > 0);
  }
});

test('rates are judged by the Poisson variance', () => {
  const rates = {
    all: { '2012': [204, 52000], '2016': [173, 53500] },
    focus: { '2012': [84, 12000], '2016': [55, 12500] },
    reference: { '2012': [120, 40000], '2016': [118, 41000] },
  } satisfies Record<string, Years>;
  const { gap, verdict, change } = read(rates, { kind: 'rate', direction: 'lower' });
  expect(change).toBeCloseTo(173 / 53500 - 204 / 52000, 12);
  // gap-11 of the vectors: −0.00248 with standard error 0.00104.
  expect(gap.change).toBeCloseTo(-0.0024780487804878, 12);
  expect(gap.interval?.[0]).toBeCloseTo(-0.0024780487804878 - 1.959963984540054 * 0.00103948527890132, 12);
  expect(verdict).toBe('improved for all, narrowed');
});

test('margins of error are 90 % ones, and stand before counts where there are both', () => {
  const at = (period: string, group: string, value: number, marginOfError: number, more = {}) => ({
    period,
    group,
    value,
    marginOfError,
    ...more,
  });
  const observations = [
    at('2012', 'focus', 40, 3.29),
    at('2016', 'focus', 52, 3.29),
    at('2012', 'reference', 70, 3.29),
    at('2016', 'reference', 71, 3.29),
  ];
  const { gap, verdict } = read({}, { kind: 'mean', observations });
  // Four standard errors of 2: 4 together.
  expect(gap.interval?.[0]).toBeCloseTo(11 - 4 * 1.959963984540054, 9);
  expect(gap.interval?.[1]).toBeCloseTo(11 + 4 * 1.959963984540054, 9);
  expect(verdict).toBe('improved for all, narrowed');
  const estimates = ['2012', '2016'].map((period, index) => ({
    ...at(period, 'all', 0.5 + index * 0.05, 0.1),
    numerator: 5000 + index * 500,
    denominator: 10000,
  }));
  expect(read({}, { observations: estimates })).toMatchObject({ status: 'improved', beyondChance: false });
  expect(
    read({}, { observations: estimates.map((one) => ({ ...one, marginOfError: null })) }).beyondChance,
  ).toBe(true);
});

test('counts, means and money are compared as they are, without an interval', () => {
  for (const kind of ['count', 'mean', 'money'] as const) {
    const reading = read(
      {
        all: { '2012': 900, '2016': 950 },
        focus: { '2012': 100, '2016': 130 },
        reference: { '2012': 200, '2016': 210 },
      },
      { kind },
    );
    expect(reading).toMatchObject({ status: 'improved', beyondChance: null, change: 50 });
    expect(reading.gap).toMatchObject({ baseline: -100, latest: -80, change: 20, interval: null });
    expect(reading.verdict).toBe('improved for all, narrowed');
  }
  const counted = [
    { period: '2012', group: 'all', numerator: 40 },
    { period: '2016', group: 'all', numerator: 30 },
  ];
  expect(read({}, { kind: 'count', direction: 'lower', observations: counted })).toMatchObject({
    status: 'improved',
    change: -10,
  });
});

test('Tacoma: improved overall; ahead now without earlier figures is no verdict', () => {
  const reading = read({
    all: { '2010': 0.55, '2016': 0.86 },
    focus: { '2016': 0.92 },
    reference: { '2016': 0.89 },
  });
  expect(reading).toMatchObject({
    status: 'improved',
    verdict: 'no data',
    gap: { baseline: null, change: null },
  });
  expect(reading.gap.latest).toBeCloseTo(0.03, 12);
  expect(four([0.5, 0.92], [0.58, 0.89]).verdict).toBe('reversed');
});

test('a chosen baseline in which one group has no figure leaves nothing to compare', () => {
  const groups = {
    focus: { '2012': 0.5, '2013': 0.52, '2016': 0.6 },
    reference: { '2013': 0.8, '2016': 0.81 },
  };
  expect(read(groups, { baselinePeriod: '2012' }).verdict).toBe('no data');
  expect(read(groups).verdict).toBe('improved for all, narrowed');
  expect(read(groups, { baselinePeriod: '2016' }).gap).toMatchObject({ latest: null, change: null });
});

const share = fc
  .tuple(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([of, part]): [number, number] => [Math.round(of * part), of]);
const value = fc.integer({ min: 0, max: 1000 }).map((number) => number / 1000);
const figure = fc.oneof(share, value);
const table = fc.record({ f1: figure, f2: figure, r1: figure, r2: figure });
const direction = fc.constantFrom('higher' as const, 'lower' as const);

/** The same figures seen from the other group; all other verdicts stay. */
const swapped: Partial<Record<string, string>> = {
  'focus only': 'reference only',
  'reference only': 'focus only',
  'levelled down': 'focus fell',
  'focus fell': 'levelled down',
};

test('swapping focus and reference turns the gap around and says the same of both', () => {
  fc.assert(
    fc.property(table, direction, ({ f1, f2, r1, r2 }, better) => {
      const years = (a: Years[string], b: Years[string]) => ({ '2012': a, '2016': b });
      const one = read({ focus: years(f1, f2), reference: years(r1, r2) }, { direction: better });
      const other = read({ focus: years(r1, r2), reference: years(f1, f2) }, { direction: better });
      expect(one.gap.baseline).toBeCloseTo(-(other.gap.baseline as number), 9);
      expect(one.gap.latest).toBeCloseTo(-(other.gap.latest as number), 9);
      expect(one.gap.change).toBeCloseTo(-(other.gap.change as number), 9);
      expect(one.gap.interval === null).toBe(other.gap.interval === null);
      if (one.gap.interval) {
        expect(one.gap.interval[0]).toBeCloseTo(-(other.gap.interval?.[1] as number), 9);
      }
      expect(other.verdict).toBe(swapped[one.verdict] ?? one.verdict);
    }),
    { numRuns: 500 },
  );
});

test('raising both groups alike keeps the gap', () => {
  fc.assert(
    fc.property(value, value, value, value, value, (f1, f2, r1, r2, shift) => {
      const plain = four([f1, f2], [r1, r2], { kind: 'mean' });
      const raised = four([f1 + shift, f2 + shift], [r1 + shift, r2 + shift], { kind: 'mean' });
      expect(raised.gap.baseline).toBeCloseTo(plain.gap.baseline as number, 9);
      expect(raised.gap.latest).toBeCloseTo(plain.gap.latest as number, 9);
      expect(raised.verdict).toBe(plain.verdict);
    }),
  );
});
