import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CountCell, type CountTable, hiddenIn } from '~/access/small-counts';

const cell = (denominator: number | null, numerator: number | null = null): CountCell => ({
  denominator,
  numerator,
});
const table = (groups: CountCell[], total: CountCell | null = null): CountTable => ({
  threshold: 10,
  total,
  groups,
  partOfWhole: true,
});
const indices = (found: { groups: Set<number> }) => [...found.groups].sort((a, b) => a - b);

test('groups of ten and more are shown', () => {
  expect(hiddenIn(table([cell(10, 5), cell(30, 11)], cell(40, 16)))).toEqual({
    total: false,
    groups: new Set(),
  });
});

test('a small group hides the smallest other one too, or it would be the total without the rest', () => {
  const found = hiddenIn(table([cell(5, 3), cell(12, 6), cell(40, 20), cell(100, 60)], cell(157, 89)));
  expect(found.total).toBe(false);
  expect(indices(found)).toEqual([0, 1]);
});

test('the second group is hidden without a total as well: another split may give the total', () => {
  expect(indices(hiddenIn(table([cell(5, 3), cell(40, 20), cell(100, 60)])))).toEqual([0, 1]);
});

test('two small groups that were counted only once between them hide a third', () => {
  const found = hiddenIn(table([cell(6, 0), cell(7, 1), cell(40, 20), cell(60, 30)], cell(113, 51)));
  expect(indices(found)).toEqual([0, 1, 2]);
});

test('two small groups in which all but one were counted hide a third', () => {
  const found = hiddenIn(table([cell(6, 6), cell(7, 6), cell(40, 20), cell(60, 30)], cell(113, 62)));
  expect(indices(found)).toEqual([0, 1, 2]);
});

test('a small total hides everything', () => {
  expect(hiddenIn(table([cell(4, 1), cell(5, 2)], cell(9, 3))).total).toBe(true);
});

test('a total of which only one was counted is hidden where all its groups are', () => {
  expect(hiddenIn(table([cell(5, 0), cell(95, 1)], cell(100, 1))).total).toBe(true);
});

test('a group that is not all there is does not take the total with it', () => {
  expect(hiddenIn(table([cell(5, 2)], cell(500, 300)))).toEqual({ total: false, groups: new Set([0]) });
});

test('nobody is no small group', () => {
  expect(indices(hiddenIn(table([cell(0, 0), cell(30, 11)])))).toEqual([]);
});

test('percentages without counts are never small', () => {
  expect(indices(hiddenIn(table([cell(null), cell(null)], cell(null))))).toEqual([]);
});

test('a number its publisher held back is not given away by the others', () => {
  const held: CountCell = { denominator: 41, numerator: null, isSuppressed: true };
  expect(indices(hiddenIn(table([held, cell(50, 20), cell(90, 70)], cell(181, 120))))).toEqual([1]);
  expect(indices(hiddenIn(table([held, cell(50, 20), cell(90, 70)])))).toEqual([]);
});

test('whatever the table, a hidden group could be at least three sizes and at least three counts', () => {
  const group = fc
    .tuple(fc.integer({ min: 0, max: 60 }), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([of, share]) => cell(of, Math.round(of * share)));
  fc.assert(
    fc.property(fc.array(group, { minLength: 1, maxLength: 7 }), (groups) => {
      const sum = (part: 'denominator' | 'numerator') =>
        groups.reduce((all, one) => all + (one[part] ?? 0), 0);
      const whole = table(groups, cell(sum('denominator'), sum('numerator')));
      const { total, groups: hidden } = hiddenIn(whole);
      for (const [index, one] of groups.entries()) {
        if ((one.denominator ?? 0) > 0 && (one.denominator ?? 0) < 10)
          expect(total || hidden.has(index)).toBe(true);
      }
      if (total || hidden.size === 0) return;
      expect(hidden.size).toBeGreaterThan(1);
      const among = (part: 'denominator' | 'numerator') =>
        [...hidden].reduce((all, index) => all + (groups[index]?.[part] ?? 0), 0);
      const [people, counted] = [among('denominator'), among('numerator')];
      expect(people - hidden.size + 1).toBeGreaterThanOrEqual(3);
      expect(Math.min(counted, people - counted)).toBeGreaterThanOrEqual(2);
    }),
    { numRuns: 1000 },
  );
});
