import { expect, test } from 'vitest';
import { notNumbers } from '~/measures/cell';
import { enteredWords } from '~/measures/entry';
import { unusualWords } from '~/measures/unusual';

const near88 = [88, 87.5, 88.4, 88.1, 87.9, 88.6, 87.2, 88, 88.3, 87.8, 88.2, 88.5];

test('a number far from those before it is asked about, and one near them is not', () => {
  expect(unusualWords('proportion', 8.5, near88)).toBe('Much lower than usual. Is it right?');
  expect(unusualWords('count', 880, near88)).toBe('Much higher than usual. Is it right?');
  expect(unusualWords('proportion', 84, near88)).toBeNull();
});

test('a share within 12 points, few numbers, wild ones and times between are not asked about', () => {
  expect(unusualWords('proportion', 77, near88)).toBeNull();
  expect(unusualWords('proportion', 8.5, near88.slice(1))).toBeNull();
  const wild = [10, 80, 20, 90, 5, 70, 30, 95, 15, 60, 25, 85];
  expect(unusualWords('proportion', 1, wild)).toBeNull();
  expect(unusualWords('time between', 400, near88)).toBeNull();
});

test('what is asked stands beside what was saved', () => {
  const entered = { periodStart: '2026-11-16', period: 'the week of Nov 16', is: '26 of 305', was: null };
  const question = 'Much lower than usual. Is it right?';
  expect(enteredWords({ ...entered, isChanged: true, isMoved: false, question })).toBe(
    `Saved: the week of Nov 16 is 26 of 305. ${question}`,
  );
});

test('of two boxes that hold no number both are named', () => {
  const texts = { numerator: 'ten', denominator: 'all', value: '', note: '' };
  expect([...notNumbers({ kind: 'proportion' }, texts)]).toEqual([
    ['numerator', '“ten” is not a number.'],
    ['denominator', '“all” is not a number.'],
  ]);
});
