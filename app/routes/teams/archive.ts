import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { requireTeam } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { paths } from '~/paths';
import { archiveTeam } from '~/teams/commands.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const team = await requireTeam(request, params);
  return redirect(paths.team(team.teamId));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const team = await requireTeam(request, params, 'archive teams');
  await archiveTeam(team);
  return redirectSaying(`${paths.teams()}?archived=1`, `“${team.teamName}” was archived.`, {
    action: paths.bringBackTeam(team.teamId),
  });
}

/** Never drawn: with it, a refusal is the error page and not bare text. */
export default function ArchiveTeam() {
  return null;
}
