import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { requireTeam } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { revokeLinkForm } from '~/http/shared-link-form';
import { revokeChartLink } from '~/measures/chart-links.server';
import { findMeasure } from '~/measures/queries.server';
import { paths } from '~/paths';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireTeam(request, params);
  const { id } = await findMeasure(access, params.measureId);
  return redirect(paths.chartLinks(access.teamId, id));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireTeam(request, params, 'write measures');
  const { id } = await findMeasure(access, params.measureId);
  return submit(request, revokeLinkForm, async ({ linkId }) => {
    const label = await revokeChartLink(access, id, linkId);
    return redirectSaying(
      paths.chartLinks(access.teamId, id),
      `The link for ${label} was taken back. It opens nothing any more.`,
    );
  });
}
