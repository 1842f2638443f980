import { expect, test } from 'vitest';
import { lastStanding } from '~/cycles/last-standing';

test('a link passes over archived cycles to the last that stands', () => {
  const archived = new Map([
    ['b', 'a'],
    ['c', 'b'],
  ]);
  expect(lastStanding('c', archived)).toBe('a');
  expect(lastStanding('x', archived)).toBe('x');
  expect(lastStanding(null, archived)).toBeNull();
});

test('where all before is archived, or the links run in a circle, it leads to none', () => {
  expect(lastStanding('b', new Map([['b', null]]))).toBeNull();
  expect(
    lastStanding(
      'a',
      new Map([
        ['a', 'b'],
        ['b', 'a'],
      ]),
    ),
  ).toBeNull();
});
