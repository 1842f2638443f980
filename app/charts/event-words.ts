import { eventKindWords } from '#db/vocabulary';
import { dateText } from './figures';
import type { ChartEvent } from './run-chart-data';

/** "Something stood in the way, Oct 19 to Nov 3: Bus strike". */
export function eventText(event: ChartEvent): string {
  return `${eventKindWords[event.kind]}, ${eventDays(event)}: ${event.title}`;
}

/** "Oct 19", or "Oct 19 to Nov 3". */
export function eventDays({ date, until }: ChartEvent): string {
  return until === null || until === date ? dateText(date) : `${dateText(date)} to ${dateText(until)}`;
}
