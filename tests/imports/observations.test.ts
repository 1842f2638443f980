import { expect, test } from 'vitest';
import type { Mapping } from '~/imports/mapping';
import { type ObservationOptions, observationSteps, readObservations } from '~/imports/observations';
import { proposeMapping } from '~/imports/shape';
import { readPastedTable } from '~/imports/table';

function read(lines: string[], changes: Partial<Mapping> = {}, options: ObservationOptions = {}) {
  const table = readPastedTable(lines.join('\n'));
  const all = readObservations(table, { ...proposeMapping(table), ...changes }, options);
  return { ...all, refused: all.refused.first, skipped: all.skipped.first, remarks: all.remarks.first };
}

const rates = (...rows: string[]) => [
  'Group,Year,Rate',
  'Asian,2010,50.5',
  'Asian,2011,51.5',
  'Asian,2012,52.5',
  'Asian,2013,53.5',
  ...rows,
];
const counts = (...rows: string[]) => [
  'Group,Year,Numerator,Denominator',
  'Asian,2010,5,50',
  'Asian,2011,5,51',
  ...rows,
];

test('a masked cell is an observation of its own, an absent or blank cell is none', () => {
  const read1 = read(['Group,2015,2016,2017,2018', 'Black,*,N/A,,70.5', 'White,<10,—,80.5,0']);
  expect(read1.rows.map((row) => [row.subgroup, row.period.key, row.value, row.suppressed])).toEqual([
    ['Black', '2015', null, true],
    ['Black', '2018', 70.5, false],
    ['White', '2015', null, true],
    ['White', '2017', 80.5, false],
    ['White', '2018', 0, false],
  ]);
  expect(read1.suppressedCount).toBe(2);
  expect(read1.refused).toEqual([]);
  expect(read1.skipped).toEqual([
    { line: 2, column: 2, reason: 'Line 2: “N/A” in column “2016” means there is no number.' },
    { line: 2, column: 3, reason: 'Line 2: column “2017” is blank.' },
    { line: 3, column: 2, reason: 'Line 3: “—” in column “2016” means there is no number.' },
  ]);
});

test('text in a number is refused with its line, column and reason', () => {
  expect(read(rates('Black,2013,about half')).refused).toEqual([
    {
      line: 6,
      column: 2,
      cell: 'about half',
      reason: 'Line 6: in column “Rate”, “about half” is not a number.',
    },
  ]);
});

test('a percentage outside 0 to 100 is refused', () => {
  const { refused, rows } = read(rates('Black,2013,140', 'Black,2014,-3', 'Black,2015,100', 'Black,2016,0'), {
    scale: 'percent',
  });
  expect(refused.map((one) => [one.line, one.reason])).toEqual([
    [6, 'Line 6: “140” in column “Rate” is 140 percent. It must be from 0 to 100.'],
    [7, 'Line 7: “-3” in column “Rate” is -3 percent. It must be from 0 to 100.'],
  ]);
  expect(rows).toHaveLength(6);
});

test('fractions become percentages without noise, and 1.4 is refused', () => {
  const table = [
    'Group,Year,Value',
    'A,2015,0.11800000000000001',
    'A,2016,0.055999999999999994',
    'A,2017,1.4',
    'A,2018,8.4%',
  ];
  const { rows, refused } = read(table, { scale: 'fraction' });
  expect(rows.map((row) => row.value)).toEqual([11.8, 5.6, 8.4]);
  expect(refused[0]?.reason).toBe(
    'Line 4: “1.4” in column “Value” is 140 percent. It must be from 0 to 100.',
  );
});

test('a numerator above its denominator is refused', () => {
  expect(read(counts('Black,2015,12,10')).refused[0]).toEqual({
    line: 4,
    column: 2,
    cell: '12',
    reason: 'Line 4: 12 of 10 cannot be: more were counted than there are.',
  });
  expect(read(counts('Black,2015,12,10'), { scale: 'as is' }).refused).toHaveLength(1);
  expect(read(counts('Black,2015,12,10'), { scale: 'as is' }, { mayExceed: true }).refused).toEqual([]);
});

test('counts below zero are refused', () => {
  expect(read(counts('Black,2015,-1,10')).refused[0]?.reason).toBe(
    'Line 4: “Numerator” is -1, and a count cannot be below zero.',
  );
});

test('a value below zero is refused unless the number can be', () => {
  const lines = ['Year,Change in dollars', '2015,-300', '2016,450'];
  expect(read(lines, { scale: 'as is', valueColumn: 1, ignored: [] }).refused[0]?.reason).toContain(
    'below zero',
  );
  expect(read(lines, { scale: 'as is', valueColumn: 1 }, { allowNegative: true }).rows).toHaveLength(2);
});

test('the percentage is worked out from counts, and no one of no one is no percentage', () => {
  const { rows } = read(counts('Black,2015,1,3', 'Black,2016,0,0', 'Black,2017,*,40', 'Black,2018,,40'));
  expect(rows.slice(2).map((row) => [row.value, row.numerator, row.denominator, row.suppressed])).toEqual([
    [33.3333333333, 1, 3, false],
    [null, 0, 0, false],
    [null, null, 40, true],
  ]);
});

test('a value that its counts contradict is kept and remarked on', () => {
  const lines = [
    'Year,Met,Tested,Rate',
    '2014,30,60,50.0',
    '2015,40,60,66.7',
    '2016,45,60,75.0',
    '2017,46,60,76.7',
    '2018,50,60,38.3',
  ];
  expect(read(lines).remarks).toEqual([
    {
      line: 6,
      reason: 'Line 6: 50 of 60 is 83.3 percent, but the file says 38.3. It is kept as the file says.',
    },
  ]);
});

test('rows about one group and period are all read: whoever asked for them settles which counts', () => {
  const { refused, rows } = read(rates('Black,2015,60.5', 'White,2015,70.5', 'black,2015,61.5'), {
    filters: [],
  });
  expect(refused).toEqual([]);
  expect(rows.slice(-3).map(({ line, subgroup, value }) => [line, subgroup, value])).toEqual([
    [6, 'Black', 60.5],
    [7, 'White', 70.5],
    [8, 'black', 61.5],
  ]);
});

test('a period that is none, out of bounds or unclear is refused with its line', () => {
  const rows = rates('Black,9999,60.5', 'Black,soon,60.5', 'Black,,60.5');
  const { refused } = read(rows, { periodColumn: 1, valueColumn: 2, subgroupColumn: 0 });
  expect(refused.map((one) => one.reason)).toEqual([
    'Line 6: “9999” is outside the years 1950 to 2100.',
    expect.stringContaining('Line 7: “soon” is not a period we know.'),
    'Line 8: The period is missing.',
  ]);
  const dates = read(['Date,Rate', '03/04/2016,50.5', '05/06/2016,51.5']);
  expect(dates.refused.map((one) => one.line)).toEqual([2, 3]);
  expect(
    read(['Date,Rate', '03/04/2016,50.5', '05/06/2016,51.5'], { dateOrder: 'month first' }).rows,
  ).toHaveLength(2);
});

test('a row with more cells than the header is refused', () => {
  expect(read(rates('Black,2015,1,234')).refused[0]).toMatchObject({ line: 6, column: 3, cell: '234' });
  expect(read(rates('Black,2015,1,234')).refused[0]?.reason).toBe(
    'Line 6 has more cells than the header. Look for a comma inside a number or a name.',
  );
});

test('a row without a group, or with a formula for one, is refused', () => {
  const { refused } = read(rates(',2015,60.5', '"=HYPERLINK(""x"")",2015,60.5'));
  expect(refused.map((one) => one.reason)).toEqual([
    'Line 6 does not say which group it is about.',
    'Line 7 has a formula, “=HYPERLINK("x")”, where the group should be.',
  ]);
});

test('formulas in place of numbers are refused', () => {
  expect(
    read(rates('Black,2015,=1+1', 'Black,2016,@SUM(A1)', 'Black,2017,+cmd|calc')).refused.map(
      (one) => one.line,
    ),
  ).toEqual([6, 7, 8]);
});

test.each(['All', 'All Students', 'TOTAL', 'Overall'])('%s is the total group', (name) => {
  expect(read(rates(`${name},2015,60.5`)).rows.at(-1)).toMatchObject({ subgroup: name, isTotal: true });
});

test('thousands are read where the file has decimal points elsewhere', () => {
  const { rows } = read(['Year,Met,Tested,Rate', '2015,"1,234","2,468",50.0', '2016,"1,300","2,600",50.0']);
  expect(rows[0]).toMatchObject({ numerator: 1234, denominator: 2468, value: 50 });
});

test('numbers that can be two things are refused until the person says which', () => {
  const lines = ['Year\tFamilies reached', '2015\t1,234', '2016\t2,345'];
  expect(read(lines).refused.map((one) => one.line)).toEqual([2, 3]);
  expect(read(lines, { decimalMark: '.' }).rows.map((row) => row.value)).toEqual([1234, 2345]);
});

test('a private column is never read, even when a mapping asks for it', () => {
  const lines = ['Student Name,Year,Score', '"Lee, Ana",2016,71.5', '"Roy, Max",2016,72.5'];
  const result = read(lines, { subgroupColumn: 0 });
  expect(result.rows).toEqual([]);
  expect(result.problems[0]).toContain('looks like names of people');
  expect(JSON.stringify(result)).not.toContain('Lee, Ana');
});

test('a mapping that lacks something is answered by sentences, and nothing is read', () => {
  const lines = ['School,Rate', 'Cedar,85.5', 'Summit,75.5'];
  expect(read(lines).problems).toEqual([
    'Say which column holds the periods, or which period all numbers are for.',
  ]);
  expect(read(lines, { fixedPeriod: '2011-12' }).problems[0]).toContain(
    'can be the school year 2011–12 or the month Dec 2011',
  );
  expect(read(lines, { fixedPeriod: '2011-12', periodKind: 'school year' }).rows).toHaveLength(2);
  expect(read(lines, { fixedPeriod: '2016', valueColumn: 9 }).problems).toContain(
    'The file has no column 10.',
  );
  expect(read(lines, { fixedPeriod: '2016', valueColumn: 0, subgroupColumn: 0 }).problems).toContain(
    'Column “School” cannot be two things at once.',
  );
  expect(read(lines, { fixedPeriod: '2016', filters: [{ column: 0, value: 'Oak' }] }).problems).toEqual([
    'No row has “Oak” in “School”. Choose which rows to read.',
  ]);
  expect(read(['Group,2015,2016']).problems).toEqual([
    'There are no rows under the header, so there is nothing to read.',
  ]);
  expect(read(['a^b', '1^2']).problems.join(' ')).toContain('Only one column was found');
});

test('a hundred thousand rows are read, a step for each ten thousand numbers', () => {
  const lines = ['Year,Group,Met,Tested,Rate'];
  for (let at = 0; at < 100_000; at += 1)
    lines.push(`${1990 + (at % 30)},Group ${Math.floor(at / 30)},${at % 50},50,${(at % 50) * 2}.0`);
  const table = readPastedTable(lines.join('\n'));
  const steps = observationSteps(table, proposeMapping(table));
  let count = 0;
  let step = steps.next();
  for (; !step.done; step = steps.next()) count += 1;
  expect(step.value.rows).toHaveLength(100_000);
  expect(step.value.refused.count).toBe(0);
  expect(count).toBe(10);
}, 120_000);

test('a bare fraction among values with a percent sign can be read two ways, so it is asked about', () => {
  const { rows, refused } = read([
    'Group,2014,2015,2016',
    'Black,81.5%,0.71,0.9%',
    'White,85%,86%,90%',
    'Asian,85%,0%,1',
  ]);
  expect(rows.map(({ subgroup, value }) => [subgroup, value])).toEqual([
    ['Black', 81.5],
    ['Black', 0.9],
    ['White', 85],
    ['White', 86],
    ['White', 90],
    ['Asian', 85],
    ['Asian', 0],
    ['Asian', 1],
  ]);
  expect(refused).toEqual([
    {
      line: 2,
      column: 2,
      cell: '0.71',
      reason:
        'Line 2: “0.71” in column “2015” has no percent sign, as the others have. It can be 0.71 percent or 71 percent. Write it with its sign.',
    },
  ]);
});

test('a month or a quarter in a column beside its year is one period with it, and makes no groups', () => {
  const months = read([
    'Year,Month,Attendance Rate',
    '2015,November,91.2',
    '2015,Dec.,90.1',
    '2016,1,92.4',
    '2016,02,92.0',
    '2016,Total,91.0',
  ]);
  expect(months.rows.map(({ period, value, isTotal }) => [period.key, value, isTotal])).toEqual([
    ['2015-11', 91.2, true],
    ['2015-12', 90.1, true],
    ['2016-01', 92.4, true],
    ['2016-02', 92, true],
  ]);
  expect(months.skipped).toEqual([
    { line: 6, column: 0, reason: 'Line 6: “Total” sums up other rows, so it is left out.' },
  ]);
  const quarters = read(['Group,Year,Quarter,Percent', 'Black,2015,Q4,50.5', 'Black,2016,1,51.5']);
  expect(quarters.rows.map(({ subgroup, period }) => [subgroup, period.key])).toEqual([
    ['Black', '2015-Q4'],
    ['Black', '2016-Q1'],
  ]);
});

test('a column of months beside school years, or of other words, stays as it is', () => {
  expect(readPastedTable('Year,Month,Rate\n2015-16,May,50.5\n2016-17,May,51.5').headers).toEqual([
    'Year',
    'Month',
    'Rate',
  ]);
  expect(readPastedTable('Year,Month,Rate\n2015,Mayor,50.5\n2016,Marshall,51.5').headers).toHaveLength(3);
  // How many months of teaching there were.
  for (const name of ['Months', 'Month']) {
    const table = readPastedTable(`Year,${name},Students,Rate\n2023,9,400,88.1\n2024,9,410,89.2`);
    expect(table.headers).toEqual(['Year', name, 'Students', 'Rate']);
  }
});
