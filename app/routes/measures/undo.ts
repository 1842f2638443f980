import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { requireTeam } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { safeNext } from '~/http/next';
import { undoForm } from '~/measures/cell-forms';
import { findMeasure } from '~/measures/queries.server';
import { undoEntry } from '~/measures/undo-entry.server';
import { paths } from '~/paths';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireTeam(request, params);
  const { id } = await findMeasure(access, params.measureId);
  return redirect(paths.measure(access.teamId, id));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireTeam(request, params, 'write measures');
  const { id } = await findMeasure(access, params.measureId);
  return submit(request, undoForm, async ({ entryId, back }) => {
    const sentence = await undoEntry(access, id, entryId);
    return redirectSaying(back ? safeNext(back) : paths.measure(access.teamId, id), sentence);
  });
}
