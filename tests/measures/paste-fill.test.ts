import { expect, test } from 'vitest';
import type { GridMeasure } from '~/measures/grid';
import { type Anchor, type FillRules, fillFrom } from '~/measures/paste-fill';
import { addDays } from '~/measures/periods';

const measure: GridMeasure = {
  id: 'm1',
  name: 'School days attended',
  kind: 'proportion',
  unit: '',
  ratePer: 1,
  frequency: 'weekly',
  numeratorWords: '',
  denominatorWords: '',
  lowest: null,
  highest: null,
};
const periods = Array.from({ length: 12 }, (_, week) => addDays('2026-09-14', 7 * week));
const rules: FillRules = {
  measure,
  periods,
  groups: [''],
  asValue: false,
  today: '2026-12-01',
  calendar: { schoolYearFirstMonth: 7, holidays: [] },
};
const anchor: Anchor = { start: '2026-11-16', field: 'numerator', stratum: '' };
const fill = (text: string, at: Partial<Anchor> = {}, some: Partial<FillRules> = {}) =>
  fillFrom(text, { ...anchor, ...at }, { ...rules, ...some });
const brief = ({ cells }: ReturnType<typeof fill>) =>
  cells.map(({ start, field, is }) => `${start.slice(5)} ${field} ${is}`);

test('a paste fills down and right from the active cell', () => {
  expect(brief(fill('276\t310\n110\t124')).sort()).toEqual([
    '11-16 denominator 310',
    '11-16 numerator 276',
    '11-23 denominator 124',
    '11-23 numerator 110',
  ]);
  expect(brief(fill('310\n124', { field: 'denominator' }))).toEqual([
    '11-16 denominator 310',
    '11-23 denominator 124',
  ]);
});

test('commas between columns and between thousands are told apart', () => {
  expect(brief(fill('76,310\n80,24')).sort()).toEqual([
    '11-16 denominator 310',
    '11-16 numerator 76',
    '11-23 denominator 24',
    '11-23 numerator 80',
  ]);
  expect(brief(fill('1,276\t2,310'))).toEqual(['11-16 numerator 1276', '11-16 denominator 2310']);
  expect(brief(fill('1,276\n1,310'))).toEqual(['11-16 numerator 1276', '11-23 numerator 1310']);
});

test('headings are left out, and so is a column of percents beside the counts', () => {
  const filled = fill('Attended\tPossible\tPercent\n276\t310\t89.0%\n110\t124\t88.7%');
  expect(filled.cells).toHaveLength(4);
  expect(filled.notes).toEqual([
    'The first row has headings. It was left out.',
    'Column 3 holds percents. They are worked out here, so it was left out.',
  ]);
});

test('percents are read where a percent is typed', () => {
  expect(brief(fill('89.0%\n88.7%', { field: 'value' }, { asValue: true }))).toEqual([
    '11-16 value 89',
    '11-23 value 88.7',
  ]);
});

test('columns that look like people are left out and named', () => {
  const filled = fill('Maya Ortiz\t276\t310\nLeon Hale\t110\t124');
  expect(brief(filled).sort()).toEqual([
    '11-16 denominator 310',
    '11-16 numerator 276',
    '11-23 denominator 124',
    '11-23 numerator 110',
  ]);
  expect(filled.notes).toEqual(['Column 1 looks like names of people. It was left out.']);
  const roster = fill('Student ID\tDays\n004821\t5\n004822\t4\n');
  expect(roster.cells.map(({ is }) => is)).toEqual(['5', '4']);
});

test('a first column of dates says the periods itself, wherever one pastes', () => {
  expect(brief(fill('2026-10-12\t266\t310\n10/19/2026\t269\t310')).sort()).toEqual([
    '10-12 denominator 310',
    '10-12 numerator 266',
    '10-19 denominator 310',
    '10-19 numerator 269',
  ]);
  expect(fill('2026-10-12\t266\n2026-10-14\t269').problems).toEqual([
    'Rows 1 and 2 are both for the week of Oct 12, 2026. Keep one.',
  ]);
  expect(fill('2026-10-12\t266\n2026-12-14\t269').problems).toEqual([
    'Row 2: the week of Dec 14, 2026 has not begun.',
  ]);
  expect(fill('03/04/2026\t266\n04/05/2026\t269').problems[0]).toContain('could be');
});

test('an empty line keeps its place, and cells without a number stay as they are', () => {
  const filled = fill('276\n\n110');
  expect(brief(filled)).toEqual(['11-16 numerator 276', '11-30 numerator 110']);
  const gaps = fill('276\t\n*\t310\nN/A\t—');
  expect(brief(gaps).sort()).toEqual(['11-16 numerator 276', '11-23 denominator 310']);
  expect(gaps.notes).toEqual(['3 rows had a cell without a number. It stays as it was.']);
});

test('rows past the last period and columns past the last field are left out and said', () => {
  const filled = fill('1\t2\tLate bus\t7\n3\t4\n5\t6\n7\t8');
  expect(filled.cells.filter(({ field }) => field === 'note').map(({ is }) => is)).toEqual(['Late bus']);
  expect(filled.notes).toEqual([
    '1 more column did not fit and was left out.',
    '1 row reached past the last period that has begun and was left out.',
    '3 rows had a cell without a number. It stays as it was.',
  ]);
});

test('what is no number is brought along to be seen', () => {
  expect(brief(fill('some\t310\n110\t124')).slice(0, 1)).toEqual(['11-16 numerator some']);
});

test('groups side by side are filled one after the other', () => {
  const { cells } = fill('1\t2\t3\t4', {}, { groups: ['', 'Lincoln'] });
  expect(cells.map(({ stratum, field, is }) => [stratum, field, is])).toEqual([
    ['', 'numerator', '1'],
    ['', 'denominator', '2'],
    ['Lincoln', 'numerator', '3'],
    ['Lincoln', 'denominator', '4'],
  ]);
});

test('nothing, and far too much, are answered with a sentence', () => {
  expect(fill(' \n').problems).toEqual(['There is no number in what you copied.']);
  expect(fill('N/A\n*').problems).toEqual(['There is no number in what you copied.']);
  expect(fill('1\n'.repeat(100_000)).problems).toEqual([
    'That is 100,000 rows. Paste at most 2,000 at a time.',
  ]);
});
