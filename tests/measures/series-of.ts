import type { SeriesPoint } from '~/measures/series';

/** The Monday of the n-th week from July 6, 2026. */
export const week = (n: number) => new Date(Date.UTC(2026, 6, 6 + 7 * n)).toISOString().slice(0, 10);

/** Weekly points: numbers are values, pairs are numerator and denominator. */
export const seriesOf = (numbers: readonly (number | readonly [number, number])[]): SeriesPoint[] =>
  numbers.map((entry, n) => ({
    id: `p${n}`,
    periodStart: week(n),
    numerator: typeof entry === 'number' ? null : entry[0],
    denominator: typeof entry === 'number' ? null : entry[1],
    value: typeof entry === 'number' ? entry : null,
    note: '',
    enteredAt: '2026-12-01T12:00:00.000Z',
    ghostedAt: null,
    ghostReason: null,
  }));
