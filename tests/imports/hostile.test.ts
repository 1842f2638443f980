import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UnreadableFile } from '~/imports/decode';
import { findPeriodIn } from '~/imports/found-periods';
import { readObservations } from '~/imports/observations';
import { readPeriod } from '~/imports/periods';
import { proposeMapping } from '~/imports/shape';
import { readPastedTable, readTable } from '~/imports/table';
import { readValue } from '~/imports/values';

/** Reads as a page would; only an UnreadableFile may come out as an error. */
function readAll(read: () => ReturnType<typeof readPastedTable>): void {
  try {
    const table = read();
    const result = readObservations(table, proposeMapping(table));
    for (const row of result.rows) {
      expect(row.value === null || Number.isFinite(row.value)).toBe(true);
      expect(row.line).toBeGreaterThan(0);
    }
    for (const { line, reason } of [...result.refused.first, ...result.skipped.first])
      expect(reason).toMatch(new RegExp(`\\b${line}\\b`));
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    expect(error.message).toMatch(/\.$/);
  }
}

test('any bytes are read or answered with a sentence', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => readAll(() => readTable(bytes))),
    { numRuns: 300 },
  );
});

test('any cells are read or answered with a sentence', () => {
  const cell = fc.oneof(
    fc.constantFrom(
      '',
      '*',
      'N/A',
      '2015-16',
      '2011-12',
      '03/04/2016',
      '0.084',
      '1,234',
      '70,1',
      '=1+1',
      '"',
      '__proto__',
      'Year',
      'Rate',
      'Group',
      'All',
      'Goal',
      'type',
      '-5',
      '140%',
    ),
    fc.string({ maxLength: 8 }),
  );
  const file = fc.tuple(
    fc.constantFrom(',', ';', '\t', '|'),
    fc.constantFrom('\n', '\r', '\r\n'),
    fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 12 }),
  );
  fc.assert(
    fc.property(file, ([delimiter, end, rows]) =>
      readAll(() => readPastedTable(rows.map((cells) => cells.join(delimiter)).join(end))),
    ),
    { numRuns: 1000 },
  );
});

test.each([
  ['digits in open parentheses', `(${'1'.repeat(1_000_000)}`],
  ['spaces', `1${' '.repeat(1_000_000)}1`],
  ['commas in digits', '1,'.repeat(500_000)],
  ['an address without end', `a@${'.'.repeat(1_000_000)}`],
  ['years', '2015-'.repeat(200_000)],
])(
  'a cell of a million characters, %s, is refused without trying it in every way',
  (_, cell) => {
    expect(readValue(cell).kind).toBe('refused');
    expect(readPeriod(cell).kind).toBe('refused');
    expect(findPeriodIn(cell)).toBeNull();
    readAll(() => readPastedTable(`Group;Year;Rate\nBlack;2015;${cell}\n${cell};2016;70.1\n`));
  },
  120_000,
);

test.each([
  ['quotation marks in a row', '"a"b'.repeat(300_000)],
  ['only quotation marks', '"'.repeat(1_000_001)],
  ['a quotation mark in each row', 'a,"b\n'.repeat(200_000)],
  ['ten thousand columns', `${'a,'.repeat(10_000)}\n`.repeat(20)],
  ['only line ends', '\r'.repeat(2_000_000)],
  ['only delimiters', ','.repeat(2_000_000)],
  [
    '500 columns of words',
    `${Array.from({ length: 500 }, (_, at) => `h${at}`).join(',')}\n${`${'ab,'.repeat(499)}c\n`.repeat(2_000)}`,
  ],
])(
  'a file of %s is answered',
  (_, text) => {
    readAll(() => readPastedTable(text));
  },
  120_000,
);
