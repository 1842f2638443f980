import { expect, test } from 'vitest';
import type { Observed } from '~/indicators/cells';
import { seenCells } from '~/indicators/masking';
import { type Rule, readDimension, readGap, readOverall } from '~/indicators/reading';
import { anObserved, aRule, splits } from './readings';

const race = splits[0] as (typeof splits)[number];
const years = (group: string | null, values: Record<string, number>): Observed[] =>
  Object.entries(values).map(([period, value]) => anObserved({ period, subgroupId: group, value }));
const observed = [
  ...years(null, { '2018-19': 80, '2019-20': 82, '2020-21': 60, '2022-23': 66 }),
  ...years('black', { '2018-19': 70, '2019-20': 72, '2020-21': 50, '2022-23': 60 }),
  ...years('white', { '2018-19': 90, '2019-20': 92, '2020-21': 70, '2022-23': 72 }),
];
const revisions = [{ period: '2020-21', what: 'a new test with a higher bar' }];

function read(some: Partial<Rule>) {
  const rule = aRule(some);
  const dimensionOf = new Map(race.groups.map((group) => [group.id, race.id]));
  const seen = seenCells(observed, dimensionOf, rule, { mayEdit: true, threshold: 10 });
  const overall = readOverall(rule, seen.cells, 7);
  const dimension = readDimension(race, rule, seen, overall);
  return { overall, dimension, gap: readGap(dimension, rule, overall.periods, 'black') };
}

test('without a chosen baseline nothing from before the break is compared', () => {
  const { overall, dimension, gap } = read({ revisions });
  expect(overall.movement).toMatchObject({ status: 'improved', change: 6 });
  expect(overall.sentence).toMatch(/^Improved 6 points since 2020–21\./);
  expect(overall.sentence).not.toContain('Counted differently');
  expect(dimension.rows.find(({ id }) => id === 'black')).toMatchObject({ baseline: 50, status: 'improved' });
  expect(gap?.since).toMatchObject({ change: 8, verdict: { class: 'improved for all, narrowed' } });
  expect(read({}).overall.movement.status).toBe('worsened');
});

test('a chosen baseline before the break is kept to, and it is said that it was counted differently', () => {
  const { overall } = read({ revisions, baselinePeriod: '2018-19' });
  expect(overall.movement).toMatchObject({ status: 'worsened', change: -14 });
  expect(overall.sentence).toMatch(/Counted differently from 2020–21 on\.$/);
});

test('the break stands on the series where it begins', () => {
  expect(read({ revisions }).overall.breaks).toEqual([
    { index: 2, words: 'Counted differently from 2020–21 on: a new test with a higher bar' },
  ]);
  // In a year without a figure it begins at the next one; before the first it breaks nothing.
  expect(read({ revisions: [{ period: '2021-22', what: 'x' }] }).overall.breaks[0]?.index).toBe(3);
  expect(read({ revisions: [{ period: '2010-11', what: 'x' }] }).overall.breaks).toEqual([]);
});
