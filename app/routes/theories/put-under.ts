import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { requireTeam } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { paths } from '~/paths';
import { putDriverUnder } from '~/theories/drivers.server';
import { underForm } from '~/theories/forms';
import { findDriver } from '~/theories/queries.server';

/** There is nothing to see here: the form stands on the driver's page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const team = await requireTeam(request, params);
  const { id } = await findDriver(team, params.driverId);
  return redirect(paths.driver(team.teamId, id));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const team = await requireTeam(request, params, 'write ideas');
  const { id } = await findDriver(team, params.driverId);
  return submit(request, underForm, async ({ parentId }) => {
    const sentence = await putDriverUnder(team, id, parentId);
    return redirectSaying(paths.driver(team.teamId, id), sentence ?? 'Moved.');
  });
}

/** Drawn only where a form was not one of ours. */
export default function PutUnder() {
  return null;
}
