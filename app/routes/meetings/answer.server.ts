import { transaction } from '#db/client.server';
import type { TeamAccess } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { once, sentKey } from '~/http/once.server';
import { writeLine } from '~/meetings/commands.server';
import type { LineFields } from '~/meetings/forms';
import { runningMeeting } from '~/meetings/queries.server';
import { paths } from '~/paths';

/**
 * Writes an answer on its cycle and in the record of the meeting that goes on, both or neither, once for each form.
 * Where the meeting has ended meanwhile, the answer still stands on the cycle.
 */
export async function answerInMeeting(
  team: TeamAccess,
  cycleId: string,
  form: FormData,
  line: Pick<LineFields, 'kind' | 'text'>,
  write: () => Promise<void>,
) {
  const { place } = await transaction(() =>
    once(team.person.id, sentKey(form), async () => {
      await write();
      const meeting = await runningMeeting(team);
      if (!meeting) return paths.cycle(team.teamId, cycleId);
      await writeLine(team, meeting.id, { ...line, who: '', byDate: null, cycleId });
      return `${paths.meeting(team.teamId, 'cycles')}#cycle-${cycleId}`;
    }),
  );
  return redirectSaying(place, 'Saved on the cycle.');
}
