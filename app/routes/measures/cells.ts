import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { requireTeam } from '~/access/gate.server';
import { submit } from '~/http/form.server';
import { cellsForm } from '~/measures/cell-forms';
import { enterCells } from '~/measures/entries.server';
import { answerOf } from '~/measures/grid.server';
import { findMeasure } from '~/measures/queries.server';
import { paths } from '~/paths';

/** Where the grid in the browser sends the cells that changed. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireTeam(request, params);
  const { id } = await findMeasure(access, params.measureId);
  return redirect(paths.measure(access.teamId, id));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireTeam(request, params, 'write measures');
  const { id } = await findMeasure(access, params.measureId);
  return submit(request, cellsForm, async ({ cells, kind }) =>
    Response.json(await answerOf(access, await enterCells(access, id, cells, kind))),
  );
}
