import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { requireTeam } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { undoneSentence } from '~/imports/undone-words';
import { undoSeriesImport } from '~/measures/imports.server';
import { findMeasure } from '~/measures/queries.server';
import { paths } from '~/paths';

/** There is nothing to see here: the button stands beside the files of before. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const team = await requireTeam(request, params);
  const { id } = await findMeasure(team, params.measureId);
  return redirect(paths.measure(team.teamId, id));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const team = await requireTeam(request, params, 'write measures');
  const undone = await undoSeriesImport(team, params.measureId, params.importId);
  return redirectSaying(paths.bringSeries(team.teamId, params.measureId ?? ''), undoneSentence(undone));
}
