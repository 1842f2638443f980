import { expect, test } from 'vitest';
import type { Observed } from '~/indicators/cells';
import { seenCells } from '~/indicators/masking';
import { readDimension, readOverall } from '~/indicators/reading';
import { namesGroup, unattendedGaps } from '~/indicators/unattended';
import { anObserved, aRule, splits } from './readings';

test('a group is named where its words stand whole, one or many alike', () => {
  expect(namesGroup('English learners', 'English learner')).toBe(true);
  expect(namesGroup('Students from low-income families', 'Low-income')).toBe(true);
  expect(namesGroup('Black and Latino students', 'Latino')).toBe(true);
  expect(namesGroup('Female students', 'Male')).toBe(false);
  expect(namesGroup('Families who speak another language', 'English learner')).toBe(false);
  expect(namesGroup('English learners', 'Not an English learner')).toBe(false);
  expect(namesGroup('', 'Black')).toBe(false);
  expect(namesGroup('students', '—')).toBe(false);
});

const percents = (group: string, [then, now]: [number, number]): Observed[] => [
  anObserved({ period: '2021-22', subgroupId: group, value: then }),
  anObserved({ period: '2025-26', subgroupId: group, value: now }),
];

function gapsOf(
  observed: Observed[],
  words: string[],
  mayEdit = true,
  direction: 'higher' | 'lower' = 'higher',
) {
  const rule = aRule({ direction });
  const dimensionOf = new Map(splits.flatMap(({ id, groups }) => groups.map((group) => [group.id, id])));
  const seen = seenCells(observed, dimensionOf, rule, { mayEdit, threshold: 10 });
  const overall = readOverall(rule, seen.cells, 7);
  const dimensions = splits.map((split) => readDimension(split, rule, seen, overall));
  return unattendedGaps(
    dimensions,
    overall,
    direction,
    words.map((one) => ({ words: one })),
  );
}

const figures = [
  ...percents('white', [80, 90]),
  ...percents('black', [60, 62]),
  ...percents('native', [70, 75]),
  ...percents('asian', [79, 89.5]),
  ...percents('girls', [70, 80]),
  ...percents('boys', [65, 76]),
];

test('a gap that widens and that no team names is said, the widest first', () => {
  expect(gapsOf(figures, [])).toEqual([
    {
      dimension: 'Race and ethnicity',
      group: 'Black',
      sentence:
        'No team says that it works for this group, where the gap is widening: 20.0 points in 2021–22, 28.0 points in 2025–26. It is the widest gap on this page.',
    },
    {
      dimension: 'Race and ethnicity',
      group: 'Native',
      sentence:
        'No team says that it works for this group, where the gap is widening: 10.0 points in 2021–22, 15.0 points in 2025–26.',
    },
  ]);
});

test('a group that an aim or a test names has a team', () => {
  expect(gapsOf(figures, ['Black and Native students']).map(({ group }) => group)).toEqual([]);
  expect(gapsOf(figures, ['seniors at three schools', 'Native students']).map(({ group }) => group)).toEqual([
    'Black',
  ]);
});

test('a gap that cannot be told from chance, and one of a group that is hidden, are not on the list', () => {
  const small = [
    anObserved({ period: '2021-22', subgroupId: 'white', numerator: 40, denominator: 50 }),
    anObserved({ period: '2025-26', subgroupId: 'white', numerator: 45, denominator: 50 }),
    anObserved({ period: '2021-22', subgroupId: 'black', numerator: 30, denominator: 50 }),
    anObserved({ period: '2025-26', subgroupId: 'black', numerator: 31, denominator: 50 }),
  ];
  expect(gapsOf(small, [])).toEqual([]);
  const few = [
    ...percents('white', [80, 95]),
    anObserved({ period: '2021-22', subgroupId: 'black', numerator: 5, denominator: 8, value: null }),
    anObserved({ period: '2025-26', subgroupId: 'black', numerator: 1, denominator: 8, value: null }),
  ];
  expect(gapsOf(few, [])).toHaveLength(1);
  expect(gapsOf(few, [], false)).toEqual([]);
});

test('a group that is ahead and pulls away is not called behind', () => {
  const absent = [...percents('white', [20, 30]), ...percents('black', [18, 22])];
  // Lower is better: the group to compare with is the one that did best, and the other falls behind.
  expect(gapsOf(absent, [], true, 'lower').map(({ group }) => group)).toEqual(['White']);
  const ahead = [
    ...percents('white', [80, 82]),
    ...percents('black', [79, 90]),
    ...percents('asian', [60, 85]),
  ];
  // Black students were behind by 1 point and are ahead by 8 now.
  expect(gapsOf(ahead, [])).toEqual([]);
});
