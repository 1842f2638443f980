import { expect, test } from 'vitest';
import { baselineSpread, brierScore, calibrate, scorePrediction } from '../../app/statistics/predictions';
import { proposeRebase } from '../../app/statistics/rebase';

const BASELINE = [10, 12, 10, 12, 10, 12];

test('the spread of a baseline is its mean moving range over 1.128', () => {
  expect(baselineSpread(BASELINE)).toBeCloseTo(2 / 1.128, 12);
  expect(baselineSpread([5, 5, 5])).toBeNull();
  expect(baselineSpread([5])).toBeNull();
  expect(baselineSpread([])).toBeNull();
  expect(baselineSpread([1, null, 5, 7])).toBeCloseTo(2 / 1.128, 12);
});

test('a prediction is hit where its range holds what happened, ends included', () => {
  const score = (actual: number) =>
    scorePrediction({ expected: 15, low: 13, high: 17, actual, baseline: BASELINE });
  expect([12.9, 13, 17, 17.1].map((actual) => score(actual).isHit)).toEqual([false, true, true, false]);
});

test('the error is positive where too much was predicted, in units of spread', () => {
  const score = scorePrediction({ expected: 15, low: null, high: null, actual: 13, baseline: BASELINE });
  expect(score.isHit).toBeNull();
  expect(score.error).toBeCloseTo(1.128, 12);
  expect(score.overreach).toBe(2);
});

test('what has not happened yet is not scored, and no change gives no ratio', () => {
  const pending = { expected: 15, low: 13, high: 17, actual: null, baseline: BASELINE };
  expect(scorePrediction(pending)).toEqual({ isHit: null, error: null, overreach: null });
  expect(scorePrediction({ ...pending, actual: 11 }).overreach).toBeNull();
  expect(scorePrediction({ ...pending, actual: 11, baseline: [] })).toEqual({
    isHit: false,
    error: null,
    overreach: null,
  });
});

test('calibration leaves out what has no outcome', () => {
  const scores = [
    { isHit: true, error: 1, overreach: 2 },
    { isHit: false, error: -3, overreach: null },
    { isHit: null, error: null, overreach: 4 },
  ];
  expect(calibrate(scores)).toEqual({ ranges: 2, hitRate: 0.5, meanError: -1, overreach: 3 });
  expect(calibrate([])).toEqual({ ranges: 0, hitRate: null, meanError: null, overreach: null });
});

test('the Brier score is 0 for certainty that came true and 0.25 for a coin', () => {
  expect(brierScore([{ chance: 1, cameTrue: true }])).toBe(0);
  expect(
    brierScore([
      { chance: 0.5, cameTrue: false },
      { chance: 0.5, cameTrue: true },
    ]),
  ).toBe(0.25);
  expect(brierScore([{ chance: 0.9, cameTrue: false }])).toBeCloseTo(0.81, 12);
  expect(brierScore([])).toBeNull();
});

const LEVEL = [4, 6, 4, 6, 4, 6, 4, 6, 4, 6, 4, 6];

test('a sustained shift proposes a new phase from its first point', () => {
  const proposal = proposeRebase({
    values: [...LEVEL, 3, 8, 9, 8, 9, 8, 9, 8, 9, 5],
    frozen: 12,
    better: 'up',
  });
  expect(proposal).toMatchObject({ at: 13, hidesWorsening: false });
  expect(proposal?.reason).toBe(
    'The last 8 useful points all lie above the median. A new phase would judge later points against the better level.',
  );
});

test('a worsening is never proposed as a new normal without saying so', () => {
  const proposal = proposeRebase({
    values: [...LEVEL, 3, 8, 9, 8, 9, 8, 9, 8, 9],
    frozen: 12,
    better: 'down',
  });
  expect(proposal?.hidesWorsening).toBe(true);
  expect(proposal?.reason).toMatch(/worsening: a new phase would draw it as the new normal and hide it/);
});

test('a shift that has ended proposes nothing', () => {
  expect(
    proposeRebase({ values: [...LEVEL, 8, 9, 8, 9, 8, 9, 8, 9, 4], frozen: 12, better: 'up' }),
  ).toBeNull();
});

test('a set-aside or missing point after a shift does not end it', () => {
  const values = [...LEVEL, 3, 8, 9, 8, 9, 8, 9, 8, 9, 2, null];
  expect(proposeRebase({ values, frozen: 12, excluded: [21], better: 'neither' })?.reason).toMatch(
    /the new level\.$/,
  );
});

test('seven points propose nothing, nor does a phase that lies on one side as a whole', () => {
  expect(
    proposeRebase({ values: [...LEVEL, 3, 8, 9, 8, 9, 8, 9, 8], frozen: 12, better: 'up', rules: 'nhs' }),
  ).toBeNull();
  expect(proposeRebase({ values: [5, ...Array(12).fill(8)], frozen: 1, better: 'up' })?.at).toBe(1);
  expect(proposeRebase({ values: [], better: 'up' })).toBeNull();
  expect(proposeRebase({ values: [null], better: 'up' })).toBeNull();
});
