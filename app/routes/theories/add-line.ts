import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { requireTeam } from '~/access/gate.server';
import { submit } from '~/http/form.server';
import { paths } from '~/paths';
import { newLineForm } from '~/theories/forms';
import { addLine } from '~/theories/lines.server';

/** Where the outline in the browser sends a line that is new. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const team = await requireTeam(request, params);
  return redirect(paths.theory(team.teamId));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const team = await requireTeam(request, params, 'write ideas');
  return submit(request, newLineForm, async (fields, form) =>
    Response.json(await addLine(team, fields, form)),
  );
}
