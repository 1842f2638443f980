import { expect, test } from 'vitest';
import { NumbersRefused } from '../../app/statistics/errors';
import { forecastLine, studentQuantile } from '../../app/statistics/forecast';

const yearly = (values: (number | null)[]) => values.flatMap((y, x) => (y === null ? [] : [{ x, y }]));

/** Anscombe 1973, Am Stat 27:17, set I: the line is 3.0 + 0.5 x. */
const anscombe = [
  [10, 8.04],
  [8, 6.95],
  [13, 7.58],
  [9, 8.81],
  [11, 8.33],
  [14, 9.96],
  [6, 7.24],
  [4, 4.26],
  [12, 10.84],
  [7, 4.82],
  [5, 5.68],
].map(([x, y]) => ({ x: x as number, y: y as number }));

test('Student’s quantiles are those of the tables', () => {
  // scipy 1.17.1, stats.t.ppf; the same to four digits as Abramowitz & Stegun, table 26.10
  const table: [number, number, number][] = [
    [0.9, 1, 3.0776835371752544],
    [0.9, 3, 1.637744353696209],
    [0.9, 5, 1.4758840488244815],
    [0.975, 9, 2.262157162798205],
    [0.995, 30, 2.7499956535672254],
    [0.5, 3, 0],
  ];
  for (const [p, freedom, t] of table) expect(studentQuantile(p, freedom)).toBeCloseTo(t, 9);
});

test('the line and its range are those of a least squares fit worked out elsewhere', () => {
  const told = forecastLine(anscombe, [15]);
  expect(told?.slope).toBeCloseTo(0.5, 3);
  // numpy 2.4 and scipy 1.17.1, by the textbook's formula
  expect(told?.at[0]).toMatchObject({ x: 15 });
  expect(told?.at[0]?.middle).toBeCloseTo(10.501454545454546, 9);
  expect(told?.at[0]?.low).toBeCloseTo(8.464752168466013, 9);
  expect(told?.at[0]?.high).toBeCloseTo(12.538156922443079, 9);
  const wide = forecastLine(anscombe, [15], 0.95)?.at[0];
  expect(wide?.low).toBeCloseTo(7.170113162097535, 9);
  expect(wide?.high).toBeCloseTo(13.832795928811557, 9);
});

test('years without a figure are passed over, and each later year has a wider range', () => {
  const holes = forecastLine(yearly([50, 47, null, 51, 43, 55, 60]), [10])?.at[0];
  expect(holes?.low).toBeCloseTo(46.11178395431245, 9);
  expect(holes?.high).toBeCloseTo(75.24225331276828, 9);
  const [soon, late] = forecastLine(yearly([50, 52, 51, 55, 56]), [6, 8])?.at ?? [];
  expect(soon?.middle).toBeCloseTo(58.8, 9);
  expect(late?.high).toBeCloseTo(66.09576316715425, 9);
  expect((late?.high ?? 0) - (late?.low ?? 0)).toBeGreaterThan((soon?.high ?? 0) - (soon?.low ?? 0));
});

test('four figures give no forecast, five do', () => {
  expect(forecastLine(yearly([50, 52, 51, 55]), [4])).toBeNull();
  expect(forecastLine(yearly([50, 52, 51, 55, 56]), [5])).not.toBeNull();
});

test('figures that lie on one line have a range without width; figures of one year have no line', () => {
  const told = forecastLine(yearly([50, 51, 52, 53, 54]), [6])?.at[0];
  expect(told?.low).toBeCloseTo(56, 9);
  expect(told?.high).toBeCloseTo(56, 9);
  const same = Array.from({ length: 5 }, (_, y) => ({ x: 3, y }));
  expect(() => forecastLine(same, [4])).toThrow(NumbersRefused);
});

test('a shift of all figures shifts the forecast, and turning them around turns it around', () => {
  const values = [50, 52, 51, 55, 56];
  const at = (list: number[]) => forecastLine(yearly(list), [7])?.at[0];
  const plain = at(values);
  const shifted = at(values.map((value) => value + 10));
  expect(shifted?.low).toBeCloseTo((plain?.low ?? 0) + 10, 9);
  const turned = at(values.map((value) => -value));
  expect(turned?.low).toBeCloseTo(-(plain?.high ?? 0), 9);
});
