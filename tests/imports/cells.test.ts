import { expect, test } from 'vitest';
import { maximumColumns, readCells } from '~/imports/cells';
import { UnreadableFile } from '~/imports/decode';

test.each([
  [',', 'Group,2015,2016\nBlack,70.1,72\nWhite,80,81.5'],
  [';', 'Group;2015;2016\nBlack;70,1;72,4\nWhite;80,0;81,5'],
  ['\t', 'Group\t2015\t2016\nBlack\t1,234\t2,345\nWhite\t3,456\t4,567'],
  ['|', 'Group|2015|2016\nBlack, non-Hispanic|70.1|72\nWhite, non-Hispanic|80|81.5'],
  [';', 'A;70,1;71,2\nB;60,1;61,2'],
  [';', 'Rates, by year, for the town\n\nGroup;Rate\nBlack;70,1\nWhite;80,2'],
])('cells parted by %j are told apart', (delimiter, text) => {
  expect(readCells(text).delimiter).toBe(delimiter);
});

test('a first line sep=; is obeyed and counted', () => {
  expect(readCells('sep=;\na,b;c\n')).toEqual({ delimiter: ';', rows: [{ line: 2, cells: ['a,b', 'c'] }] });
});

test('a chosen delimiter is obeyed', () => {
  expect(readCells('a,b|c', '|').rows[0]?.cells).toEqual(['a,b', 'c']);
});

test.each([['\n'], ['\r\n'], ['\r']])('line numbers are those of the file with line ends %j', (end) => {
  const text = ['Title', '', '"two', 'lines",1', ' , ', 'last,2'].join(end);
  expect(readCells(text).rows).toEqual([
    { line: 1, cells: ['Title'] },
    { line: 3, cells: ['two lines', '1'] },
    { line: 6, cells: ['last', '2'] },
  ]);
});

test('Excel codes are unwrapped and hard spaces trimmed', () => {
  const text = '"=""0012345""",="007",\u00A0Black\u00A0,"a ""b"" c"\n';
  expect(readCells(text).rows[0]?.cells).toEqual(['0012345', '007', 'Black', 'a "b" c']);
});

test('a quotation mark that never closes is refused and its line named', () => {
  const text = 'Group,2016\nBlack,70\n"White,80\nAsian,90\n';
  expect(() => readCells(text)).toThrow(UnreadableFile);
  expect(() => readCells(text)).toThrow(/line 3 opens a quotation mark that never closes/);
});

test('text behind a closing quotation mark is refused and its line named', () => {
  expect(() => readCells('Group,2016\n"Black" students,70\nWhite,80\n')).toThrow(/line 2/);
});

test('more than 500 columns are refused with their number', () => {
  const text = `${Array(10_000).fill('a').join(',')}\n`;
  expect(() => readCells(text)).toThrow('Line 1 has 10,000 columns. At most 500 can be read.');
  expect(readCells(`${Array(maximumColumns).fill('a').join(',')}\n`).rows[0]?.cells).toHaveLength(500);
});

test('text without any cell gives no rows', () => {
  expect(readCells('').rows).toEqual([]);
  expect(readCells(' \n,,\n').rows).toEqual([]);
});
