import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { requireTeam } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { endMeeting } from '~/meetings/commands.server';
import { findMeeting } from '~/meetings/queries.server';
import { paths } from '~/paths';

/** There is nothing to see here: the button stands in the meeting. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireTeam(request, params);
  const { id } = await findMeeting(access, params.meetingId);
  return redirect(paths.meetingSummary(access.teamId, id));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireTeam(request, params, 'write cycles');
  const { id } = await findMeeting(access, params.meetingId);
  await endMeeting(access, id);
  return redirectSaying(
    paths.meetingSummary(access.teamId, id),
    'The meeting has ended. This is what you wrote down.',
    { action: paths.reopenMeeting(access.teamId, id) },
  );
}

/** Never drawn: with it, a refusal is the error page and not bare text. */
export default function EndMeeting() {
  return null;
}
