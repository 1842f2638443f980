import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { requireTeam } from '~/access/gate.server';
import { bringCycleBack } from '~/cycles/commands/archive.server';
import { redirectSaying } from '~/http/flash.server';

import { paths } from '~/paths';

/** There is nothing to see here: the button stands on the cycle’s page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const team = await requireTeam(request, params);
  return redirect(paths.archived(team.teamId));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const team = await requireTeam(request, params, 'write cycles');
  const { number } = await bringCycleBack(team, params.cycleId);
  return redirectSaying(paths.cycle(team.teamId, params.cycleId ?? ''), `Cycle ${number} is back.`);
}

/** Never drawn: with it, a refusal is the error page and not bare text. */
export default function BringCycleBack() {
  return null;
}
