import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireTeam } from '~/access/gate.server';
import { progressOf } from '~/imports/progress.server';
import { findMeasure } from '~/measures/queries.server';

/** Asked again and again by the page that waits: how far its file is. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const team = await requireTeam(request, params, 'write measures');
  await findMeasure(team, params.measureId);
  return Response.json(await progressOf(team, params.importId));
}
