import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { requireTeam } from '~/access/gate.server';
import { archiveCycle } from '~/cycles/commands/archive.server';
import { redirectSaying } from '~/http/flash.server';

import { paths } from '~/paths';

/** There is nothing to see here: the button stands on the cycle’s page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const team = await requireTeam(request, params);
  return redirect(paths.archived(team.teamId));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const team = await requireTeam(request, params, 'write cycles');
  const { number } = await archiveCycle(team, params.cycleId);
  return redirectSaying(paths.team(team.teamId), `Cycle ${number} was archived.`, {
    action: paths.bringCycleBack(team.teamId, params.cycleId ?? ''),
  });
}

/** Never drawn: with it, a refusal is the error page and not bare text. */
export default function ArchiveCycle() {
  return null;
}
