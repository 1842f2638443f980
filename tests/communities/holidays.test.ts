import { expect, test } from 'vitest';
import { readHolidays } from '~/communities/holidays';

test('holidays are one date a line, in order and each once', () => {
  const { days, problems } = readHolidays('2026-12-25\r\n\r\n  2026-11-26 \n2026-12-25\n');
  expect(days).toEqual(['2026-11-26', '2026-12-25']);
  expect(problems).toEqual([]);
});

test('each line that is no date is named by its number', () => {
  const { problems } = readHolidays('2026-11-26\nNov 27\n\n2026-02-30\n12/25/2026');
  expect(problems).toEqual([
    'Line 2: “Nov 27” is no date. Write it like 2026-11-26.',
    'Line 4: “2026-02-30” is no date. Write it like 2026-11-26.',
    'Line 5: “12/25/2026” is no date. Write it like 2026-11-26.',
  ]);
});

test('a leap day is a date in a leap year and in no other', () => {
  expect(readHolidays('2028-02-29').problems).toEqual([]);
  expect(readHolidays('2027-02-29').problems).toHaveLength(1);
});
