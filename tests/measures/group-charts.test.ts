import { expect, test } from 'vitest';
import { groupCharts, groupRows } from '~/measures/group-charts';
import { maskGroups } from '~/measures/masking';
import { plainMeasure } from './plain-measure';
import { seriesOf, week } from './series-of';

const measure = plainMeasure({ strata: ['Lincoln', 'Harbor', 'Eastside'] });
const community = { ruleSet: 'anhoej', schoolYearFirstMonth: 7, holidays: [] } as const;
const many = (count: number, of: number, weeks = 12) =>
  seriesOf(Array.from({ length: weeks }, (_, n) => [count + (n % 2), of] as const));
const groups = new Map([
  ['', many(80, 100)],
  ['Harbor', many(20, 30)],
  ['Lincoln', many(60, 70)],
  ['Old annex', many(5, 12, 3)],
]);
const read = (of = groups) => groupCharts(measure, of, [], community);

test('the whole comes first, then the groups as defined, then those that were taken out', () => {
  expect(read().map(({ name }) => name)).toEqual([
    'All together',
    'Lincoln',
    'Harbor',
    'Eastside',
    'Old annex',
  ]);
});

test('all stand on one scale, which has room for every number and the goal', () => {
  const scales = read().flatMap(({ chart }) => chart?.scale ?? []);
  expect(scales).toHaveLength(4);
  expect(new Set(scales.map((scale) => JSON.stringify(scale))).size).toBe(1);
  expect(scales[0]?.low).toBeCloseTo((100 * 5) / 12);
  expect(scales[0]?.high).toBe(92);
});

test('each is read by itself', () => {
  const shifted = new Map([
    ['', many(80, 100, 20)],
    ['Lincoln', seriesOf(Array.from({ length: 20 }, (_, n) => [n < 10 ? 50 : 70, 100] as const))],
  ]);
  const [whole, lincoln] = read(shifted);
  expect(whole?.words.verdict).not.toBe('better');
  expect(lincoln?.words.verdict).toBe('better');
  expect(lincoln?.chart?.title).toBe('Run chart: School days attended, Lincoln');
});

test('a group without a number has no chart and says so', () => {
  expect(read().find(({ group }) => group === 'Eastside')).toMatchObject({
    chart: null,
    note: 'No numbers yet.',
  });
});

test('a hidden group has no chart, no number in the table, and says why', () => {
  const small = new Map([
    ['', many(80, 100, 12)],
    ['Lincoln', many(70, 90)],
    ['Harbor', many(3, 8)],
  ]);
  const masked = maskGroups(measure, small, 10);
  const shown = groupCharts(measure, masked, [], community);
  const harbor = shown.find(({ group }) => group === 'Harbor');
  expect(harbor).toMatchObject({
    chart: null,
    note: 'Hidden, so that no group of fewer than 10 can be worked out.',
  });
  expect(JSON.stringify([shown, groupRows(measure, masked)])).not.toMatch(/"denominator":8\b|37\.5|50%/);
});

test('the table has a row for each period and a column for each group', () => {
  const rows = groupRows(measure, groups);
  expect(rows).toHaveLength(12);
  expect(rows[0]).toEqual({
    start: week(0),
    label: 'Week of Jul 6',
    cells: ['80%', '85.7%', '66.7%', '', '41.7%'],
  });
});
