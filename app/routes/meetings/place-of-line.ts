import { paths } from '~/paths';

/** Where a line is read: in the meeting while it goes on, in its summary afterwards. */
export const placeOfLine = (
  teamId: string,
  { meetingId, isEnded }: { meetingId: string; isEnded: boolean },
) => (isEnded ? paths.meetingSummary(teamId, meetingId) : paths.meeting(teamId, 'record'));
