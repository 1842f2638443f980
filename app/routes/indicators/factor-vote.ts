import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { requireIndicator } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { findFactor, voteForFactor } from '~/indicators/factors.server';
import { voteForm } from '~/indicators/story-forms';
import { paths } from '~/paths';

/** There is nothing to see here: the button stands beside the root cause. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireIndicator(request, params);
  return redirect(paths.indicator(access.indicatorId));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireIndicator(request, params, 'vote');
  const { id } = await findFactor(access, params.factorId);
  return submit(request, voteForm, async ({ isFor }) => {
    await voteForFactor(access, id, isFor);
    const place = `${paths.indicator(access.indicatorId)}#factors-row`;
    return redirectSaying(place, isFor ? 'Your vote counts.' : 'Your vote is taken back.');
  });
}

/** Drawn only where a form was not one of ours: with it, a refusal is the error page and not bare text. */
export default function FactorVote() {
  return null;
}
