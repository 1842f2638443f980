import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { requireTeam } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { paths } from '~/paths';
import { archiveIdea } from '~/theories/commands.server';
import { findIdea } from '~/theories/queries.server';

/** There is nothing to see here: the button stands on its page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const team = await requireTeam(request, params);
  const { id } = await findIdea(team, params.ideaId);
  return redirect(paths.idea(team.teamId, id));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const team = await requireTeam(request, params, 'write ideas');
  const { id, name } = await findIdea(team, params.ideaId);
  await archiveIdea(team, id);
  return redirectSaying(
    paths.theory(team.teamId),
    `“${name}” is put away. It stands at the foot of the page, with a way back.`,
  );
}

/** Never drawn: with it, a refusal is the error page and not bare text. */
export default function ArchiveIdea() {
  return null;
}
