import { paths } from '~/paths';
import { weekdayWithYear } from '~/ui/dates';
import { countsInWords } from './record';

interface PastMeeting {
  id: string;
  onDate: string;
  present: string;
  decision: number;
  promise: number;
  note: number;
}

/** The meetings that have ended, newest first. */
export function PastMeetings({ teamId, meetings }: { teamId: string; meetings: readonly PastMeeting[] }) {
  return (
    <ul className="rows">
      {meetings.map((meeting) => (
        <li key={meeting.id}>
          <a href={paths.meetingSummary(teamId, meeting.id)}>{weekdayWithYear(meeting.onDate)}</a>
          <span>
            {countsInWords(meeting) || 'Nothing was written down'}
            {meeting.present ? `. Present: ${meeting.present.replaceAll(/\s*\n\s*/g, ', ')}` : ''}
          </span>
        </li>
      ))}
    </ul>
  );
}
