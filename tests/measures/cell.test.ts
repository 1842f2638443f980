import { expect, test } from 'vitest';
import { problemOf, readCell, textsOf } from '~/measures/cell';
import { decideCell } from '~/measures/cell-decision';
import { readNumbers } from '~/measures/typed-number';
import { aHeldCell, aKeptPoint, texts, typed } from './typed';

const share = { kind: 'proportion', denominatorWords: 'Days possible' } as const;
const minutes = { kind: 'mean', denominatorWords: '' } as const;
const read = (...all: Parameters<typeof texts>) => readCell(share, texts(...all));

test('two numbers are a number, one of them is half, nothing is empty', () => {
  expect(read('276', '310')).toMatchObject({ is: 'number', figures: { numerator: 276, denominator: 310 } });
  expect(read('276')).toMatchObject({ is: 'half', field: 'denominator' });
  expect(read('', '310')).toMatchObject({ is: 'half', field: 'numerator' });
  expect(read()).toEqual({ is: 'empty' });
  expect(read('', '', '', 'Veterans Day')).toEqual({ is: 'empty' });
});

test('a negative half is impossible already', () => {
  expect(read('-3')).toMatchObject({ is: 'half' });
  expect(read('-3', '310')).toMatchObject({ is: 'impossible', field: 'numerator' });
});

test('numbers are read as people type them, and words are not', () => {
  expect(read('1,276', '2,310')).toMatchObject({ figures: { numerator: 1276, denominator: 2310 } });
  expect(read('', '', '88.5%')).toMatchObject({ figures: { numerator: null, value: 88.5 } });
  expect(read('some', '310')).toEqual({
    is: 'impossible',
    field: 'numerator',
    sentence: '“some” is not a number.',
  });
});

test('several values in one cell are an average, for a measure that is one', () => {
  expect(readCell(minutes, texts('', '', '12 14 9'))).toEqual({
    is: 'number',
    figures: { numerator: null, denominator: null, value: 35 / 3 },
    rawValues: [12, 14, 9],
  });
  expect(readCell({ ...minutes, kind: 'count' }, texts('', '', '12 14'))).toMatchObject({ is: 'impossible' });
  expect(readNumbers('12; 14;9')).toEqual([12, 14, 9]);
  expect(readNumbers('1,234, 9')).toEqual([1234, 9]);
  expect(readNumbers('12 x 9')).toBeNull();
  expect(readNumbers('12')).toBeNull();
  expect(
    textsOf(aKeptPoint({ numerator: null, denominator: null, value: 35 / 3, rawValues: [12, 14, 9] }), null)
      .value,
  ).toBe('12 14 9');
});

test('an impossible value says so in the measure’s own words, and what the chart uses meanwhile', () => {
  expect(problemOf(share, aKeptPoint(), aHeldCell())).toEqual({
    field: 'numerator',
    sentence: '726 is more than the 310 days possible. The chart still uses 276.',
    isWrong: true,
  });
  expect(problemOf(share, null, aHeldCell())?.sentence).toBe('726 is more than the 310 days possible.');
  expect(problemOf(share, null, aHeldCell({ denominator: '' }))).toMatchObject({ isWrong: false });
  expect(problemOf(share, aKeptPoint(), null)).toBeNull();
});

test('what stands in a cell is what waits to be mended, else the number that is kept', () => {
  expect(textsOf(aKeptPoint(), aHeldCell()).numerator).toBe('726');
  expect(textsOf(aKeptPoint({ note: 'Late bus' }), null)).toEqual(texts('276', '310', '', 'Late bus'));
  expect(textsOf(null, null)).toEqual(texts());
});

test('a new number is kept, and the same number again is nothing', () => {
  const both = [typed('numerator', '276'), typed('denominator', '310')];
  expect(decideCell(share, null, null, both)).toMatchObject({ does: 'keep', isNewNumber: true });
  expect(decideCell(share, aKeptPoint(), null, both)).toEqual({ does: 'nothing' });
  expect(decideCell(share, aKeptPoint(), null, [typed('note', 'Late bus')])).toMatchObject({
    does: 'keep',
    isNewNumber: false,
    note: 'Late bus',
  });
});

test('an impossible number is held while the good one is kept; typed right, it is let go', () => {
  expect(decideCell(share, aKeptPoint(), null, [typed('numerator', '726')])).toMatchObject({
    does: 'hold',
    isWrong: true,
    texts: { numerator: '726', denominator: '310' },
  });
  expect(decideCell(share, aKeptPoint(), aHeldCell(), [typed('numerator', '276')])).toEqual({
    does: 'let go',
  });
  expect(decideCell(share, aKeptPoint(), aHeldCell(), [typed('numerator', '270')])).toMatchObject({
    does: 'keep',
    figures: { numerator: 270 },
  });
});

test('a note may come before its number', () => {
  expect(decideCell(share, null, null, [typed('note', 'No school')])).toMatchObject({
    does: 'hold',
    isWrong: false,
    texts: { note: 'No school' },
  });
});

test('an emptied cell takes its number out, unless the number is set aside', () => {
  const emptied = [typed('numerator', ''), typed('denominator', '')];
  expect(decideCell(share, aKeptPoint({ note: 'x' }), null, emptied)).toEqual({ does: 'remove', note: 'x' });
  const aside = aKeptPoint({ ghostedAt: '2026-11-30T12:00:00.000Z', ghostReason: 'Strike' });
  expect(decideCell(share, aside, null, emptied)).toMatchObject({ does: 'hold', isWrong: true });
  expect(decideCell(share, null, aHeldCell(), emptied)).toEqual({ does: 'let go' });
});

test('who typed over somebody else’s new number is told; who typed the same is not', () => {
  const mine = [typed('numerator', '276', '266')];
  expect(decideCell(share, aKeptPoint({ numerator: 272 }), null, mine)).toEqual({
    does: 'clash',
    fields: ['numerator'],
  });
  expect(decideCell(share, aKeptPoint({ numerator: 276 }), null, mine)).toEqual({ does: 'nothing' });
  expect(decideCell(share, aKeptPoint({ numerator: 266 }), null, mine)).toMatchObject({ does: 'keep' });
  const note = [typed('note', 'Late bus', '')];
  expect(decideCell(share, aKeptPoint({ numerator: 272 }), null, note)).toMatchObject({
    does: 'keep',
    figures: { numerator: 272 },
  });
});
