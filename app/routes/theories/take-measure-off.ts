import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { requireTeam } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { paths } from '~/paths';
import { takeOffForm } from '~/theories/forms';
import { takeMeasureOff } from '~/theories/measures.server';
import { partPath } from '~/theories/part-path';

/** There is nothing to see here: the button stands beside the measure. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const team = await requireTeam(request, params);
  return redirect(paths.theory(team.teamId));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const team = await requireTeam(request, params, 'write ideas');
  return submit(request, takeOffForm, async ({ hungId }) => {
    const was = await takeMeasureOff(team, hungId);
    return redirectSaying(
      partPath(team.teamId, was),
      'It hangs there no more. The measure itself is as it was.',
    );
  });
}

/** Drawn only where a form was not one of ours. */
export default function TakeMeasureOff() {
  return null;
}
