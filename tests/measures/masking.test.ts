import { expect, test } from 'vitest';
import { hiddenWords, maskGroups, maskSmall } from '~/measures/masking';
import { readMeasure } from '~/measures/reading';
import type { SeriesPoint } from '~/measures/series';
import { plainMeasure } from './plain-measure';
import { seriesOf } from './series-of';

const share = plainMeasure();

test('a share out of one to nine is hidden under ten; out of nobody, and out of ten, it is not', () => {
  const points = maskSmall(share, seriesOf([[1, 1], [7, 9], [8, 10], [0, 0], 84]), 10);
  expect(points.map(hiddenWords)).toEqual(['Hidden: fewer than 10', 'Hidden: fewer than 10', '', '', '']);
  expect(points[1]).toMatchObject({ numerator: null, denominator: null, value: null });
  expect(points[2]).toMatchObject({ numerator: 8, denominator: 10 });
});

test('rates are hidden like shares; averages and counts have nobody they are out of', () => {
  const small = seriesOf([[2, 4]]);
  expect(maskSmall(plainMeasure({ kind: 'rate' }), small, 10)[0]?.hiddenUnder).toBe(10);
  expect(maskSmall(plainMeasure({ kind: 'mean' }), small, 10)[0]?.hiddenUnder).toBeUndefined();
  expect(maskSmall(plainMeasure({ kind: 'count' }), seriesOf([3]), 10)[0]?.value).toBe(3);
});

test('a threshold of 0 hides nothing', () => {
  expect(maskSmall(share, seriesOf([[1, 2]]), 0)[0]?.numerator).toBe(1);
});

test('what was written beside a hidden point goes with it', () => {
  const [point] = seriesOf([[3, 7]]) as [SeriesPoint];
  const [hidden] = maskSmall(
    share,
    [{ ...point, note: '3 of 7 were ill', ghostedAt: 'x', ghostReason: 'Only 7 came' }],
    10,
  );
  expect(JSON.stringify(hidden)).not.toContain('7 ');
  expect(hidden?.ghostedAt).toBe('x');
});

test('a hidden point is no number on the chart, takes no part in its median, and says why', () => {
  const points = maskSmall(
    share,
    seriesOf([
      [80, 100],
      [1, 9],
      [90, 100],
    ]),
    10,
  );
  const { chart, latest } = readMeasure(share, points, [], 'anhoej');
  expect(chart.points[1]).toMatchObject({ value: null, numerator: null, hidden: 'Hidden: fewer than 10' });
  expect(chart.reading.phases[0]?.centre).toBe(85);
  expect(latest?.value).toBe(90);
});

test('a group that could be worked out from the others is not the only one hidden', () => {
  const groups = new Map([
    ['', seriesOf([[45, 57]])],
    ['Lincoln', seriesOf([[20, 25]])],
    ['Harbor', seriesOf([[5, 7]])],
    ['Eastside', seriesOf([[20, 25]])],
  ]);
  const masked = maskGroups(share, groups, 10);
  const hidden = [...masked].filter(([, [point]]) => point?.hiddenUnder !== undefined).map(([name]) => name);
  expect(hidden).toContain('Harbor');
  expect(hidden).toHaveLength(2);
  expect(masked.get('')?.[0]?.numerator).toBe(45);
  expect(groups.get('Harbor')?.[0]?.numerator).toBe(5);
});
