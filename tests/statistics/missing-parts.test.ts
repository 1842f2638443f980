// Charts chosen and drawn where a part of the figures is missing.
import { expect, test } from 'vitest';
import { chooseChart } from '../../app/statistics/chart-choice';
import { readControlChart } from '../../app/statistics/control-chart';

const twelve = (value: number) => Array(12).fill(value) as number[];
const oneMissing = (value: number) => [...twelve(value).slice(1), null];

test('one missing denominator does not take the denominators from a proportion', () => {
  const figures = { numerators: twelve(40), denominators: oneMissing(100) };
  expect(chooseChart({ kind: 'proportion', values: oneMissing(0.4), ...figures }).chart).toBe('pprime');
});

test('a missing exposure does not make steady exposures unsteady', () => {
  const figures = { numerators: twelve(3), denominators: oneMissing(100) };
  expect(chooseChart({ kind: 'rate', values: oneMissing(0.03), ...figures }).chart).toBe('u');
});

test('subgroups of one value have no spread to draw', () => {
  const subgroups = [[3], [4], [5], [4]];
  expect(readControlChart({ kind: 's', subgroups, better: 'up' }).lines.centre).toEqual([
    null,
    null,
    null,
    null,
  ]);
});

test('numerators without denominators are refused', () => {
  const asked = () => readControlChart({ kind: 'p', numerators: [1, 2], better: 'up' });
  expect(asked).toThrow('2 numerators and 0 denominators do not belong together.');
});
