import { paths } from '~/paths';
import { weekdayWithYear } from '~/ui/dates';
import { Icon } from '~/ui/icons';
import type { VisitNote } from './queries.server';

/** Notes of visits, the newest first: whose, of which day, and who may read each. */
export function VisitList({ teamId, notes }: { teamId: string; notes: readonly VisitNote[] }) {
  return (
    <ul className="recs">
      {notes.map((note) => (
        <li key={note.id}>
          <div className="stack-s">
            <h3 className="gath">{weekdayWithYear(note.onDate)}</h3>
            <p className="hint">
              {note.writer ?? 'Somebody who left'}.{' '}
              {note.isShared ? (
                'Shared with the team, and with everybody in the community.'
              ) : (
                <>
                  <Icon name="lock" size={16} /> For the coaches of this team alone.
                </>
              )}
            </p>
            <p className="lines">{note.text}</p>
          </div>
          {note.isMine ? (
            <a className="btn text" href={paths.visit(teamId, note.id)}>
              Edit<span className="vh"> the note of {weekdayWithYear(note.onDate)}</span>
            </a>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
