import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { requireTeam } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { takeLineOut } from '~/meetings/commands.server';
import { findLine } from '~/meetings/queries.server';
import { paths } from '~/paths';
import { placeOfLine } from './place-of-line';

/** There is nothing to see here: the button stands beside the line. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireTeam(request, params);
  return redirect(placeOfLine(access.teamId, await findLine(access, params.meetingId, params.lineId)));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireTeam(request, params, 'write cycles');
  const line = await findLine(access, params.meetingId, params.lineId);
  await takeLineOut(access, line.meetingId, line.id);
  return redirectSaying(placeOfLine(access.teamId, line), 'It is taken out.', {
    action: paths.bringLineBack(access.teamId, line.meetingId, line.id),
  });
}

/** Never drawn: with it, a refusal is the error page and not bare text. */
export default function TakeLineOut() {
  return null;
}
