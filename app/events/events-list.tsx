import type { ReactNode } from 'react';
import { EventTag } from '~/charts/event-glyph';
import { paths } from '~/paths';
import { BarrierAnswer } from './barrier-list';
import { eventDays, type TeamEvent } from './event';

/** What happened, by day: what kind of thing it was, and what to know of it. */
export function EventsList({
  events,
  today,
  measureNames,
  deed,
}: {
  events: readonly TeamEvent[];
  today: string;
  /** Says which charts an event concerns; left out where they are all of one. */
  measureNames?: Record<string, string>;
  /** What somebody may do with one, at its end. */
  deed?: (event: TeamEvent) => ReactNode;
}) {
  return (
    <table className="tbl stacked evtbl">
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col">What happened</th>
          <th scope="col">What it was</th>
          {deed ? (
            <th scope="col">
              <span className="vh">Change it</span>
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <tr key={event.id} id={event.id}>
            <td className="nowrap">{eventDays(event, today)}</td>
            <th scope="row">
              {event.title}
              {event.detail ? <p className="hint lines">{event.detail}</p> : null}
              <BarrierAnswer event={event} />
              {measureNames && event.measureIds.length > 0 ? (
                <p className="hint">On: {namesOf(event, measureNames)}</p>
              ) : null}
            </th>
            <td>
              <EventTag kind={event.kind} />
            </td>
            {deed ? <td className="r">{deed(event)}</td> : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const namesOf = ({ measureIds }: TeamEvent, names: Record<string, string>) =>
  measureIds.map((id) => names[id] ?? 'a measure that was put away').join(', ');

/** What happened to one measure, under its chart. */
export function EventsOnChart({
  teamId,
  measureId,
  events,
  today,
  mayWrite,
}: {
  teamId: string;
  measureId: string;
  events: readonly TeamEvent[];
  today: string;
  mayWrite: boolean;
}) {
  return (
    <div className="stack">
      {events.length === 0 ? (
        <p className="soft">
          Nothing is written down. A new bus line, a snow week, a new way of counting: it shows here and on
          the chart.
        </p>
      ) : (
        <EventsList events={events} today={today} />
      )}
      <p className="btns">
        {mayWrite ? (
          <a className="btn line" href={`${paths.newTeamEvent(teamId)}?measure=${measureId}`}>
            Write down what happened
          </a>
        ) : null}
        {events.length > 0 || mayWrite ? (
          <a className="btn text" href={paths.teamEvents(teamId)}>
            All of the team’s
          </a>
        ) : null}
      </p>
    </div>
  );
}
