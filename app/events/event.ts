import type { EventKind } from '#db/vocabulary';
import type { ChartEvent } from '~/charts/run-chart-data';

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
