import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { requireTeam } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { revokeLinkForm } from '~/http/shared-link-form';
import { paths } from '~/paths';
import { revokeStoryLink } from '~/stories/links.server';
import { findStory } from '~/stories/queries.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const team = await requireTeam(request, params);
  const { id } = await findStory(team, params.storyId);
  return redirect(paths.brightSpotLinks(team.teamId, id));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const team = await requireTeam(request, params, 'tell bright spots');
  return submit(request, revokeLinkForm, async ({ linkId }) => {
    const label = await revokeStoryLink(team, params.storyId, linkId);
    return redirectSaying(
      paths.brightSpotLinks(team.teamId, params.storyId ?? ''),
      `The link for ${label} was taken back. It opens nothing any more.`,
    );
  });
}
