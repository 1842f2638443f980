import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { requireIndicator } from '~/access/gate.server';
import { redirectSaying } from '~/http/flash.server';
import { submit } from '~/http/form.server';
import { findAction, finishAction } from '~/indicators/actions.server';
import { doneForm } from '~/indicators/story-forms';
import { paths } from '~/paths';

/** There is nothing to see here: the button stands beside the action. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireIndicator(request, params);
  return redirect(paths.indicator(access.indicatorId));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireIndicator(request, params, 'write stories');
  const { id, what } = await findAction(access, params.actionId);
  return submit(request, doneForm, async ({ isDone }) => {
    await finishAction(access, id, isDone);
    const undo = {
      action: paths.actionDone(access.indicatorId, id),
      values: { isDone: isDone ? 'no' : 'yes' },
    };
    const place = `${paths.indicator(access.indicatorId)}#actions-head`;
    return redirectSaying(place, isDone ? `Done: ${what}` : `Not done yet: ${what}`, undo);
  });
}

/** Drawn only where a form was not one of ours: with it, a refusal is the error page and not bare text. */
export default function ActionDone() {
  return null;
}
