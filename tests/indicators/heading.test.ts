import { expect, test } from 'vitest';
import { type Cell, openCell } from '~/indicators/cells';
import { outlookOf, trendOf } from '~/indicators/heading';
import { periodsFrom } from '~/indicators/periods';
import type { Rule } from '~/indicators/reading';
import { unitOf } from '~/indicators/sentences';
import { anObserved, aRule } from './readings';

const calendar = { kind: 'school year', firstMonth: 7 } as const;

type Year = [number, number] | number | null;

/** School years from 2019–20 on: counts, published values, or nothing. */
function series(years: Year[], rule: Rule = aRule(), margin: number | null = null) {
  const keys = years.map((_, index) => `${2019 + index}-${20 + index}`);
  const periods = periodsFrom(keys, calendar);
  const cells = years.map((year): Cell | null => {
    if (year === null) return null;
    const [numerator, denominator] = Array.isArray(year) ? year : [null, null];
    const value = Array.isArray(year) ? null : year;
    return openCell(anObserved({ numerator, denominator, value, marginOfError: margin }), rule);
  });
  return {
    all: { id: null, name: 'Everyone', cells },
    periods,
    labels: periods.map(({ label }) => label),
    unit: unitOf(rule, 0),
  };
}
const trend = (years: Year[], rule = aRule(), since = 0, margin: number | null = null) => {
  const { all, labels } = series(years, rule, margin);
  return trendOf(all, labels, rule, since);
};
const outlook = (years: Year[], rule = aRule(), since = 0) =>
  outlookOf(series(years, rule), rule, calendar, since);

const rising: Year[] = [50, 53, 55, 58, 61].map((percent) => [percent * 10, 1000]);

test('a steady rise over five years beyond chance is a trend, good or bad by the indicator’s direction', () => {
  expect(trend(rising)).toMatchObject({
    direction: 'increasing',
    isGood: true,
    sentence: 'Everyone: a steady rise from 2019–20 to 2023–24, beyond chance.',
  });
  expect(trend(rising, aRule({ direction: 'lower' })).isGood).toBe(false);
  expect(trend(rising, aRule({ direction: 'neither' })).isGood).toBeNull();
  expect(trend([...rising].reverse(), aRule({ direction: 'lower' }))).toMatchObject({
    isGood: true,
    sentence: 'Everyone: a steady fall from 2019–20 to 2023–24, beyond chance.',
  });
});

test('only the last five years are tested', () => {
  const turned: Year[] = [[900, 1000], [800, 1000], ...rising];
  expect(trend(turned).sentence).toBe('Everyone: a steady rise from 2021–22 to 2025–26, beyond chance.');
});

test('ups and downs that chance could make are no trend', () => {
  const flat: Year[] = [50, 51, 49, 52, 50].map((percent) => [percent, 100]);
  expect(trend(flat)).toEqual({
    name: 'Everyone',
    direction: 'no significant trend',
    isGood: null,
    sentence: 'Everyone: no steady rise or fall from 2019–20 to 2023–24. The ups and downs could be chance.',
  });
});

test('fewer than five years, a hole in the last five, or percentages alone are not tested, and it is said why', () => {
  expect(trend(rising.slice(1)).sentence).toBe(
    'Everyone: no trend test, because it needs five years with figures; there are 4.',
  );
  expect(trend(rising.slice(4)).sentence).toMatch(/there is 1\.$/);
  expect(trend([...rising.slice(0, 3), null, ...rising.slice(3)]).sentence).toBe(
    'Everyone: no trend test, because the last five years do not all have a figure.',
  );
  expect(trend([50, 53, 55, 58, 61]).sentence).toBe(
    'Everyone: no trend test, because only percentages exist, not counts.',
  );
  expect(trend([50, 53, 55, 58, 61], aRule({ unit: 'mean' })).sentence).toBe(
    'Everyone: no trend test, because only values exist, not counts.',
  );
});

test('rates and estimates with margins of error have their own tests', () => {
  const rate = aRule({ unit: 'rate', ratePer: 1000 });
  const events: Year[] = [100, 130, 160, 190, 220].map((count) => [count, 10_000]);
  expect(trend(events, rate).direction).toBe('increasing');
  expect(trend([80.1, 81.2, 83, 84.2, 86], aRule(), 0, 0.5).direction).toBe('increasing');
  expect(trend([80.1, 81.2, 83, 84.2, 86], aRule(), 0, 30).direction).toBe('no significant trend');
});

test('what is no proportion is not tested, and breaks nothing', () => {
  const odd: Year[] = [...rising.slice(0, 4), [1200, 1000]];
  expect(trend(odd).direction).toBeNull();
});

test('years before the definition changed take no part in the trend or the outlook', () => {
  const years: Year[] = [[100, 1000], ...rising];
  expect(trend(years, aRule(), 1).sentence).toMatch(/from 2020–21 to 2024–25/);
  expect(trend(years, aRule(), 2).sentence).toMatch(
    /there are 4 since 2021–22, when what is counted changed\.$/,
  );
  expect(outlook(years, aRule(), 2)).toBeNull();
  expect(outlook(years, aRule(), 1)?.years).toBe(5);
});

test('an outlook needs five figures, and is a range and never a number', () => {
  expect(outlook([50, 53, 55, 58])).toBeNull();
  const told = outlook([50, 52, 51, 55, 56]);
  expect(told?.ahead.map(({ label }) => label)).toEqual(['2024–25', '2025–26', '2026–27']);
  // The same figures, worked out elsewhere: tests/statistics/forecast.test.ts.
  expect(told?.ahead[2]?.low).toBeCloseTo(56.7, 0);
  expect(told?.sentence).toBe(
    'If nothing changes, between 57% and 64% in 2026–27: the line through the last 5 figures goes on, and 8 of 10 such years would lie in this range.',
  );
});

test('it goes as far as the target’s year, five years at most', () => {
  const to = (targetPeriod: string) =>
    outlook([50, 52, 51, 55, 56], aRule({ target: 70, targetPeriod }))?.ahead.at(-1)?.label;
  expect(to('2025-26')).toBe('2025–26');
  expect(to('2034-35')).toBe('2028–29');
  expect(to('2022-23')).toBe('2026–27');
});

test('the target is inside the range, would be passed, or would not be reached, by the direction', () => {
  const words = (target: number, direction: Rule['direction'] = 'higher') =>
    outlook([50, 52, 51, 55, 56], aRule({ target, direction }))?.sentence.split('range. ')[1];
  expect(words(60)).toBe('The target of 60% lies inside it.');
  expect(words(70)).toBe('The target of 70% would not be reached.');
  expect(words(50)).toBe('The target of 50% would be passed.');
  expect(words(70, 'lower')).toBe('The target of 70% would be passed.');
  expect(words(50, 'lower')).toBe('The target of 50% would not be reached.');
  expect(words(70, 'neither')).toBe('The target of 70% lies outside it.');
});

test('a share stays from 0 to 100, and a range without width is said as about', () => {
  expect(outlook([88, 92, 90, 97, 99])?.ahead.at(-1)?.high).toBe(100);
  expect(outlook([12, 6, 8, 2, 1])?.ahead.at(-1)?.low).toBe(0);
  expect(outlook([50, 51, 52, 53, 54])?.sentence).toMatch(/^If nothing changes, about 57% in 2026–27/);
});

test('the newest figure is where it starts, also where later years have none', () => {
  const told = outlook([50, 52, 51, 55, 56, null]);
  expect(told?.from).toBe(4);
  expect(told?.ahead[0]?.label).toBe('2024–25');
});
