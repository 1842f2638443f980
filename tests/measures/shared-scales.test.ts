import { expect, test } from 'vitest';
import { readMeasure } from '~/measures/reading';
import { onSharedScales, sharedScaleWords } from '~/measures/shared-scales';
import { plainMeasure } from './plain-measure';
import { seriesOf } from './series-of';

const chartOf = (numbers: number[], some: Parameters<typeof plainMeasure>[0] = {}) => ({
  chart: readMeasure(plainMeasure({ goal: null, ...some }), seriesOf(numbers), [], 'anhoej').chart,
});
const inMinutes = { kind: 'mean', unit: 'minutes' } as const;
const [high, low] = [chartOf([80, 90]), chartOf([20, 30])];
const minutes = chartOf([5, 7], inMinutes);

test('charts of one unit stand on one scale, others keep their own', () => {
  const scales = onSharedScales([high, minutes, low]).map(({ chart }) => chart.scale);
  expect(scales).toEqual([{ low: 20, high: 90 }, undefined, { low: 20, high: 90 }]);
});

test('a chart without numbers neither shares nor counts', () => {
  const empty = chartOf([]);
  expect(onSharedScales([high, empty])[0]?.chart.scale).toBeUndefined();
  expect(sharedScaleWords([high, empty])).toBeNull();
});

test('what shares a scale is said in words', () => {
  expect(sharedScaleWords([high, low])).toBe('2 charts in percent share a scale.');
  expect(sharedScaleWords([high, minutes, low])).toBe(
    '2 charts in percent share a scale. One is in a unit of its own.',
  );
  expect(
    sharedScaleWords([
      high,
      low,
      minutes,
      minutes,
      chartOf([3], { kind: 'count' }),
      chartOf([1], { kind: 'rate' }),
    ]),
  ).toBe('2 charts in percent and 2 in minutes share a scale each. The others are in units of their own.');
  expect(sharedScaleWords([high, minutes])).toBeNull();
});
