import type { Measure } from './measure';
import { type SeriesPoint, shownValue } from './series';

/**
 * A number that is very far from those before it, which is more often a slip of the finger than news. It is asked about
 * and kept all the same. Five of the deviations that an average moving range stands for (d2 = 1.128 for two, Montgomery,
 * Introduction to Statistical Quality Control, table VI) are far beyond a chart's three; and little of little is no slip.
 */
const rule = { before: 12, deviations: 5, d2: 1.128, points: 12, share: 0.25 };

type Asked = Pick<Measure, 'kind' | 'ratePer'>;

/** The middle of the numbers before, and how far from it is not asked about; null while they are few. */
export function usualOf(
  kind: Measure['kind'],
  before: readonly number[],
): { middle: number; far: number } | null {
  const last = before.slice(-rule.before);
  if (last.length < rule.before) return null;
  const sorted = [...last].sort((a, b) => a - b);
  const middle = ((sorted[rule.before / 2 - 1] ?? 0) + (sorted[rule.before / 2] ?? 0)) / 2;
  const steps = last.slice(1).map((value, index) => Math.abs(value - (last[index] ?? value)));
  const range = steps.reduce((sum, step) => sum + step, 0) / steps.length;
  const least = kind === 'proportion' ? rule.points : rule.share * Math.abs(middle);
  return { middle, far: Math.max((rule.deviations * range) / rule.d2, least) };
}

/** "Much lower than usual. Is it right?", or null. */
export function unusualWords(kind: Measure['kind'], value: number, before: readonly number[]): string | null {
  // Times between rare events are far apart by themselves.
  const usual = kind === 'time between' ? null : usualOf(kind, before);
  if (!usual || Math.abs(value - usual.middle) <= usual.far) return null;
  return `Much ${value < usual.middle ? 'lower' : 'higher'} than usual. Is it right?`;
}

/** What is to be asked about the number of a period, from the series it is in; a note answers before it is asked. */
export function askedOf(measure: Asked, series: readonly SeriesPoint[], periodStart: string): string | null {
  const used = series.filter(({ ghostedAt }) => ghostedAt === null);
  const point = used.find((one) => one.periodStart === periodStart);
  const value = point ? shownValue(measure, point) : null;
  if (!point || value === null || point.note.trim() !== '') return null;
  const before = used
    .filter((one) => one.periodStart < periodStart)
    .flatMap((one) => shownValue(measure, one) ?? []);
  return unusualWords(measure.kind, value, before);
}
