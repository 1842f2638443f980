import { expect, test } from 'vitest';
import { planAnnual } from '../../app/statistics/annual';
import { estimateTrend, lastFiveYears, proportionTrend, rateTrend } from '../../app/statistics/annual-trend';
import { NumbersRefused } from '../../app/statistics/errors';

const proportions = (counts: number[], of = 1000) => counts.map((count) => ({ count, of }));

test('the number of years decides what may be said of an indicator', () => {
  const plans = [4, 5, 9, 10, 11, 12].map((years) => planAnnual(years).reading);
  expect(plans).toEqual(['intervals', 'trend', 'trend', 'runs', 'runs', 'charts']);
  expect([5, 6, 11, 12].map((years) => planAnnual(years).mayTrialLimits)).toEqual([false, true, true, false]);
  expect(planAnnual(7).reason).toBe(
    '7 years: intervals, the median, and a trend test over the last five; too few for run rules.',
  );
});

test('only five years in a row are tested, the latest that are there', () => {
  expect(lastFiveYears([true, true, true, true, true, true])).toEqual([1, 2, 3, 4, 5]);
  expect(lastFiveYears([true, true, true, true, true, false])).toEqual([0, 1, 2, 3, 4]);
  expect(lastFiveYears([true, true, false, true, true, true])).toBeNull();
  expect(lastFiveYears([true, true, true, true])).toBeNull();
  expect(lastFiveYears([])).toBeNull();
});

test('a steady fall of a proportion is decreasing, a flat line is no significant trend', () => {
  expect(proportionTrend(proportions([163, 150, 144, 131, 120])).direction).toBe('decreasing');
  expect(proportionTrend(proportions([163, 150, 144, 131, 120])).logitSlope).toBeLessThan(0);
  expect(proportionTrend(proportions([150, 150, 150, 150, 150])).direction).toBe('no significant trend');
});

test('0 % in every year has no trend to test', () => {
  expect(proportionTrend(proportions([0, 0, 0, 0, 0]))).toMatchObject({ chiSquare: null, logitSlope: null });
  expect(rateTrend(proportions([0, 0, 0, 0, 0]))).toMatchObject({ logSlope: null, p: null });
});

test('events in the last year only have no finite slope', () => {
  expect(proportionTrend(proportions([0, 0, 0, 0, 40])).logitSlope).toBeNull();
  expect(rateTrend(proportions([0, 0, 0, 0, 40])).logSlope).toBeNull();
});

test('rates falling by a tenth a year have that ratio', () => {
  const trend = rateTrend([1000, 900, 810, 729, 656.1].map((count) => ({ count, of: 5000 })));
  expect(trend.annualRateRatio).toBeCloseTo(0.9, 8);
  expect(trend.direction).toBe('decreasing');
});

test('estimates are weighted by their precision', () => {
  const even = [10, 12, 14, 16, 18].map((estimate) => ({ estimate, standardError: 1 }));
  const trend = estimateTrend(even);
  expect(trend.slope).toBeCloseTo(2, 12);
  expect(trend.standardError).toBeCloseTo(1 / Math.sqrt(10), 12);
  expect(trend.chiSquare).toBeCloseTo(40, 10);
  expect(trend.direction).toBe('increasing');
  const wild = estimateTrend(even.map((year, i) => (i === 4 ? { estimate: 500, standardError: 1e6 } : year)));
  expect(wild.slope).toBeCloseTo(2, 6);
});

test('an estimate without an error and a series of two years are refused', () => {
  expect(() => estimateTrend(Array(5).fill({ estimate: 1, standardError: 0 }))).toThrow(NumbersRefused);
  expect(() => proportionTrend(proportions([1, 2]))).toThrow('three years');
  expect(() => rateTrend(proportions([1, 2, 3], 0))).toThrow(NumbersRefused);
});

test('an error beyond all measure is refused by name, and one of next to no weight moves nothing', () => {
  const errors =
    (...list: number[]) =>
    () =>
      estimateTrend(list.map((standardError, i) => ({ estimate: [3, 5, 1][i] as number, standardError })));
  for (const odd of [1e-100, 1e100, Number.POSITIVE_INFINITY, Number.NaN, -1]) {
    try {
      errors(1, odd, 1)();
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({
        reason: 'out of range',
        message: 'Each estimate needs a standard error above 0.',
        points: [1],
      });
    }
  }
  // The third year weighs nothing beside the first two: the slope is theirs, 5 − 3.
  expect(errors(1e-90, 1e-90, 1e90)().slope).toBeCloseTo(2, 12);
});
