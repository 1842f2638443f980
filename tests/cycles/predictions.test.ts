import { expect, test } from 'vitest';
import {
  checkProblem,
  happenedInWords,
  happenedNotes,
  happenedVerdict,
  impossible,
  whatHappened as judge,
  type LastPeriod,
  type NumericPrediction,
} from '~/cycles/predictions';

const prediction = { expected: 80, low: 70, high: 90, checkOn: '2026-11-30' };
interface Week {
  date: string;
  value: number | null;
  ghosted?: boolean;
}
const series: Week[] = [
  { date: '2026-10-26', value: 34 },
  { date: '2026-11-02', value: 60 },
  { date: '2026-11-16', value: 78 },
  { date: '2026-11-23', value: 82 },
  { date: '2026-12-07', value: 95 },
];
const later = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
const lastWeek = { start: '2026-11-23', due: '2026-12-06' };

/** Weeks that end on their Sunday. */
const whatHappened = (
  one: NumericPrediction,
  weeks: readonly Week[],
  doStartedOn: string | null,
  today: string,
  last: LastPeriod = lastWeek,
) =>
  judge(
    one,
    weeks.map(({ date, ...week }) => ({
      ...week,
      start: date,
      end: later(date, 6),
      period: `week of ${date}`,
    })),
    last,
    doStartedOn,
    today,
  );

const months = (...values: (number | null)[]) =>
  values.map((value, at) => ({
    start: `2026-${at + 9}-01`.replace('-9-', '-09-'),
    end: ['2026-09-30', '2026-10-31', '2026-11-30'][at] ?? '',
    period: ['September 2026', 'October 2026', 'November 2026'][at] ?? '',
    value,
  }));
const october = { ...prediction, checkOn: '2026-10-31' };
const lastMonth = { start: '2026-10-01', due: '2026-11-07' };

test('a month that ends after Do began and by the check day counts, and says that it began before', () => {
  const happened = judge(october, months(20, 81, 40), lastMonth, '2026-10-05', '2026-11-03');
  expect(happened).toEqual({
    state: 'inside',
    value: 81,
    on: '2026-10-01',
    beganBefore: 'October 2026',
    isCheckDay: true,
    isFinal: true,
  });
  expect(happenedNotes(happened, october.checkOn)).toEqual(['October 2026 began before the test did.']);
});

test('a month that ended on the day Do began, or goes on after the check day, does not count', () => {
  const ended = judge(october, months(20, null, 40), lastMonth, '2026-09-30', '2026-11-03');
  expect(ended).toMatchObject({ state: 'not yet', why: 'no number' });
  const day = { start: '2026-10-05', end: '2026-10-05', period: 'Oct 5', value: 75 };
  expect(judge(october, [day], lastMonth, '2026-10-05', '2026-11-03')).toMatchObject({
    value: 75,
    beganBefore: null,
  });
});

test('a number that this reader may not see is neither passed over nor told', () => {
  const [first, second] = months(81, null);
  const happened = judge(
    october,
    [first, { ...second, isHidden: true }] as Parameters<typeof judge>[1],
    lastMonth,
    '2026-09-05',
    '2026-11-10',
  );
  expect(happened).toEqual({ state: 'not yet', why: 'hidden', isCheckDay: true });
  expect(happenedInWords(happened)).toBe('Hidden: a small group');
  expect(happenedNotes(happened, october.checkOn)).toEqual([]);
});

test('a verdict is final only once the last number that can count is in, or is overdue', () => {
  const at = (today: string, ...values: (number | null)[]) =>
    judge(october, months(...values), lastMonth, '2026-09-05', today);
  const waiting = at('2026-11-03', 81);
  expect(waiting).toMatchObject({ value: 81, isFinal: false });
  expect(happenedInWords(waiting)).toBe('Inside our range so far');
  expect(happenedNotes(waiting, october.checkOn)).toEqual([
    'September 2026 began before the test did.',
    'The check day was Saturday, Oct 31. The last number for it is not in yet.',
  ]);
  expect(at('2026-11-03', 81, 95)).toMatchObject({ state: 'above', isFinal: true });
  expect(at('2026-11-07', 81)).toMatchObject({ isFinal: false });
  expect(at('2026-11-08', 81)).toMatchObject({ value: 81, isFinal: true });
});

test('what happened is the last number on or before the check day', () => {
  expect(whatHappened(prediction, series, '2026-11-02', '2026-12-10')).toEqual({
    state: 'inside',
    value: 82,
    on: '2026-11-23',
    beganBefore: null,
    isCheckDay: true,
    isFinal: true,
  });
});

test('a period that ends on the check day and one that begins with Do both count', () => {
  const checked = { ...prediction, checkOn: '2026-11-08' };
  expect(whatHappened(checked, series, '2026-11-02', '2026-12-10')).toMatchObject({ value: 60 });
});

test('numbers from before Do never say what happened', () => {
  const checked = { ...prediction, checkOn: '2026-11-01' };
  expect(whatHappened(checked, series, '2026-11-02', '2026-12-10')).toEqual({
    state: 'not yet',
    why: 'no number',
    isCheckDay: true,
  });
  expect(whatHappened(prediction, series, null, '2026-11-10')).toEqual({
    state: 'not yet',
    why: 'Do has not started',
    isCheckDay: false,
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
  expect(happenedNotes(soFar, prediction.checkOn)).toEqual(['To be checked Monday, Nov 30.']);
  expect(happenedInWords(whatHappened(prediction, series, '2026-11-02', '2026-11-30'))).toBe(
    'Inside our range',
  );
  expect(happenedInWords({ state: 'not yet', why: 'no number', isCheckDay: false })).toBe('No number yet');
});

test('outside the range is better or worse by the direction of good', () => {
  const above = {
    state: 'above',
    value: 95,
    on: '2026-11-23',
    beganBefore: null,
    isCheckDay: true,
    isFinal: true,
  } as const;
  expect(happenedVerdict(above, 'higher')).toBe('better');
  expect(happenedVerdict(above, 'lower')).toBe('worse');
  expect(happenedVerdict(above, 'neither')).toBe('none');
  expect(happenedVerdict({ ...above, state: 'inside' }, 'lower')).toBe('better');
  expect(happenedVerdict({ state: 'not yet', why: 'no number', isCheckDay: false }, 'higher')).toBe('early');
});

test('a percent is between 0 and 100, a count is not below 0, an average may be', () => {
  const wrong = (numbers: [number, number, number], kind: 'proportion' | 'count' | 'mean') => {
    const [expected, low, high] = numbers;
    return impossible({ expected, low, high }, kind).map(({ field }) => field);
  };
  expect(wrong([80, 70, 101], 'proportion')).toEqual(['high']);
  expect(wrong([500, 400, 900], 'proportion')).toEqual(['expected', 'low', 'high']);
  expect(wrong([80, 0, 100], 'proportion')).toEqual([]);
  expect(wrong([3, -1, 5], 'count')).toEqual(['low']);
  expect(wrong([3, -1, 500], 'mean')).toEqual([]);
});

test('a number is checked on the first day of its cycle, or later', () => {
  expect(checkProblem('2026-09-08', '2026-09-08')).toBeNull();
  expect(checkProblem('2020-01-01', '2026-09-08')).toBe(
    'It cannot be checked before the cycle starts, Sep 8, 2026.',
  );
});
