import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mean, median, sideOf, sum } from '../../app/statistics/center';

test('the median of an even number of values is the middle of the two middle ones', () => {
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(median([3, 1, 2])).toBe(2);
});

test('nothing has neither median nor mean', () => {
  expect(median([])).toBeNull();
  expect(mean([])).toBeNull();
});

test('the median equals the one found by sorting', () => {
  const values = fc.array(
    fc.oneof(fc.integer({ min: -5, max: 5 }), fc.double({ noNaN: true, noDefaultInfinity: true })),
    {
      minLength: 1,
      maxLength: 60,
    },
  );
  fc.assert(
    fc.property(values, (list) => {
      const sorted = [...list].sort((a, b) => a - b);
      const upper = sorted[sorted.length >> 1] as number;
      const lower = sorted[(sorted.length - 1) >> 1] as number;
      expect(median(list)).toBeCloseTo(lower / 2 + upper / 2, 12);
    }),
  );
});

test('the median of two huge values does not overflow', () => {
  expect(median([1.7e308, 1.7e308])).toBe(1.7e308);
});

test('a sum keeps what plain adding would lose', () => {
  expect(sum([1e16, 1, -1e16])).toBe(1);
  expect(sum([1, 1e16, -1e16])).toBe(1);
  expect(mean([0.1, 0.3, 0.2])).toBe(0.2);
});

test('87.2 lies on the median of 87.1 and 87.3', () => {
  const line = median([87.1, 87.3]) as number;
  expect(line).not.toBe(87.2);
  expect(sideOf(87.2, line)).toBe(0);
});

test('a difference of 3 at a million million is a difference', () => {
  expect(sideOf(1e12 + 3, 1e12)).toBe(1);
  expect(sideOf(1e12 - 3, 1e12)).toBe(-1);
});

test('only rounding lies on a line: 16 units in the last place do, 20 do not', () => {
  expect(sideOf(1 + 15 * Number.EPSILON, 1)).toBe(0);
  expect(sideOf(1 - 15 * Number.EPSILON, 1)).toBe(0);
  expect(sideOf(1 + 20 * Number.EPSILON, 1)).toBe(1);
  expect(sideOf(1 - 20 * Number.EPSILON, 1)).toBe(-1);
  expect([sideOf(1, 1 - 2 ** -48), sideOf(1 - 2 ** -48, 1)]).toEqual([0, 0]);
  expect(sideOf(0, 0)).toBe(0);
});
