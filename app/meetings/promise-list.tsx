import { paths } from '~/paths';
import { shortDay } from '~/ui/dates';
import { DeedButton } from '~/ui/sheet';
import { byWhen } from './record';

export interface OpenPromise {
  id: string;
  meetingId: string;
  text: string;
  who: string;
  byDate: string | null;
  onDate: string;
  /** Who promised it has left the team. */
  hasLeft: number;
}

/** What was promised at earlier meetings and is not done yet. */
export function PromiseList({
  teamId,
  promises,
  today,
  mayWrite,
  from = 'due',
}: {
  teamId: string;
  promises: readonly OpenPromise[];
  today: string;
  mayWrite: boolean;
  /** Where the list stands, and its reader comes back to: in the meeting, or on the page of all meetings. */
  from?: 'due' | 'list';
}) {
  return (
    <ul className="recs">
      {promises.map((promise) => {
        const { words, isLate } = byWhen(promise.byDate, today);
        return (
          <li key={promise.id}>
            <div>
              <p className="lines">
                <b>{promise.who}: </b>
                {promise.text}
              </p>
              <p className="hint">
                {isLate ? <span className="late">{words}</span> : words}. Promised {shortDay(promise.onDate)}.
                {promise.hasLeft ? ` ${promise.who} has left the team: who does it now?` : ''}
              </p>
            </div>
            {mayWrite ? (
              <DeedButton
                action={paths.promiseDone(teamId, promise.meetingId, promise.id)}
                kind="text"
                values={{ isDone: 'yes', from }}
              >
                Done<span className="vh">: {promise.text}</span>
              </DeedButton>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
