import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { z } from 'zod';
import { requireTeam } from '~/access/gate.server';
import { openReview } from '~/coaching/review-commands.server';
import { findCycle } from '~/cycles/queries.server';
import { submit } from '~/http/form.server';
import { paths } from '~/paths';

/** There is nothing to see here: the button stands on the cycle’s page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const team = await requireTeam(request, params);
  const { id } = await findCycle(team, params.cycleId);
  return redirect(paths.cycle(team.teamId, id));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const team = await requireTeam(request, params, 'review cycles');
  const { id } = await findCycle(team, params.cycleId);
  return submit(request, z.object({}), async () => {
    const review = await openReview(team, id);
    return redirect(paths.reviewCycle(team.teamId, review.id));
  });
}

/** Drawn only where a form was not one of ours: with it, a refusal is the error page and not bare text. */
export default function OpenReview() {
  return null;
}
