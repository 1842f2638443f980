import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { requireTeam } from '~/access/gate.server';
import { takeReviewBack } from '~/coaching/review-commands.server';
import { findReview } from '~/coaching/reviews.server';
import { redirectSaying } from '~/http/flash.server';
import { paths } from '~/paths';

const placeOfReview = (teamId: string, cycleId: string) => `${paths.cycle(teamId, cycleId)}#review-row`;

/** There is nothing to see here: the button stands beside the review. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const team = await requireTeam(request, params);
  const { cycleId } = await findReview(team, params.reviewId);
  return redirect(placeOfReview(team.teamId, cycleId));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const team = await requireTeam(request, params, 'write cycles');
  const { id, cycleId, decidedAt } = await findReview(team, params.reviewId);
  const place = placeOfReview(team.teamId, cycleId);
  if (decidedAt !== null) return redirectSaying(place, 'This review is decided: it stays as it is.');
  await takeReviewBack(team, id);
  return redirectSaying(place, 'The review is taken back.');
}

/** Drawn only where a form was not one of ours: with it, a refusal is the error page and not bare text. */
export default function TakeReviewBack() {
  return null;
}
