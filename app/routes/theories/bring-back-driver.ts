import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { requireTeam } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { paths } from '~/paths';
import { bringBackDriver } from '~/theories/drivers.server';
import { findDriver } from '~/theories/queries.server';

/** There is nothing to see here: the button stands on its page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const team = await requireTeam(request, params);
  const { id } = await findDriver(team, params.driverId);
  return redirect(paths.driver(team.teamId, id));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const team = await requireTeam(request, params, 'write ideas');
  const { id, name } = await findDriver(team, params.driverId);
  await bringBackDriver(team, id);
  return redirectSaying(paths.theory(team.teamId), `“${name}” is back.`);
}

/** Never drawn: with it, a refusal is the error page and not bare text. */
export default function BringBackDriver() {
  return null;
}
