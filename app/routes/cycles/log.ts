import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { requireCommunity } from '~/access/gate.server';
import { teamToLogFor } from '~/cycles/my-work.server';
import { redirectSaying } from '~/http/flash.server';
import { paths } from '~/paths';

/** One address for everybody: it leads to the form of the team they worked with last. */
export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireCommunity(request);
  const teamId = await teamToLogFor(access);
  if (teamId === null) {
    return redirectSaying(paths.teams(), 'You are not on a team yet. Its coach or a leader can add you.');
  }
  const isFinished = new URL(request.url).searchParams.has('finished');
  return redirect(isFinished ? paths.finishedCycle(teamId) : paths.newCycle(teamId));
}
