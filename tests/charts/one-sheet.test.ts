import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chartRow, planSheet, sheet } from '~/charts/one-sheet';

test('a ramp and three charts stand on the sheet at full size', () => {
  expect(planSheet([420], 3)).toEqual({ ramps: [1], charts: 3 });
});

test('where there is room, charts get a second row', () => {
  expect(planSheet([420], 6)).toEqual({ ramps: [1], charts: 6 });
  expect(planSheet([], 12)).toEqual({ ramps: [], charts: 12 });
});

test('a ramp that is too high is drawn smaller; one that could not be read any more is left out', () => {
  const { ramps } = planSheet([1000], 3);
  expect(ramps[0]).toBeGreaterThan(0.7);
  expect(ramps[0]).toBeLessThan(1);
  expect(planSheet([1600], 3).ramps).toEqual([null]);
});

test('the first ramps come before the later ones, and a small one may still fit after a big one is left out', () => {
  expect(planSheet([500, 900, 150], 1).ramps).toEqual([1, null, 1]);
});

test('whatever a team has, it never needs more than the sheet', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 120, max: 3000 }), { maxLength: 12 }),
      fc.nat(30),
      (heights, charts) => {
        const plan = planSheet(heights, charts);
        const used = heights.reduce((sum, height, i) => sum + height * (plan.ramps[i] ?? 0), 0);
        const rows = Math.ceil(plan.charts / chartRow.columns);
        expect(used + rows * chartRow.height).toBeLessThanOrEqual(sheet.height);
        expect(plan.charts).toBeLessThanOrEqual(charts);
      },
    ),
  );
});
