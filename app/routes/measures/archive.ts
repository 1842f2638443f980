import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { requireTeam } from '~/access/gate.server';

import { redirectSaying } from '~/http/flash.server';
import { archiveMeasure } from '~/measures/archive.server';
import { paths } from '~/paths';

/** There is nothing to see here: the button stands where the measure is edited. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const team = await requireTeam(request, params);
  return redirect(paths.archived(team.teamId));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const team = await requireTeam(request, params, 'write measures');
  const { id, name } = await archiveMeasure(team, params.measureId);
  return redirectSaying(paths.team(team.teamId), `“${name}” was archived.`, {
    action: paths.bringMeasureBack(team.teamId, id),
  });
}

/** Never drawn: with it, a refusal is the error page and not bare text. */
export default function ArchiveMeasure() {
  return null;
}
