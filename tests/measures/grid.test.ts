import { expect, test } from 'vitest';
import { cellName, cellNamed } from '~/measures/cell-name';
import { calcWords, fieldsIn, type GridMeasure, gridCell, gridRows, numberColumns } from '~/measures/grid';
import { cellAfter } from '~/measures/grid-moves';
import { allPeriods, gridWindow } from '~/measures/grid-periods';
import { addDays } from '~/measures/periods';
import { aHeldCell, aKeptPoint, texts, week } from './typed';

const calendar = { schoolYearFirstMonth: 7, holidays: [] };
const weekly = { frequency: 'weekly', dueLagDays: 7 } as const;
const mondays = (count: number, last = '2026-11-23') =>
  Array.from({ length: count }, (_, at) => addDays(last, -7 * (count - 1 - at)));
const windowOf = (entered: string[], asked: Parameters<typeof gridWindow>[4] = {}, today = '2026-12-01') =>
  gridWindow(weekly, entered, today, calendar, asked);
const labels = (window: ReturnType<typeof windowOf>) => window.periods.map(({ label }) => label);

const share: GridMeasure = {
  id: 'm1',
  name: 'School days attended',
  kind: 'proportion',
  unit: '',
  ratePer: 1,
  frequency: 'weekly',
  numeratorWords: 'Days attended',
  denominatorWords: 'Days possible',
  lowest: null,
  highest: null,
};

test('the grid shows the newest eight periods, those still open, and the next that is not', () => {
  const window = windowOf(mondays(20));
  expect(labels(window)).toEqual([
    ...['Oct 12', 'Oct 19', 'Oct 26', 'Nov 2', 'Nov 9', 'Nov 16', 'Nov 23', 'Nov 30', 'Dec 7'],
  ]);
  expect(window.periods.at(-2)).toMatchObject({
    isOpen: true,
    hint: 'Due Dec 13',
    words: 'the week of Nov 30',
  });
  expect(window.periods.at(-1)).toMatchObject({ isOpen: false, hint: 'Opens Monday, Dec 7' });
  expect(window.next).toBe('2026-11-30');
  expect(window.earlier).toEqual({ from: mondays(20)[3], count: 10 });
  expect(window.later).toBeNull();
});

test('a period left open long ago is in the grid', () => {
  const entered = mondays(3, '2026-09-14');
  const window = windowOf(entered);
  expect(window.next).toBe('2026-09-21');
  expect(window.periods.slice(0, 3).map(({ label, hint }) => [label, hint])).toEqual([
    ['Sep 7', ''],
    ['Sep 14', ''],
    ['Sep 21', 'Was due Oct 4'],
  ]);
});

test('earlier rows come by address, and so do later ones where there are too many', () => {
  const window = windowOf(mondays(60), { from: '2026-01-01', most: 20 });
  expect(window.periods).toHaveLength(20);
  expect(window.periods[0]?.start).toBe('2026-01-05');
  expect(window.later?.from).toBe(addDays('2026-01-05', 140));
  expect(windowOf(mondays(60), { from: '2030-01-01' }).periods[0]?.start).toBe('2026-10-12');
});

test('a measure without numbers shows the periods behind it', () => {
  const window = windowOf([]);
  expect(window.periods.map(({ isOpen }) => isOpen)).toEqual([...Array(8).fill(true), false]);
  expect(window.next).toBe('2026-11-23');
});

test('other years are named, and so are days, months and school years', () => {
  expect(labels(windowOf(mondays(2, '2025-12-29'), {}, '2026-01-06'))).toContain('Dec 29, 2025');
  const yearly = gridWindow({ ...weekly, frequency: 'yearly' }, ['2024-07-01'], '2026-12-01', calendar);
  expect(yearly.periods.map(({ label }) => label)).toEqual([
    'School year 2024–25',
    'School year 2025–26',
    'School year 2026–27',
    'School year 2027–28',
  ]);
  const daily = gridWindow({ ...weekly, frequency: 'daily' }, ['2026-11-25'], '2026-11-27', {
    ...calendar,
    holidays: ['2026-11-26'],
  });
  expect(daily.periods.map(({ start }) => start)).toEqual(['2026-11-25', '2026-11-27', '2026-11-30']);
});

test('holes are rows too', () => {
  expect(allPeriods(['2026-11-02', '2026-11-23'], 'weekly', '2026-11-24', calendar)).toEqual([
    '2026-11-02',
    '2026-11-09',
    '2026-11-16',
    '2026-11-23',
  ]);
});

test('columns have the measure’s own words where they are short', () => {
  expect(numberColumns(share).map(({ label }) => label)).toEqual(['Days attended', 'Days possible']);
  const long = { ...share, numeratorWords: 'School days attended by students on the watch list' };
  expect(numberColumns(long)[0]?.label).toBe('How many');
  expect(numberColumns({ ...share, kind: 'count', unit: 'families' })).toEqual([
    { field: 'value', label: 'Families' },
  ]);
  expect(numberColumns(share, true)).toEqual([{ field: 'value', label: 'Percent' }]);
});

test('the percent is that of what is typed; where that is none, that of the kept number stays', () => {
  expect(calcWords(share, texts('276', '310'))).toBe('89.0%');
  expect(calcWords(share, texts('726', '310'))).toBeNull();
  expect(calcWords(share, texts())).toBe('');
  expect(gridCell(share, '', aKeptPoint(), aHeldCell())).toMatchObject({
    kept: '89.0%',
    texts: { numerator: '726' },
    problem: { isWrong: true },
  });
});

test('a percent that came without counts stays one, and counts are not typed over by a percent', () => {
  const only = gridCell(share, '', aKeptPoint({ numerator: null, denominator: null, value: 88 }), null);
  expect(fieldsIn(share, only, false)).toEqual(['numerator', 'denominator', 'value']);
  expect(fieldsIn(share, gridCell(share, '', aKeptPoint(), null), true)).toEqual([]);
  expect(fieldsIn(share, gridCell(share, '', null, null), true)).toEqual(['value']);
});

test('each group has its own cell in a row', () => {
  const { periods } = windowOf(mondays(20));
  const points = [aKeptPoint(), aKeptPoint({ id: 'p2', stratum: 'Lincoln', numerator: 5, denominator: 10 })];
  const rows = gridRows(share, periods, ['', 'Lincoln', 'Harbor'], points, []);
  const row = rows.find(({ start }) => start === week);
  expect(row?.cells.map(({ stratum, kept }) => [stratum, kept])).toEqual([
    ['', '89.0%'],
    ['Lincoln', '50.0%'],
    ['Harbor', ''],
  ]);
});

test('a cell’s name leads back to the cell, and no other name does', () => {
  expect(cellNamed(cellName(week, 'numerator', 2))).toEqual({ start: week, field: 'numerator', group: 2 });
  for (const name of ['c-2026-13-01-note-0', 'c-1900-01-01-note-0', 'c-2026-11-16-sum-0', 'period', '']) {
    expect(cellNamed(name), name).toBeNull();
  }
});

const grid = [
  ['a1', 'a2', null, 'a3'],
  ['b1', 'b2', 'bx', 'b3'],
  ['c1', 'c2', null, 'c3'],
];
const go = (from: string, key: string, { shiftKey = false, ctrlKey = false } = {}) =>
  cellAfter(grid, from, { key, shiftKey, ctrlKey });

test('keys go from cell to cell as in a spreadsheet', () => {
  expect(go('b1', 'ArrowDown')).toBe('c1');
  expect(go('b1', 'ArrowUp')).toBe('a1');
  expect(go('b1', 'ArrowRight')).toBe('b2');
  expect(go('b2', 'ArrowLeft')).toBe('b1');
  expect(go('b1', 'Enter')).toBe('c1');
  expect(go('b1', 'Enter', { shiftKey: true })).toBe('a1');
  expect(go('b3', 'Home')).toBe('b1');
  expect(go('b1', 'End')).toBe('b3');
  expect(go('b2', 'Home', { ctrlKey: true })).toBe('a1');
  expect(go('b2', 'End', { ctrlKey: true })).toBe('c3');
});

test('Tab goes on to the next row, and leaves at the end', () => {
  expect(go('a3', 'Tab')).toBe('b1');
  expect(go('b1', 'Tab', { shiftKey: true })).toBe('a3');
  expect(go('c3', 'Tab')).toBeNull();
  expect(go('a1', 'Tab', { shiftKey: true })).toBeNull();
});

test('keys pass over what is no cell, and stop at the edges', () => {
  expect(go('a2', 'ArrowRight')).toBe('a3');
  expect(go('bx', 'ArrowDown')).toBeNull();
  expect(go('c1', 'Enter')).toBeNull();
  expect(go('a1', 'ArrowLeft')).toBeNull();
  expect(go('a1', 'x')).toBeNull();
  expect(go('nowhere', 'Tab')).toBeNull();
});
