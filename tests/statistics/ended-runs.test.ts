import { expect, test } from 'vitest';
import { readRunChart } from '../../app/statistics/run-chart';

const shiftsOf = (input: Parameters<typeof readRunChart>[0]) =>
  readRunChart(input)
    .signals.filter(({ rule }) => rule === 'shift')
    .map(({ side, count, verdict, past }) => [side, count, verdict, past]);

const HIGH = [90, 93, 91, 92, 90, 91, 93, 92, 91];
const LOWER = [84, 82, 86, 87, 78, 85, 80, 83, 86, 79, 81];
const BASE = [50, 52, 49, 53, 48, 51, 50.5, 49.5, 52, 48, 51.5, 48.5]; // median 50.25
const ABOVE = [56, 57, 55, 58, 56, 57, 55, 58, 56];
const BACK = [50, 51, 49, 50.5, 48, 52, 49, 51, 48, 50];

test('a series that got worse is not called an improvement by the points before it', () => {
  const shifts = shiftsOf({ values: [...HIGH, ...LOWER], better: 'up' });
  expect(shifts).toContainEqual(['above', 9, 'neutral', 'before']);
  expect(shifts.filter(([, , verdict]) => verdict === 'better')).toEqual([]);
});

test('a shift above a frozen median that went back to the baseline is no improvement', () => {
  expect(shiftsOf({ values: [...BASE, ...ABOVE, ...BACK], frozen: 12, better: 'up' })).toEqual([
    ['above', 9, 'neutral', 'ended'],
  ]);
  expect(shiftsOf({ values: [...BASE, ...ABOVE], frozen: 12, better: 'up' })).toEqual([
    ['above', 9, 'better', undefined],
  ]);
});

test('one point on the other side ends a shift; points on the median, missing or set aside do not', () => {
  const after = (...more: (number | null)[]) => ({
    values: [...BASE, ...ABOVE, ...more],
    frozen: 12,
    better: 'down' as const,
  });
  expect(shiftsOf(after(49))).toEqual([['above', 9, 'neutral', 'ended']]);
  expect(shiftsOf(after(50.25, null, 50.25))).toEqual([['above', 9, 'worse', undefined]]);
  expect(shiftsOf({ ...after(49), excluded: [21] })).toEqual([['above', 9, 'worse', undefined]]);
});

test('a step on the chart’s own median is judged by the level it has now', () => {
  const values = [...Array(12).fill(45), ...Array(12).fill(55)].map((value, i) => value + (i % 3) / 10);
  expect(shiftsOf({ values, better: 'up' })).toEqual([
    ['above', 12, 'better', undefined],
    ['below', 12, 'neutral', 'before'],
  ]);
});

test('points followed by the median itself are where the series was before', () => {
  const six = Array(10).fill(6);
  const five = Array(11).fill(5);
  expect(shiftsOf({ values: [...six, ...five], better: 'up' })).toEqual([['above', 10, 'neutral', 'before']]);
  expect(shiftsOf({ values: [...five, ...six], better: 'up' })).toEqual([['above', 10, 'better', undefined]]);
});

test('a first run that ended against a frozen median has only ended', () => {
  const values = [...HIGH, ...LOWER, 80, 81];
  expect(shiftsOf({ values, frozen: 20, better: 'up' })).toContainEqual(['above', 9, 'neutral', 'ended']);
});

test('a run is judged by the last useful point of its own phase', () => {
  const values = [...BACK, ...BACK, ...BASE, ...ABOVE, 40, 41];
  const [start, end] = [20, 41];
  expect(shiftsOf({ values: values.slice(start, end), frozen: 12, better: 'up' })[0]?.[2]).toBe('better');
  expect(
    shiftsOf({ values, breaks: [start], better: 'up' })
      .at(0)
      ?.slice(2),
  ).toEqual(['neutral', 'ended']);
});

test('a trend is good or bad news until a point turns from it', () => {
  const trendOf = (...more: number[]) =>
    readRunChart({ values: [5, 3, 6, 2, 7, 4, 6, 1, 2, 3, 4, 5, ...more], better: 'up', rules: 'ihi' })
      .signals.filter(({ rule }) => rule === 'trend')
      .map(({ side, verdict, past }) => [side, verdict, past]);
  expect(trendOf()).toEqual([['rising', 'better', undefined]]);
  expect(trendOf(5)).toEqual([['rising', 'better', undefined]]);
  expect(trendOf(4)).toEqual([['rising', 'neutral', 'ended']]);
});

test('patterns of the whole phase neither end nor go on', () => {
  const values = [1, 2, 1, 2, 1, 2, 9, 8, 9, 8, 9, 8, 1, 2, 1, 2, 1, 2, 9, 8, 9, 8, 9, 8];
  const [crossings] = readRunChart({ values, better: 'up' }).signals;
  expect(crossings).toMatchObject({ rule: 'crossings', verdict: 'neutral' });
  expect(crossings).not.toHaveProperty('past');
});
