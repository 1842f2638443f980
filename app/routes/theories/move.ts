import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { requireTeam } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { paths } from '~/paths';
import { moveLine } from '~/theories/drivers.server';
import { moveForm } from '~/theories/forms';

/** There is nothing to see here: the arrows stand beside the lines of the outline. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const team = await requireTeam(request, params);
  return redirect(paths.theory(team.teamId));
}

/** A plain form is led back to the page; the outline in the browser only asks if it went. */
export async function action({ request, params }: ActionFunctionArgs) {
  const team = await requireTeam(request, params, 'write ideas');
  return submit(request, moveForm, async (fields, form) => {
    const sentence = await moveLine(team, fields);
    if (form.has('alive')) return Response.json({ sentence });
    return redirectSaying(`${paths.theory(team.teamId)}#outline-row`, sentence ?? 'Moved.');
  });
}
