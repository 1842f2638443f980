import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { requireTeam } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { reopenMeeting } from '~/meetings/commands.server';
import { findMeeting } from '~/meetings/queries.server';
import { paths } from '~/paths';

/** There is nothing to see here: the button stands on the summary. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireTeam(request, params);
  const { id } = await findMeeting(access, params.meetingId);
  return redirect(paths.meetingSummary(access.teamId, id));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireTeam(request, params, 'write cycles');
  const { id } = await findMeeting(access, params.meetingId);
  const isOpen = await reopenMeeting(access, id);
  return isOpen
    ? redirectSaying(paths.meeting(access.teamId, 'record'), 'The meeting goes on.')
    : redirectSaying(
        paths.meetingSummary(access.teamId, id),
        'Another meeting of this team goes on. End that one first.',
      );
}

/** Never drawn: with it, a refusal is the error page and not bare text. */
export default function ReopenMeeting() {
  return null;
}
