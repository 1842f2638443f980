import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { requireTeam } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { paths } from '~/paths';
import { bringBackTeam } from '~/teams/commands.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const team = await requireTeam(request, params);
  return redirect(paths.team(team.teamId));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const team = await requireTeam(request, params, 'archive teams');
  await bringBackTeam(team);
  return redirectSaying(paths.team(team.teamId), `“${team.teamName}” is back.`);
}

/** Never drawn: with it, a refusal is the error page and not bare text. */
export default function BringBackTeam() {
  return null;
}
