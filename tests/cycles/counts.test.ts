import { expect, test } from 'vitest';
import { personProblem } from '~/access/looks-like-person';
import { countProblem, maskedCounts } from '~/cycles/counts';

const row = (group: string, identified: number | null, reached: number | null, completed: number | null) => ({
  ...{ group, identified, reached, completed },
});

test('nobody reaches more than were found, nor completes more than were reached', () => {
  expect(countProblem(row('', 40, 44, null))).toEqual({
    field: 'reached',
    message: 'You cannot reach more (44) than you found (40).',
  });
  expect(countProblem(row('', 40, 31, 32))?.field).toBe('completed');
  expect(countProblem(row('', 40, null, 41))?.field).toBe('completed');
  expect(countProblem(row('', 40, 31, 31))).toBeNull();
  expect(countProblem(row('', null, 5, null))).toBeNull();
});

test('a group is never one person', () => {
  expect(personProblem('Maria Lopez')).toContain('looks like one person');
  expect(personProblem('9th grade')).toBeNull();
});

test('a small group is hidden from who may not edit, with the one it could be worked out from', () => {
  const rows = [
    row('', 60, 50, 40),
    row('English', 40, 35, 30),
    row('Spanish', 14, 11, 8),
    row('Somali', 6, 4, 2),
  ];
  const hidden = maskedCounts(rows, 10).filter(({ isHidden }) => isHidden);
  expect(hidden.map(({ group }) => group)).toEqual(['Spanish', 'Somali']);
  expect(
    hidden.every(
      ({ identified, reached, completed }) => identified === null && reached === null && completed === null,
    ),
  ).toBe(true);
});

test('how many completed is hidden where few were reached', () => {
  expect(maskedCounts([row('', 40, 4, 3)], 10)).toEqual([
    { group: '', identified: 40, reached: 4, completed: null, isHidden: false },
  ]);
});

test('a threshold of 0 hides nothing', () => {
  expect(maskedCounts([row('', 4, 3, 2)], 0)[0]).toMatchObject({
    identified: 4,
    completed: 2,
    isHidden: false,
  });
});
