// The figures on "How we read charts" are what the program does: a few are computed again, with fewer series.
import { expect, test } from 'vitest';
import {
  after,
  before,
  chartPoints,
  falseComparisons,
  falseSignals,
  falseVerdicts,
  foundChanges,
  seed,
} from '../../app/help/simulated';
import {
  AFTER,
  afterChangeRate,
  BEFORE,
  beforeAfterRate,
  CHART_POINTS,
  chartRate,
  READINGS,
  SEED,
} from './simulations';

const SERIES = 1500;

/** Whether two shares may be the same: within four standard errors of the one with fewer series. */
function expectSame(again: number | null, printed: number | null | undefined) {
  const share = (printed as number) / 100;
  const error = Math.sqrt((share * (1 - share)) / SERIES);
  expect(Math.abs((again as number) - share)).toBeLessThanOrEqual(4 * error + 0.001);
}

test('the printed figures are of this seed and these numbers of points', () => {
  expect([seed, chartPoints, before, after]).toEqual([SEED, CHART_POINTS, BEFORE, AFTER]);
});

test('with independent noise a change is falsely called in at most 5 % of series, wherever it is printed', () => {
  expect(falseVerdicts.independent.map((row) => row.length)).toEqual(BEFORE.map(() => AFTER.length));
  for (const rate of falseVerdicts.independent.flat()) expect(rate).toBeLessThanOrEqual(5);
});

test('counts that spread as chance has them are falsely called in at most 5 % of comparisons', () => {
  for (const [rate] of [...falseComparisons.thirty, ...falseComparisons.ten]) {
    expect(rate).toBeLessThanOrEqual(5);
  }
});

test('false signals computed again agree with those printed', () => {
  const column = CHART_POINTS.indexOf(24);
  for (const name of ['anhoej', 'anhoejFrozen10', 'ihi', 'limitsNhs'] as const) {
    expectSame(chartRate(READINGS[name], 24, 0, SERIES), falseSignals[name][column]);
  }
});

test('verdicts after a change computed again agree with those printed', () => {
  const of = (correlation: number, shift: number) =>
    afterChangeRate({ before: 12, after: 12, correlation, shift }, SERIES);
  const [row, column] = [BEFORE.indexOf(12), AFTER.indexOf(12)];
  expectSame(of(0, 0), falseVerdicts.independent[row]?.[column]);
  expectSame(of(0.3, 0), falseVerdicts.correlated[row]?.[column]);
  expectSame(of(0, 1), foundChanges.one[row]?.[column]);
});

test('comparisons of clustered counts computed again agree with those printed', () => {
  const again = beforeAfterRate({ points: 3, of: 30, p: 0.3, sigmaZ: 2, shift: 0 }, SERIES);
  expectSame(again, falseComparisons.thirty[0]?.[2]);
});

test('a chart is not tested below ten points, nor against a median frozen on all of it', () => {
  expect(chartRate(READINGS.ihi, 8, 0, 1)).toBeNull();
  expect(chartRate(READINGS.anhoejFrozen12, 12, 0, 1)).toBeNull();
});
