import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { requireTeam } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { paths } from '~/paths';
import { beginStory } from '~/stories/commands.server';
import { fresh } from '../practices/read-evidence.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireTeam(request, params);
  return redirect(paths.practice(params.practiceId ?? ''));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const team = await requireTeam(request, params, 'tell bright spots');
  await fresh(team);
  const storyId = await beginStory(team, params.practiceId);
  return storyId
    ? redirect(paths.brightSpot(team.teamId, storyId))
    : redirectSaying(
        paths.practice(params.practiceId ?? ''),
        'A bright spot is told of a use whose numbers improved. These have not, so far.',
      );
}
