import fc from 'fast-check';
import { expect, test } from 'vitest';
import { carriedOver, recovered } from './adversary';
import { maskTables, type PlainTable } from './readings';

type Figure = [numerator: number, denominator: number];

const table = (groups: Record<string, Figure>, total?: Figure, threshold = 10): PlainTable => ({
  threshold,
  ...(total && { total: { numerator: total[0], denominator: total[1] } }),
  groups: Object.entries(groups).map(([name, [numerator, denominator]]) => ({
    name,
    numerator,
    denominator,
  })),
});
const summed = (groups: Record<string, Figure>, threshold = 10): PlainTable =>
  table(
    groups,
    Object.values(groups).reduce((a, b) => [a[0] + b[0], a[1] + b[1]], [0, 0]),
    threshold,
  );
const maskedIn = (plain: PlainTable | undefined) =>
  plain?.groups.filter((group) => group.masked).map((group) => group.name);

test('a table without a small group stays as it is', () => {
  const plain = summed({ asian: [6, 12], black: [0, 40], white: [60, 60] });
  expect(maskTables([plain])).toEqual([plain]);
});

test('a small group is masked with the smallest other one, without any figure', () => {
  const [seen] = maskTables([summed({ native: [3, 5], asian: [6, 12], black: [20, 40], white: [60, 100] })]);
  expect(seen).toEqual({
    threshold: 10,
    total: { numerator: 89, denominator: 157 },
    groups: [
      { name: 'native', masked: true },
      { name: 'asian', masked: true },
      { name: 'black', numerator: 20, denominator: 40 },
      { name: 'white', numerator: 60, denominator: 100 },
    ],
  });
});

test('two groups that can only just both be small give each other away', () => {
  const [seen] = maskTables([summed({ a: [3, 8], b: [4, 9], c: [20, 40], d: [30, 60] })]);
  expect(maskedIn(seen)).toEqual(['a', 'b', 'c']);
});

test('two small groups keep each other safe: no third is masked', () => {
  const [seen] = maskTables([summed({ a: [3, 5], b: [3, 6], c: [20, 40], d: [30, 60] })]);
  expect(maskedIn(seen)).toEqual(['a', 'b']);
});

test('a total under the threshold masks all', () => {
  const [seen] = maskTables([summed({ a: [1, 4], b: [2, 5] })]);
  expect(seen?.total).toEqual({ masked: true });
  expect(maskedIn(seen)).toEqual(['a', 'b']);
});

test('nobody is not masked, and keeps nobody safe', () => {
  const [seen] = maskTables([summed({ none: [0, 0], a: [3, 5], b: [5, 11], c: [20, 40] })]);
  expect(maskedIn(seen)).toEqual(['a', 'b']);
  expect(seen?.groups[0]).toEqual({ name: 'none', numerator: 0, denominator: 0 });
});

test('where everyone, or no one, was counted the rate of the masked groups would be known: more are masked', () => {
  expect(maskedIn(maskTables([summed({ a: [5, 5], b: [12, 12], c: [20, 40], d: [30, 60] })])[0])).toEqual([
    'a',
    'b',
    'c',
  ]);
  expect(maskedIn(maskTables([summed({ a: [0, 5], b: [0, 12], c: [20, 40], d: [30, 60] })])[0])).toEqual([
    'a',
    'b',
    'c',
  ]);
  const [all] = maskTables([summed({ a: [0, 5], b: [1, 95] })]);
  expect(all?.total).toEqual({ masked: true });
});

test('groups that are not everyone leave more room, and the total stays', () => {
  const [seen] = maskTables([table({ a: [1, 2], b: [4, 10], c: [20, 40], d: [30, 60] }, [120, 240])]);
  expect(maskedIn(seen)).toEqual(['a', 'b']);
  expect(seen?.total).toEqual({ numerator: 120, denominator: 240 });
});

test('tables without numerators are masked by their sizes alone', () => {
  const [seen] = maskTables([
    {
      threshold: 10,
      total: { denominator: 57 },
      groups: [
        { name: 'a', denominator: 5 },
        { name: 'b', denominator: 12 },
        { name: 'c', denominator: 40 },
      ],
    },
  ]);
  expect(seen?.groups).toEqual([
    { name: 'a', masked: true },
    { name: 'b', masked: true },
    { name: 'c', denominator: 40 },
  ]);
});

test('a group shown with the same figures at another date would be filled in: it is masked at both', () => {
  const then = summed({ a: [3, 8], b: [5, 11], c: [25, 50] });
  const now = summed({ a: [6, 12], b: [5, 11], c: [27, 54] });
  const [first, second] = maskTables([then, now]);
  expect(maskedIn(first)).toEqual(['a', 'b']);
  expect(maskedIn(second)).toEqual(['a', 'b']);
  expect(maskedIn(maskTables([now])[0])).toEqual([]);
});

test('dates that tell nothing of each other are masked each for itself', () => {
  const then = summed({ a: [3, 8], b: [5, 11], c: [25, 50] });
  const now = summed({ a: [6, 12], b: [7, 13], c: [27, 54] });
  expect(maskTables([then, now]).map(maskedIn)).toEqual([['a', 'b'], []]);
});

const groupNames = ['a', 'b', 'c', 'd', 'e', 'f'];
const someGroup = fc
  .tuple(fc.integer({ min: 0, max: 16 }), fc.constantFrom(0, 0.1, 0.4, 0.5, 0.9, 1))
  .map(([of, part]): Figure => [Math.round(of * part), of]);
const someGroups = fc.array(someGroup, { minLength: 1, maxLength: 6 });
const named = (groups: readonly Figure[]) =>
  Object.fromEntries(groups.map((group, index) => [groupNames[index] as string, group]));

function expectHidden(real: PlainTable[], isOrdered = true) {
  const seen = maskTables(real);
  for (const [date, one] of seen.entries()) {
    const was = real[date] as PlainTable;
    for (const [index, group] of one.groups.entries()) {
      const { denominator } = was.groups[index] as PlainTable['groups'][number];
      const isSmall = (denominator ?? 0) > 0 && (denominator ?? 0) < was.threshold;
      if (isSmall || one.total?.masked) expect(group.masked).toBe(true);
      expect(group).toEqual(group.masked ? { name: group.name, masked: true } : was.groups[index]);
    }
    if (one.total?.masked) expect(one.total).toEqual({ masked: true });
    expect(recovered(was, one, isOrdered), JSON.stringify(was)).toEqual([]);
  }
  expect(carriedOver(real, seen), JSON.stringify(real)).toEqual([]);
  return seen;
}

test('of groups that are everyone, no masked cell leaves fewer than three whole numbers', () => {
  fc.assert(
    fc.property(someGroups, fc.integer({ min: 3, max: 7 }), (groups, threshold) => {
      expectHidden([summed(named(groups), threshold)]);
    }),
    { numRuns: 600 },
  );
});

test('nor of groups that are not everyone, or that overlap', () => {
  fc.assert(
    fc.property(someGroups, fc.integer({ min: -9, max: 12 }), fc.nat(12), (groups, more, moreCounted) => {
      const whole = summed(named(groups), 5);
      const people = Math.max(0, (whole.total?.denominator ?? 0) + more);
      const counted = Math.min(
        people,
        (whole.total?.numerator ?? 0) + Math.min(moreCounted, Math.max(0, more)),
      );
      expectHidden([{ ...whole, total: { numerator: counted, denominator: people } }]);
    }),
    { numRuns: 600 },
  );
});

test('nor at several dates between which only some groups changed', () => {
  const change = fc.record({ at: fc.nat(5), figure: someGroup });
  fc.assert(
    fc.property(someGroups, fc.array(change, { maxLength: 4 }), (groups, changes) => {
      const dates = [groups];
      for (const { at, figure } of changes) {
        dates.push((dates.at(-1) ?? []).map((was, index) => (index === at ? figure : was)));
      }
      expectHidden(
        dates.map((one) => summed(named(one), 5)),
        false,
      );
    }),
    { numRuns: 400 },
  );
});

test('nor where the sizes stay and what is counted changes', () => {
  const parts = fc.array(fc.constantFrom(0, 0.2, 0.5, 0.8, 1), { minLength: 6, maxLength: 6 });
  fc.assert(
    fc.property(someGroups, fc.array(parts, { minLength: 2, maxLength: 4 }), (groups, dates) => {
      expectHidden(
        dates.map((shares) =>
          summed(
            named(groups.map(([, of], index): Figure => [Math.round(of * (shares[index] ?? 0)), of])),
            5,
          ),
        ),
        false,
      );
    }),
    { numRuns: 300 },
  );
});

test('the adversary does recover what is masked too thinly', () => {
  const real = summed({ a: [3, 5], b: [20, 40] }, 10);
  const thin = { ...real, groups: [{ name: 'a', masked: true as const }, ...real.groups.slice(1)] };
  expect(recovered(real, thin, true)).toHaveLength(3);
  const then = summed({ a: [3, 8], b: [5, 11], c: [25, 50] });
  const now = summed({ a: [6, 12], b: [5, 11], c: [27, 54] });
  expect(carriedOver([then, now], [maskTables([then])[0] as PlainTable, now])).toEqual([
    'b of date 0 from 1',
  ]);
});

test('most tables lose no more groups than they must', () => {
  const few = fc.sample(fc.array(fc.integer({ min: 4, max: 90 }), { minLength: 4, maxLength: 7 }), {
    numRuns: 300,
    seed: 7,
  });
  let masked = 0;
  let least = 0;
  for (const sizes of few) {
    const [seen] = maskTables([summed(named(sizes.map((of): Figure => [Math.round(of * 0.6), of])))]);
    const small = sizes.filter((size) => size < 10).length;
    masked += maskedIn(seen)?.length ?? 0;
    least += small === 1 ? 2 : small;
  }
  expect(masked / least).toBeLessThan(1.1);
});
