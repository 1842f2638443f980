import type { TeamAccess } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { endMeeting } from '~/meetings/commands.server';
import { paths } from '~/paths';

/** Ends a meeting and leads to its summary, from where it can be gone on with. */
export async function endNow(access: TeamAccess, meetingId: string) {
  await endMeeting(access, meetingId);
  return redirectSaying(
    paths.meetingSummary(access.teamId, meetingId),
    'The meeting has ended. This is what you wrote down.',
    { action: paths.reopenMeeting(access.teamId, meetingId) },
  );
}
