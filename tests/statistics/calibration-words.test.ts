import { expect, test } from 'vitest';
import { overreachWords, recordWords } from '../../app/statistics/calibration-words';

const record = (some = {}) => ({
  ...{ predictions: 6, ranges: 6, hitRate: 4 / 6, meanError: 1.2, overreach: 2.5 },
  ...some,
});

test('a team is told how its last predictions came out', () => {
  expect(recordWords(record(), 'Your')).toEqual([
    'Your last 6 were 2.5 times too high.',
    '4 of 6 ranges held what happened; of 10, 8 should.',
  ]);
});

test('ranges that hold too little should be wider; of four, nobody can tell', () => {
  expect(recordWords(record({ hitRate: 0.5 }), 'Your')[1]).toContain('3 of 6 ranges');
  expect(recordWords(record({ hitRate: 0.5 }), 'Your')[1]).toContain('Make them wider.');
  expect(recordWords(record({ predictions: 4, ranges: 4, hitRate: 0.5 }), 'Your')[1]).not.toContain('wider');
});

test('two predictions tell nothing of whoever made them', () => {
  expect(recordWords(record({ predictions: 2 }), 'Your')).toEqual([]);
});

test.each([
  [2.5, 'were 2.5 times too high.'],
  [1.2, 'were about right.'],
  [0.8, 'were about right.'],
  [0.5, 'were too low: the change was 2 times what was predicted.'],
  [0, 'expected next to no change, and there was one.'],
  [-1, 'went the other way than predicted.'],
])('an overreach of %d: they %s', (overreach, words) => {
  expect(overreachWords(overreach)).toBe(words);
});

test('what has no baseline or no range is passed over', () => {
  expect(recordWords(record({ overreach: null, hitRate: null }), 'Your')).toEqual([]);
});
