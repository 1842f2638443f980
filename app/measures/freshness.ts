import { dayIn } from '~/access/today';
import { dayWithYear, shortDay } from '~/ui/dates';
import type { Measure } from './measure';
import { periodWords } from './periods';
import type { SeriesPoint } from './series';

/** "Last number: the week of Nov 23, entered Nov 30."; empty where there is none. */
export function lastNumberWords(
  { frequency }: Pick<Measure, 'frequency'>,
  points: readonly Pick<SeriesPoint, 'periodStart' | 'enteredAt'>[],
  today: string,
  timeZone: string,
): string {
  const newest = points.at(-1);
  if (!newest) return '';
  const isOtherYear = (day: string) => day.slice(0, 4) !== today.slice(0, 4);
  const entered = dayIn(timeZone, new Date(newest.enteredAt));
  const day = isOtherYear(entered) ? dayWithYear(entered) : shortDay(entered);
  return `Last number: ${periodWords(newest.periodStart, frequency, isOtherYear(newest.periodStart))}, entered ${day}.`;
}
