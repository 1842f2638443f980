import { expect, test } from 'vitest';
import { readObservations } from '~/imports/observations';
import { mostReasons } from '~/imports/reasons';
import { settleRepeats } from '~/imports/repeats';
import { proposeMapping } from '~/imports/shape';
import { inTurns } from '~/imports/steps';
import { readPastedTable, tableSteps } from '~/imports/table';

interface Row {
  line: number;
  value: number;
}
const rowsOf = (...lines: number[]) => lines.map((line) => ({ line, value: line }));

/** Counts how often two rows are held against each other. */
function counting() {
  const seen = { keys: 0, comparisons: 0 };
  const about = {
    keyOf: () => {
      seen.keys += 1;
      return 'Black 2015-16';
    },
    wordsOf: () => 'Black in 2015–16',
    isSame: (a: Row, b: Row) => {
      seen.comparisons += 1;
      return a.value === b.value;
    },
  };
  return { seen, about };
}

test('a file of one group and one year, repeated over and over, takes work in proportion to its rows', () => {
  const work = (size: number) => {
    const { seen, about } = counting();
    const rows = Array.from({ length: size }, (_, at) => ({ line: at + 2, value: at === size - 1 ? 1 : 0 }));
    const { refused } = settleRepeats(rows, about, 'neither');
    expect(refused.count).toBe(size);
    return seen;
  };
  expect(work(3_000)).toEqual({ keys: 3_000, comparisons: 3_000 });
  expect(work(300_000)).toEqual({ keys: 300_000, comparisons: 300_000 });
}, 120_000);

test('of many lines that contradict each other the first three are named, and the others counted', () => {
  const rows = rowsOf(4, 9, 12, ...Array.from({ length: 211 }, (_, at) => 20 + at));
  const { refused } = settleRepeats(rows, counting().about, 'neither');
  expect(refused.first[1]?.reason).toBe(
    'Lines 4, 9, 12 and 211 more give different numbers for Black in 2015–16, and neither counts.',
  );
});

test('rows that contradict each other are asked about, and the answer says which counts', () => {
  const rows = [...rowsOf(4, 9), { line: 12, value: 4 }];
  const settle = (answer: Parameters<typeof settleRepeats>[2]) =>
    settleRepeats(rows, counting().about, answer);
  const asked = settle(null);
  expect(asked.rows).toEqual([]);
  expect([asked.refused.count, asked.skipped.count, asked.askedCount]).toEqual([0, 0, 2]);
  expect(asked.asked).toEqual([
    { line: 9, before: 4, about: 'Black in 2015–16' },
    { line: 12, before: 4, about: 'Black in 2015–16' },
  ]);
  expect(asked.problems).toEqual([
    'Some rows give different numbers for the same period. Say which of them counts.',
  ]);
  expect(settle('first').rows).toEqual([rows[0]]);
  expect(settle('last').rows).toEqual([rows[2]]);
  expect(settle('last').skipped.first[1]?.reason).toBe(
    'Line 9 is left out: line 12 counts for Black in 2015–16.',
  );
  expect(settle('neither').rows).toEqual([]);
  expect(settle('neither').problems).toEqual([]);
  expect(settle('neither').refused.count).toBe(3);
});

test('rows that say the same count once, and nobody is asked', () => {
  const rows = [4, 9].map((line) => ({ line, value: 70 }));
  const { skipped, problems, rows: left } = settleRepeats(rows, counting().about, null);
  expect(left).toEqual([rows[0]]);
  expect(problems).toEqual([]);
  expect(skipped.first.map(({ reason }) => reason)).toEqual(['Line 9 repeats line 4, so it is read once.']);
});

test('only the first reasons are kept, in the order of the file, and all are counted', () => {
  const lines = ['Group,2014,2015'];
  for (let at = 0; at < 3000; at += 1) lines.push(at % 2 === 0 ? 'Black,many,' : 'White,word,N/A');
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
