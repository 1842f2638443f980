import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { requireTeam } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { paths } from '~/paths';
import { takeIdeaOff } from '~/theories/drivers.server';
import { driverOfIdeaForm } from '~/theories/forms';
import { findIdea } from '~/theories/queries.server';

/** There is nothing to see here: the button stands on the idea's page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const team = await requireTeam(request, params);
  const { id } = await findIdea(team, params.ideaId);
  return redirect(paths.idea(team.teamId, id));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const team = await requireTeam(request, params, 'write ideas');
  const { id } = await findIdea(team, params.ideaId);
  return submit(request, driverOfIdeaForm, async ({ driverId }) => {
    await takeIdeaOff(team, id, driverId);
    return redirectSaying(paths.idea(team.teamId, id), 'It is off that driver.');
  });
}

/** Drawn only where a form was not one of ours. */
export default function TakeIdeaOff() {
  return null;
}
