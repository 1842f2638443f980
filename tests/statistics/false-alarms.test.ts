// How often unchanged noise gets a verdict, with a fixed seed. The whole grid is in the docs page "How we read charts".
import { expect, test } from 'vitest';
import { judgeAfterChange } from '../../app/statistics/after-change';
import { readRunChart } from '../../app/statistics/run-chart';
import { normalNoise, seeded } from './noise';

const SERIES = 1500;
const noise = normalNoise(seeded(20_261_122));
const points = (count: number, level = 0) =>
  Array.from({ length: count }, () => ({ value: noise() + level }));

test('unchanged noise is called improved or worsened in at most one series in twenty', () => {
  for (const [before, after] of [
    [8, 6],
    [8, 36],
    [12, 11],
    [30, 6],
    [30, 36],
  ] as const) {
    let called = 0;
    for (let i = 0; i < SERIES; i++) {
      const { verdict } = judgeAfterChange({ before: points(before), after: points(after), better: 'up' });
      if (verdict === 'improved' || verdict === 'worsened') called++;
    }
    // Two standard errors of a rate of 5 % over 1500 series are 1.1 %.
    expect(called / SERIES, `${before} before, ${after} after`).toBeLessThanOrEqual(0.061);
  }
});

test('a shift of one and a half sigma is found in most series', () => {
  let found = 0;
  for (let i = 0; i < SERIES; i++) {
    const { verdict } = judgeAfterChange({ before: points(12), after: points(12, 1.5), better: 'up' });
    if (verdict === 'improved') found++;
  }
  expect(found / SERIES).toBeGreaterThan(0.7);
});

test('on pure noise at 24 points Anhøj’s rules fire in some 3 % of charts, IHI’s in more than a third', () => {
  const rate = (rules: 'anhoej' | 'ihi') => {
    let fired = 0;
    for (let i = 0; i < SERIES; i++) {
      const values = points(24).map(({ value }) => value);
      if (readRunChart({ values, rules, better: 'up' }).signals.length > 0) fired++;
    }
    return fired / SERIES;
  };
  expect(Math.abs(rate('anhoej') - 0.031)).toBeLessThan(0.015);
  expect(Math.abs(rate('ihi') - 0.373)).toBeLessThan(0.04);
});
