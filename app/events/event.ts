import type { EventKind } from '#db/vocabulary';
import type { ChartEvent } from '~/charts/run-chart-data';
import { dayWithYear, shortDay } from '~/ui/dates';

/** Something that happened to a team, or to the whole community, and that charts show on its day. */
export interface TeamEvent {
  id: string;
  /** Null: it concerns every team of the community. */
  teamId: string | null;
  kind: EventKind;
  onDate: string;
  /** The last day, of what went on for a while. */
  untilDate: string | null;
  title: string;
  detail: string;
  /** Of what stood in the way: the team cannot move it by itself. */
  needsLeader: boolean;
  /** What a leader will do about it, who said so and when; empty and null where nobody has. */
  answer: string;
  answeredBy: string | null;
  answeredOn: string | null;
  /** The measures it concerns; empty: all of its team, or of every team. */
  measureIds: string[];
  archivedAt: string | null;
}

/** What happened to a measure: what names it, and what names none. */
export const eventsOfMeasure = <Event extends Pick<TeamEvent, 'measureIds'>>(
  events: readonly Event[],
  measureId: string,
): Event[] => events.filter(({ measureIds }) => measureIds.length === 0 || measureIds.includes(measureId));

/** The events of a measure as its chart draws them. */
export function chartEvents(events: readonly TeamEvent[], measureId: string): ChartEvent[] {
  return eventsOfMeasure(events, measureId).map(({ id, kind, onDate, untilDate, title }) => ({
    id,
    kind,
    date: onDate,
    until: untilDate,
    title,
  }));
}

/** "Oct 19", "Oct 19 to Nov 2"; with the year where that is another than today's. */
export function eventDays(
  { onDate, untilDate }: Pick<TeamEvent, 'onDate' | 'untilDate'>,
  today: string,
): string {
  const isOtherYear = [onDate, untilDate ?? onDate].some((day) => day.slice(0, 4) !== today.slice(0, 4));
  const words = isOtherYear ? dayWithYear : shortDay;
  return untilDate === null || untilDate === onDate
    ? words(onDate)
    : `${words(onDate)} to ${words(untilDate)}`;
}

/** A change of counting is looked for so many days before and after it was written down. */
const markedWithin = 60;

/** Where a change of counting, written down on `day`, is marked on a measure's chart already; null where it is not. */
export function markOf(events: readonly TeamEvent[], measureId: string, day: string): TeamEvent | null {
  const far = (event: TeamEvent) => Math.abs(Date.parse(event.onDate) - Date.parse(day)) / 86_400_000;
  return (
    eventsOfMeasure(events, measureId)
      .filter((event) => event.kind === 'definition change' && far(event) <= markedWithin)
      .sort((a, b) => far(a) - far(b))[0] ?? null
  );
}
