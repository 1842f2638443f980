import { expect, test } from 'vitest';
import { readObservations } from '~/imports/observations';
import { proposeMapping } from '~/imports/shape';
import { readTable } from '~/imports/table';
import { fixture, sharedFile, sharedFiles } from './files';

/** What each publisher's file must come to: look-alikes of our own always, the real files where they are at hand. */
const expected = [
  {
    file: 'maple-falls-graduation-by-group.csv',
    headerLine: 6,
    rows: 30,
    masked: 14,
    skipped: 5,
    filteredOut: 0,
  },
  { file: 'maple-falls-graduation-all.csv', headerLine: 6, rows: 5, masked: 0, skipped: 0, filteredOut: 0 },
  {
    file: 'maple-falls-graduation-by-school.csv',
    headerLine: 5,
    rows: 4,
    masked: 1,
    skipped: 0,
    filteredOut: 0,
  },
  { file: 'maple-falls-absence-by-grade.csv', headerLine: 1, rows: 9, masked: 0, skipped: 0, filteredOut: 9 },
  { file: 'maple-falls-health.csv', headerLine: 1, rows: 5, masked: 0, skipped: 0, filteredOut: 4 },
  {
    file: 'new-haven-graduation-by-race.csv',
    headerLine: 6,
    rows: 30,
    masked: 15,
    skipped: 5,
    filteredOut: 0,
  },
  { file: 'new-haven-graduation-all.csv', headerLine: 6, rows: 5, masked: 0, skipped: 0, filteredOut: 0 },
  {
    file: 'new-haven-graduation-by-school-2016.csv',
    headerLine: 5,
    rows: 10,
    masked: 2,
    skipped: 0,
    filteredOut: 0,
  },
  {
    file: 'new-haven-chronic-absence-by-grade.csv',
    headerLine: 1,
    rows: 20,
    masked: 0,
    skipped: 0,
    filteredOut: 20,
  },
  { file: 'new-haven-health-trends.csv', headerLine: 1, rows: 5, masked: 0, skipped: 0, filteredOut: 21 },
];

function readWhole(file: string) {
  const table = readTable(sharedFiles.includes(file) ? sharedFile(file) : fixture(file));
  const proposal = proposeMapping(table);
  return { table, proposal, result: readObservations(table, proposal) };
}

for (const { file, headerLine, rows, masked, skipped, filteredOut } of expected) {
  const isAbsent = file.startsWith('new-haven') && !sharedFiles.includes(file);
  const name = `${file} goes in as it is, by the proposed mapping alone`;
  if (isAbsent) {
    test.skip(`not run, because ../shared/data is not here: ${name}`, () => {});
    continue;
  }
  test(name, () => {
    const { table, result } = readWhole(file);
    expect(table.headerLine).toBe(headerLine);
    expect(result.problems).toEqual([]);
    expect(result.refused.count).toBe(0);
    expect(result.remarks.count).toBe(0);
    expect(result.privacyWarnings).toEqual([]);
    expect(result.rows).toHaveLength(rows);
    expect(result.suppressedCount).toBe(masked);
    expect(result.skipped.count).toBe(skipped);
    expect(result.filteredOut).toBe(filteredOut);
  });
}

const unknown = sharedFiles.filter((name) => !expected.some(({ file }) => file === name));
for (const name of unknown) {
  test(`${name} is read or answered with sentences`, () => {
    const { result } = readWhole(name);
    expect(result.rows.length + result.problems.length + result.refused.count).toBeGreaterThan(0);
  });
}

test('the table by race keeps group, school year, percentage and true line', () => {
  const { proposal, table, result } = readWhole('maple-falls-graduation-by-group.csv');
  expect(table.titleLines[0]).toEqual({ line: 1, text: 'Four-Year Graduation Rates, Trend' });
  expect(table.rows[0]?.cells[1]).toBe('0012345');
  expect(proposal).toMatchObject({
    shape: 'wide',
    subgroupColumn: 2,
    periodColumns: [3, 4, 5, 6, 7],
    scale: 'percent',
  });
  const black = result.rows.filter((row) => row.subgroup === 'Black');
  expect(black.map((row) => [row.line, row.period.key, row.value])).toEqual([
    [8, '2011-12', 60.4],
    [8, '2012-13', 61.5],
    [8, '2013-14', 63.2],
    [8, '2014-15', 66],
    [8, '2015-16', 68.9],
  ]);
  expect(black.every((row) => row.period.kind === 'school year')).toBe(true);
});

test('the table by school takes its year from the title and keeps counts', () => {
  const { result } = readWhole('maple-falls-graduation-by-school.csv');
  expect(
    result.rows.map((row) => [
      row.subgroup,
      row.period.key,
      row.value,
      row.numerator,
      row.denominator,
      row.suppressed,
    ]),
  ).toEqual([
    ['Cedar High School', '2015-16', 85, 102, 120, false],
    ['Lake, River and Hill Academy', '2015-16', 82, 41, 50, false],
    ['Old Mill School', '2015-16', null, null, 38, true],
    ['Summit High School', '2015-16', 75, 150, 200, false],
  ]);
});

test('the trend of everyone is read as the total group', () => {
  expect(readWhole('maple-falls-graduation-all.csv').result.rows.every((row) => row.isTotal)).toBe(true);
});

test('the long file of fractions becomes percentages of the chosen place', () => {
  const { table, proposal, result } = readWhole('maple-falls-absence-by-grade.csv');
  expect(proposal.scale).toBe('fraction');
  expect(result.rows[6]).toMatchObject({ line: 8, subgroup: 'Grade 1', value: 11.8 });
  const district = readObservations(table, { ...proposal, filters: [{ column: 3, value: 'MFPS' }] });
  expect(district.rows[3]).toMatchObject({ subgroup: 'Grade 1', value: 19.9, period: { key: '2012-13' } });
});

test('the file with lone carriage returns keeps its lines, and leaves goals out', () => {
  const { table, result } = readWhole('maple-falls-health.csv');
  expect(table.headers[0]).toBe('name');
  expect(result.rows.map((row) => [row.line, row.subgroup, row.period.key, row.value])).toEqual([
    [2, 'Valley', '2012', 17],
    [3, 'Maple Falls', '2012', 23],
    [4, 'Valley', '2015', 15],
    [5, 'Maple Falls', '2015', 18],
    [6, 'Maple Falls', '2015', 18],
  ]);
});
