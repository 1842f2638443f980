import { expect, test } from 'vitest';
import { mostRows, readPaste } from '~/measures/paste';
import { changesOf, countsInWords, countsOf } from '~/measures/paste-changes';
import { readNumber } from '~/measures/typed-number';

const share = { kind: 'proportion', frequency: 'weekly' } as const;
const minutes = { kind: 'mean', frequency: 'weekly' } as const;
const rules = { today: '2026-12-01', calendar: { schoolYearFirstMonth: 7, holidays: [] } };
const read = (text: string, measure: Parameters<typeof readPaste>[1] = share) =>
  readPaste(text, measure, rules);
const brief = (text: string, measure?: Parameters<typeof readPaste>[1]) =>
  read(text, measure).rows.map((row) => [row.periodStart, row.numerator, row.denominator, row.value]);

test('three columns from a spreadsheet, header forgiven', () => {
  expect(brief('Week of\tAttended\tPossible\n2026-10-12\t266\t310\n2026-10-19\t269\t310\n')).toEqual([
    ['2026-10-12', 266, 310, null],
    ['2026-10-19', 269, 310, null],
  ]);
});

test('two columns are values', () => {
  expect(brief('2026-10-12,85.8%\n2026-10-19,86.8%')).toEqual([
    ['2026-10-12', null, null, 85.8],
    ['2026-10-19', null, null, 86.8],
  ]);
  expect(brief('2026-10-12 22\r\n2026-10-19   23.5', minutes)).toEqual([
    ['2026-10-12', null, null, 22],
    ['2026-10-19', null, null, 23.5],
  ]);
});

test('dates are read as people write them', () => {
  for (const date of ['Oct 12, 2026', 'October 12 2026', '10/12/2026', '2026-10-12', '"Oct 12, 2026"']) {
    for (const [mark, other] of [
      ['\t', '\t'],
      [',', ','],
      [', ', ', '],
      [' ', ' '],
      [';', ';'],
    ]) {
      const text = `${date}${mark}266${other}310\n10/19/2026${mark}269${other}310`;
      expect(brief(text)[0], text).toEqual(['2026-10-12', 266, 310, null]);
    }
  }
});

test('commas between thousands belong to the number', () => {
  expect(brief('2026-10-12 1,266 2,310')).toEqual([['2026-10-12', 1266, 2310, null]]);
  expect(brief('2026-10-12,"1,266","2,310"')).toEqual([['2026-10-12', 1266, 2310, null]]);
});

test('a date that could be two days is asked about, unless the others settle it', () => {
  expect(read('10/12/2026\t22', minutes).problems).toEqual([
    'Row 1: “10/12/2026” could be Oct 12, 2026 or Dec 10, 2026. Write dates as 2026-10-12.',
  ]);
  expect(brief('10/12/2026\t22\n10/19/2026\t23', minutes).map(([day]) => day)).toEqual([
    '2026-10-12',
    '2026-10-19',
  ]);
  expect(brief('12/10/2026\t22\n19/10/2026\t23', minutes).map(([day]) => day)).toEqual([
    '2026-10-12',
    '2026-10-19',
  ]);
});

test('a wrong cell is named by its row, and then nothing is read', () => {
  const pasted = read(
    'Week\tn\tof\n2026-10-12\t266\t310\n2026-10-19\t12x\t310\nsoon\t1\t2\n2026-11-02\t\t310',
  );
  expect(pasted.rows).toEqual([]);
  expect(pasted.problems).toEqual([
    'Row 3: “12x” is not a number.',
    'Row 4: “soon” is not a date. Write it as 2026-10-12.',
    'Row 5: a number is missing.',
  ]);
});

test('nonsense is no number', () => {
  for (const cell of ['1e309', '1e3', 'NaN', '0x1F', '1,5', 'Infinity', '=1+1', '--2', '1.2.3', '']) {
    expect(readNumber(cell), cell).toBeNull();
  }
  for (const [cell, number] of [
    ['1,234', 1234],
    ['85.8 %', 85.8],
    ['$12', 12],
    ['-4', -4],
    ['.5', 0.5],
  ] as const) {
    expect(readNumber(cell), cell).toBe(number);
  }
});

test('the same period twice is named', () => {
  expect(read('2026-10-12 1 2\n2026-10-19 1 2\n2026-10-14 2 2').problems).toEqual([
    'Rows 1 and 3 are both for the week of Oct 12, 2026. Keep one.',
  ]);
});

test('impossible numbers, future periods and far-off years are refused by row', () => {
  expect(
    read('2026-10-12 726 310\n2026-12-07 1 2\n1949-12-01 1 2\n9999-01-04 1 2\n2026-10-19 -1 2').problems,
  ).toEqual([
    'Row 1: 726 is more than the 310 it is out of.',
    'Row 2: the week of Dec 7, 2026 has not begun.',
    'Row 3: “1949-12-01” is not a date. Write it as 2026-10-12.',
    'Row 4: “9999-01-04” is not a date. Write it as 2026-10-12.',
    'Row 5: A count cannot be below 0.',
  ]);
});

test('a day inside the period is moved to its first day, and says so', () => {
  expect(read('2026-10-14 1 2').rows[0]).toMatchObject({
    periodStart: '2026-10-12',
    movedFrom: '2026-10-14',
  });
  expect(read('2026-10-12 1 2').rows[0]?.movedFrom).toBeNull();
  expect(read('October 2026\t41', { kind: 'mean', frequency: 'monthly' }).rows[0]?.periodStart).toBe(
    '2026-10-01',
  );
  expect(read('October 2026\t41', minutes).problems).toHaveLength(1);
});

test('names and student numbers are refused with a sentence', () => {
  const end = 'Upcurve keeps counts only. Take that column out and paste again.';
  expect(
    read('Date\tStudent name\tDays\n2026-10-12\tAna Diaz\t4\n2026-10-19\tBen Okoro\t5').problems,
  ).toEqual([`Column 2, “Student name”, looks like single people. ${end}`]);
  expect(read('2026-10-12\tAna Diaz\n2026-10-19\tBen Okoro').problems).toEqual([
    `Column 2 looks like names of people. ${end}`,
  ]);
  expect(read('0012345\t4\n0012346\t5').problems).toEqual([`Column 1 looks like student numbers. ${end}`]);
});

test('too few or too many columns are named', () => {
  expect(read('2026-10-12').problems).toEqual(['Row 1: there is no number.']);
  expect(read('').problems).toEqual(['Paste at least one row: a date and a number.']);
  expect(read('2026-10-12\t1\t2', minutes).problems[0]).toContain('Paste two');
  expect(read('2026-10-12\t1\t2\t3').problems[0]).toContain('has 4 columns');
  expect(read('2026-10-12 1 2\n2026-10-19 1').problems).toHaveLength(1);
});

test('a very long paste is refused at once', () => {
  const long = Array.from({ length: 100_000 }, () => '2026-10-12 1 2').join('\n');
  expect(read(long).problems).toEqual([
    `That is 100,000 rows. Paste at most ${mostRows.toLocaleString('en-US')} at a time.`,
  ]);
});

test('a preview tells new, changed and same apart', () => {
  const { rows } = read('2026-10-12 266 310\n2026-10-19 269 310\n2026-10-26 267 310');
  const point = { id: 'a', note: '', enteredAt: '', ghostedAt: null, ghostReason: null, value: null };
  const changes = changesOf(rows, [
    { ...point, periodStart: '2026-10-12', numerator: 266, denominator: 310 },
    { ...point, periodStart: '2026-10-19', numerator: 260, denominator: 310 },
  ]);
  expect(changes.map(({ change }) => change)).toEqual(['same', 'changed', 'added']);
  expect(countsInWords(countsOf(changes))).toBe('1 new, 1 changed, 1 the same');
});
