import { expect, test } from 'vitest';
import { figuresWords, impossible, keptFigures, shownValue, unitOf } from '~/measures/series';

const share = { kind: 'proportion', ratePer: 1, unit: '' } as const;
const counts = (numerator: number | null, denominator: number | null) => ({
  numerator,
  denominator,
  value: null,
});
const only = (value: number | null) => ({ numerator: null, denominator: null, value });

test('a proportion is shown in percent', () => {
  expect(shownValue(share, counts(266, 310))).toBeCloseTo(85.806, 3);
  expect(shownValue(share, counts(0, 12))).toBe(0);
  expect(shownValue(share, only(85.8))).toBe(85.8);
});

test('a rate is shown for each so many', () => {
  const rate = { kind: 'rate', ratePer: 1000 } as const;
  expect(shownValue(rate, counts(3, 1500))).toBe(2);
  expect(shownValue(rate, only(2.5))).toBe(2.5);
});

test('out of nobody is no number, and never infinity', () => {
  expect(shownValue(share, counts(0, 0))).toBeNull();
  expect(shownValue({ kind: 'rate', ratePer: 100 }, counts(2, 0))).toBeNull();
  expect(shownValue(share, counts(3, null))).toBeNull();
});

test('more counted than there are is refused', () => {
  expect(impossible(share, counts(726, 310))).toEqual({
    field: 'numerator',
    sentence: '726 is more than the 310 it is out of.',
  });
  expect(impossible(share, counts(310, 310))).toBeNull();
  expect(impossible(share, counts(0, 0))).toBeNull();
});

test('a rate may count more events than people, but not out of nobody', () => {
  expect(impossible({ kind: 'rate' }, counts(12, 10))).toBeNull();
  expect(impossible({ kind: 'rate' }, counts(2, 0))?.field).toBe('numerator');
});

test('half a student is refused, and half a unit of exposure is not', () => {
  expect(impossible(share, counts(2.5, 50))).toEqual({
    field: 'numerator',
    sentence: 'A count is a whole number, and 2.5 is not.',
  });
  expect(impossible(share, counts(2, 50.5))?.field).toBe('denominator');
  expect(impossible({ kind: 'rate' }, counts(2.5, 50))?.field).toBe('numerator');
  expect(impossible({ kind: 'rate' }, counts(2, 50.5))).toBeNull();
});

test('impossible numbers are refused at their field', () => {
  expect(impossible(share, counts(-1, 10))?.field).toBe('numerator');
  expect(impossible(share, counts(5, null))?.field).toBe('denominator');
  expect(impossible(share, counts(null, 5))?.field).toBe('numerator');
  expect(impossible(share, only(100.1))?.sentence).toBe('100.1 is not between 0 and 100 percent.');
  expect(impossible(share, only(null))?.field).toBe('numerator');
  expect(impossible({ kind: 'count' }, only(-3))?.sentence).toBe('A count cannot be below 0.');
  expect(impossible({ kind: 'count' }, only(2.5))?.field).toBe('value');
  expect(impossible({ kind: 'time between' }, only(-1))?.field).toBe('value');
  expect(impossible({ kind: 'mean' }, only(-4))).toBeNull();
  for (const nonsense of [Number.NaN, Number.POSITIVE_INFINITY, 1e300]) {
    expect(impossible({ kind: 'mean' }, only(nonsense))?.field).toBe('value');
  }
});

test('what the definition says it cannot be is refused', () => {
  const minutes = { kind: 'mean', lowest: 1, highest: 90 } as const;
  expect(impossible(minutes, only(90))).toBeNull();
  expect(impossible(minutes, only(91))).toEqual({
    field: 'value',
    sentence: '91 is more than 90, the most it can be.',
  });
  expect(impossible(minutes, only(0))?.sentence).toBe('0 is less than 1, the least it can be.');
  expect(impossible({ kind: 'rate', ratePer: 100, highest: 50 }, counts(6, 10))).toEqual({
    field: 'numerator',
    sentence: 'That makes 60, more than 50, the most it can be.',
  });
  expect(impossible({ ...share, lowest: 10 }, counts(5, 100))?.sentence).toBe(
    'That makes 5 percent, less than 10 percent, the least it can be.',
  );
});

test('counts speak for themselves, so a value beside them is not kept', () => {
  expect(keptFigures(share, { numerator: 1, denominator: 2, value: 51 })).toEqual(counts(1, 2));
  expect(keptFigures({ kind: 'count' }, { numerator: 1, denominator: 2, value: 51 })).toEqual(only(51));
});

test('figures read as somebody entered them', () => {
  expect(figuresWords(share, counts(1266, 2310))).toBe('1,266 of 2,310');
  expect(figuresWords(share, only(85.8))).toBe('85.8%');
  expect(figuresWords({ kind: 'mean', unit: 'minutes', ratePer: 1 }, only(22))).toBe('22 minutes');
});

test('units are written as the measure names them', () => {
  expect(unitOf({ kind: 'mean', unit: '$', ratePer: 1 }, [1, 2]).kind).toBe('money');
  expect(unitOf({ kind: 'time between', unit: '', ratePer: 1 }, [1, 2])).toEqual({
    kind: 'days',
    decimals: 0,
  });
  expect(unitOf({ kind: 'rate', unit: '', ratePer: 1000 }).suffix).toBe('per 1,000');
  expect(unitOf({ kind: 'mean', unit: 'min', ratePer: 1 }, [22.5]).decimals).toBe(1);
});
