import { expect, test } from 'vitest';
import type { Observed } from '~/indicators/cells';
import { type Reader, seenCells } from '~/indicators/masking';
import { type Rule, readDimension, readOverall } from '~/indicators/reading';
import { scoreRow } from '~/indicators/score-row';
import { indicatorView } from '~/indicators/view';
import { widestGap } from '~/indicators/widest-gap';
import { anObserved, aRule, splits } from './readings';

const [editor, reader] = [
  { mayEdit: true, threshold: 10 },
  { mayEdit: false, threshold: 10 },
];
const groups = new Map(splits.flatMap(({ id, groups: own }) => own.map((one) => [one.id, id])));
const [then, now] = ['2021-22', '2025-26'];

const value = (period: string, subgroupId: string, percent: number): Observed =>
  anObserved({ period, subgroupId, value: percent });
const counts = (period: string, subgroupId: string, numerator: number, denominator: number): Observed =>
  anObserved({ period, subgroupId, numerator, denominator });

/** "black and white (race)": what the widest gap is between. */
function widest(observed: Observed[], rule: Rule = aRule(), who: Reader = editor): string | null {
  const seen = seenCells(observed, groups, rule, who);
  const overall = readOverall(rule, seen.cells, 7);
  const readings = splits.map((split) => readDimension(split, rule, seen, overall));
  const found = widestGap(readings, rule, overall);
  return found && `${found.gap.focus.id} and ${found.gap.reference.id} (${found.reading.id})`;
}

test('of all splits, the widest gap is the one with the largest difference in the newest period', () => {
  const race = [
    value(then, 'black', 60),
    value(then, 'white', 80),
    value(now, 'black', 75),
    value(now, 'white', 80),
  ];
  const gender = [
    value(then, 'boys', 78),
    value(then, 'girls', 80),
    value(now, 'boys', 70),
    value(now, 'girls', 80),
  ];
  expect(widest([...race, ...gender])).toBe('boys and girls (gender)');
  expect(widest(race)).toBe('black and white (race)');
  expect(widest([value(now, 'black', 75)])).toBeNull();
  expect(widest([])).toBeNull();
});

test('a gap that can be followed since the baseline comes before a wider one of which only the newest figures exist', () => {
  const followed = [
    value(then, 'boys', 78),
    value(then, 'girls', 80),
    value(now, 'boys', 78),
    value(now, 'girls', 80),
  ];
  const newest = [value(now, 'black', 40), value(now, 'white', 80)];
  expect(widest([...newest, ...followed])).toBe('boys and girls (gender)');
  expect(widest(newest)).toBe('black and white (race)');
});

test('of two gaps that differ by rounding alone, the one of the first split is the widest', () => {
  const race = [value(now, 'black', 70), value(now, 'white', 80)];
  const gender = [value(now, 'boys', 70), value(now, 'girls', 80 + 5e-8)];
  expect(widest([...race, ...gender])).toBe('black and white (race)');
  expect(widest([...race, value(now, 'boys', 70), value(now, 'girls', 80.001)])).toBe(
    'boys and girls (gender)',
  );
});

test('a group that is masked for a reader is never chosen, though its gap would be the widest', () => {
  const observed = [
    counts(now, 'native', 1, 8),
    counts(now, 'asian', 60, 100),
    counts(now, 'black', 140, 200),
    counts(now, 'white', 240, 300),
    counts(now, 'boys', 210, 304),
    counts(now, 'girls', 231, 304),
    anObserved({ period: now, numerator: 441, denominator: 608 }),
  ];
  // Who may see it looks at the same two groups as everyone else, unless there are no others.
  expect(widest(observed)).toBe('black and white (race)');
  expect(widest(observed, aRule(), reader)).toBe('black and white (race)');
  const two = observed.filter(({ subgroupId }) => subgroupId === 'native' || subgroupId === 'white');
  expect(widest(two)).toBe('native and white (race)');
  expect(widest(two, aRule(), reader)).toBeNull();
});

test('the page, the scoreboard and what a measure feeds speak of one gap', () => {
  const observed = [
    value(then, 'black', 60),
    value(then, 'white', 80),
    value(now, 'black', 70),
    value(now, 'white', 80),
    value(then, 'boys', 70),
    value(then, 'girls', 80),
    value(now, 'boys', 70),
    value(now, 'girls', 80 + 5e-8),
  ];
  const seen = seenCells(observed, groups, aRule(), editor);
  const asked = { dimension: null, focus: null, reference: null };
  expect(widest(observed)).toBe('black and white (race)');
  expect(indicatorView(aRule(), seen, splits, asked, 7).chosen?.dimension.id).toBe('race');
  const definition = { ...aRule(), id: 'i', name: 'Read', outcomeId: 'o', isCore: true };
  expect(scoreRow(definition, observed, splits, groups, editor, 7).gap).toMatchObject({ focus: 'Black' });
});
