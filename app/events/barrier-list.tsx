import { paths } from '~/paths';
import { dayWithYear } from '~/ui/dates';
import { whoAnswered } from './answered';
import type { Barrier } from './barriers.server';

/** What stands in the way of teams, what nobody has answered first. A leader answers it from here. */
export function BarrierList({ barriers, mayAnswer }: { barriers: readonly Barrier[]; mayAnswer: boolean }) {
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
            {one.needsLeader && !one.answeredOn ? <b className="t-worse"> Needs a leader.</b> : null}
          </p>
          {one.detail ? <p>{one.detail}</p> : null}
          <p className="hint">
            <a href={paths.teamEvents(one.teamId)}>{one.team}</a>, since {dayWithYear(one.onDate)}, written by{' '}
            {one.writtenBy ?? 'somebody who left'}
          </p>
          {one.answeredOn ? <BarrierAnswer event={one} /> : null}
          {mayAnswer ? (
            <div className="btns">
              <a
                className={one.answeredOn ? 'btn text' : 'btn line'}
                href={paths.answerBarrier(one.teamId, one.id)}
              >
                {one.answeredOn ? 'Change the answer' : 'Answer it'}
                <span className="vh">: {one.title}</span>
              </a>
            </div>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

/** What a leader will do about it, with name and day. */
export function BarrierAnswer({
  event: { answer, answeredBy, answeredOn },
}: {
  event: { answer: string; answeredBy: string | null; answeredOn: string | null };
}) {
  if (answeredOn === null) return null;
  return (
    <p className="lines">
      <b>{whoAnswered(answeredBy, answeredOn)}:</b> {answer}
    </p>
  );
}
