import { expect, test } from 'vitest';
import { UnreadableFile } from '~/imports/decode';
import { fingerprint } from '~/imports/fingerprint';
import { readPastedTable } from '~/imports/table';

test('the header is found beneath titles, blank lines and spanning rows', () => {
  const table = readPastedTable(
    '"Rates, Trend"\n"Maple Falls"\n\n"",,"Graduates",\n"Group","Code","2015-16","2016-17"\nBlack,1,70,71\nWhite,2,80,81\n',
  );
  expect(table.headerLine).toBe(5);
  expect(table.headers).toEqual(['Group', 'Code', '2015-16', '2016-17']);
  expect(table.titleLines.map((title) => title.text)).toEqual(['Rates, Trend', 'Maple Falls', 'Graduates']);
  expect(table.rows.map((row) => row.line)).toEqual([6, 7]);
});

test('a title as wide as a narrow table is not taken for its header', () => {
  const table = readPastedTable('Graduation rates, Maple Falls\n\nYear,Rate\n2015,70.1\n2016,71.2\n');
  expect(table.headerLine).toBe(3);
  expect(table.headers).toEqual(['Year', 'Rate']);
});

test('notes below the table are kept apart from its rows', () => {
  const table = readPastedTable(
    'Group,2015,2016\nBlack,70,71\nWhite,,\nAsian,1,2\n\nSource: State\n* fewer than ten\n',
  );
  expect(table.rows).toHaveLength(3);
  expect(table.footnotes).toEqual([
    { line: 6, text: 'Source: State' },
    { line: 7, text: '* fewer than ten' },
  ]);
});

test('two pasted columns without a header are a table too', () => {
  const table = readPastedTable('2016-01-04\t12\n2016-01-11\t15\n');
  expect(table.headerLine).toBeNull();
  expect(table.headers).toEqual(['Column 1', 'Column 2']);
  expect(table.rows).toHaveLength(2);
});

test('a header alone is a table without rows', () => {
  const table = readPastedTable('Group,2015,2016\n');
  expect(table.headers).toEqual(['Group', '2015', '2016']);
  expect(table.rows).toEqual([]);
});

test('a blank corner above the groups is still a header', () => {
  expect(readPastedTable(',2015-16,2016-17\nBlack,70,71\n').headers).toEqual(['', '2015-16', '2016-17']);
});

test('a column without a header is kept as a column', () => {
  expect(readPastedTable('Group,Rate\nBlack,70,a\nWhite,80,b\nAsian,90,c\n').headers).toHaveLength(3);
});

test('a file of blanks is refused with a sentence', () => {
  expect(() => readPastedTable(' \n\n,,\n')).toThrow(UnreadableFile);
});

test('the fingerprint is the same for next year and other spelling, and another for other columns', () => {
  const key = fingerprint(['District', 'Race/Ethnicity', '2014-15', '2015-16']);
  expect(fingerprint(['district ', 'race ethnicity', '2015–16', 'SY17'])).toBe(key);
  expect(fingerprint(['District', 'Gender', '2014-15', '2015-16'])).not.toBe(key);
  expect(fingerprint(['__proto__', 'a,b'])).not.toBe(fingerprint(['__proto__', 'a', 'b']));
});
