import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addWorkingDays, isWorkingDay, workingDaysAfter } from '~/access/working-days';

const thanksgiving = ['2026-11-26', '2026-11-27'];

test('a working day is Monday to Friday and no day off', () => {
  expect(isWorkingDay('2026-11-25', thanksgiving)).toBe(true);
  expect(isWorkingDay('2026-11-26', thanksgiving)).toBe(false);
  expect(isWorkingDay('2026-11-28', [])).toBe(false);
});

test('five working days after a Tuesday before Thanksgiving is the Thursday of the next week', () => {
  expect(addWorkingDays('2026-11-24', 5, thanksgiving)).toBe('2026-12-03');
  expect(addWorkingDays('2026-11-24', 5, [])).toBe('2026-12-01');
});

test('weekends and days off do not count as working days that have passed', () => {
  expect(workingDaysAfter('2026-11-25', '2026-11-29', thanksgiving)).toBe(0);
  expect(workingDaysAfter('2026-11-25', '2026-11-30', thanksgiving)).toBe(1);
  expect(workingDaysAfter('2026-12-03', '2026-12-03', [])).toBe(0);
  expect(workingDaysAfter('2026-12-03', '2026-12-01', [])).toBe(0);
});

test('across the changes of the clock and a leap day, counting is the same as going day by day', () => {
  const day = fc
    .date({ min: new Date('2023-01-01'), max: new Date('2029-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(
      day,
      fc.integer({ min: 0, max: 120 }),
      fc.array(day, { maxLength: 8 }),
      (from, count, holidays) => {
        const to = addWorkingDays(from, count, holidays);
        expect(workingDaysAfter(from, to, holidays)).toBe(count);
      },
    ),
    { numRuns: 200 },
  );
});
