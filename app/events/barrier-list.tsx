import { paths } from '~/paths';
import { dayWithYear } from '~/ui/dates';
import type { Barrier } from './barriers.server';

/** What stands in the way of teams, those that need a leader first. */
export function BarrierList({ barriers }: { barriers: readonly Barrier[] }) {
  if (barriers.length === 0) {
    return (
      <p className="lead">
        No team says that something stands in its way. A team writes it on its time line, and can say there
        that it needs a leader.
      </p>
    );
  }
  return (
    <ul className="chains">
      {barriers.map((one) => (
        <li key={one.id}>
          <p>
            <b>{one.title}</b>
            {one.needsLeader ? <b className="t-worse"> Needs a leader.</b> : null}
          </p>
          {one.detail ? <p>{one.detail}</p> : null}
          <p className="hint">
            <a href={paths.teamEvents(one.teamId)}>{one.team}</a>, since {dayWithYear(one.onDate)}, written by{' '}
            {one.writtenBy ?? 'somebody who left'}
          </p>
        </li>
      ))}
    </ul>
  );
}
