import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { csvOf } from '~/exports/csv';
import { readCells } from '~/imports/cells';
import { decodeText } from '~/imports/decode';

const cells = (csv: string) => Papa.parse<string[]>(csv, { delimiter: ',', newline: '\r\n' }).data;

test('rows are written as RFC 4180 says: commas, quotes and line ends inside quotes, CRLF after each row', () => {
  const csv = csvOf(
    ['Period', 'Note', 'Value'],
    [
      ['Week of Oct 12', 'Fog, ice and "snow"\nall week', 85.5],
      ['Week of Oct 19', ' two spaces ', null],
    ],
  );
  expect(csv).toBe(
    'Period,Note,Value\r\nWeek of Oct 12,"Fog, ice and ""snow""\nall week",85.5\r\nWeek of Oct 19," two spaces ",\r\n',
  );
  expect(csvOf(['Period'], [])).toBe('Period\r\n');
});

test('for Excel the file says in front that it is UTF-8', () => {
  expect(csvOf(['Anhøj'], [['é']], { forExcel: true })).toBe('\uFEFFAnhøj\r\né\r\n');
});

test.each([
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\tx',
  '\rx',
  '\nx',
  '\u0000=1',
  '＝1+1',
  '=1\n+2',
  '=HYPERLINK("x")',
])('words that a spreadsheet would work out stay words: %j', (words) => {
  const [, [cell = ''] = []] = cells(csvOf(['Note', words], [[words, 1]]));
  expect(cell).toBe(`'${words}`);
  expect(csvOf(['a', words], [])).toContain(`'`);
});

test('numbers stay numbers, below zero too', () => {
  expect(csvOf(['Value'], [[-1.5], [0], [1e9]])).toBe('Value\r\n-1.5\r\n0\r\n1000000000\r\n');
});

test('whatever is written is read back the same, by any reader of CSV', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(',', '"', '""', '\r\n', '\n', ' ', ';', '\t'),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
  );
  const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(table, (rows) => {
      const [, ...read] = cells(csvOf(['a', 'b', 'c'], rows));
      const escaped = (value: string | number) => {
        const words = String(value);
        return typeof value === 'string' && /^[=+\-@\t\r\n\0＝＋－＠]/.test(words) ? `'${words}` : words;
      };
      expect(read.slice(0, rows.length)).toEqual(rows.map((row) => row.map(escaped)));
    }),
  );
});

test('our own reader of files reads what we write, with and without the mark for Excel', () => {
  for (const forExcel of [false, true]) {
    const csv = csvOf(
      ['Period', 'Note'],
      [
        ['2026-10-12', 'Fog, "ice"'],
        ['2026-10-19', 'Año'],
      ],
      { forExcel },
    );
    const { rows, delimiter } = readCells(decodeText(new TextEncoder().encode(csv)).text);
    expect(delimiter).toBe(',');
    expect(rows.map((row) => row.cells)).toEqual([
      ['Period', 'Note'],
      ['2026-10-12', 'Fog, "ice"'],
      ['2026-10-19', 'Año'],
    ]);
  }
});
