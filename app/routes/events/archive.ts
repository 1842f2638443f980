import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { requireTeam } from '~/access/gate.server';
import { archiveTeamEvent } from '~/events/commands.server';
import { findTeamEvent } from '~/events/queries.server';
import { redirectSaying } from '~/http/flash.server';
import { paths } from '~/paths';

/** There is nothing to see here: the button stands on the list. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireTeam(request, params);
  await findTeamEvent(access, params.eventId);
  return redirect(paths.teamEvents(access.teamId));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireTeam(request, params, 'write measures');
  const { title } = await archiveTeamEvent(access, params.eventId);
  return redirectSaying(paths.teamEvents(access.teamId), `“${title}” is off the charts.`, {
    action: paths.bringBackTeamEvent(access.teamId, params.eventId ?? ''),
  });
}

/** Never drawn: with it, a refusal is the error page and not bare text. */
export default function ArchiveTeamEvent() {
  return null;
}
