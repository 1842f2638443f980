import { expect, test } from 'vitest';
import {
  dueOn,
  nextDue,
  nextToEnter,
  periodEnd,
  periodLabel,
  periodOf,
  periodStart,
  periodsBetween,
  periodWords,
} from '~/measures/periods';

const calendar = { schoolYearFirstMonth: 7, holidays: [] };

test('a week starts on Monday, also across New Year', () => {
  expect(periodStart('2026-10-14', 'weekly', calendar)).toBe('2026-10-12');
  expect(periodStart('2026-10-12', 'weekly', calendar)).toBe('2026-10-12');
  expect(periodStart('2026-10-18', 'weekly', calendar)).toBe('2026-10-12');
  expect(periodStart('2027-01-01', 'weekly', calendar)).toBe('2026-12-28');
});

test('months, quarters and school years start on their first day', () => {
  expect(periodStart('2028-02-29', 'monthly', calendar)).toBe('2028-02-01');
  expect(periodStart('2026-12-31', 'quarterly', calendar)).toBe('2026-10-01');
  expect(periodStart('2026-06-30', 'yearly', calendar)).toBe('2025-07-01');
  expect(periodStart('2026-07-01', 'yearly', calendar)).toBe('2026-07-01');
  expect(periodStart('2026-06-30', 'yearly', { schoolYearFirstMonth: 1, holidays: [] })).toBe('2026-01-01');
});

test('a school year is known by its name, whatever month it began in when it was entered', () => {
  const august = { schoolYearFirstMonth: 8, holidays: [] };
  const points = [{ periodStart: '2023-07-01' }, { periodStart: '2025-07-01' }];
  expect(periodOf('2025-10-01', 'yearly', august, points)).toBe('2025-07-01');
  expect(periodOf('2025-07-01', 'yearly', august, points)).toBe('2025-07-01');
  expect(periodOf('2024-07-01', 'yearly', august, points)).toBe('2023-07-01');
  expect(periodOf('2024-10-01', 'yearly', august, points)).toBe('2024-08-01');
  expect(periodOf('2025-10-01', 'yearly', { schoolYearFirstMonth: 1, holidays: [] }, points)).toBe(
    '2025-01-01',
  );
  expect(periodOf('2025-10-01', 'weekly', august, points)).toBe('2025-09-29');
  expect(periodsBetween('2023-07-01', '2025-08-01', 'yearly', august)).toEqual(['2024-08-01']);
  expect(periodsBetween('2024-07-01', '2025-08-01', 'yearly', august)).toEqual([]);
  expect(nextToEnter(['2023-07-01', '2024-07-01'], 'yearly', '2025-10-01', august)).toBe('2025-08-01');
  expect(nextToEnter(['2024-07-01', '2025-07-01'], 'yearly', '2025-10-01', august)).toBeNull();
});

test('a period ends the day before the next one', () => {
  expect(periodEnd('2028-02-01', 'monthly')).toBe('2028-02-29');
  expect(periodEnd('2026-10-12', 'weekly')).toBe('2026-10-18');
  expect(periodEnd('2026-11-01', 'quarterly')).toBe('2027-01-31');
  expect(periodEnd('2026-07-01', 'yearly')).toBe('2027-06-30');
});

test('a number is due some days after its period ended', () => {
  expect(dueOn('2026-11-30', 'weekly', 1)).toBe('2026-12-07');
  expect(dueOn('2026-11-01', 'monthly', 7)).toBe('2026-12-07');
});

test('labels are words', () => {
  expect(periodLabel('2026-10-12', 'weekly')).toBe('Week of Oct 12');
  expect(periodLabel('2026-10-12', 'weekly', true)).toBe('Week of Oct 12, 2026');
  expect(periodLabel('2026-10-01', 'monthly')).toBe('October 2026');
  expect(periodLabel('2026-07-01', 'quarterly')).toBe('Jul to Sep 2026');
  expect(periodLabel('2026-07-01', 'yearly')).toBe('School year 2026–27');
  expect(periodLabel('2026-01-01', 'yearly')).toBe('Year 2026');
  expect(periodWords('2026-10-12', 'weekly')).toBe('the week of Oct 12');
  expect(periodWords('2026-10-01', 'monthly')).toBe('October 2026');
});

test('the oldest period not yet entered comes next', () => {
  const next = (entered: string[], today = '2026-10-29') => nextToEnter(entered, 'weekly', today, calendar);
  expect(next(['2026-10-05', '2026-10-19'])).toBe('2026-10-12');
  expect(next(['2026-10-05', '2026-10-12', '2026-10-19'])).toBe('2026-10-26');
  expect(next(['2026-10-19', '2026-10-26'])).toBeNull();
  expect(next([])).toBe('2026-10-19');
});

test('a hole with four numbers after it was left on purpose', () => {
  const entered = ['2026-09-07', '2026-10-05', '2026-10-12', '2026-10-19', '2026-10-26'];
  expect(nextToEnter(entered, 'weekly', '2026-11-03', calendar)).toBe('2026-11-02');
});

test('weekends and weeks off are not asked for', () => {
  expect(nextToEnter(['2026-10-23'], 'daily', '2026-10-26', calendar)).toBe('2026-10-26');
  expect(nextToEnter(['2026-10-23'], 'daily', '2026-10-24', calendar)).toBeNull();
  const holidays = ['2026-12-21', '2026-12-22', '2026-12-23', '2026-12-24', '2026-12-25'];
  expect(nextToEnter(['2026-12-14'], 'weekly', '2026-12-29', { ...calendar, holidays })).toBe('2026-12-28');
});

test('a number is late once its due day has passed', () => {
  const measure = { frequency: 'weekly', dueLagDays: 1 } as const;
  expect(nextDue(['2026-11-23'], measure, '2026-12-01', calendar)).toEqual({
    start: '2026-11-30',
    isOpen: false,
    due: '2026-12-07',
    isLate: false,
  });
  expect(nextDue(['2026-11-16'], measure, '2026-12-01', calendar)).toMatchObject({
    start: '2026-11-23',
    isOpen: true,
    due: '2026-11-30',
    isLate: true,
  });
});
