import { expect, test } from 'vitest';
import { happenedInWords, happenedVerdict, impossible, whatHappened } from '~/cycles/predictions';

const prediction = { expected: 80, low: 70, high: 90, checkOn: '2026-11-30' };
const series = [
  { date: '2026-10-26', value: 34 },
  { date: '2026-11-02', value: 60 },
  { date: '2026-11-16', value: 78 },
  { date: '2026-11-23', value: 82 },
  { date: '2026-12-07', value: 95 },
];

test('what happened is the last number on or before the check day', () => {
  expect(whatHappened(prediction, series, '2026-11-02', '2026-12-10')).toEqual({
    state: 'inside',
    value: 82,
    on: '2026-11-23',
    isFinal: true,
  });
});

test('a number on the check day and one on the first day of Do both count', () => {
  const checked = { ...prediction, checkOn: '2026-11-02' };
  expect(whatHappened(checked, series, '2026-11-02', '2026-12-10')).toMatchObject({ value: 60 });
});

test('numbers from before Do never say what happened', () => {
  const checked = { ...prediction, checkOn: '2026-11-01' };
  expect(whatHappened(checked, series, '2026-11-02', '2026-12-10')).toEqual({
    state: 'not yet',
    why: 'no number',
  });
  expect(whatHappened(prediction, series, null, '2026-12-10')).toEqual({
    state: 'not yet',
    why: 'Do has not started',
  });
});

test('a point that is set aside or has no value is passed over, whatever the order of the points', () => {
  const points = [
    { date: '2026-11-23', value: 99, ghosted: true },
    { date: '2026-11-23', value: null },
    { date: '2026-11-16', value: 65 },
    { date: '2026-11-09', value: 71 },
  ];
  expect(whatHappened(prediction, points, '2026-11-02', '2026-12-10')).toMatchObject({
    state: 'below',
    value: 65,
  });
});

test('the ends of the range are inside it', () => {
  const at = (value: number) =>
    whatHappened(prediction, [{ date: '2026-11-23', value }], '2026-11-02', '2026-12-10').state;
  expect([69.9, 70, 90, 90.1].map(at)).toEqual(['below', 'inside', 'inside', 'above']);
});

test('before the check day it is so far, and says so', () => {
  const soFar = whatHappened(prediction, series, '2026-11-02', '2026-11-25');
  expect(happenedInWords(soFar)).toBe('Inside our range so far');
  expect(happenedInWords(whatHappened(prediction, series, '2026-11-02', '2026-11-30'))).toBe(
    'Inside our range',
  );
  expect(happenedInWords({ state: 'not yet', why: 'no number' })).toBe('No number yet');
});

test('outside the range is better or worse by the direction of good', () => {
  const above = { state: 'above', value: 95, on: '2026-11-23', isFinal: true } as const;
  expect(happenedVerdict(above, 'higher')).toBe('better');
  expect(happenedVerdict(above, 'lower')).toBe('worse');
  expect(happenedVerdict(above, 'neither')).toBe('none');
  expect(happenedVerdict({ ...above, state: 'inside' }, 'lower')).toBe('better');
  expect(happenedVerdict({ state: 'not yet', why: 'no number' }, 'higher')).toBe('early');
});

test('a percent is between 0 and 100, a count is not below 0, an average may be', () => {
  expect(impossible({ expected: 80, low: 70, high: 101 }, 'proportion')?.field).toBe('high');
  expect(impossible({ expected: 80, low: 0, high: 100 }, 'proportion')).toBeNull();
  expect(impossible({ expected: 3, low: -1, high: 5 }, 'count')?.field).toBe('low');
  expect(impossible({ expected: 3, low: -1, high: 500 }, 'mean')).toBeNull();
});
