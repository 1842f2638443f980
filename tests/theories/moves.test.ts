import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Moved, moved, moves } from '~/theories/moves';
import { lineBelow, newLineIn, newLineOut, placedAfter } from '~/theories/new-line';
import { driversInOrder, lineKey, treeOf } from '~/theories/tree';

/** "a: x y (a1: z, a2) | b" as a tree: ideas after the colon, secondary drivers in brackets. */
const tree = treeOf(
  [
    { id: 'a', parentId: null, position: 0, archivedAt: null },
    { id: 'b', parentId: null, position: 1, archivedAt: null },
    { id: 'a1', parentId: 'a', position: 0, archivedAt: null },
    { id: 'a2', parentId: 'a', position: 1, archivedAt: null },
    { id: 'gone', parentId: null, position: 2, archivedAt: '2026-10-01T00:00:00.000Z' },
    { id: 'under-gone', parentId: 'gone', position: 0, archivedAt: null },
  ],
  [
    { ideaId: 'x', driverId: 'a', position: 0 },
    { ideaId: 'y', driverId: 'a', position: 1 },
    { ideaId: 'z', driverId: 'a1', position: 0 },
    { ideaId: 'x', driverId: 'a1', position: 1 },
    { ideaId: 'away', driverId: 'a', position: 2 },
    { ideaId: 'y', driverId: 'under-gone', position: 0 },
  ],
  new Set(['x', 'y', 'z']),
);
const driver = (id: string) => ({ driverId: id, ideaId: null });
const idea = (ideaId: string, driverId: string) => ({ driverId, ideaId });
const sentence = (move: Moved) => (move.kind === 'refused' ? move.sentence : null);

test('a driver that is put away takes what is under it out of sight, and ideas put away are in no list', () => {
  expect(driversInOrder(tree).map(({ id }) => id)).toEqual(['a', 'a1', 'a2', 'b']);
  expect(tree[0]?.ideaIds).toEqual(['x', 'y']);
});

test('up and down go past a neighbor', () => {
  expect(moved(tree, driver('b'), 'up')).toMatchObject({ parentId: null, order: ['b', 'a'] });
  expect(moved(tree, driver('a1'), 'down')).toMatchObject({ parentId: 'a', order: ['a2', 'a1'] });
  expect(moved(tree, idea('y', 'a'), 'up')).toMatchObject({ toId: 'a', order: ['y', 'x'] });
});

test('at the end of a list they go on to the next driver’s', () => {
  expect(moved(tree, driver('a2'), 'down')).toMatchObject({ parentId: 'b', order: ['a2'] });
  expect(moved(tree, idea('x', 'a1'), 'down')).toMatchObject({ fromId: 'a1', toId: 'a2', order: ['x'] });
  expect(moved(tree, idea('z', 'a1'), 'up')).toMatchObject({ toId: 'a', order: ['x', 'y', 'z'] });
});

test('an idea skips a driver that it stands under already', () => {
  expect(moved(tree, idea('x', 'a'), 'down')).toMatchObject({ toId: 'a', order: ['y', 'x'] });
  const last = treeOf(
    [
      { id: 'a', parentId: null, position: 0, archivedAt: null },
      { id: 'b', parentId: null, position: 1, archivedAt: null },
      { id: 'c', parentId: null, position: 2, archivedAt: null },
    ],
    [
      { ideaId: 'x', driverId: 'a', position: 0 },
      { ideaId: 'x', driverId: 'b', position: 0 },
    ],
    new Set(['x']),
  );
  expect(moved(last, idea('x', 'a'), 'down')).toMatchObject({ toId: 'c', order: ['x'] });
});

test('in puts a driver under the one above it, and an idea under the last secondary driver', () => {
  expect(moved(tree, driver('b'), 'in')).toMatchObject({ parentId: 'a', order: ['a1', 'a2', 'b'] });
  expect(moved(tree, idea('y', 'a'), 'in')).toMatchObject({ fromId: 'a', toId: 'a2', order: ['y'] });
});

test('out puts a secondary driver right after the one it was under, and an idea under that one', () => {
  expect(moved(tree, driver('a1'), 'out')).toMatchObject({ parentId: null, order: ['a', 'a1', 'b'] });
  expect(moved(tree, idea('z', 'a1'), 'out')).toMatchObject({ toId: 'a', order: ['x', 'y', 'z'] });
});

test('what cannot be done is refused with a sentence', () => {
  expect(sentence(moved(tree, driver('a'), 'up'))).toBe('It is the first already.');
  expect(sentence(moved(tree, driver('a'), 'in'))).toContain('secondary drivers under it');
  expect(sentence(moved(tree, driver('a1'), 'in'))).toContain('secondary driver already');
  expect(sentence(moved(tree, driver('b'), 'out'))).toContain('primary driver already');
  expect(sentence(moved(tree, idea('x', 'a1'), 'out'))).toBe('It stands under that driver already.');
  expect(sentence(moved(tree, driver('under-gone'), 'up'))).toBe('That line is not there any more.');
  expect(sentence(moved(tree, idea('away', 'a'), 'up'))).toBe('That line is not there any more.');
});

test('no move loses a line or has it twice', () => {
  const lines = driversInOrder(tree).flatMap(({ id, ideaIds }) => [
    driver(id),
    ...ideaIds.map((one) => idea(one, id)),
  ]);
  fc.assert(
    fc.property(fc.constantFrom(...lines), fc.constantFrom(...moves), (line, move) => {
      const to = moved(tree, line, move);
      if (to.kind === 'refused') return;
      expect(new Set(to.order).size).toBe(to.order.length);
      const before =
        to.kind === 'driver'
          ? (to.parentId === null ? tree : (tree.find(({ id }) => id === to.parentId)?.drivers ?? [])).map(
              ({ id }) => id,
            )
          : (driversInOrder(tree).find(({ id }) => id === to.toId)?.ideaIds ?? []);
      const self = to.kind === 'driver' ? to.driverId : to.ideaId;
      expect([...to.order].sort()).toEqual([...new Set([...before, self])].sort());
    }),
  );
});

test('Enter opens a line of the same kind below; from the aim, a primary driver', () => {
  expect(lineBelow(tree, null)).toEqual({ kind: 'primary', underId: null, afterId: null });
  expect(lineBelow(tree, driver('a'))).toEqual({ kind: 'primary', underId: null, afterId: 'a' });
  expect(lineBelow(tree, driver('a1'))).toEqual({ kind: 'secondary', underId: 'a', afterId: 'a1' });
  expect(lineBelow(tree, idea('z', 'a1'))).toEqual({ kind: 'idea', underId: 'a1', afterId: 'z' });
});

test('a new line goes in to a secondary driver and on to an idea, and comes out the same way', () => {
  const below = lineBelow(tree, driver('a'));
  const second = newLineIn(tree, below);
  expect(second).toEqual({ kind: 'secondary', underId: 'a', afterId: null });
  const third = second && newLineIn(tree, second);
  expect(third).toEqual({ kind: 'idea', underId: 'a2', afterId: null });
  expect(third && newLineIn(tree, third)).toBeNull();
  expect(third && newLineOut(tree, third)).toEqual({ kind: 'secondary', underId: 'a', afterId: 'a2' });
  expect(second && newLineOut(tree, second)).toEqual(below);
  expect(newLineOut(tree, below)).toBeNull();
});

test('in an empty theory a new line goes nowhere; under a driver without others it becomes that driver’s idea', () => {
  expect(newLineIn([], { kind: 'primary', underId: null, afterId: null })).toBeNull();
  expect(newLineIn(tree, { kind: 'secondary', underId: 'b', afterId: null })).toEqual({
    kind: 'idea',
    underId: 'b',
    afterId: null,
  });
});

test('a new one stands right after another, or last', () => {
  expect(placedAfter(['a', 'b'], 'n', 'a')).toEqual(['a', 'n', 'b']);
  expect(placedAfter(['a', 'b'], 'n', null)).toEqual(['a', 'b', 'n']);
  expect(placedAfter(['a', 'b'], 'n', 'not there')).toEqual(['a', 'b', 'n']);
});

test('an idea under two drivers is two lines with names of their own', () => {
  expect(lineKey(idea('x', 'a'))).not.toBe(lineKey(idea('x', 'a1')));
});
