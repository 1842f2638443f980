import { dayWithYear } from '~/ui/dates';
import type { Stretch } from './asked-days';
import { medianWords } from './lead';
import type { Measure } from './measure';
import type { MeasureReading } from './reading';

/** What must stay with a chart that leaves its page: how it is read, what is shown, where it comes from, as of when. */
export function chartFooter(
  measure: Measure,
  reading: MeasureReading,
  about: { window: Stretch | null; from: readonly string[]; today: string },
): string[] {
  const { window, from, today } = about;
  return [
    `${reading.ruleLine} ${medianWords(measure, reading)}.`,
    window
      ? `Shown: ${dayWithYear(window.from)} to ${dayWithYear(window.to)}. The rules use all of its points.`
      : '',
    measure.source ? `Source: ${ended(measure.source)}` : '',
    `${from.filter(Boolean).join(', ')}. As of ${dayWithYear(today)}.`,
  ].filter(Boolean);
}

const ended = (words: string) => (/[.!?]$/.test(words) ? words : `${words}.`);
