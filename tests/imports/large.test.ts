import { expect, test } from 'vitest';
import { schoolYear } from '~/imports/calendar';
import { settleDuplicates } from '~/imports/duplicates';
import { readObservations } from '~/imports/observations';
import { mostReasons } from '~/imports/reasons';
import { proposeMapping } from '~/imports/shape';
import { inTurns } from '~/imports/steps';
import { readPastedTable, tableSteps } from '~/imports/table';

const entry = (line: number, value: number) => ({
  observation: {
    line,
    subgroup: 'Black',
    isTotal: false,
    period: schoolYear(2015, 7),
    value,
    numerator: null,
    denominator: null,
    suppressed: false,
  },
  column: 2,
  cell: String(value),
});

test('a file of one group and one year, repeated over and over, takes time in proportion to its rows', () => {
  const time = (size: number) => {
    const entries = Array.from({ length: size }, (_, at) => entry(at + 2, at));
    const started = performance.now();
    const { refused, rows } = settleDuplicates(entries);
    expect(refused.count).toBe(size);
    expect(rows).toEqual([]);
    return performance.now() - started;
  };
  time(30_000);
  const small = Math.min(time(30_000), time(30_000), time(30_000));
  expect(time(300_000)).toBeLessThan(small * 40 + 300);
});

test('of many lines that contradict each other the first three are named, and the others counted', () => {
  const { refused } = settleDuplicates(
    [4, 9, 12, ...Array.from({ length: 211 }, (_, at) => 20 + at)].map(entry),
  );
  expect(refused.first[1]?.reason).toBe(
    'Lines 4, 9, 12 and 211 more give different numbers for Black in 2015–16. Line 9 is not read until only one is left.',
  );
});

test('only the first reasons are kept, in the order of the file, and all are counted', () => {
  const lines = ['Group,2014,2015'];
  for (let at = 0; at < 3000; at += 1) lines.push(at % 2 === 0 ? `Black,${at % 90}.5,` : 'White,word,N/A');
  const table = readPastedTable(lines.join('\n'));
  const { refused, skipped, rows } = readObservations(table, { ...proposeMapping(table), filters: [] });
  expect(rows).toEqual([]);
  expect([refused.count, skipped.count]).toEqual([3000, 3000]);
  expect([refused.first.length, skipped.first.length]).toEqual([mostReasons, mostReasons]);
  expect(refused.first.map(({ line }) => line)).toEqual(
    Array.from({ length: mostReasons }, (_, at) => at + 2),
  );
});

test('columns that hold far more numbers than an indicator can have are refused with a sentence', () => {
  const years = Array.from({ length: 50 }, (_, at) => 1970 + at);
  const rows = Array.from({ length: 2001 }, (_, at) => `Group ${at},${years.map(() => '7.5').join(',')}`);
  const table = readPastedTable([`Group,${years.join(',')}`, ...rows].join('\n'));
  expect(readObservations(table, proposeMapping(table)).problems).toEqual([
    'These columns hold 100,050 numbers. At most 100,000 can be read: choose fewer columns or rows.',
  ]);
});

test('more than a hundred thousand rows are refused with a sentence', () => {
  expect(() => readPastedTable('Black,2015\n'.repeat(100_201))).toThrow(
    'This file has more than 100,000 rows. Split it and try again.',
  );
});

test('while a large file is read, others have a turn', async () => {
  const bytes = Buffer.from(`Group,2015,2016\n${'Black,70.5,"71.5"\n'.repeat(99_000)}`);
  let turns = 0;
  const clock = setInterval(() => {
    turns += 1;
  }, 1);
  const table = await inTurns(tableSteps(bytes));
  clearInterval(clock);
  expect(table.rows).toHaveLength(99_000);
  expect(turns).toBeGreaterThan(3);
});

test('a cell with many lines keeps the line numbers behind it, wherever the file is cut for reading', () => {
  const long = `"${'word\n'.repeat(120_000)}"`;
  const table = readPastedTable(
    `Note,Group,2015\n${long},Black,70.5\n"a ""b""",White,71.5\n`.replaceAll('\n', '\r\n'),
  );
  expect(table.rows.map(({ line }) => line)).toEqual([2, 120_003]);
  expect(table.rows[1]?.cells).toEqual(['a "b"', 'White', '71.5']);
});
