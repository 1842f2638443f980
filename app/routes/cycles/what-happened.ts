import type { Frequency } from '#db/vocabulary';
import { type Happened, type NumericPrediction, whatHappened } from '~/cycles/predictions';
import type { Measure } from '~/measures/measure';
import { addDays, type Calendar, dueOn, periodEnd, periodStart, periodWords } from '~/measures/periods';
import { type SeriesPoint, shownValue } from '~/measures/series';

/* A prediction is a cycle's, the number it is judged by a measure's: here they meet. */

/** A week's numbers are whole on its Friday: who checks on that day means that week. */
export const lastDay = (start: string, frequency: Frequency) =>
  frequency === 'weekly' ? addDays(start, 4) : periodEnd(start, frequency);

/** First day of the last period that ends on or before a day. */
function lastPeriodBy(day: string, frequency: Frequency, calendar: Calendar): string {
  const start = periodStart(day, frequency, calendar);
  return lastDay(start, frequency) <= day ? start : periodStart(addDays(start, -1), frequency, calendar);
}

type Predicted = NumericPrediction & Pick<Measure, 'kind' | 'ratePer' | 'frequency' | 'dueLagDays'>;
type Point = Pick<
  SeriesPoint,
  'periodStart' | 'numerator' | 'denominator' | 'value' | 'ghostedAt' | 'hiddenUnder'
>;

/** The last period whose number can count, and the day that is due. */
export function lastPeriodOf(
  { checkOn, frequency, dueLagDays }: Pick<Predicted, 'checkOn' | 'frequency' | 'dueLagDays'>,
  calendar: Calendar,
) {
  const start = lastPeriodBy(checkOn, frequency, calendar);
  return { start, due: dueOn(start, frequency, dueLagDays) };
}

/** What the series says of a predicted number. */
export function happenedTo(
  prediction: Predicted,
  points: readonly Point[],
  doStartedOn: string | null,
  calendar: Calendar,
  today: string,
): Happened {
  const { frequency } = prediction;
  const inPeriods = points.map((point) => ({
    start: point.periodStart,
    end: lastDay(point.periodStart, frequency),
    period: periodWords(point.periodStart, frequency),
    value: shownValue(prediction, point),
    ghosted: point.ghostedAt !== null,
    isHidden: point.hiddenUnder !== undefined,
  }));
  return whatHappened(prediction, inPeriods, lastPeriodOf(prediction, calendar), doStartedOn, today);
}
