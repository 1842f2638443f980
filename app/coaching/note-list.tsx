import { moment } from '~/ui/dates';
import type { CoachNote } from './notes.server';

/** What the coach wrote, beside what it is about. */
export function NoteList({ notes, timeZone }: { notes: readonly CoachNote[]; timeZone: string }) {
  return (
    <ul className="said-of">
      {notes.map((note) => (
        <li key={note.id}>
          <p className="lines">{note.text}</p>
          <p className="hint">
            {note.who ?? 'The coach'}, {moment(note.createdAt, timeZone)}
          </p>
        </li>
      ))}
    </ul>
  );
}
