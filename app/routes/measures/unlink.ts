import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { requireTeam } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { unlinkForm } from '~/measures/forms';
import { unlinkMeasure } from '~/measures/links.server';
import { findMeasure } from '~/measures/queries.server';
import { paths } from '~/paths';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireTeam(request, params);
  const { id } = await findMeasure(access, params.measureId);
  return redirect(paths.measure(access.teamId, id));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireTeam(request, params, 'link measures');
  const { id } = await findMeasure(access, params.measureId);
  return submit(request, unlinkForm, async ({ linkId }) => {
    await unlinkMeasure(access, id, linkId);
    return redirectSaying(paths.measure(access.teamId, id), 'The link was taken back.');
  });
}
