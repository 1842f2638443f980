import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { requireTeam } from '~/access/gate.server';
import { closeAsk } from '~/coaching/ask-commands.server';
import { findAsk } from '~/coaching/asks.server';
import { redirectSaying } from '~/http/flash.server';
import { paths } from '~/paths';

/** There is nothing to see here: the button stands beside the ask. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const team = await requireTeam(request, params, 'write cycles');
  return redirect(paths.teamHelp(team.teamId));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const team = await requireTeam(request, params, 'write cycles');
  const { id, answers } = await findAsk(team, params.askId);
  await closeAsk(team, id);
  return redirectSaying(
    paths.teamHelp(team.teamId),
    answers.length > 0 ? 'It is closed, with its answer.' : 'It is closed: no longer needed.',
  );
}

/** Drawn only where a form was not one of ours: with it, a refusal is the error page and not bare text. */
export default function CloseAsk() {
  return null;
}
