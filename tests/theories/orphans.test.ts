import { expect, test } from 'vitest';
import { type OrphanFacts, orphansOf } from '~/theories/orphans';
import type { DriverNode } from '~/theories/tree';

const node = (id: string, ideaIds: string[] = [], drivers: DriverNode[] = []): DriverNode => ({
  id,
  parentId: null,
  ideaIds,
  drivers,
});
const facts = (some: Partial<OrphanFacts>): OrphanFacts => ({
  tree: [],
  drivers: [],
  ideas: [],
  cycles: [],
  measuredDriverIds: new Set(),
  unbelievedDriverIds: new Set(),
  ...some,
});
const sentences = (some: Partial<OrphanFacts>) => orphansOf(facts(some)).map(({ sentence }) => sentence);
const letter = { id: 'i', name: 'Letter home', archivedAt: null };

test('an idea under no driver is listed, with the cycles that test it', () => {
  expect(sentences({ ideas: [letter] })).toEqual(['“Letter home” is under no driver.']);
  const cycles = [1, 4].map((number) => ({ id: `c${number}`, number, ideaId: 'i', isDone: true }));
  expect(sentences({ ideas: [letter], cycles: cycles.slice(0, 1) })).toEqual([
    '“Letter home” is under no driver: Cycle 1 tests something the theory does not hold.',
  ]);
  expect(sentences({ ideas: [letter], cycles })).toEqual([
    '“Letter home” is under no driver: Cycles 1 and 4 test something the theory does not hold.',
  ]);
});

test('an idea under some driver is no orphan', () => {
  const tree = [node('a', ['i'])];
  expect(sentences({ tree, ideas: [letter], measuredDriverIds: new Set(['a']) })).toEqual([]);
});

test('a cycle that goes on while its idea is put away is listed; finished ones hang on it there', () => {
  const away = { ...letter, archivedAt: '2026-10-01T00:00:00.000Z' };
  const cycles = [
    { id: 'c1', number: 1, ideaId: 'i', isDone: true },
    { id: 'c2', number: 2, ideaId: 'i', isDone: false },
  ];
  expect(sentences({ ideas: [away], cycles })).toEqual([
    'Cycle 2 goes on, but its idea, “Letter home”, is put away.',
  ]);
  expect(sentences({ ideas: [away], cycles: cycles.slice(0, 1) })).toEqual([]);
});

test('a driver without a measure is listed, unless nobody believes in it any more', () => {
  const tree = [node('a'), node('b'), node('c')];
  const drivers = ['a', 'b', 'c'].map((id) => ({ id, name: `Driver ${id}` }));
  expect(
    sentences({
      tree,
      drivers,
      measuredDriverIds: new Set(['b']),
      unbelievedDriverIds: new Set(['c']),
    }),
  ).toEqual(['“Driver a” has no measure: nobody would see it move.']);
});
