import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { requireTeam } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { throwFileAway } from '~/imports/keep.server';
import { fileForMeasure } from '~/measures/imports.server';
import { findMeasure } from '~/measures/queries.server';
import { paths } from '~/paths';

/** There is nothing to see here: the button stands on the preview. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const team = await requireTeam(request, params);
  const { id } = await findMeasure(team, params.measureId);
  return redirect(paths.measure(team.teamId, id));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const team = await requireTeam(request, params, 'write measures');
  const { id } = await findMeasure(team, params.measureId);
  await throwFileAway(team, fileForMeasure(id), params.importId);
  return redirectSaying(paths.measure(team.teamId, id), 'The file is thrown away. Nothing of it was kept.');
}
