import { expect, test } from 'vitest';
import { findDecimalMark, readValue } from '~/imports/values';

test.each([
  ['70.1', 70.1],
  ['0', 0],
  ['-0', 0],
  ['.5', 0.5],
  ['-3', -3],
  ['−3.5', -3.5],
  ['+4', 4],
  ['1,234,567', 1234567],
  ['1,234.5', 1234.5],
  ['1.234,5', 1234.5],
  ['1 234', 1234],
  ['1\u202F234,5', 1234.5],
  ['70,1', 70.1],
  ['0,084', 0.084],
  ['1234,567', 1234.567],
  ['$1,234.50', 1234.5],
  ['-$20', -20],
  ['1.2E-05', 0.000012],
  ['0.11800000000000001', 0.11800000000000001],
])('%s is the number %d', (cell, value) => {
  expect(readValue(cell)).toEqual({ kind: 'number', value, isPercent: false });
});

test('a percent sign is kept in mind', () => {
  expect(readValue('95.0%')).toEqual({ kind: 'number', value: 95, isPercent: true });
  expect(readValue('95,5 %')).toEqual({ kind: 'number', value: 95.5, isPercent: true });
});

test.each([
  '*',
  '**',
  '<10',
  '< 5',
  '≤10',
  '<5%',
  '>95 %',
  'n<10',
  'under 5 %',
  'over 95 %',
  '†',
  's',
  'S',
  'Suppressed',
  'masked',
])('%s is a masked number', (cell) => expect(readValue(cell)).toEqual({ kind: 'suppressed', raw: cell }));

test.each(['N/A', 'NA', 'n/a', '—', '–', '-', '..'])('%s says that there is no number', (cell) => {
  expect(readValue(cell)).toEqual({ kind: 'absent', raw: cell });
});

test('an empty cell is blank, not zero', () => {
  expect(readValue(' ')).toEqual({ kind: 'blank' });
});

test.each([
  'abc',
  'NaN',
  'Infinity',
  '-Infinity',
  '1e309',
  '1e999999999',
  '0x1F',
  '12abc',
  '70.1*',
  '1.2.3',
  '1,23,4',
  '12/34',
  '½',
  '1e',
  'e5',
  '--5',
  '(5)',
  '=1+1',
  '=cmd|calc',
  '@SUM(A1)',
  '#DIV/0!',
  '#N/A',
  '99999999999999999999',
  'toString',
  '__proto__',
  '١٢',
  '5%%',
])('%s is refused with a sentence', (cell) => {
  const read = readValue(cell);
  expect(read.kind).toBe('refused');
  expect(read.kind === 'refused' && read.reason).toMatch(/^“.*\.$/s);
});

test('1,234 alone is ambiguous, and the decimal mark settles it', () => {
  expect(readValue('1,234')).toMatchObject({ kind: 'ambiguous', readings: [1234, 1.234] });
  expect(readValue('1,234', '.')).toMatchObject({ value: 1234 });
  expect(readValue('1,234', ',')).toMatchObject({ value: 1.234 });
  expect(readValue('1.234', ',')).toMatchObject({ value: 1234 });
});

test('a number that breaks the decimal mark of its file is refused', () => {
  expect(readValue('70,1', '.')).toMatchObject({
    kind: 'refused',
    reason: expect.stringContaining('point before the decimals'),
  });
  expect(readValue('70.1', ',')).toMatchObject({ kind: 'refused' });
});

test('the decimal mark is found from the numbers of a file, else from its delimiter', () => {
  expect(findDecimalMark(['70.1', '1,234'], null)).toBe('.');
  expect(findDecimalMark(['70,1', '1.234'], null)).toBe(',');
  expect(findDecimalMark(['70,1', '70.1'], null)).toBeNull();
  expect(findDecimalMark(['1,234'], ',')).toBe('.');
  expect(findDecimalMark(['1,234'], ';')).toBe(',');
  expect(findDecimalMark(['1,234'], '\t')).toBeNull();
  expect(findDecimalMark(['12', '*', ''], '\t')).toBe('.');
});

test('long cells are shortened in sentences', () => {
  const read = readValue('x'.repeat(5000));
  expect(read.kind === 'refused' && read.reason.length).toBeLessThan(80);
});
