import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { requireTeam } from '~/access/gate.server';
import { submit } from '~/http/form.server';
import { fillForm } from '~/measures/cell-forms';
import { previewFill } from '~/measures/fill-preview.server';
import { findMeasure } from '~/measures/queries.server';
import { paths } from '~/paths';

/** What a paste into the grid would change: nothing is saved here. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireTeam(request, params);
  const { id } = await findMeasure(access, params.measureId);
  return redirect(paths.measure(access.teamId, id));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireTeam(request, params, 'write measures');
  const measure = await findMeasure(access, params.measureId);
  return submit(request, fillForm, async ({ text, groups, asValue, ...anchor }) =>
    Response.json(await previewFill(access, measure, text, anchor, { groups, asValue: asValue === 'yes' })),
  );
}
