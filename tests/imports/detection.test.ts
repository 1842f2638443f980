import { expect, test } from 'vitest';
import type { Mapping } from '~/imports/mapping';
import { readObservations } from '~/imports/observations';
import { isPeriod, readPeriod } from '~/imports/periods';
import { proposeMapping } from '~/imports/shape';
import { readPastedTable, readTable } from '~/imports/table';
import { readValue } from '~/imports/values';
import { bytesOf } from './files';

/** Reads lines as a file, by the mapping that is proposed for it. */
function read(lines: string[], changed: Partial<Mapping> = {}) {
  const table = readTable(bytesOf(lines.join('\r\n')));
  const proposal = proposeMapping(table);
  const result = readObservations(table, { ...proposal, ...changed });
  const rows = result.rows.map((row) => [row.line, row.subgroup, row.period.key, row.value ?? row.numerator]);
  return { table, proposal, result, rows };
}

test.each([
  '≥95%',
  '>95',
  '<5%',
  '≤10',
  '<10',
  '*',
  'GE95',
  'LE5',
  'LT50%',
  'PS',
  'n<10',
  '10-14%',
  '21–39%',
  'too few students',
  'fewer than 10',
])('%s is a number that was held back', (cell) => {
  expect(readValue(cell).kind).toBe('suppressed');
});

test('a range among numbers is a number that was held back, and a column of ages stays a column of groups', () => {
  const { rows, result, proposal } = read([
    'Age group,Year,Rate',
    '10-14,2015,60.5',
    '15-19,2015,20-24',
    '10-14,2016,61.5',
    '15-19,2016,70.5',
  ]);
  expect(proposal.subgroupColumn).toBe(0);
  expect(result.refused.count).toBe(0);
  expect(rows).toEqual([
    [2, '10-14', '2015', 60.5],
    [3, '15-19', '2015', null],
    [4, '10-14', '2016', 61.5],
    [5, '15-19', '2016', 70.5],
  ]);
  expect(result.suppressedCount).toBe(1);
});

test.each([
  ['1.234,5', 1234.5],
  ['1 234', 1234],
  ['1\u00A0234', 1234],
  ['1\u202F234,5', 1234.5],
  ["1'234", 1234],
  ['１２３', 123],
  ['８５．８％', 85.8],
  ['\u00A085.8\u00A0', 85.8],
  ['85.8 %', 85.8],
  ['+4', 4],
  ['="0012"', 12],
])('%s in a file is the number %d', (cell, value) => {
  const table = readPastedTable(`Year\tRate\n2015\t${cell}\n2016\t70`);
  const written = readValue(table.rows[0]?.cells[1] ?? '');
  expect(written).toMatchObject({ kind: 'number', value });
});

test.each([
  'N/A',
  'n/a',
  '—',
  '–',
  '-',
  '..',
  'NR',
  'ND',
  'not reported',
  'No data',
  'none',
  'missing',
  'TBD',
])('%s says that there is no number', (cell) => {
  expect(readValue(cell).kind).toBe('absent');
});

test.each([
  ['2015-16', 'school year', '2015-16'],
  ['SY16', 'school year', '2015-16'],
  ['SY 2015-2016', 'school year', '2015-16'],
  ['2016', 'year', '2016'],
  ['CY 2016', 'year', '2016'],
  ['2026-W41', 'week', '2026-W41'],
  ['2026W41', 'week', '2026-W41'],
  ['W41 2026', 'week', '2026-W41'],
  ['Week 41, 2026', 'week', '2026-W41'],
  ['wk 41 2026', 'week', '2026-W41'],
  ['Week of Oct 12, 2026', 'day', '2026-10-12'],
  ['Week of 2026-10-12', 'day', '2026-10-12'],
  ['week beginning 10/26/2026', 'day', '2026-10-26'],
  ['Week starting October 12 2026', 'day', '2026-10-12'],
  ['Monday, October 12, 2026', 'day', '2026-10-12'],
  ['Mon 12 Oct 2026', 'day', '2026-10-12'],
  ['October 12th, 2026', 'day', '2026-10-12'],
  ['10/26/2026 9:30 AM', 'day', '2026-10-26'],
  ['2026-10-12T09:30:00Z', 'day', '2026-10-12'],
  ['2026-10-12 23:59', 'day', '2026-10-12'],
  ['20261012', 'day', '2026-10-12'],
  ['2026/10/12', 'day', '2026-10-12'],
  ['Oct-26', 'month', '2026-10'],
  ['October 2026', 'month', '2026-10'],
  ["Oct '26", 'month', '2026-10'],
  ['2026 Oct', 'month', '2026-10'],
  ['2026-10', 'month', '2026-10'],
  ['10/2026', 'month', '2026-10'],
  ['Q3 2026', 'quarter', '2026-Q3'],
  ['2026Q3', 'quarter', '2026-Q3'],
  ['3rd quarter 2026', 'quarter', '2026-Q3'],
  ['Quarter 3, 2026', 'quarter', '2026-Q3'],
  ['2015¹', 'year', '2015'],
  ['2015-16*', 'school year', '2015-16'],
  ['2017 (preliminary)', 'year', '2017'],
])('%s is the %s %s', (cell, kind, key) => {
  expect(readPeriod(cell)).toMatchObject({ kind, key });
});

test.each(['Oct 12', 'Week of Oct 12', '12 Oct', 'Oct 31', 'Week of 10/12'])(
  '%s does not say its year, and is not guessed',
  (cell) => {
    const reading = readPeriod(cell);
    expect(isPeriod(reading)).toBe(false);
    expect(reading.kind === 'refused' && reading.reason).toContain('year');
  },
);

test('a fiscal year is another one in each place, and is not guessed', () => {
  expect(isPeriod(readPeriod('FY2016'))).toBe(false);
});

test('dates that can be read two ways are asked about, and one that is clear settles the others', () => {
  const asked = read(['Date,Here,Enrolled', '03/04/2026,10,20', '05/06/2026,11,20']);
  expect(asked.proposal.reasons.join(' ')).toContain('Say whether the month or the day comes first.');
  expect(asked.rows).toEqual([]);
  expect(asked.result.refused.count).toBe(2);
  const clear = read(['Date,Here,Enrolled', '03/04/2026,10,20', '03/18/2026,11,20']);
  expect(clear.rows.map((row) => row[2])).toEqual(['2026-03-04', '2026-03-18']);
});

test('a row of totals under the weeks is left out with a reason, and notes are no rows', () => {
  const { rows, result, table } = read([
    'Week of,Here,Enrolled',
    '2026-10-12,266,310',
    '2026-10-19,269,310',
    'Total,535,620',
    'Average,267.5,310',
    '',
    'Source: front office, counted on Fridays',
    'Note: excludes the holiday, as agreed',
    '* fewer than ten, held back',
  ]);
  expect(rows.map((row) => row[0])).toEqual([2, 3]);
  expect(result.refused.first).toEqual([]);
  expect(result.skipped.first.map(({ reason }) => reason)).toEqual([
    'Line 4: “Total” sums up other rows, so it is left out.',
    'Line 5: “Average” sums up other rows, so it is left out.',
  ]);
  expect(table.footnotes.map(({ line }) => line)).toEqual([7, 8, 9]);
});

test('blank columns before, between and behind are no columns', () => {
  const { rows, table } = read([
    ',,,,,,',
    ',,"Attendance, Cedar School",,,,',
    ',,Year,,,Rate,',
    ',,2015,,,70.5,',
    ',,2016,,,71.5,',
  ]);
  expect(table.headers).toEqual(['Year', 'Rate']);
  expect(table.titleLines).toEqual([{ line: 2, text: 'Attendance, Cedar School' }]);
  expect(rows.map((row) => row.slice(2))).toEqual([
    ['2015', 70.5],
    ['2016', 71.5],
  ]);
});

test.each([
  ['merged', ['Attendance', ',2014-15,,2015-16,', 'Group,Rate,N,Rate,N']],
  ['in each column', ['Attendance', 'Group,2014-15,2014-15,2015-16,2015-16', ',Rate,N,Rate,N']],
])('two header rows, years above and rates below, are one header: %s', (_, headers) => {
  const { rows, table } = read([...headers, 'Black,60.5,100,62.5,120', 'White,70.5,200,72.5,210']);
  expect(table.headers).toEqual(['Group', '2014-15 Rate', '2014-15 N', '2015-16 Rate', '2015-16 N']);
  expect(rows).toEqual([
    [4, 'Black', '2014-15', 60.5],
    [4, 'Black', '2015-16', 62.5],
    [5, 'White', '2014-15', 70.5],
    [5, 'White', '2015-16', 72.5],
  ]);
});

test('a row of units under the header belongs to its names', () => {
  const { rows, table } = read(['Year,Rate,Enrolled', ',(%),(n)', '2015,70.5,100', '2016,71.5,110']);
  expect(table.headers).toEqual(['Year', 'Rate (%)', 'Enrolled (n)']);
  expect(rows.map((row) => [row[0], row[3]])).toEqual([
    [3, 70.5],
    [4, 71.5],
  ]);
});

test('a form’s answers have a time of day, and a later date settles how the others are read', () => {
  const { rows, result } = read([
    'Timestamp,How many families came?,Site',
    '9/7/2026 15:04:11,12,North',
    '9/14/2026 15:22:08,14,North',
    '9/14/2026 15:40:00,11,South',
  ]);
  expect(result.refused.count).toBe(0);
  expect(rows).toEqual([
    [2, 'North', '2026-09-07', 12],
    [3, 'North', '2026-09-14', 14],
    [4, 'South', '2026-09-14', 11],
  ]);
});

test('points mark thousands where semicolons part the cells', () => {
  const { rows } = read(['Datum;Anzahl', '12.10.2026;1.234', '19.10.2026;2.345']);
  expect(rows.map((row) => row.slice(2))).toEqual([
    ['2026-10-12', 1234],
    ['2026-10-19', 2345],
  ]);
});

test('a rate given in ranges alone is no group', () => {
  const { proposal } = read([
    'SCHOOL_YEAR,LEANM,ALL_COHORT,ALL_RATE,ECD_RATE',
    '2015-2016,Ansonia,175,80,70-74',
    '2016-2017,Ansonia,180,82,75-79',
  ]);
  expect(proposal).toMatchObject({ valueColumn: 3, denominatorColumn: 2, subgroupColumn: null });
});

test('headers written in one word, and one row for each format of a number, are told apart', () => {
  const { rows, proposal } = read([
    'LocationType,Location,TimeFrame,DataFormat,Data',
    'City,New Haven,2015,Percent,0.31',
    'City,New Haven,2015,Number,8500',
    'City,New Haven,2016,Percent,0.30',
    'City,New Haven,2016,Number,8300',
  ]);
  expect(proposal).toMatchObject({ periodColumn: 2, valueColumn: 4, scale: 'fraction' });
  expect(proposal.filters).toEqual([{ column: 3, value: 'Percent' }]);
  expect(rows.map((row) => row.slice(2))).toEqual([
    ['2015', 31],
    ['2016', 30],
  ]);
});

test('two columns of one name are two columns', () => {
  const { rows, table } = read(['Year,Rate,Rate', '2015,70.5,1', '2016,71.5,2']);
  expect(table.headers).toEqual(['Year', 'Rate', 'Rate']);
  expect(rows.map((row) => row[3])).toEqual([70.5, 71.5]);
});

test('fractions, percents and decimal commas are told apart', () => {
  expect(read(['Year;Quote', '2015;0,705', '2016;0,715']).rows.map((row) => row[3])).toEqual([70.5, 71.5]);
  expect(read(['Year,Rate', '2015,70.5%', '2016,7%']).rows.map((row) => row[3])).toEqual([70.5, 7]);
  expect(read(['Year,Families', '2015,"1,234"', '2016,"2,345"']).rows.map((row) => row[3])).toEqual([
    1234, 2345,
  ]);
});

test('a file in each encoding and with each line end reads alike', () => {
  const text = 'Año,Rate\r\n2015,70.5\r\n2016,71.5\r\n';
  const utf16 = (little: boolean) =>
    Uint8Array.from(
      [...`\uFEFF${text}`].flatMap((letter) => {
        const unit = letter.charCodeAt(0);
        return little ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255];
      }),
    );
  const files = [
    bytesOf(text),
    bytesOf(`\uFEFF${text}`),
    bytesOf(text.replaceAll('\r\n', '\r')),
    bytesOf(text.replaceAll('\r\n', '\n')),
    utf16(true),
    utf16(false),
    Uint8Array.from([...text].map((letter) => letter.charCodeAt(0))),
  ];
  for (const bytes of files) {
    const table = readTable(bytes);
    expect(table.headers).toEqual(['Año', 'Rate']);
    expect(table.rows.map(({ line, cells }) => [line, ...cells])).toEqual([
      [2, '2015', '70.5'],
      [3, '2016', '71.5'],
    ]);
  }
});
