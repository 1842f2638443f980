import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { requireTeam } from '~/access/gate.server';
import { findMeeting } from '~/meetings/queries.server';
import { paths } from '~/paths';
import { endNow } from './end-now.server';

/** There is nothing to see here: the button stands in the meeting. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireTeam(request, params);
  const { id } = await findMeeting(access, params.meetingId);
  return redirect(paths.meetingSummary(access.teamId, id));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireTeam(request, params, 'write cycles');
  const { id } = await findMeeting(access, params.meetingId);
  return endNow(access, id);
}

/** Never drawn: with it, a refusal is the error page and not bare text. */
export default function EndMeeting() {
  return null;
}
