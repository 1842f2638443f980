import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Observed } from '~/indicators/cells';
import { readableCells, seenThen } from '~/indicators/masking';
import { indicatorView } from '~/indicators/view';
import { anObserved, aRule, splits } from './readings';

const reader = { mayEdit: false, threshold: 10 };
const editor = { mayEdit: true, threshold: 10 };
const dimensionOf = new Map(
  splits.flatMap(({ id, groups }) => groups.map((group) => [group.id, id] as const)),
);
const cellsFor = (observed: Observed[], who = reader) => readableCells(observed, dimensionOf, aRule(), who);
const states = (observed: Observed[], who = reader) =>
  Object.fromEntries(
    cellsFor(observed, who).map(({ subgroupId, cell }) => [subgroupId ?? 'all', cell.state]),
  );

const year = [
  anObserved({ numerator: 89, denominator: 157 }),
  anObserved({ subgroupId: 'native', numerator: 3, denominator: 5 }),
  anObserved({ subgroupId: 'asian', numerator: 6, denominator: 12 }),
  anObserved({ subgroupId: 'black', numerator: 20, denominator: 40 }),
  anObserved({ subgroupId: 'white', numerator: 60, denominator: 100 }),
];

test('a reader sees neither the small group nor the one that would give it away', () => {
  expect(states(year)).toEqual({
    all: 'figure',
    native: 'masked',
    asian: 'masked',
    black: 'figure',
    white: 'figure',
  });
});

test('whoever may edit sees every group', () => {
  expect(new Set(Object.values(states(year, editor)))).toEqual(new Set(['figure']));
});

test('a small total hides its whole period, percentages without counts too', () => {
  const small = [
    anObserved({ numerator: 4, denominator: 9 }),
    anObserved({ subgroupId: 'black', value: 40 }),
    anObserved({ period: '2022-23', subgroupId: 'black', value: 41 }),
  ];
  const cells = cellsFor(small).map(({ period, cell }) => [period, cell.state]);
  expect(cells).toEqual([
    ['2021-22', 'masked'],
    ['2021-22', 'masked'],
    ['2022-23', 'figure'],
  ]);
});

test('a suppressed number stays suppressed for everybody', () => {
  const held = [anObserved({ subgroupId: 'native', denominator: 6, isSuppressed: true })];
  expect(cellsFor(held)[0]?.cell).toEqual({ state: 'suppressed', of: null });
  expect(cellsFor(held, editor)[0]?.cell).toEqual({ state: 'suppressed', of: 6 });
});

test('nobody to count is said, not hidden', () => {
  expect(states([anObserved({ subgroupId: 'native', numerator: 0, denominator: 0 })])).toEqual({
    native: 'no one',
  });
});

test('none and all are told as under 5 % and over 95 %, and as they are to whoever may edit', () => {
  const ends = [
    anObserved({ subgroupId: 'black', numerator: 0, denominator: 40 }),
    anObserved({ subgroupId: 'white', value: 100 }),
  ];
  expect(cellsFor(ends).map(({ cell }) => cell)).toEqual([
    { state: 'under', of: null },
    { state: 'over', of: null },
  ]);
  expect(cellsFor(ends, editor).map(({ cell }) => cell.state)).toEqual(['figure', 'figure']);
});

test('percentages without counts are shown as published', () => {
  expect(cellsFor([anObserved({ subgroupId: 'black', value: 70.1 })])[0]?.cell).toMatchObject({
    value: 70.1,
    counts: null,
  });
});

test('no masked number stands anywhere on the page of a reader who may not edit', () => {
  // Odd fractions, so that a number can be told wherever it turns up; no two cells have the same share.
  const place = fc.record({
    period: fc.constantFrom('2021-22', '2022-23', '2023-24'),
    subgroupId: fc.constantFrom(null, ...dimensionOf.keys()),
    size: fc.integer({ min: 1, max: 60 }),
    share: fc.integer({ min: 0, max: 20 }),
  });
  fc.assert(
    fc.property(
      fc.uniqueArray(place, { selector: (one) => `${one.period} ${one.subgroupId}`, maxLength: 20 }),
      fc.constantFrom(...splits.map(({ id }) => id)),
      (places, dimension) => {
        const observed = places.map(({ period, subgroupId, size, share }, index) =>
          anObserved({
            period,
            subgroupId,
            denominator: size + (index + 1) * 0.0001237,
            numerator: (size * share) / 20 + (index + 1) ** 2 * 0.0000119,
          }),
        );
        const cells = cellsFor(observed);
        const view = JSON.stringify(
          indicatorView(
            aRule(),
            { cells, open: cells },
            splits,
            { dimension, focus: null, reference: null },
            7,
          ),
        );
        const shown = new Set(
          cells.filter(({ cell }) => cell.state === 'figure').map((one) => `${one.period} ${one.subgroupId}`),
        );
        for (const one of observed) {
          if (shown.has(`${one.period} ${one.subgroupId}`)) continue;
          for (const number of [
            one.numerator,
            one.denominator,
            (100 * (one.numerator ?? 0)) / (one.denominator ?? 1),
          ]) {
            expect(view).not.toContain(String(number));
          }
        }
      },
    ),
    { numRuns: 300 },
  );
});

const stateOf = (cells: ReturnType<typeof readableCells>) =>
  Object.fromEntries(cells.map(({ subgroupId, cell }) => [subgroupId ?? 'all', cell.state]));
const then = (before: Observed[], now: Observed[], who = reader) =>
  stateOf(seenThen(before, now, dimensionOf, aRule(), who).cells);
const asianNow = (observed: Observed[], some: Partial<Observed>) =>
  observed.map((one) => (one.subgroupId === 'asian' ? { ...one, ...some } : one));

test('how a table was known before gives nothing away that it hides now, nor the other way', () => {
  // Nothing changed: the same cells are hidden.
  expect(then(year, year)).toEqual(states(year));
  // Asian was corrected: another group keeps the small one safe now, and the two versions would tell all three.
  const corrected = asianNow(year, { numerator: 30, denominator: 50 }).map((one) =>
    one.subgroupId === null ? { ...one, numerator: 113, denominator: 195 } : one,
  );
  expect(states(corrected)).toMatchObject({ asian: 'figure', black: 'masked' });
  expect(new Set(Object.values(then(year, corrected)))).toEqual(new Set(['masked']));
  expect(new Set(Object.values(then(year, corrected, editor)))).toEqual(new Set(['figure']));
  // Since then held back by its publisher: the old version does not tell it.
  const heldBack = asianNow(year, { numerator: null, isSuppressed: true });
  expect(then(year, heldBack).asian).toBe('masked');
});

test('a period that hides nothing is shown as it was known', () => {
  const large = year.filter(({ subgroupId }) => subgroupId !== 'native');
  const later = asianNow(large, { numerator: 7 });
  expect(new Set(Object.values(then(large, later)))).toEqual(new Set(['figure']));
});
